package cdk_test

import (
	"encoding/json"
	"testing"

	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awslambda"
	"github.com/aws/constructs-go/constructs/v10"
	"github.com/aws/jsii-runtime-go"

	"github.com/stepwise-go/stepwise/constructs/sfn"
	"github.com/stepwise-go/stepwise/tasks"
	"github.com/stepwise-go/stepwise/test/cdk/stacktest"
)

func TestMain(m *testing.M) { stacktest.Main(m) }

func newStack(id ...string) awscdk.Stack {
	if len(id) == 0 {
		id = []string{"Test"}
	}
	return awscdk.NewStack(stacktest.App("../../cdk.json"), jsii.String(id[0]), nil)
}

func newStackWith(flags string) awscdk.Stack {
	return awscdk.NewStack(stacktest.App(flags), jsii.String("Test"), nil)
}

func newFunction(scope constructs.Construct, id string) awslambda.Function {
	return awslambda.NewFunction(scope, jsii.String(id), &awslambda.FunctionProps{
		Runtime: awslambda.Runtime_NODEJS_22_X(), Handler: jsii.String("index.handler"), Code: awslambda.Code_FromInline(jsii.String("exports.handler = async () => 1")),
	})
}

func invoke(name string, f tasks.Function) *sfn.Task {
	return sfn.NewTask(name, tasks.LambdaInvoke{Function: f})
}

// resources are those of a template, by logical ID.
func resources(t *testing.T, stack awscdk.Stack) map[string]resource {
	t.Helper()
	raw, err := json.Marshal(*stacktest.Template(t, stack).ToJSON())
	if err != nil {
		t.Fatal(err)
	}
	var template struct{ Resources map[string]resource }
	if err := json.Unmarshal(raw, &template); err != nil {
		t.Fatal(err)
	}
	return template.Resources
}

type resource struct {
	Type       string
	Properties map[string]any
	DependsOn  []string
}

// only returns the one resource of a type.
func only(t *testing.T, all map[string]resource, kind string) (id string, r resource) {
	t.Helper()
	n := 0
	for k, v := range all {
		if v.Type == kind {
			id, r = k, v
			n++
		}
	}
	if n != 1 {
		t.Fatalf("%d resources of type %s", n, kind)
	}
	return id, r
}

const machineType = "AWS::StepFunctions::StateMachine"

func jsonOf(v any) string {
	raw, _ := json.Marshal(v)
	return string(raw)
}
