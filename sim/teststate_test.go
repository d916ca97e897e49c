package sim_test

import (
	"context"
	"errors"
	"testing"

	"github.com/stepwise-go/stepwise/ordjson"
	"github.com/stepwise-go/stepwise/sim"
)

func object(t testing.TB, text string) *ordjson.Object {
	t.Helper()
	v, err := ordjson.DecodeString(text)
	if err != nil {
		t.Fatal(err)
	}
	return v.(*ordjson.Object)
}

func TestTestState(t *testing.T) {
	for _, c := range []struct{ name, state, input, want string }{
		{"steps", `{"Type": "Pass", "InputPath": "$.a", "Parameters": {"x.$": "$.b"}, "ResultPath": "$.r", "OutputPath": "$.r", "Next": "N"}`, `{"a": {"b": 1}}`,
			`{"output":{"x":1},"inspectionData":{"input":{"a":{"b":1}},"afterInputPath":{"b":1},"afterParameters":{"x":1},"afterResultSelector":{"x":1},` +
				`"afterResultPath":{"a":{"b":1},"r":{"x":1}}},"nextState":"N","status":"SUCCEEDED"}`},
		{"choice", `{"Type": "Choice", "QueryLanguage": "JSONata", "Choices": [{"Condition": "{% $states.input.n > 3 %}", "Next": "Big"}], "Default": "Small"}`, `{"n": 3}`,
			`{"output":{"n":3},"inspectionData":{"input":{"n":3}},"nextState":"Small","status":"SUCCEEDED"}`},
		{"assign", `{"Type": "Pass", "Assign": {"v.$": "$.n"}, "End": true}`, `{"n": 3}`,
			`{"output":{"n":3},"inspectionData":{"input":{"n":3},"afterInputPath":{"n":3},"afterParameters":{"n":3},"afterResultSelector":{"n":3},"afterResultPath":{"n":3},"variables":{"v":3}},"status":"SUCCEEDED"}`},
		{"fail", `{"Type": "Fail", "Error": "E", "CausePath": "$.why"}`, `{"why": "w"}`,
			`{"error":"E","cause":"w","inspectionData":{"input":{"why":"w"},"afterInputPath":{"why":"w"}},"status":"FAILED"}`},
	} {
		r, err := sim.TestState(context.Background(), sim.StateTest{Definition: object(t, c.state), Input: object(t, c.input), Level: sim.InspectDebug})
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if got := ordjson.String(r.JSON()); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.want)
		}
	}
}

func TestTestStateWithMocks(t *testing.T) {
	state := object(t, `{"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Parameters": {"QueueUrl": "q", "MessageBody": "m"}, "Retry": [{"ErrorEquals": ["E"], "MaxAttempts": 2, "BackoffRate": 3}],
		"Catch": [{"ErrorEquals": ["States.ALL"], "ResultPath": "$.e", "Next": "C"}], "End": true}`)
	test := sim.StateTest{Definition: state, Mock: &sim.StateMock{Failure: sim.Fail("E", "c")}, Level: sim.InspectDebug, Config: sim.StateConfig{RetryCount: 1}}
	r, err := sim.TestState(context.Background(), test)
	if err != nil {
		t.Fatal(err)
	}
	details, _ := r.Inspection.Get("errorDetails")
	if r.Status != sim.StateRetriable || ordjson.String(details) != `{"retryBackoffIntervalSeconds":3,"retryIndex":0}` {
		t.Errorf("%s %s", r.Status, ordjson.String(details))
	}
	test.Config.RetryCount = 2
	if r, err = sim.TestState(context.Background(), test); err != nil || r.Status != sim.StateCaught || r.NextState != "C" || ordjson.String(r.Output) != `{"e":{"Error":"E","Cause":"c"}}` {
		t.Errorf("%v %+v", err, r)
	}
	wrong, _ := ordjson.From(map[string]any{"MessageId": 7})
	_, err = sim.TestState(context.Background(), sim.StateTest{Definition: state, Mock: &sim.StateMock{Result: &wrong}})
	var refused *sim.TestStateError
	if !errors.As(err, &refused) || refused.Message != "Mock result schema validation error: Field 'MessageId' must be a string" {
		t.Errorf("got %v", err)
	}
	r, err = sim.TestState(context.Background(), sim.StateTest{Definition: state, RoleARN: "arn:aws:iam::1:role/r"}, sim.OnTask("StateName").Return(5))
	if err != nil || ordjson.String(r.Output) != "5" {
		t.Errorf("%v %+v", err, r)
	}
}
