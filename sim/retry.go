package sim

import (
	"fmt"
	"math"
	"time"

	"github.com/stepwise-go/stepwise/asl"
)

// retrier is one Retry entry.
type retrier struct {
	errors   []string
	interval float64 // seconds
	attempts int
	backoff  float64
	maxDelay float64 // seconds, 0 for no limit
	jitter   bool
}

func newRetrier(r asl.Retrier) retrier {
	return retrier{
		errors:   r.ErrorEquals,
		interval: float64(r.IntervalSeconds.Or(1)),
		attempts: int(r.MaxAttempts.Or(3)),
		backoff:  r.BackoffRate.Or(2),
		maxDelay: float64(r.MaxDelaySeconds.Or(0)),
		jitter:   r.JitterStrategy == asl.JitterFull,
	}
}

// delay is the time before retry number n, from 0.
func (r *retrier) delay(n int, random func() float64) time.Duration {
	seconds := r.interval * math.Pow(r.backoff, float64(n))
	if r.maxDelay > 0 {
		seconds = min(seconds, r.maxDelay)
	}
	seconds = min(seconds, maxWaitSeconds)
	if r.jitter {
		seconds *= random()
	}
	return time.Duration(seconds * float64(time.Second))
}

// catcher is one Catch entry.
type catcher struct {
	errors     []string
	resultPath *lens
	output     shape
	assign     shape
	to         *node
	next       string
}

// chooseRetry finds the retrier that takes a failure and has attempts left.
func (v *visit) chooseRetry(f *fault) int {
	for i := range v.node.retry {
		r := &v.node.retry[i]
		if !f.matches(r.errors) {
			continue
		}
		if v.retries == nil {
			v.retries = make([]int, len(v.node.retry))
		}
		if v.retries[i] < r.attempts {
			return i
		}
		return -1
	}
	return -1
}

func (v *visit) chooseCatch(f *fault) *catcher {
	for i := range v.node.catch {
		if f.matches(v.node.catch[i].errors) {
			v.caughtBy = i + 1
			v.decided(TookCatch, i)
			return &v.node.catch[i]
		}
	}
	return nil
}

// fail is what happens to a state that failed: it tells of an evaluation, tries again, goes
// to a catcher, or fails the strand.
func (v *visit) fail(f *fault) {
	s := v.s
	if !s.live() {
		return
	}
	if v.trace != nil {
		v.trace.fail(v, f)
		return
	}
	v.announce(f)
	if f.fatal {
		s.perish(f)
		return
	}
	if i := v.chooseRetry(f); i >= 0 {
		n := v.retries[i]
		v.retries[i]++
		v.retried = append(v.retried, i)
		v.decided(TookRetry, i)
		v.after(v.node.retry[i].delay(n, s.ex.env.rand.Float64), func() {
			v.attempt++
			s.ex.transition()
			s.anchor = s.prev
			v.node.state.run(v)
		})
		return
	}
	v.node.state.failed(v)
	c := v.chooseCatch(f)
	if c == nil || !s.live() {
		s.perish(f)
		return
	}
	s.anchor = s.prev
	output, assigned, broken := v.caught(c, f)
	if broken != nil {
		v.announce(broken)
		s.perish(broken)
		return
	}
	v.leave(c.to, output, assigned)
}

// announce names the state in the cause of what the service itself found, and adds the event that
// tells of an evaluation.
func (v *visit) announce(f *fault) {
	if f.about {
		f.Cause = fmt.Sprintf(msgExecuting, v.node.name, v.entered, f.Cause)
		f.about = false
	}
	if f.evaluation {
		f.evaluation = false
		s := v.s
		s.prev = s.add(EventEvaluationFailed, s.anchor, &EvaluationFailed{f.Failure, f.location, v.node.name})
	}
}
