package coverage_test

import (
	"strings"
	"testing"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/sim"
	"github.com/stepwise-go/stepwise/sim/coverage"
	"github.com/stepwise-go/stepwise/sim/simtest"
)

const text = `{"StartAt": "T", "States": {
 "T": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:f", "Next": "C",
   "Retry": [{"ErrorEquals": ["Slow"]}], "Catch": [{"ErrorEquals": ["Bad"], "Next": "Sorry"}, {"ErrorEquals": ["States.ALL"], "Next": "Sorry"}]},
 "C": {"Type": "Choice", "Choices": [{"Variable": "$", "IsNull": true, "Next": "A"}, {"Variable": "$", "IsString": true, "Next": "B"}], "Default": "A"},
 "A": {"Type": "Pass", "Next": "B"}, "B": {"Type": "Succeed"}, "Sorry": {"Type": "Fail", "Error": "x"}}}`

func machine(t testing.TB) *asl.Machine {
	doc, err := asl.Parse("x.json", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return doc.Machine
}

func TestProfile(t *testing.T) {
	m := machine(t)
	p := coverage.New("orders", m)
	plan := sim.MustNew(m, p.Option())
	simtest.Run(t, plan, `{}`, sim.OnTask("T").Fail("Slow").Return(nil)).Succeeded()
	simtest.Run(t, plan, `{}`, sim.OnTask("T").Fail("Other")).Failed("x")
	var out strings.Builder
	if err := p.WriteText(&out); err != nil {
		t.Fatal(err)
	}
	want := `orders: 76.9% of 13 points
  not exercised: "T" catches [Bad] → "Sorry" (catcher)
  not exercised: rule 2 of "C" → "B" (choice rule)
  not exercised: default of "C" → "A" (transition)
`
	if out.String() != want {
		t.Errorf("got\n%s", out.String())
	}
	if c := p.Overlay(); c.States["/States/B"] != 1 || c.Edges["/States/T/Catch/1/Next"] != 1 {
		t.Errorf("overlay %+v", c)
	}
	dir := t.TempDir()
	if err := p.Save(dir); err != nil {
		t.Fatal(err)
	}
	other := coverage.New("orders", m)
	simtest.Run(t, sim.MustNew(m, other.Option()), `{}`, sim.OnTask("T").Return("s")).Succeeded()
	if err := other.Load(dir); err != nil || len(other.Missed()) != 2 {
		t.Errorf("merged: %v, missed %v", err, other.Missed())
	}
}

type tests int

func (t tests) Run() int { return int(t) }

func TestThreshold(t *testing.T) {
	var out strings.Builder
	r := coverage.Report{Profiles: []*coverage.Profile{coverage.New("orders", machine(t))}, Out: &out, Threshold: 50, SaveTo: t.TempDir()}
	if code := r.Run(tests(0)); code != 1 || !strings.Contains(out.String(), "less than the threshold of 50.0%") {
		t.Errorf("code %d\n%s", code, out.String())
	}
	r.Threshold = 0
	if code := r.Run(tests(0)); code != 0 {
		t.Errorf("code %d", code)
	}
}
