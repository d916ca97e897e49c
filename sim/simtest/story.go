package simtest

import (
	"fmt"
	"slices"
	"strings"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/ordjson"
	"github.com/stepwise-go/stepwise/sim"
)

const (
	longestValue = 300 // runes of a value in a message
	longestPath  = 40  // states of the path in a message
	mostErrors   = 3   // of those on the way
)

// story tells what happened, for the end of a failure message.
func (r *Result) story() string {
	if r.Execution == nil || len(r.History) == 0 {
		return ""
	}
	var b strings.Builder
	fmt.Fprintf(&b, "\n  status: %s after %v", r.Status, r.Execution.Elapsed)
	if r.Failure.Name != "" || r.Failure.Cause != "" {
		fmt.Fprintf(&b, "\n  error:  %s", r.Failure.Error())
	}
	path := r.Execution.Path()
	left := ""
	if n := len(path) - longestPath; n > 0 {
		path, left = path[n:], fmt.Sprintf("(%d states before) → ", n)
	}
	fmt.Fprintf(&b, "\n  path:   %s%s", left, strings.Join(path, " → "))
	if name, input := r.broken(); name != "" {
		fmt.Fprintf(&b, "\n  failed: %q with the input %s", name, show(input))
		if calls := r.CallsOf(name); len(calls) > 0 {
			fmt.Fprintf(&b, "\n          called with %s", show(calls[len(calls)-1].Input))
		}
	} else if name, input, output := r.last(); name != "" {
		fmt.Fprintf(&b, "\n  last:   %q with the input %s", name, show(input))
		if output != nil {
			fmt.Fprintf(&b, "\n          and the output %s", show(*output))
		}
	}
	for _, e := range r.before() {
		fmt.Fprintf(&b, "\n  before: %s", e)
	}
	for _, run := range r.MapRuns {
		if f := run.FirstFailure; f != (sim.Failure{}) {
			fmt.Fprintf(&b, "\n  map:    %q: %d of %d children failed, first with %s", run.State, run.Executions.Failed, run.Executions.Total, cut(f.Error()))
		}
	}
	for _, doubt := range r.Doubts() {
		fmt.Fprintf(&b, "\n  note:   %s", doubt)
	}
	return b.String()
}

// broken returns the state that the execution failed in, the innermost one, and its input.
func (r *Result) broken() (name string, input any) {
	if r.Status != sim.Failed {
		return "", nil
	}
	for e := &r.History[len(r.History)-1]; e.Previous > 0; {
		e = &r.History[e.Previous-1]
		if name == "" && !outer[e.Type] {
			name = e.State
		}
		if d, ok := e.Details.(*sim.StateEntered); ok && d.Name == name {
			return name, d.Input
		}
	}
	return "", nil
}

// before returns the last errors of states on the way, each once, but for the one that the execution ended with.
func (r *Result) before() []string {
	var out []string
	broken, _ := r.broken()
	for _, e := range slices.Backward(r.History) {
		var f sim.Failure
		switch d := e.Details.(type) {
		case *sim.TaskFailure:
			f = d.Failure
		case *sim.EvaluationFailed:
			f = d.Failure
		case *sim.FailureDetails:
			f = d.Failure
		}
		if f == (sim.Failure{}) || e.State == "" || e.State == broken || outer[e.Type] {
			continue
		}
		text := fmt.Sprintf("%q failed with %s", e.State, cut(f.Error()))
		if !slices.Contains(out, text) {
			out = append(out, text)
		}
		if len(out) == mostErrors {
			break
		}
	}
	slices.Reverse(out)
	return out
}

// outer are events that tell of a failure further in, or of what it put an end to.
var outer = map[sim.EventType]bool{
	sim.EventParallelStateFailed: true, sim.EventMapStateFailed: true, sim.EventMapIterationFailed: true, sim.EventMapIterationAborted: true,
	sim.EventStateAborted(asl.TypeTask): true, sim.EventStateAborted(asl.TypeWait): true, sim.EventStateAborted(asl.TypeParallel): true, sim.EventStateAborted(asl.TypeMap): true,
}

// last returns the state that was entered or left last, with its output if it was left.
func (r *Result) last() (name string, input any, output *any) {
	for i := len(r.History) - 1; i >= 0; i-- {
		switch d := r.History[i].Details.(type) {
		case *sim.StateExited:
			if name == "" {
				name, output = d.Name, &d.Output
			}
		case *sim.StateEntered:
			if name == "" || name == d.Name {
				return d.Name, d.Input, output
			}
		}
	}
	return "", nil, nil
}

func show(v any) string { return cut(ordjson.String(v)) }

func cut(s string) string {
	text := []rune(s)
	if len(text) > longestValue {
		return string(text[:longestValue]) + "…"
	}
	return s
}

// fail reports a check that did not hold.
func (r *Result) fail(format string, args ...any) *Result {
	r.t.Helper()
	r.t.Errorf("%s%s", fmt.Sprintf(format, args...), r.story())
	return r
}

// equal checks a value. The wanted one is any Go value that has a JSON form.
func (r *Result) equal(what string, got, want any) *Result {
	r.t.Helper()
	w, err := ordjson.From(want)
	if err != nil {
		return r.fail("what is wanted of %s has no JSON form: %v", what, err)
	}
	if !ordjson.Equal(got, w) {
		return r.fail("%s is\n    %s\n  but should be\n    %s%s", what, show(got), show(w), firstDifference(got, w))
	}
	return r
}

// firstDifference says where two values differ, if they are not small.
func firstDifference(got, want any) string {
	at, a, b := differ("", got, want)
	if at == "" {
		return ""
	}
	return fmt.Sprintf("\n  at %s: %s instead of %s", at, a, b)
}

func differ(at string, got, want any) (where, a, b string) {
	switch w := want.(type) {
	case *ordjson.Object:
		g, ok := got.(*ordjson.Object)
		if !ok {
			break
		}
		for k, v := range w.All() {
			have, ok := g.Get(k)
			if !ok {
				return at + "/" + k, "nothing", show(v)
			}
			if !ordjson.Equal(have, v) {
				return differ(at+"/"+k, have, v)
			}
		}
		for k, v := range g.All() {
			if !w.Has(k) {
				return at + "/" + k, show(v), "nothing"
			}
		}
	case []any:
		g, ok := got.([]any)
		if !ok || len(g) != len(w) {
			break
		}
		for i := range w {
			if !ordjson.Equal(g[i], w[i]) {
				return differ(fmt.Sprintf("%s/%d", at, i), g[i], w[i])
			}
		}
	}
	return at, show(got), show(want)
}
