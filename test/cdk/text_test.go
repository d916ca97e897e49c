package cdk_test

import (
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-cdk-go/awscdk/v2/assertions"
	"github.com/aws/jsii-runtime-go"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/constructs/sfncdk"
	"github.com/stepwise-go/stepwise/iam"
	"github.com/stepwise-go/stepwise/test/cdk/stacktest"
)

func TestDefinitionFile(t *testing.T) {
	stack := newStack()
	worker := newFunction(stack, "Worker")
	m := sfncdk.NewStateMachine(stack, "Machine", sfncdk.StateMachineProps{
		DefinitionFile: "testdata/orders.asl.yaml",
		Substitutions:  map[string]string{"WorkerArn": *worker.FunctionArn(), "Delay": "5", "Table": "orders"},
		Timeout:        time.Minute, Comment: "from a file",
	})
	m.AlarmOnTaskFailure("Work")
	stacktest.Snapshot(t, stack)
	if w := stacktest.Warnings(stack); len(w) != 1 || !strings.Contains(w[0], "SWC16") || !strings.Contains(w[0], "testdata/orders.asl.yaml:") {
		t.Errorf("%q", w)
	}
}

func TestW28PropsOfATextAreAppliedOrConflict(t *testing.T) {
	stack := newStack()
	sfncdk.NewStateMachine(stack, "Machine", sfncdk.StateMachineProps{DefinitionText: passText, Timeout: time.Minute, Comment: "c", QueryLanguage: asl.JSONata})
	_, r := only(t, resources(t, stack), machineType)
	text := r.Properties["DefinitionString"].(string)
	for _, want := range []string{`"TimeoutSeconds": 60`, `"Comment": "c"`, `"QueryLanguage": "JSONata"`} {
		if !strings.Contains(text, want) {
			t.Errorf("no %s in %s", want, text)
		}
	}
	stack = newStack()
	own := strings.Replace(passText, "{", `{"TimeoutSeconds": 5, "Comment": "mine", "QueryLanguage": "JSONPath", `, 1)
	sfncdk.NewStateMachine(stack, "Machine", sfncdk.StateMachineProps{DefinitionText: own, Timeout: time.Minute, Comment: "c", QueryLanguage: asl.JSONata})
	assertions.Template_FromStack(stack, nil)
	errors := strings.Join(stacktest.Errors(stack), "\n")
	if n := strings.Count(errors, "SWC11"); n != 3 {
		t.Errorf("%d conflicts, want 3: %s", n, errors)
	}
}

func TestStatementsForWhatATextDoesNotShow(t *testing.T) {
	stack := newStack()
	sfncdk.NewStateMachine(stack, "Machine", sfncdk.StateMachineProps{
		DefinitionText: `{"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:getObject", "Parameters": {"Bucket": "b", "Key": "k"}, "End": true}}}`,
		Statements:     []iam.Statement{iam.Allow("s3:GetObject").On("arn:${AWS::Partition}:s3:::b/k")},
	})
	template := stacktest.Template(t, stack)
	template.HasResourceProperties(jsii.String("AWS::IAM::Policy"), map[string]any{
		"PolicyDocument": map[string]any{"Statement": []any{map[string]any{
			"Effect": "Allow", "Action": "s3:GetObject",
			"Resource": map[string]any{"Fn::Join": []any{"", []any{"arn:", map[string]any{"Ref": "AWS::Partition"}, ":s3:::b/k"}}},
		}}},
	})
	if w := strings.Join(stacktest.Warnings(stack), "\n"); strings.Contains(w, "SWC") {
		t.Error(w)
	}
}
