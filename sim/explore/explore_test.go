package explore_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/sim"
	"github.com/stepwise-go/stepwise/sim/explore"
)

const text = `{"StartAt": "Reserve", "States": {
 "Reserve": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": {"FunctionName": "r"}, "TimeoutSeconds": 60, "Next": "Charge",
   "Retry": [{"ErrorEquals": ["Busy"], "MaxAttempts": 2}], "Catch": [{"ErrorEquals": ["SoldOut"], "Next": "Sorry"}]},
 "Charge": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": {"FunctionName": "c"}, "Next": "Paid?",
   "Catch": [{"ErrorEquals": ["Declined"], "Next": "Charge"}, {"ErrorEquals": ["States.ALL"], "Next": "Sorry"}]},
 "Paid?": {"Type": "Choice", "Choices": [{"Variable": "$.Payload", "BooleanEquals": true, "Next": "Done"}], "Default": "Sorry"},
 "Done": {"Type": "Succeed"}, "Sorry": {"Type": "Fail", "Error": "Sorry"}}}`

func plan(t testing.TB) *sim.Plan {
	doc, err := asl.Parse("x.json", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return sim.MustNew(doc.Machine, sim.OnTask("Reserve").Return(map[string]any{}), sim.OnTask("Charge").Return(map[string]any{"Payload": true}))
}

func TestPaths(t *testing.T) {
	for _, c := range []struct {
		options explore.PathOptions
		want    []string
	}{
		{explore.PathOptions{}, []string{"Reserve → Charge → Paid? → Done", "Reserve → Charge → Paid? → Sorry"}},
		{explore.PathOptions{Catchers: true}, []string{
			"Reserve → Charge → Paid? → Done", "Reserve → Charge → Paid? → Sorry", "Reserve → Charge → Charge (again)", "Reserve → Charge → Sorry", "Reserve → Sorry",
		}},
	} {
		got, err := explore.Paths(plan(t).Machine(), c.options)
		if err != nil || fmt.Sprint(got) != fmt.Sprint(c.want) {
			t.Errorf("got %v, %v", got, err)
		}
	}
	if got, err := explore.Paths(plan(t).Machine(), explore.PathOptions{Limit: 1}); err == nil || len(got) != 1 {
		t.Errorf("the limit does not hold: %v", got)
	}
}

// What one run leaves behind must not change the next one.
func TestFreshOptions(t *testing.T) {
	made := 0
	fresh := func() []sim.Option {
		made++
		calls := 0
		return []sim.Option{sim.OnTask("Reserve").Handle(func() (map[string]any, error) {
			if calls++; calls > 1 {
				return nil, fmt.Errorf("a leftover of another run")
			}
			return map[string]any{}, nil
		})}
	}
	m, err := explore.Faults(plan(t), map[string]any{}, explore.FaultOptions{Fresh: fresh})
	if err != nil || m.Normal.Status != sim.Succeeded || made != len(m.Faults)+1 {
		t.Fatal(err, m, made)
	}
	if err := explore.Check(plan(t), map[string]any{}, 1, explore.FaultOptions{Fresh: fresh}); err != nil || made != len(m.Faults)+2 {
		t.Error(err, made)
	}
}

// A matrix without faults would pass for one in which all is caught.
func TestFaultsOfNothing(t *testing.T) {
	doc, err := asl.Parse("x.json", []byte(`{"StartAt": "T", "QueryLanguage": "JSONata", "States": {"T": {"Type": "Task",
		"Resource": "arn:aws:states:::lambda:invoke", "Arguments": {"Payload": "{% $states.input.order %}"}, "End": true}}}`))
	if err != nil {
		t.Fatal(err)
	}
	_, err = explore.Faults(sim.MustNew(doc.Machine), `{"order": 1}`, explore.FaultOptions{})
	for _, want := range []string{"called no task", "FAILED after T", "States.QueryEvaluationError", "sim.JSON"} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v does not say %q", err, want)
		}
	}
}

func TestFaults(t *testing.T) {
	m, err := explore.Faults(plan(t), map[string]any{}, explore.FaultOptions{Errors: map[string][]string{"": {"Lambda.Unknown"}}})
	if err != nil {
		t.Fatal(err)
	}
	want := `"Reserve" fails with Busy: nobody catches it
"Reserve" fails with Lambda.Unknown: nobody catches it
"Reserve" fails with Stepwise.UnexpectedError: nobody catches it
"Reserve" fails with (no answer): nobody catches it
"Charge" fails with Declined: the execution never ends
`
	if got := m.Summary(); got != want {
		t.Errorf("got\n%s", got)
	}
	if m.Faults[0].Retries != 2 || m.Faults[1].CaughtBy != 0 {
		t.Errorf("Busy: %d retries; SoldOut: catcher %d", m.Faults[0].Retries, m.Faults[1].CaughtBy)
	}
	var table strings.Builder
	if err := m.WriteText(&table); err != nil || !strings.Contains(table.String(), "never ends") {
		t.Errorf("%v\n%s", err, table.String())
	}
}

// TestFaultsInside: catchers around a task count, and those inside the children of a distributed Map.
func TestFaultsInside(t *testing.T) {
	doc, err := asl.Parse("x.json", []byte(`{"StartAt": "P", "States": {
	 "P": {"Type": "Parallel", "Branches": [{"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Parameters": {}, "End": true}}}],
	   "Catch": [{"ErrorEquals": ["Gone"], "Next": "M"}, {"ErrorEquals": ["States.ALL"], "Next": "Sorry"}], "Next": "M"},
	 "M": {"Type": "Map", "ItemsPath": "$$.Execution.Input", "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"}, "StartAt": "B", "States": {
	   "B": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Parameters": {}, "Retry": [{"ErrorEquals": ["Busy"], "MaxAttempts": 1}], "Catch": [{"ErrorEquals": ["Odd"], "Next": "Even"}], "End": true},
	   "Even": {"Type": "Pass", "End": true}}}, "Next": "C?"},
	 "C?": {"Type": "Choice", "Choices": [{"Variable": "$[0]", "IsNull": true, "Next": "C"}], "Default": "Done"},
	 "C": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Parameters": {}, "Next": "Done"},
	 "Done": {"Type": "Succeed"}, "Sorry": {"Type": "Fail", "Error": "Sorry"}}}`))
	if err != nil {
		t.Fatal(err)
	}
	p := sim.MustNew(doc.Machine, sim.OnTask("A").Return(1), sim.OnTask("B").Return(2), sim.OnTask("C").Return(3))
	m, err := explore.Faults(p, []int{1, 2}, explore.FaultOptions{Errors: map[string][]string{"A": {"Gone"}}})
	if err != nil {
		t.Fatal(err)
	}
	var table strings.Builder
	if err := m.WriteText(&table); err != nil {
		t.Fatal(err)
	}
	want := `"A"                            Gone                                     0 retries, caught by catcher 1 of "P", then SUCCEEDED
"A"                            Stepwise.UnexpectedError                 0 retries, caught by catcher 2 of "P", then FAILED
"B"                            Busy                                     1 retries, uncaught, then FAILED
"B"                            Odd                                      0 retries, caught by catcher 1, then SUCCEEDED
"B"                            Stepwise.UnexpectedError                 0 retries, uncaught, then FAILED
`
	if table.String() != want {
		t.Errorf("got\n%s", table.String())
	}
	if len(m.Uncaught()) != 2 || fmt.Sprint(m.Untried) != "[C]" {
		t.Errorf("uncaught %v, untried %v", m.Uncaught(), m.Untried)
	}
	if c := explore.CostOf(m.Normal); c.Transitions != 7 { // P, A, M, C?, Done and B in two children
		t.Errorf("%+v", c)
	}
	err = explore.CostOf(m.Normal).Within(explore.Cost{Transitions: 6, Events: 10_000, LargestPayload: 1})
	if err == nil || strings.Count(err.Error(), "over the limit") != 2 || !strings.Contains(err.Error(), "transitions: 7") {
		t.Errorf("over: %v", err)
	}
}

// TestEndlessExpress: a loop that does not wait ends at the five minutes of an Express execution.
func TestEndlessExpress(t *testing.T) {
	m, err := explore.Faults(plan(t), map[string]any{}, explore.FaultOptions{Options: []sim.Option{sim.Express()}})
	if err != nil || len(m.Endless()) != 1 {
		t.Errorf("%v\n%s", err, m.Summary())
	}
}

func TestCost(t *testing.T) {
	m, err := explore.Faults(plan(t), map[string]any{}, explore.FaultOptions{NoTimeout: true})
	if err != nil {
		t.Fatal(err)
	}
	if c := explore.CostOf(m.Normal); c.Transitions != 4 || c.Events == 0 || c.BilledDuration == 0 || c.LargestPayload == 0 {
		t.Errorf("%+v", c)
	}
	if c := explore.CostOf(m.Faults[0].Outcome); c.Transitions != 3 { // Reserve, tried three times
		t.Errorf("%+v", c)
	}
}

func FuzzNeverChargedWithoutReservation(f *testing.F) {
	p := plan(f)
	for seed := range uint64(20) {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, seed uint64) {
		err := explore.Check(p, map[string]any{}, seed, explore.FaultOptions{}, func(x *sim.Execution) error {
			reserved := false
			for _, c := range x.Calls {
				reserved = reserved || c.State == "Reserve" && c.Failure == nil
				if c.State == "Charge" && !reserved {
					return fmt.Errorf("charged at %v without a reservation", c.At)
				}
			}
			return nil
		})
		if err != nil {
			t.Error(err)
		}
	})
}
