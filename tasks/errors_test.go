package tasks_test

import (
	"fmt"
	"testing"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/tasks"
)

func TestErrors(t *testing.T) {
	doc, err := asl.Parse("x.json", []byte(`{"StartAt": "P", "States": {
	 "P": {"Type": "Parallel", "End": true, "Branches": [
	   {"StartAt": "E", "States": {"E": {"Type": "Task", "Resource": "arn:aws:states:::events:putEvents", "Parameters": {}, "End": true}}},
	   {"StartAt": "F", "States": {"F": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:f", "Next": "X"},
	     "X": {"Type": "Task", "Resource": "nonsense", "End": true}}}]}}}`))
	if err != nil {
		t.Fatal(err)
	}
	got := tasks.Errors(doc.Machine)
	if fmt.Sprint(got["E"]) != "[EventBridge.FailedEntry]" || len(got["F"]) != 6 || len(got) != 2 {
		t.Errorf("got %v", got)
	}
}
