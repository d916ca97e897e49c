package recognize

import (
	"reflect"
	"testing"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/asl/codegen"
	"github.com/stepwise-go/stepwise/ordjson"
	"github.com/stepwise-go/stepwise/tasks"
)

// TestEveryIntegration fails when an integration of the catalogue cannot be recognised because it is
// not among the prototypes.
func TestEveryIntegration(t *testing.T) {
	all := prototypes()
	for _, d := range tasks.Catalog() {
		if all[d.Name] == nil && d.Name != "EvaluateExpression" { // which is a function of the user's own
			t.Errorf("%s has no prototype", d.Name)
		}
	}
	for name, p := range all {
		if len(leavesOf(reflect.TypeOf(p))) == 0 && name != "InvokeActivity" {
			t.Errorf("%s: no field comes out at a parameter", name)
		}
	}
}

func TestNotRecognised(t *testing.T) {
	for _, state := range []string{
		`{"Resource": "arn:aws:states:::nothing:here"}`,
		`{"Resource": "${Fn.Arn}"}`,
		`{"Resource": "arn:aws:states:::sqs:sendMessage", "Parameters": "$.x"}`,
		`{"Resource": "arn:aws:states:::sqs:sendMessage.sync", "Parameters": {"QueueUrl": "u", "MessageBody": "b"}}`,
		`{"Resource": "arn:aws:states:::aws-sdk:s3:nothing"}`,
		`{"Resource": ""}`,
	} {
		v, err := ordjson.DecodeString(state)
		if err != nil {
			t.Fatal(err)
		}
		o := v.(*ordjson.Object)
		o.Set("Type", "Task")
		if i, ok := Task(codegen.Task{State: asl.StateFromJSON(o).(*asl.Task), Language: asl.JSONPath}); ok {
			t.Errorf("%s: %+v", state, i.Value)
		}
	}
}

// TestWith tells what tokens are the ARN of.
func TestWith(t *testing.T) {
	types := map[string]string{"${Fn.Arn}": "AWS::Lambda::Function", "${Act}": "AWS::StepFunctions::Activity"}
	with := With(func(token string) string { return types[token] })
	for resource, want := range map[string]any{
		"${Fn.Arn}":    tasks.LambdaInvoke{},
		"${Act}":       tasks.InvokeActivity{},
		"${Other.Arn}": nil,
		"arn:${AWS::Partition}:states:::sns:publish":                          nil, // a topic is missing
		"arn:${Partition}:states:::emr-serverless:startApplication":           nil,
		"arn:aws-cn:states:::elasticmapreduce:createCluster.waitForTaskToken": nil,
	} {
		i, ok := with(codegen.Task{State: &asl.Task{Resource: resource}, Language: asl.JSONPath})
		if ok != (want != nil) || ok && reflect.TypeOf(i.Value) != reflect.TypeOf(want) {
			t.Errorf("%s: %T, want %T", resource, i.Value, want)
		}
	}
}

// TestOtherPartition keeps the resource as it is.
func TestOtherPartition(t *testing.T) {
	parameters, _ := ordjson.DecodeString(`{"QueueUrl": "u", "MessageBody": "b"}`)
	for _, resource := range []string{"arn:aws-cn:states:::sqs:sendMessage", "arn:${P}:states:::sqs:sendMessage", "arn:aws:states:eu-west-1:123456789012:sqs:sendMessage"} {
		i, ok := Task(codegen.Task{State: &asl.Task{Resource: resource, Parameters: asl.ValueOf(parameters)}, Language: asl.JSONPath})
		if !ok || i.Resource != resource {
			t.Errorf("%s: %v, resource %q", resource, ok, i.Resource)
		}
	}
}
