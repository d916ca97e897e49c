package simtest

import (
	"slices"
	"strings"

	"github.com/stepwise-go/stepwise/internal/nearest"
	"github.com/stepwise-go/stepwise/sim"
)

// Path checks the names of all states that were entered, in order, those of branches and iterations too.
func (r *Result) Path(want ...string) *Result {
	r.t.Helper()
	got := r.Execution.Path()
	if slices.Equal(got, want) {
		return r
	}
	i := 0
	for i < len(got) && i < len(want) && got[i] == want[i] {
		i++
	}
	return r.fail("the path differs at step %d: it goes %s, but should go %s", i+1, at(got, i), at(want, i))
}

func at(path []string, i int) string {
	if i >= len(path) {
		return "no further"
	}
	return `to "` + path[i] + `"`
}

// Visited checks that each of the states was entered.
func (r *Result) Visited(states ...string) *Result {
	r.t.Helper()
	path := r.Execution.Path()
	for _, s := range states {
		if !slices.Contains(path, s) {
			r.fail("%q was not entered%s", s, r.stranger(s))
		}
	}
	return r
}

// NotVisited checks that none of the states was entered. That a state is not there at all is a failure too: its
// name is wrong.
func (r *Result) NotVisited(states ...string) *Result {
	r.t.Helper()
	path := r.Execution.Path()
	for _, s := range states {
		if slices.Contains(path, s) {
			r.fail("%q was entered", s)
		} else if unknown := r.stranger(s); unknown != "" {
			r.fail("%q was not entered%s", s, unknown)
		}
	}
	return r
}

// Input checks the input of a state, the last time it was entered.
func (r *Result) Input(state string, want any) *Result {
	r.t.Helper()
	for _, e := range slices.Backward(r.History) {
		if d, ok := e.Details.(*sim.StateEntered); ok && d.Name == state {
			return r.equal("the input of "+quote(state), d.Input, want)
		}
	}
	return r.fail("%q was not entered%s", state, r.stranger(state))
}

// Output checks the output of a state, the last time it was left.
func (r *Result) Output(state string, want any) *Result {
	r.t.Helper()
	for _, e := range slices.Backward(r.History) {
		if d, ok := e.Details.(*sim.StateExited); ok && d.Name == state {
			return r.equal("the output of "+quote(state), d.Output, want)
		}
	}
	return r.fail("%q was not left%s", state, r.stranger(state))
}

// Events checks how many events of a type the history has.
func (r *Result) Events(t sim.EventType, want int) *Result {
	r.t.Helper()
	got := 0
	for _, e := range r.History {
		if e.Type == t {
			got++
		}
	}
	if got != want {
		return r.fail("the history has %d events of type %s, not %d", got, t, want)
	}
	return r
}

// stranger tells that no machine of the run has a state of that name, and which was probably meant; or "".
func (r *Result) stranger(state string) string {
	names := r.StateNames()
	if len(names) == 0 || slices.Contains(names, state) {
		return ""
	}
	if near := nearest.Names(state, names, 1); len(near) > 0 {
		return ", as there is no such state; is it " + quote(near[0]) + "?"
	}
	return ", as there is no such state"
}

func quote(s string) string { return `"` + strings.ReplaceAll(s, `"`, `\"`) + `"` }
