package sim_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/stepwise-go/stepwise/ordjson"
	"github.com/stepwise-go/stepwise/sim"
)

func echoIn(_ context.Context, call *sim.Call) (any, error) {
	v, _ := ordjson.Lookup(call.Input, "/in")
	return v, nil
}

const invoke = `{"StartAt": "T", "States": {"T": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": {"FunctionName": "f", "Payload.$": "$"},
	"OutputPath": "$.Payload", "End": true}}}`

type order struct {
	ID    string `json:"id"`
	Total int    `json:"total"`
}

type declined struct{ reason string }

func (d *declined) Error() string { return d.reason }

// bytesHandler is what a handler of aws-lambda-go is.
type bytesHandler struct{}

func (bytesHandler) Invoke(_ context.Context, payload []byte) ([]byte, error) {
	return []byte(`{"got":` + string(payload) + `}`), nil
}

func TestHandlers(t *testing.T) {
	for _, c := range []struct {
		name    string
		handler any
		want    string
	}{
		{"full", func(_ context.Context, o order) (order, error) { return order{o.ID, o.Total * 2}, nil }, `{"id":"x","total":42}`},
		{"no context", func(o *order) (string, error) { return o.ID, nil }, `"x"`},
		{"no input", func() (int, error) { return 7, nil }, `7`},
		{"no output", func(order) error { return nil }, `null`},
		{"nothing", func() {}, `null`},
		{"any", func(v any) any { return v }, `{"id":"x","total":21}`},
		{"lambda.Handler", bytesHandler{}, `{"got":{"id":"x","total":21}}`},
	} {
		x := run(t, invoke, sim.JSON(`{"id":"x","total":21}`), sim.OnTask("T").Handle(c.handler))
		if got := ordjson.String(x.Output); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

func TestHandlerErrors(t *testing.T) {
	x := run(t, invoke, nil, sim.OnTask("T").Handle(func() error { return &declined{"no money"} }))
	if x.Failure.Name != "declined" || x.Failure.Cause != `{"errorMessage":"no money","errorType":"declined"}` {
		t.Errorf("%v", x.Failure)
	}
	x = run(t, invoke, nil, sim.OnTask("T").Handle(func() error { return sim.Fail("Mine", "because") }))
	if x.Failure != (sim.Failure{Name: "Mine", Cause: "because"}) {
		t.Errorf("%v", x.Failure)
	}
	_, err := plan(t, invoke).Run(context.Background(), nil, sim.OnTask("T").Handle(func() error { return sim.TestError{Err: errors.New("test is wrong")} }))
	if err == nil || !strings.Contains(err.Error(), `"T"`) {
		t.Errorf("got %v", err)
	}
	_, err = plan(t, invoke).Run(context.Background(), "text", sim.OnTask("T").Handle(func(order) error { return nil }))
	if err == nil {
		t.Error("an input that does not fit is taken")
	}
}

const callback = `{"StartAt": "T", "States": {"T": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
	"Parameters": {"Token.$": "$$.Task.Token"}, "HeartbeatSeconds": 10,
	"Catch": [{"ErrorEquals": ["States.HeartbeatTimeout"], "Next": "Dead"}], "End": true}, "Dead": {"Type": "Pass", "Result": "dead", "End": true}}}`

func TestTaskTokens(t *testing.T) {
	wantOutput(t, run(t, callback, nil, sim.OnTask("T").Return("done").After(5*time.Second)), `"done"`)
	wantOutput(t, run(t, callback, nil, sim.OnTask("T").Hang()), `"dead"`)
	wantOutput(t, run(t, callback, nil, sim.OnTask("T").Return("late").After(time.Minute)), `"dead"`)
	x := run(t, callback, nil, sim.OnTask("T").Return("late").After(time.Minute).Heartbeats(9*time.Second))
	wantOutput(t, x, `"late"`)
	if x.Elapsed != time.Minute {
		t.Errorf("elapsed %v", x.Elapsed)
	}
	x = run(t, callback, nil, sim.OnTask("T").Handle(func(ctx context.Context, in struct{ Token string }) error {
		c := sim.ControlFrom(ctx)
		if err := c.After(9 * time.Second).SendTaskHeartbeat(in.Token); err != nil {
			return err
		}
		return c.After(18*time.Second).SendTaskSuccess(in.Token, map[string]int{"n": 1})
	}))
	wantOutput(t, x, `{"n":1}`)
	if x.Elapsed != 18*time.Second {
		t.Errorf("elapsed %v", x.Elapsed)
	}
	x = run(t, callback, nil, sim.OnTask("T").Refuse("SQS.Gone"))
	if got := strings.Join(types(x), " "); x.Failure.Name != "SQS.Gone" || strings.Contains(got, "Submitted") {
		t.Errorf("%v %s", x.Failure, got)
	}
}

func TestNestedExecutions(t *testing.T) {
	child := plan(t, `{"StartAt": "W", "States": {"W": {"Type": "Wait", "Seconds": 4, "Next": "T"},
		"T": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:f", "End": true}}}`)
	parent := func(pattern string) string {
		return `{"StartAt": "S", "States": {"S": {"Type": "Task", "Resource": "arn:aws:states:::states:startExecution` + pattern + `",
			"Parameters": {"StateMachineArn": "arn:aws:states:us-east-1:123456789012:stateMachine:Child", "Input.$": "$"}, "End": true}}}`
	}
	options := []sim.Option{sim.WithMachine("Child", child), sim.OnTask("T").Echo()}
	x := run(t, parent(".sync:2"), sim.JSON(`{"a":1}`), options...)
	if out, _ := ordjson.Lookup(x.Output, "/Output"); ordjson.String(out) != `{"a":1}` || x.Elapsed != 4*time.Second {
		t.Errorf("sync:2: %s after %v", ordjson.String(x.Output), x.Elapsed)
	}
	x = run(t, parent(".sync"), sim.JSON(`{"a":1}`), options...)
	if out, _ := ordjson.Lookup(x.Output, "/Output"); out != `{"a":1}` {
		t.Errorf("sync: %s", ordjson.String(x.Output))
	}
	x = run(t, parent(""), nil, options...)
	if x.Status != sim.Succeeded || x.Elapsed != 0 {
		t.Errorf("started: %s after %v", x.Status, x.Elapsed)
	}
	x = run(t, parent(".sync"), nil, sim.WithMachine("Child", child), sim.OnTask("T").Fail("Boom"))
	if x.Failure.Name != "States.TaskFailed" || !strings.Contains(x.Failure.Cause, `"Error":"Boom"`) {
		t.Errorf("failed: %v", x.Failure)
	}
}

func TestServices(t *testing.T) {
	calls := 0
	service := sim.ServiceFunc(func(_ context.Context, c *sim.Call) (any, error) {
		if c.Resource.Service != "lambda" {
			return nil, sim.ErrNotServed
		}
		calls++
		return map[string]any{"Payload": calls}, nil
	})
	wantOutput(t, run(t, invoke, nil, sim.WithService(service)), `1`)
	wantOutput(t, run(t, invoke, nil, sim.OnResource("lambda:invoke").Return(map[string]any{"Payload": "by resource"})), `"by resource"`)
	wantOutput(t, run(t, invoke, nil, sim.WithService(service), sim.OnResource("lambda:*").Echo()), `null`)
}

func TestRedrive(t *testing.T) {
	const text = `{"StartAt": "A", "States": {"A": {"Type": "Task", ` + task + `, "ResultPath": null, "Next": "P"},
		"P": {"Type": "Parallel", "End": true, "Branches": [
			{"StartAt": "B", "States": {"B": {"Type": "Task", ` + task + `, "End": true}}},
			{"StartAt": "W", "States": {"W": {"Type": "Wait", "Seconds": 5, "Next": "C"}, "C": {"Type": "Task", ` + task + `, "Retry": [{"ErrorEquals": ["States.ALL"], "MaxAttempts": 1}], "End": true}}}]}}}`
	x := run(t, text, nil, sim.OnTask("A").Return(1), sim.OnTask("B").Return("b"), sim.OnTask("C").Fail("Boom"))
	if x.Status != sim.Failed {
		t.Fatal(x.Status)
	}
	y, err := x.Redrive(context.Background(), sim.OnTask("C").Return("c"))
	if err != nil {
		t.Fatal(err)
	}
	wantOutput(t, y, `["b","c"]`)
	if len(y.CallsTo("A")) != 1 || len(y.CallsTo("B")) != 1 || len(y.CallsTo("C")) != 3 {
		t.Errorf("calls %d %d %d", len(y.CallsTo("A")), len(y.CallsTo("B")), len(y.CallsTo("C")))
	}
	if !strings.Contains(strings.Join(types(y), " "), "ExecutionFailed ExecutionRedriven TaskScheduled") {
		t.Errorf("events %v", types(y))
	}
	if _, err := x.Redrive(context.Background()); err == nil {
		t.Error("the older result is redriven")
	}
	if _, err := y.Redrive(context.Background()); err == nil {
		t.Error("a succeeded execution is redriven")
	}
}

func TestRedriveMapRun(t *testing.T) {
	boom := true
	mock := sim.OnTask("T").Serve(sim.ServiceFunc(func(ctx context.Context, c *sim.Call) (any, error) {
		if boom && c.Index() == 1 {
			return nil, sim.Fail("Boom", "")
		}
		return echoIn(ctx, c)
	}))
	x := run(t, strings.Replace(distributedMap, "%s", `"MaxConcurrency": 1,`, 1), []int{1, 2, 3}, mock)
	if x.Status != sim.Failed || x.MapRuns[0].Items.Failed != 1 {
		t.Fatalf("%s %+v", x.Status, x.MapRuns[0])
	}
	boom = false
	y, err := x.Redrive(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	wantOutput(t, y, `[1,2,3]`)
	if r := y.MapRuns[0]; r.Redrives != 1 || r.Items.Succeeded != 3 || r.Items.Failed != 0 || len(y.Calls) != 4 {
		t.Errorf("%+v, %d calls", r, len(y.Calls))
	}
}
