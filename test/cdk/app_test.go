package cdk_test

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/aws/aws-cdk-go/awscdk/v2/assertions"
	"github.com/aws/jsii-runtime-go"

	"github.com/stepwise-go/stepwise/test/cdk/stacktest"
	"github.com/stepwise-go/stepwise/test/snapshot"
)

// The app is a program: it is run as the CDK's command runs it.
func TestApp(t *testing.T) {
	var config struct{ Context json.RawMessage }
	text, err := os.ReadFile("../../cdk.json")
	if err == nil {
		err = json.Unmarshal(text, &config)
	}
	if err != nil {
		t.Fatal(err)
	}
	out := t.TempDir()
	c := exec.Command("go", "run", ".")
	c.Dir = "../.."
	c.Env = append(os.Environ(), "CDK_OUTDIR="+out, "CDK_CONTEXT_JSON="+string(config.Context))
	if text, err := c.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	text, err = os.ReadFile(filepath.Join(out, "JobPoller.template.json"))
	if err != nil {
		t.Fatal(err)
	}
	var template map[string]any
	if err := json.Unmarshal(text, &template); err != nil {
		t.Fatal(err)
	}
	yaml, err := stacktest.YAML(template)
	if err != nil {
		t.Fatal(err)
	}
	snapshot.Text(t, filepath.Join("testdata", "snapshots", "TestApp.yaml"), withoutAnalytics(yaml))

	assert := assertions.Template_FromJSON(&template, nil)
	assert.ResourceCountIs(jsii.String("AWS::Lambda::Function"), jsii.Number(2))
	for _, metric := range []string{"ExecutionsFailed", "ExecutionsTimedOut"} {
		assert.HasResourceProperties(jsii.String("AWS::CloudWatch::Alarm"), map[string]any{
			"MetricName": metric, "Threshold": 1, "AlarmActions": []any{map[string]any{"Ref": assertions.Match_StringLikeRegexp(jsii.String("^FailureTopic"))}},
		})
	}
	assert.HasResourceProperties(jsii.String(machineType), map[string]any{
		"DefinitionString":        assertions.Match_StringLikeRegexp(jsii.String(`"TimeoutSeconds": 300,`)),
		"DefinitionSubstitutions": map[string]any{"SubmitFunctionArn": assertions.Match_AnyValue(), "StatusFunctionArn": assertions.Match_AnyValue()},
	})
}

// withoutAnalytics drops the digest of the constructs used, which changes with every one of them.
func withoutAnalytics(yaml string) string {
	lines := strings.Split(yaml, "\n")
	for i, l := range lines {
		if strings.Contains(l, "Analytics: v2:") {
			lines[i] = l[:strings.Index(l, "v2:")] + "ANALYTICS"
		}
	}
	return strings.Join(lines, "\n")
}
