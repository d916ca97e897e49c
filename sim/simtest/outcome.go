package simtest

import (
	"strings"
	"time"

	"github.com/stepwise-go/stepwise/ordjson"
	"github.com/stepwise-go/stepwise/sim"
)

// Succeeded checks that the execution succeeded, and its output if one is given: any Go value that has
// a JSON form, so a string is a JSON string.
func (r *Result) Succeeded(output ...any) *Result {
	r.t.Helper()
	if r.Status != sim.Succeeded {
		return r.fail("the execution did not succeed")
	}
	if len(output) > 0 {
		return r.equal("the output", r.Execution.Output, output[0])
	}
	return r
}

// Failed checks that the execution failed with that error. A cause, if given, must be part of the cause.
func (r *Result) Failed(name string, cause ...string) *Result {
	r.t.Helper()
	if r.Status != sim.Failed {
		return r.fail("the execution did not fail, but should with %s", name)
	}
	if r.Failure.Name != name {
		return r.fail("the execution failed with %q, not %q", r.Failure.Name, name)
	}
	for _, c := range cause {
		if !strings.Contains(r.Failure.Cause, c) {
			return r.fail("the cause does not have %q in it", c)
		}
	}
	return r
}

// TimedOut checks that the execution ran into the timeout of the machine.
func (r *Result) TimedOut() *Result { r.t.Helper(); return r.hasStatus(sim.TimedOut) }

// Aborted checks that the execution was stopped.
func (r *Result) Aborted() *Result { r.t.Helper(); return r.hasStatus(sim.Aborted) }

func (r *Result) hasStatus(want sim.Status) *Result {
	r.t.Helper()
	if r.Status != want {
		return r.fail("the execution ended as %s, not %s", r.Status, want)
	}
	return r
}

// OutputAt checks the part of the output that a JSON Pointer names: OutputAt("/order/total", 12).
func (r *Result) OutputAt(pointer string, want any) *Result {
	r.t.Helper()
	got, ok := ordjson.Lookup(r.Execution.Output, pointer)
	if !ok {
		return r.fail("the output has nothing at %s: %s", pointer, show(r.Execution.Output))
	}
	return r.equal("the output at "+pointer, got, want)
}

// Elapsed checks the virtual time the execution took.
func (r *Result) Elapsed(want time.Duration) *Result {
	r.t.Helper()
	if r.Execution.Elapsed != want {
		return r.fail("the execution took %v, not %v", r.Execution.Elapsed, want)
	}
	return r
}

// ElapsedAtMost checks that the execution took no longer than that virtual time.
func (r *Result) ElapsedAtMost(limit time.Duration) *Result {
	r.t.Helper()
	if r.Execution.Elapsed > limit {
		return r.fail("the execution took %v, more than %v", r.Execution.Elapsed, limit)
	}
	return r
}
