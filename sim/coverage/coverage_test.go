package coverage_test

import (
	"os"
	"path/filepath"
	"slices"
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

// TestChildren counts what happens in the children of a distributed Map, and not what happens in other machines.
func TestChildren(t *testing.T) {
	doc, err := asl.Parse("x.json", []byte(`{"StartAt": "M", "States": {
	 "M": {"Type": "Map", "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"}, "StartAt": "C", "States": {
	   "C": {"Type": "Choice", "Choices": [{"Variable": "$", "NumericGreaterThan": 1, "Next": "Big"}], "Default": "Small"},
	   "Big": {"Type": "Pass", "End": true}, "Small": {"Type": "Wait", "Seconds": 1, "End": true}}}, "Next": "N"},
	 "N": {"Type": "Task", "Resource": "arn:aws:states:::states:startExecution.sync", "Parameters": {"StateMachineArn": "arn:aws:states:us-east-1:123456789012:stateMachine:Other"}, "End": true}}}`))
	if err != nil {
		t.Fatal(err)
	}
	other, err := asl.Parse("y.json", []byte(`{"StartAt": "Small", "States": {"Small": {"Type": "Pass", "End": true}}}`))
	if err != nil {
		t.Fatal(err)
	}
	p := coverage.New("map", doc.Machine)
	plan := sim.MustNew(doc.Machine, p.Option(), sim.WithMachine("Other", sim.MustNew(other.Machine)))
	simtest.Run(t, plan, []int{2, 3}).Succeeded()
	var missed []string
	for _, point := range p.Missed() {
		missed = append(missed, point.What)
	}
	if got := strings.Join(missed, "; "); got != `default of "C" → "Small"; Wait "Small"` {
		t.Errorf("missed %s", got)
	}
	for _, point := range p.Points() {
		if point.Pointer == "/States/M/ItemProcessor/States/Big" && point.Count != 2 {
			t.Errorf("counted %+v", point)
		}
	}
}

func TestMergedReport(t *testing.T) {
	m, dir, pages := machine(t), t.TempDir(), t.TempDir()
	for _, result := range []any{"text", nil, 7} { // as three processes would
		p := coverage.New("orders", m)
		simtest.Run(t, sim.MustNew(m, p.Option()), `{}`, sim.OnTask("T").Return(result)).Succeeded()
		if code := (coverage.Report{Profiles: []*coverage.Profile{p}, SaveTo: dir}).Run(tests(0)); code != 0 {
			t.Errorf("code %d", code)
		}
	}
	var out strings.Builder
	all := coverage.New("orders", m)
	report := coverage.Report{Profiles: []*coverage.Profile{all}, Out: &out, LoadFrom: dir, Threshold: 60, HTML: pages, Picture: func(p *coverage.Profile) string {
		return "<svg>" + p.Name + "</svg>"
	}}
	if code := report.Run(coverage.NoTests); code != 0 {
		t.Errorf("code %d\n%s", code, out.String())
	}
	for _, point := range all.Points() {
		if point.Pointer == "/States/T" && point.Count != 3 {
			t.Errorf("counted %+v", point)
		}
	}
	page, err := os.ReadFile(filepath.Join(pages, "orders.html"))
	if err != nil || !strings.Contains(string(page), `<tr class="miss"`) || !strings.Contains(string(page), "<svg>orders</svg>") || !strings.Contains(string(page), "&#34;T&#34; catches") {
		t.Errorf("page: %v", err)
	}
}

// TestAdd counts a run that went without the Option, as with it.
func TestAdd(t *testing.T) {
	m := machine(t)
	during, after := coverage.New("orders", m), coverage.New("orders", m)
	x := simtest.Run(t, sim.MustNew(m, during.Option()), `{}`, sim.OnTask("T").Fail("Slow").Return(nil)).Succeeded()
	after.Add(x.Execution)
	if got, want := after.Points(), during.Points(); !slices.Equal(got, want) || after.Percent() == 0 {
		t.Errorf("got  %v\nwant %v", got, want)
	}
	if after.ASL() != m {
		t.Error("the profile has another workflow")
	}
}
