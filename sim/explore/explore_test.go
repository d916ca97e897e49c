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
