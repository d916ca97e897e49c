package sim_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/ordjson"
	"github.com/stepwise-go/stepwise/sim"
)

func definition(t testing.TB, text string) *asl.Machine {
	t.Helper()
	doc, err := asl.Parse("test.asl.json", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return doc.Machine
}

func plan(t testing.TB, text string, options ...sim.Option) *sim.Plan {
	t.Helper()
	p, err := sim.New(definition(t, text), options...)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func run(t testing.TB, text string, input any, options ...sim.Option) *sim.Execution {
	t.Helper()
	x, err := plan(t, text).Run(context.Background(), input, options...)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

func types(x *sim.Execution) []string {
	var out []string
	for _, e := range x.History {
		out = append(out, string(e.Type))
	}
	return out
}

func wantOutput(t testing.TB, x *sim.Execution, want string) {
	t.Helper()
	if x.Status != sim.Succeeded {
		t.Fatalf("status %s: %v", x.Status, &x.Failure)
	}
	if got := ordjson.String(x.Output); got != want {
		t.Fatalf("output %s, want %s", got, want)
	}
}

const poll = `{"StartAt": "Submit", "States": {
	"Submit": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:submit", "ResultPath": "$.guid", "Next": "Wait"},
	"Wait": {"Type": "Wait", "SecondsPath": "$.wait", "Next": "Status"},
	"Status": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": {"FunctionName": "status", "Payload.$": "$.guid"},
		"ResultSelector": {"state.$": "$.Payload"}, "ResultPath": "$.status", "Next": "Done?"},
	"Done?": {"Type": "Choice", "Choices": [{"Variable": "$.status.state", "StringEquals": "SUCCEEDED", "Next": "Done"}], "Default": "Wait"},
	"Done": {"Type": "Succeed"}}}`

func TestPolling(t *testing.T) {
	answers := []string{"RUNNING", "RUNNING", "SUCCEEDED"}
	x := run(t, poll, sim.JSON(`{"wait": 3}`),
		sim.OnTask("Submit").Return("guid-1"),
		sim.OnTask("Status").Handle(func(ctx context.Context, guid string) (string, error) {
			if guid != "guid-1" {
				return "", errors.New("wrong guid")
			}
			answer := answers[0]
			answers = answers[1:]
			return answer, nil
		}))
	wantOutput(t, x, `{"wait":3,"guid":"guid-1","status":{"state":"SUCCEEDED"}}`)
	if x.Elapsed != 9*time.Second {
		t.Errorf("elapsed %v", x.Elapsed)
	}
	if got := strings.Join(x.Path(), " "); got != "Submit Wait Status Done? Wait Status Done? Wait Status Done? Done" {
		t.Errorf("path %s", got)
	}
	if calls := x.CallsTo("Status"); len(calls) != 3 || ordjson.String(calls[0].Input) != `{"FunctionName":"status","Payload":"guid-1"}` {
		t.Errorf("calls %v", calls)
	}
	if v := x.Visits("Done?"); len(v) != 3 || v[0].Rule != -1 || v[2].Rule != 0 {
		t.Errorf("visits %+v", v)
	}
}

func TestUnmocked(t *testing.T) {
	_, err := plan(t, poll).Run(context.Background(), sim.JSON(`{"wait": 0}`), sim.OnTask("Submit").Return(1), sim.OnTask("Statsu").Return(1))
	var unmocked *sim.UnmockedError
	if !errors.As(err, &unmocked) || unmocked.State != "Status" || unmocked.Nearest != "Statsu" {
		t.Fatalf("got %v", err)
	}
	for _, part := range []string{`"Status"`, `"Submit"`, `"Statsu"`} {
		if !strings.Contains(err.Error(), part) {
			t.Errorf("%s is not in: %v", part, err)
		}
	}
}

func TestMockErrors(t *testing.T) {
	for name, option := range map[string]sim.Option{
		"no answer":     sim.OnTask("Submit"),
		"no JSON":       sim.OnTask("Submit").Return(func() {}),
		"bad handler":   sim.OnTask("Submit").Handle(func(a, b, c int) {}),
		"times first":   sim.OnTask("Submit").Times(3).Return(1),
		"nil machine":   sim.WithMachine("x", nil),
		"bad variables": sim.WithVariables(3),
	} {
		if _, err := plan(t, poll).Run(context.Background(), nil, option); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	_, err := plan(t, poll).Run(context.Background(), sim.JSON(`{"wait": 0}`), sim.OnTask("Submit").Return(1),
		sim.OnTask("Status").Return(map[string]any{"Payload": "RUNNING"}).Times(1))
	if err == nil || !strings.Contains(err.Error(), "used up") {
		t.Errorf("answers that are used up: %v", err)
	}
}

func TestPlanErrorsAllAtOnce(t *testing.T) {
	_, err := sim.New(definition(t, `{"StartAt": "X", "States": {
		"A": {"Type": "Pass", "InputPath": "nonsense", "Next": "B"},
		"C": {"Type": "Pass", "Parameters": {"a.$": "$.["}, "End": true},
		"D": {"Type": "Task", "QueryLanguage": "JSONata", "Resource": "r", "Arguments": "{% 1 + %}"}}}`))
	if err == nil {
		t.Fatal("no error")
	}
	for _, part := range []string{`"X"`, "InputPath", `"B"`, "/States/C", "/States/D", "neither Next nor End"} {
		if !strings.Contains(err.Error(), part) {
			t.Errorf("%s is not in:\n%v", part, err)
		}
	}
}

const retrying = `{"StartAt": "T", "States": {"T": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Parameters": {},
	"Retry": [{"ErrorEquals": ["Slow"], "IntervalSeconds": 2, "MaxAttempts": 4, "BackoffRate": 3, "MaxDelaySeconds": 10},
		{"ErrorEquals": ["States.TaskFailed"], "MaxAttempts": 1}],
	"Catch": [{"ErrorEquals": ["States.Timeout"], "ResultPath": "$.err", "Next": "Late"}, {"ErrorEquals": ["States.ALL"], "Next": "Caught"}],
	"TimeoutSeconds": 60, "End": true},
	"Late": {"Type": "Pass", "End": true}, "Caught": {"Type": "Pass", "End": true}}}`

func TestRetry(t *testing.T) {
	x := run(t, retrying, nil, sim.OnTask("T").Fail("Slow").Times(3).Fail("Other", "why").Then().Return("ok"))
	wantOutput(t, x, `"ok"`)
	if want := (2 + 6 + 10 + 1) * time.Second; x.Elapsed != want {
		t.Errorf("elapsed %v, want %v", x.Elapsed, want)
	}
	if s := x.Steps()[0]; !slices.Equal(s.Retried, []int{0, 0, 0, 1}) || len(s.Calls) != 5 || s.Calls[4].Attempt != 4 {
		t.Errorf("step %+v", s)
	}
}

func TestCatch(t *testing.T) {
	x := run(t, retrying, nil, sim.OnTask("T").Fail("Other", "why"))
	wantOutput(t, x, `{"Error":"Other","Cause":"why"}`)
	x = run(t, retrying, sim.JSON(`{"a":1}`), sim.OnTask("T").Hang())
	wantOutput(t, x, `{"a":1,"err":{"Error":"States.Timeout","Cause":""}}`)
	if x.Elapsed != 60*time.Second {
		t.Errorf("elapsed %v", x.Elapsed)
	}
}

// An HTTP task has a limit of its own, which a shorter TimeoutSeconds comes before.
func TestHTTPTaskWithoutAnswer(t *testing.T) {
	text := `{"StartAt": "T", "States": {"T": {"Type": "Task", "Resource": "arn:aws:states:::http:invoke", "Parameters": {}, "TimeoutSeconds": 90,
		"Retry": [{"ErrorEquals": ["States.Http.Socket"], "MaxAttempts": 1, "IntervalSeconds": 5}], "End": true}}}`
	for _, c := range []struct {
		text, want string
		mock       sim.Option
		elapsed    time.Duration
	}{
		{text, "States.Http.Socket", sim.OnTask("T").Hang(), 125 * time.Second},
		{text, "States.Http.Socket", sim.OnTask("T").Return("late").After(61 * time.Second), 125 * time.Second},
		{text, "", sim.OnTask("T").Return("in time").After(59 * time.Second), 59 * time.Second},
		{strings.Replace(text, "90", "60", 1), "States.Timeout", sim.OnTask("T").Hang(), time.Minute},
	} {
		if x := run(t, c.text, nil, c.mock); x.Failure.Name != c.want || x.Elapsed != c.elapsed {
			t.Errorf("got %s %v after %v, want %s after %v", x.Status, x.Failure, x.Elapsed, c.want, c.elapsed)
		}
	}
}

func TestJitterIsSeeded(t *testing.T) {
	text := strings.Replace(retrying, `"MaxDelaySeconds": 10`, `"JitterStrategy": "FULL"`, 1)
	elapsed := func(seed uint64) time.Duration {
		return run(t, text, nil, sim.WithSeed(seed), sim.OnTask("T").Fail("Slow").Times(3).Return(1)).Elapsed
	}
	if a, b := elapsed(1), elapsed(1); a != b || a == 0 || a > 26*time.Second {
		t.Errorf("elapsed %v and %v", a, b)
	}
	if elapsed(1) == elapsed(2) {
		t.Error("the seed makes no difference")
	}
}

func TestEndlessLoop(t *testing.T) {
	const loop = `{"StartAt": "A", "States": {"A": {"Type": "Pass", "Next": "A"}}}`
	x := run(t, loop, nil)
	last := x.History[len(x.History)-1]
	if len(x.History) != sim.MaxEvents || last.Previous != sim.MaxEvents-1 || x.Failure.Name != sim.ErrorRuntime {
		t.Errorf("%d events, last %+v", len(x.History), last)
	}
	if x = run(t, loop, nil, sim.Express()); x.Status != sim.TimedOut {
		t.Errorf("express: %s", x.Status)
	}
}

func TestLimits(t *testing.T) {
	big := strings.Repeat("x", sim.MaxPayload)
	if _, err := plan(t, poll).Run(context.Background(), big); err == nil {
		t.Error("an input that is too large is taken")
	}
	x := run(t, retrying, nil, sim.OnTask("T").Return(big))
	wantOutput(t, x, `{"Error":"States.DataLimitExceeded","Cause":"The state/task 'arn:aws:states:::sqs:sendMessage' returned a result with a size exceeding the maximum number of bytes service limit."}`)
	x = run(t, strings.Replace(retrying, `"Parameters": {}`, `"Parameters": {"a.$": "$", "b.$": "$"}`, 1), strings.Repeat("x", sim.MaxPayload/2), sim.OnTask("T").Return(1))
	if len(x.Calls) != 0 || x.Status != sim.Succeeded || !strings.Contains(ordjson.String(x.Output), sim.ErrorDataLimit) {
		t.Errorf("parameters that are too large: %s %v", x.Status, x.Failure)
	}
	x = run(t, `{"QueryLanguage": "JSONata", "StartAt": "A", "States": {"A": {"Type": "Pass", "Assign": {"a": "{% $states.input %}", "b": "{% $states.input %}"}, "End": true}}}`,
		strings.Repeat("x", sim.MaxPayload/2))
	if x.Failure.Name != sim.ErrorDataLimit {
		t.Errorf("variables that are too large: %s %v", x.Status, x.Failure)
	}
	x = run(t, `{"TimeoutSeconds": 5, "StartAt": "W", "States": {"W": {"Type": "Wait", "Seconds": 6, "End": true}}}`, nil)
	if x.Status != sim.TimedOut || x.Elapsed != 5*time.Second {
		t.Errorf("%s after %v", x.Status, x.Elapsed)
	}
}

func TestStop(t *testing.T) {
	x := run(t, `{"StartAt": "W", "States": {"W": {"Type": "Wait", "Seconds": 60, "End": true}}}`, nil, sim.StopAfter(time.Minute/2, "E", "C"))
	if x.Status != sim.Aborted || x.Failure != (sim.Failure{Name: "E", Cause: "C"}) || x.Elapsed != 30*time.Second {
		t.Errorf("%s %v", x.Status, x.Failure)
	}
}

func TestExpressRefusesStandardStates(t *testing.T) {
	_, err := plan(t, callback).Run(context.Background(), nil, sim.Express(), sim.OnTask("T").Return(1))
	if err == nil || !strings.Contains(err.Error(), `"T"`) {
		t.Errorf("got %v", err)
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := plan(t, poll).Run(ctx, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

// TestConcurrentRuns proves, with -race, that a plan is read-only.
func TestConcurrentRuns(t *testing.T) {
	p := plan(t, `{"StartAt": "M", "States": {"M": {"Type": "Map", "QueryLanguage": "JSONata", "Items": "{% $states.input.list %}",
		"ItemSelector": {"v": "{% $states.context.Map.Item.Value * 2 %}"},
		"ItemProcessor": {"StartAt": "T", "States": {"T": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
			"Parameters": {"Payload.$": "$.v", "Id.$": "States.UUID()"}, "OutputPath": "$.Payload", "End": true}}}, "End": true}}}`,
		sim.OnTask("T").Echo())
	var wait sync.WaitGroup
	for range 8 {
		wait.Add(1)
		go func() {
			defer wait.Done()
			for range 20 {
				x, err := p.Run(context.Background(), sim.JSON(`{"list": [1, 2, 3]}`))
				if err != nil || ordjson.String(x.Output) != "[2,4,6]" {
					t.Errorf("%v %v", x, err)
					return
				}
			}
		}()
	}
	wait.Wait()
}

func TestObservers(t *testing.T) {
	var seen []string
	var decisions []sim.Decision
	x := run(t, retrying, nil, sim.OnTask("T").Fail("Slow").Return(1).Times(1),
		sim.WithObserver(func(execution string, e sim.Event) { seen = append(seen, string(e.Type)) }),
		sim.WithDecisions(func(d sim.Decision) { decisions = append(decisions, d) }))
	if !slices.Equal(seen, types(x)) {
		t.Errorf("observed %v, history %v", seen, types(x))
	}
	if len(decisions) != 1 || decisions[0].Kind != sim.TookRetry || decisions[0].Pointer != "/States/T" {
		t.Errorf("decisions %+v", decisions)
	}
}
