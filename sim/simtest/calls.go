package simtest

import "github.com/stepwise-go/stepwise/sim"

// Called checks how often a task was tried, retries included.
func (r *Result) Called(state string, want int) *Result {
	r.t.Helper()
	if got := len(r.CallsOf(state)); got != want {
		return r.fail("%q was called %d times, not %d", state, got, want)
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
		return r.fail("%q was called %d times, so there is no call number %d", state, len(calls), n)
	}
	return r.equal("what "+quote(state)+" was called with", calls[n].Input, want)
}
