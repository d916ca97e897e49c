package simtest

import (
	"context"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/sim"
)

// TB is what is needed of a *testing.T, *testing.B or *testing.F.
type TB interface {
	Helper()
	Errorf(format string, args ...any)
	Fatalf(format string, args ...any)
}

// Result is a finished run, to be checked. Its methods report to the test and return the Result, so
// that they can be chained.
type Result struct {
	*sim.Execution
	t TB
}

// Run runs a workflow with an input and returns what came of it. The test fails at once if the workflow
// cannot be run, or if it reaches a task that nobody answers.
//
// The definition is a *sim.Plan, anything with an ASL method (a *sfn.Definition, an *asl.Machine), or a
// state or chain of package sfn, which is built first. The input is JSON text if it is a string, otherwise
// any Go value that has a JSON form.
func Run(t TB, definition any, input any, options ...sim.Option) *Result {
	t.Helper()
	plan := planOf(t, definition)
	if plan == nil {
		return &Result{&sim.Execution{}, t}
	}
	if text, ok := input.(string); ok {
		input = sim.JSON(text)
	}
	x, err := plan.Run(context.Background(), input, options...)
	r := &Result{x, t}
	if err != nil {
		if x == nil {
			r.Execution = &sim.Execution{}
		}
		t.Fatalf("the run is not possible: %v%s", err, r.story())
	}
	return r
}

// buildable is a state or chain of package sfn, which this package does not import.
type buildable interface {
	BuildASL() (*asl.Machine, error)
}

func planOf(t TB, definition any) *sim.Plan {
	t.Helper()
	switch d := definition.(type) {
	case *sim.Plan:
		if d == nil {
			t.Fatalf("the plan is nil: make one with sim.New")
		}
		return d
	case interface{ ASL() *asl.Machine }:
		plan, err := sim.New(d)
		if err != nil {
			t.Fatalf("the workflow cannot be run:\n%v", err)
		}
		return plan
	case buildable:
		m, err := d.BuildASL()
		if err != nil {
			t.Fatalf("the workflow cannot be built:\n%v", err)
			return nil
		}
		return planOf(t, m)
	}
	t.Fatalf("%T is not a workflow: give a *sim.Plan, a *sfn.Definition, a state or chain of sfn (sfn.Sequence makes one of a type of yours), or an *asl.Machine", definition)
	return nil
}
