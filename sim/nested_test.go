package sim_test

import (
	"context"
	"strings"
	"testing"
	"time"

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

// TestStarted: the answer to a start has the shape that the service asks of mocks.
func TestStarted(t *testing.T) {
	child := plan(t, `{"StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}`)
	for _, action := range []string{"states:startExecution", "aws-sdk:sfn:startExecution"} {
		x := run(t, starter(action), nil, sim.WithMachine("Child", child))
		if problem := sim.CheckResult("arn:aws:states:::"+action, x.Output, sim.ValidateStrict); problem != "" {
			t.Errorf("%s: %s: %s", action, problem, ordjson.String(x.Output))
		}
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

// TestOwnMocks: a plan brings its mocks, services and machines along; those of the run come first.
func TestOwnMocks(t *testing.T) {
	const task = `{"StartAt": "T", "States": {"T": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Parameters": {}, "End": true}}}`
	answers := func(v any) sim.Option {
		return sim.WithService(sim.ServiceFunc(func(context.Context, *sim.Call) (any, error) { return v, nil }))
	}
	for _, c := range []struct {
		child sim.Option
		run   []sim.Option
		want  string
	}{
		{sim.OnTask("T").Return("child"), nil, "child"},
		{sim.OnTask("T").Return("child"), []sim.Option{sim.OnTask("T").Return("run")}, "run"},
		{sim.OnResource("sqs:*").Return("child"), []sim.Option{sim.OnTask("Other").Return("run")}, "child"},
		{answers("child"), nil, "child"},
	} {
		inner := plan(t, task, c.child)
		middle := plan(t, strings.Replace(starter("states:startExecution.sync:2"), ":Child", ":Inner", 1), sim.WithMachine("Inner", inner))
		x := run(t, starter("states:startExecution.sync:2"), nil, append(c.run, sim.WithMachine("Child", middle))...)
		if out, _ := ordjson.Lookup(x.Output, "/Output/Output"); out != c.want {
			t.Errorf("got %s, want %s", ordjson.String(x.Output), c.want)
		}
	}
}

// TestSameName: https://docs.aws.amazon.com/step-functions/latest/apireference/API_StartExecution.html: a start with
// the name and input of a running execution is that one, any other with its name is refused.
func TestSameName(t *testing.T) {
	child := plan(t, `{"StartAt": "W", "States": {"W": {"Type": "Wait", "Seconds": 10, "End": true}}}`)
	twice := func(second string) string {
		return `{"StartAt": "P", "States": {"P": {"Type": "Parallel", "End": true, "Branches": [` +
			strings.Replace(starter("states:startExecution.sync:2"), `"S"`, `"A"`, 2) + `,` + strings.Replace(second, `"S"`, `"B"`, 2) + `]}}}`
	}
	x := run(t, twice(starter("states:startExecution.sync:2")), nil, sim.WithMachine("Child", child))
	a, _ := ordjson.Lookup(x.Output, "/0")
	b, _ := ordjson.Lookup(x.Output, "/1")
	if x.Status != sim.Succeeded || !ordjson.Equal(a, b) || x.Elapsed != 10*time.Second {
		t.Errorf("%s %v after %v", x.Status, &x.Failure, x.Elapsed)
	}
	x = run(t, twice(strings.Replace(starter("aws-sdk:sfn:startExecution"), `{"k": 1}`, `{"k": 2}`, 1)), nil, sim.WithMachine("Child", child))
	if x.Failure.Name != "Sfn.ExecutionAlreadyExistsException" {
		t.Errorf("%v", &x.Failure)
	}
}

// TestAbortedSync: what fails beside a task with .sync stops the execution that it waits for.
func TestAbortedSync(t *testing.T) {
	child := plan(t, `{"StartAt": "W", "States": {"W": {"Type": "Wait", "Seconds": 10, "Next": "Never"},
		"Never": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Parameters": {}, "End": true}}}`)
	var last sim.EventType
	x := run(t, `{"StartAt": "P", "States": {"P": {"Type": "Parallel", "Next": "Z", "Catch": [{"ErrorEquals": ["E"], "Next": "Z"}], "Branches": [`+
		starter("states:startExecution.sync")+`,
		{"StartAt": "B", "States": {"B": {"Type": "Wait", "Seconds": 1, "Next": "F"}, "F": {"Type": "Fail", "Error": "E"}}}]},
		"Z": {"Type": "Wait", "Seconds": 20, "End": true}}}`, nil, sim.WithMachine("Child", child),
		sim.WithObserver(func(execution string, e sim.Event) {
			if strings.Contains(execution, ":Child:") {
				last = e.Type
			}
		}))
	if x.Status != sim.Succeeded || len(x.Calls) != 1 || last != sim.EventExecutionAborted {
		t.Errorf("%s %v, %d calls, the child ended with %s", x.Status, &x.Failure, len(x.Calls), last)
	}
}

func TestEndlessNesting(t *testing.T) {
	p := plan(t, strings.Replace(starter("states:startExecution.sync"), `"Name": "run-1", `, "", 1))
	if _, err := p.Run(context.Background(), nil, sim.WithMachine("Child", p)); err == nil || !strings.Contains(err.Error(), "never ends") {
		t.Errorf("got %v", err)
	}
}

// TestBadInputOfStart: the name of the error is that of the integration.
func TestBadInputOfStart(t *testing.T) {
	child := plan(t, `{"StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}`)
	for action, want := range map[string]string{
		"states:startExecution":      "StepFunctions.InvalidExecutionInputException",
		"aws-sdk:sfn:startExecution": "Sfn.InvalidExecutionInputException",
	} {
		x := run(t, strings.Replace(starter(action), `{"k": 1}`, `"{"`, 1), nil, sim.WithMachine("Child", child))
		if x.Failure.Name != want {
			t.Errorf("%s: %s, want %s", action, x.Failure.Name, want)
		}
	}
}
