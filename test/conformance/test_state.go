package main

import (
	"context"
	"errors"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/ordjson"
	"github.com/stepwise-go/stepwise/sim"
)

func (c *testCase) testState(v *verdict) {
	request, want := expand(get(c.Body, "request")), get(c.Body, "expected")
	result, err := sim.TestState(context.Background(), c.stateTest(request), sim.WithAccount(account, region))
	got := &ordjson.Object{}
	var refused *sim.TestStateError
	switch {
	case errors.As(err, &refused):
		got.Set("exception", ordjson.NewObject(
			ordjson.Member{Key: "code", Value: refused.Code}, ordjson.Member{Key: "message", Value: refused.Message}))
	case err != nil:
		v.check("test_state", err.Error())
		return
	default:
		got = result.JSON()
	}
	if d := differ("", want, got); d != "" {
		v.check("test_state", d)
		return
	}
	v.check("test_state")
}

func (c *testCase) stateTest(request any) sim.StateTest {
	t := sim.StateTest{
		StateName: text(request, "stateName"), Input: get(request, "input"), Level: sim.InspectionLevel(text(request, "inspectionLevel")),
	}
	t.Definition, _ = get(request, "definition").(*ordjson.Object)
	t.Variables, _ = get(request, "variables").(*ordjson.Object)
	t.Context, _ = get(request, "context").(*ordjson.Object)
	t.Mock = mockOfState(get(request, "mock"))
	if result, ok := c.serviceAnswer(request); ok {
		t.Mock = &sim.StateMock{Result: &result, Validation: sim.ValidateNone}
	}
	config := get(request, "stateConfiguration")
	n, _ := ordjson.Int(get(config, "retrierRetryCount"))
	t.Config = sim.StateConfig{RetryCount: int(n), ErrorCausedByState: text(config, "errorCausedByState"), ItemReaderData: text(config, "mapItemReaderData")}
	if n, ok := ordjson.Int(get(config, "mapIterationFailureCount")); ok {
		count := int(n)
		t.Config.IterationFailureCount = &count
	}
	// The recordings do not tell the role. It was given where a service would be called.
	if t.Mock != nil && t.Definition != nil && !isPlain(t.Definition) {
		t.RoleARN = role
	}
	return t
}

// serviceAnswer is what a real service answered. At level INFO only the same case at another level tells.
func (c *testCase) serviceAnswer(request any) (any, bool) {
	if !has(c.Body, "flags") {
		return nil, false
	}
	for i := range c.all {
		other := c.all[i].Body
		if !has(other, "recordedTaskResult") {
			continue
		}
		r := get(other, "request")
		if ordjson.Equal(get(r, "definition"), get(request, "definition")) && ordjson.Equal(get(r, "input"), get(request, "input")) {
			return get(other, "recordedTaskResult"), true
		}
	}
	return nil, false
}

func isPlain(definition *ordjson.Object) bool {
	switch text(definition, "Type") {
	case string(asl.TypePass), string(asl.TypeSucceed), string(asl.TypeFail), string(asl.TypeChoice), string(asl.TypeWait):
		return true
	}
	return false
}

func mockOfState(v any) *sim.StateMock {
	if v == nil {
		return nil
	}
	m := &sim.StateMock{Validation: sim.MockValidation(text(v, "fieldValidationMode"))}
	if has(v, "result") {
		result := get(v, "result")
		m.Result = &result
	}
	if e := get(v, "errorOutput"); e != nil {
		m.Failure = &sim.Failure{Name: text(e, "error"), Cause: text(e, "cause")}
	}
	return m
}
