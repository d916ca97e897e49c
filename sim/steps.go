package sim

import (
	"time"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/ordjson"
)

// Step is one entry into a state.
type Step struct {
	State    string
	Type     asl.StateType
	Within   []Frame // the Map iterations and Parallel branches around it, outermost first
	Input    any
	Output   any // if it was left
	Left     bool
	Entered  time.Duration // virtual time since the start of the run
	Exited   time.Duration // if it was left
	Assigned *ordjson.Object
	Retries  int
	Rule     int     // of a Choice: the index of the rule that held, or -1 for the default
	Calls    []*Call // of a Task: its attempts, in order
	// Retried and Caught tell which Retry and Catch entries acted: indexes, in order. Caught is -1 if none did.
	Retried []int
	Caught  int
	// Nested tells that the state is of another machine, whose execution a task started.
	Nested bool
}

// step tells of a visit as far as it got, without its calls.
func (v *visit) step() *Step {
	x := v.s.ex
	return &Step{
		State: v.node.name, Type: v.node.kind, Within: v.s.within, Input: v.input, Entered: v.at, Retries: v.attempt, Retried: v.retried,
		Rule: v.chosen - 1, Caught: v.caughtBy - 1, Nested: x.plan != x.env.root.plan,
	}
}

// over tells those who watch steps that the visit is over.
func (v *visit) over(d *StateExited) {
	watch := v.s.ex.env.cfg.steps
	if len(watch) == 0 || v.told {
		return
	}
	v.told = true
	s := v.step()
	if s.Exited = v.s.ex.env.clock.now; d != nil {
		s.Output, s.Left, s.Assigned = d.Output, true, d.Assigned
	}
	for _, see := range watch {
		see(s)
	}
}

// Steps returns the entries into states, in the order in which they were entered, those of
// branches and iterations too.
func (x *Execution) Steps() []*Step {
	var steps []*Step
	byVisit := map[*visit]*Step{}
	byEvent := map[int64]*Step{}
	for i := range x.History {
		e := &x.History[i]
		switch d := e.Details.(type) {
		case *StateEntered:
			s := e.visit.step()
			byVisit[e.visit], byEvent[e.ID] = s, s
			steps = append(steps, s)
		case *StateExited:
			s := byVisit[e.visit]
			s.Output, s.Left, s.Exited, s.Assigned = d.Output, true, e.At, d.Assigned
		default: // what happens within a state
		}
	}
	for _, c := range x.Calls {
		if s := byEvent[c.entered]; s != nil && c.Execution == x.ARN {
			s.Calls = append(s.Calls, c)
		}
	}
	return steps
}

// Visits returns the entries into one state, in order.
func (x *Execution) Visits(state string) []*Step {
	var out []*Step
	for _, s := range x.Steps() {
		if s.State == state {
			out = append(out, s)
		}
	}
	return out
}

// CallsTo returns the calls of one Task state, in order, those of child executions too.
func (x *Execution) CallsTo(state string) []*Call {
	var out []*Call
	for _, c := range x.Calls {
		if c.State == state {
			out = append(out, c)
		}
	}
	return out
}
