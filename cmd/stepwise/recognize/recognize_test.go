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
		`{"Resource": "arn:aws-cn:states:::sqs:sendMessage", "Parameters": {"QueueUrl": "u", "MessageBody": "b"}}`,
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
