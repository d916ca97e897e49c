package sim_test

import (
	"context"
	"strings"
	"testing"

	"github.com/stepwise-go/stepwise/ordjson"
	"github.com/stepwise-go/stepwise/sim"
)

func starter(action string) string {
	return `{"StartAt": "S", "States": {"S": {"Type": "Task", "Resource": "arn:aws:states:::` + action + `",
		"Parameters": {"StateMachineArn": "arn:aws:states:us-east-1:123456789012:stateMachine:Child", "Name": "run-1", "Input": {"k": 1}}, "End": true}}}`
}

// TestNestedAnswers compares with recorded answers of the service: the members in the order of their names.
func TestNestedAnswers(t *testing.T) {
	fails := plan(t, `{"StartAt": "F", "States": {"F": {"Type": "Fail", "Error": "Boom", "Cause": "custom cause"}}}`)
	passes := plan(t, `{"StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}`)
	const tail = `"ExecutionArn":"arn:aws:states:us-east-1:123456789012:execution:Child:run-1","Input":"{\"k\":1}","InputDetails":{"Included":true},"Name":"run-1",`
	const dates = `"StartDate":1735689600000,"StateMachineArn":"arn:aws:states:us-east-1:123456789012:stateMachine:Child",`
	for _, action := range []string{"states:startExecution.sync", "states:startExecution.sync:2"} {
		x := run(t, starter(action), nil, sim.WithMachine("Child", fails))
		want := `{"Cause":"custom cause","Error":"Boom",` + tail + `"RedriveCount":0,"RedriveStatus":"REDRIVABLE",` + dates + `"Status":"FAILED","StopDate":1735689600000}`
		if x.Failure.Name != sim.ErrorTaskFailed || x.Failure.Cause != want {
			t.Errorf("%s:\ngot  %s\nwant %s", action, x.Failure.Cause, want)
		}
	}
	x := run(t, starter("states:startExecution.sync"), nil, sim.WithMachine("Child", passes))
	wantOutput(t, x, `{`+tail+`"Output":"{\"k\":1}","OutputDetails":{"Included":true},"RedriveCount":0,"RedriveStatus":"NOT_REDRIVABLE",`+
		`"RedriveStatusReason":"Execution is SUCCEEDED and cannot be redriven",`+dates+`"Status":"SUCCEEDED","StopDate":1735689600000}`)
	x = run(t, starter("states:startExecution.sync:2"), nil, sim.WithMachine("Child", passes))
	if out, _ := ordjson.Lookup(x.Output, "/Output/k"); ordjson.String(out) != "1" {
		t.Errorf("sync:2: %s", ordjson.String(x.Output))
	}
}

// TestStartSyncExecution: the call succeeds even if the execution does not.
func TestStartSyncExecution(t *testing.T) {
	fails := plan(t, `{"StartAt": "W", "States": {"W": {"Type": "Wait", "Seconds": 1, "Next": "F"}, "F": {"Type": "Fail", "Error": "Boom"}}}`, sim.Express())
	x := run(t, starter("aws-sdk:sfn:startSyncExecution"), nil, sim.WithMachine("Child", fails))
	status, _ := ordjson.Lookup(x.Output, "/Status")
	billed, _ := ordjson.Lookup(x.Output, "/BillingDetails/BilledDurationInMilliseconds")
	if x.Status != sim.Succeeded || status != "FAILED" || ordjson.String(billed) != "1000" {
		t.Errorf("%s %v %s", x.Status, &x.Failure, ordjson.String(x.Output))
	}
}

func TestEndlessNesting(t *testing.T) {
	p := plan(t, strings.Replace(starter("states:startExecution.sync"), `"Name": "run-1", `, "", 1))
	if _, err := p.Run(context.Background(), nil, sim.WithMachine("Child", p)); err == nil || !strings.Contains(err.Error(), "never ends") {
		t.Errorf("got %v", err)
	}
}
