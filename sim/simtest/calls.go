package simtest

import "github.com/stepwise-go/stepwise/sim"

// Called checks how often a task was tried, retries included. That there is no such state is a failure even if want is 0.
func (r *Result) Called(state string, want int) *Result {
	r.t.Helper()
	got, unknown := len(r.CallsOf(state)), ""
	if got == 0 {
		unknown = r.stranger(state)
	}
	switch {
	case got != want:
		return r.fail("%q was called %d times, not %d%s", state, got, want, unknown)
	case unknown != "":
		return r.fail("%q was not called%s", state, unknown)
	}
	return r
}

// CallsOf returns the calls of a task, in order.
func (r *Result) CallsOf(state string) []*sim.Call {
	var out []*sim.Call
	for _, c := range r.Calls {
		if c.State == state {
			out = append(out, c)
		}
	}
	return out
}

// CalledWith checks the Parameters or Arguments with which a task was called the n-th time, from 0.
func (r *Result) CalledWith(state string, n int, want any) *Result {
	r.t.Helper()
	calls := r.CallsOf(state)
	if n < 0 || n >= len(calls) {
		return r.fail("%q was called %d times, so there is no call number %d%s", state, len(calls), n, r.stranger(state))
	}
	return r.equal("what "+quote(state)+" was called with", calls[n].Input, want)
}
