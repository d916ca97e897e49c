package stacktest

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"regexp"
	"testing"

	"go.yaml.in/yaml/v3"

	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/assertions"
	"github.com/aws/jsii-runtime-go"

	"github.com/stepwise-go/stepwise/test/snapshot"
)

// quiet are settings for Node: no validation of templates, which takes seconds, and no banner about
// its version.
var quiet = map[string]string{"CDK_VALIDATION": "false", "JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION": "18,20"}

// Main runs the tests of a package with the CDK's validation of templates off, and stops Node at the
// end. Call it in TestMain.
//
// The binding reads the environment when the program starts. So where the settings are missing, Main
// starts the program again with them.
func Main(m *testing.M) {
	if os.Getenv("CDK_VALIDATION") == "" {
		os.Exit(again())
	}
	code := m.Run()
	jsii.Close()
	os.Exit(code)
}

func again() int {
	jsii.Close()
	c := exec.Command(os.Args[0], os.Args[1:]...)
	c.Stdin, c.Stdout, c.Stderr = os.Stdin, os.Stdout, os.Stderr
	c.Env = os.Environ()
	for name, value := range quiet {
		if os.Getenv(name) == "" {
			c.Env = append(c.Env, name+"="+value)
		}
	}
	err := c.Run()
	var exit *exec.ExitError
	switch {
	case err == nil:
		return 0
	case errors.As(err, &exit):
		return exit.ExitCode()
	}
	fmt.Fprintln(os.Stderr, err)
	return 1
}

// App returns an app with the feature flags of a cdk.json, such as "../cdk.json"; without one it has none.
func App(cdkJSON ...string) awscdk.App {
	props := &awscdk.AppProps{AnalyticsReporting: jsii.Bool(false)}
	for _, file := range cdkJSON {
		var config struct{ Context map[string]any }
		if text, err := os.ReadFile(file); err == nil && json.Unmarshal(text, &config) == nil {
			props.Context = &config.Context
		}
	}
	return awscdk.NewApp(props)
}

// Template synthesizes a stack and returns it for assertions. An error annotation fails the test.
func Template(t testing.TB, stack awscdk.Stack) assertions.Template {
	t.Helper()
	template := assertions.Template_FromStack(stack, nil)
	for _, e := range Errors(stack) {
		t.Errorf("%s", e)
	}
	return template
}

// Errors returns the error annotations of a stack: those with which cdk synth fails.
func Errors(stack awscdk.Stack) []string {
	return messages(annotations(stack).FindError(jsii.String("*"), assertions.Match_AnyValue()))
}

// Warnings returns the warning annotations of a stack.
func Warnings(stack awscdk.Stack) []string {
	return messages(annotations(stack).FindWarning(jsii.String("*"), assertions.Match_AnyValue()))
}

// annotations are those of a stack that is deployed by itself; they have those of nested stacks too.
func annotations(stack awscdk.Stack) assertions.Annotations {
	for stack.NestedStackParent() != nil {
		stack = stack.NestedStackParent()
	}
	return assertions.Annotations_FromStack(stack)
}

func messages(found any) []string {
	var list []struct {
		Entry struct{ Data any } `json:"entry"`
	}
	raw, err := json.Marshal(found)
	if err != nil || json.Unmarshal(raw, &list) != nil {
		return nil
	}
	out := make([]string, len(list))
	for i, m := range list {
		out[i], _ = m.Entry.Data.(string)
	}
	return out
}

// Snapshot synthesizes a stack and compares the template with testdata/snapshots/<test>.yaml. In it
// the hashes of assets are replaced, and the check of the bootstrap version is left out.
func Snapshot(t testing.TB, stack awscdk.Stack) {
	t.Helper()
	text, err := YAML(*Template(t, stack).ToJSON())
	if err != nil {
		t.Fatal(err)
	}
	snapshot.Text(t, snapshot.FileName(t, ".yaml"), text)
}

var assetHash = regexp.MustCompile(`\b[0-9a-f]{64}\b`)

// YAML writes a template as the snapshots have it: definitions line by line.
func YAML(template map[string]any) (string, error) {
	out := map[string]any{}
	for k, v := range template {
		out[k] = v
	}
	without(out, "Parameters", "BootstrapVersion")
	without(out, "Rules", "CheckBootstrapVersion")
	var b bytes.Buffer
	e := yaml.NewEncoder(&b)
	e.SetIndent(2)
	if err := e.Encode(out); err != nil {
		return "", err
	}
	return assetHash.ReplaceAllString(b.String(), "ASSET-HASH"), nil
}

func without(template map[string]any, section, name string) {
	m, ok := template[section].(map[string]any)
	if !ok {
		return
	}
	kept := map[string]any{}
	for k, v := range m {
		if k != name {
			kept[k] = v
		}
	}
	if delete(template, section); len(kept) > 0 {
		template[section] = kept
	}
}
