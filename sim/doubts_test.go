package sim_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/stepwise-go/stepwise/sim"
)

const sends = `{"StartAt": "T", "States": {"T": {"Type": "Task", "Resource": "arn:aws:states:::%s", "Parameters": {}, "End": true,
	"Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Z"}]}, "Z": {"Type": "Pass", "End": true}}}`

func TestDoubts(t *testing.T) {
	for _, c := range []struct {
		resource string
		mock     *sim.TaskMock
		want     string
	}{
		{"sqs:sendMessage", sim.OnTask("T").Return(map[string]any{"MessageId": "m", "Other": 1}), ""},
		{"sqs:sendMessage", sim.OnTask("T").Return(map[string]any{"MessageId": 1}), `the mock of "T" returns what sqs:sendMessage does not: Field 'MessageId' must be a string`},
		{"sqs:sendMessage", sim.OnTask("T").Return("ok"), "must be a JSON object"},
		{"lambda:invoke", sim.OnTask("T").Return("ok"), "is in its Payload, as Handle puts it there"},
		{"lambda:invoke", sim.OnTask("T").Return(map[string]any{"id": 1}), "none of the answer's members: ExecutedVersion, FunctionError, LogResult, Payload, StatusCode; what the function returns"},
		{"lambda:invoke", sim.OnTask("T").Return(map[string]any{"StatusCode": 202, "id": 1}), ""},
		{"lambda:invoke", sim.OnTask("T").Return(map[string]any{}), ""},
		{"dynamodb:getItem", sim.OnTask("T").Return(map[string]any{"item": map[string]any{}}), "Attributes, ConsumedCapacity, Item, "},
		{"lambda:invoke", sim.OnTask("T").Handle(func() string { return "ok" }), ""},
		{"sqs:sendMessage.waitForTaskToken", sim.OnTask("T").Return("ok"), ""},
		{"ecs:runTask.sync", sim.OnTask("T").Return("ok"), ""},
		{"aws-sdk:unknown:thing", sim.OnTask("T").Return("ok"), ""},
		{"sqs:sendMessage", sim.OnTask("T").Fail("SQS.QueueDoesNotExistException"), ""},
		{"sqs:sendMessage", sim.OnTask("T").Fail("States.TaskFailed"), ""},
		{"sqs:sendMessage", sim.OnTask("T").Hang(), ""},
		{"sqs:sendMessage", sim.OnTask("T").Fail("Boom"), `fails with Boom: the errors of sqs:sendMessage have names such as Sqs.SomeException`},
		{"events:putEvents", sim.OnTask("T").Fail("EventBridge.FailedEntry"), ""},
		{"aws-sdk:dynamodb:getItem", sim.OnTask("T").Fail("DynamoDb.ResourceNotFoundException"), ""},
		{"states:startExecution.sync", sim.OnTask("T").Fail("StepFunctions.ExecutionLimitExceededException"), ""},
		{"http:invoke", sim.OnTask("T").Return(map[string]any{"id": 1}), "none of the answer's members: Headers, ResponseBody, StatusCode, StatusText"},
		{"http:invoke", sim.OnTask("T").Return(map[string]any{"ResponseBody": map[string]any{"id": 1}}), ""},
		{"http:invoke", sim.OnTask("T").Fail("States.Http.StatusCode.404"), ""},
		{"lambda:invoke", sim.OnTask("T").Fail("MyError"), ""},
		{"lambda:invoke", sim.OnTask("T").Fail("States.ALL"), "names that begin with States. are reserved"},
		{"sqs:sendMessage.waitForTaskToken", sim.OnTask("T").Fail("MyError"), ""},
	} {
		p := plan(t, strings.Replace(sends, "%s", c.resource, 1))
		if strings.Contains(c.resource, ".") || c.mock.State() == "" {
			p = plan(t, strings.Replace(strings.Replace(sends, "%s", c.resource, 1), `"Parameters": {}`, `"Parameters": {"t.$": "$$.Task.Token"}, "TimeoutSeconds": 9`, 1))
		}
		x, err := p.Run(context.Background(), nil, c.mock)
		if err != nil {
			t.Fatal(err)
		}
		got := strings.Join(x.Doubts(), "; ")
		if (got == "") != (c.want == "") || !strings.Contains(got, c.want) {
			t.Errorf("%s: got %q, want %q", c.resource, got, c.want)
		}
		if _, err := p.Run(context.Background(), nil, c.mock, sim.StrictMocks()); (err == nil) != (c.want == "") {
			t.Errorf("%s: strict: %v", c.resource, err)
		}
	}
}

func TestStrayMocks(t *testing.T) {
	x := run(t, poll, sim.JSON(`{"wait": 0}`), sim.OnTask("Submit").Return(1), sim.OnTask("Statuss").Return(1),
		sim.OnTask("Status").Return(map[string]any{"Payload": "SUCCEEDED"}))
	if got := x.Doubts(); len(got) != 1 || got[0] != `there is a mock of "Statuss", but no machine has a task of that name; is it "Status"?` {
		t.Errorf("got %q", got)
	}
}

func TestTextInput(t *testing.T) {
	p := plan(t, `{"StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}`)
	for _, c := range []struct {
		input any
		doubt bool
	}{{`{"wait": 0}`, true}, {`[1]`, true}, {`17`, false}, {"text", false}, {"", false}, {"{no", false}, {sim.JSON(`{"wait": 0}`), false}, {nil, false}} {
		x, err := p.Run(context.Background(), c.input)
		if err != nil {
			t.Fatal(err)
		}
		if got := x.Doubts(); (len(got) == 1) != c.doubt {
			t.Errorf("%v: got %q", c.input, got)
		}
	}
}

func TestUnmetConditions(t *testing.T) {
	_, err := plan(t, invoke).Run(context.Background(), nil, sim.OnTask("T").OnAttempt(3).Return(1))
	var unmocked *sim.UnmockedError
	if !errors.As(err, &unmocked) || !strings.Contains(err.Error(), "conditions that this call does not meet") {
		t.Errorf("got %v", err)
	}
}

// TestMocksOfInnerMachines: a machine that a machine brought along has its tasks, too.
func TestMocksOfInnerMachines(t *testing.T) {
	inner := plan(t, `{"StartAt": "Deep", "States": {"Deep": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:F", "End": true}}}`)
	middle := plan(t, strings.Replace(starter("states:startExecution.sync:2"), ":Child", ":Inner", 1), sim.WithMachine("Inner", inner))
	x := run(t, starter("states:startExecution.sync:2"), nil, sim.WithMachine("Child", middle), sim.OnTask("Deep").Return(1))
	if doubts := x.Doubts(); len(doubts) > 0 {
		t.Errorf("%q", doubts)
	}
}
