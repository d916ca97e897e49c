package sim

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/stepwise-go/stepwise/ordjson"
)

// errStuck cannot happen: an execution always has its own limit of time.
var errStuck = errors.New("sim: nothing is left to do, but the execution is not over")

// ErrNotServed is what a Service returns for a call that it does not know.
var ErrNotServed = errors.New("not served")

// Service answers the calls of tasks that have no mock, as a stand-in for an AWS service does.
//
// For a task with .waitForTaskToken the result is that of the submitted call; the task waits until
// its token is answered, see ControlFrom. For .sync it is the result of the whole job.
// A *Failure is an error inside the workflow; ErrNotServed leaves the call to others; any other
// error ends the run, because the test is wrong. A service is called by one run at a time, but it
// may be given to many runs.
type Service interface {
	Serve(ctx context.Context, call *Call) (any, error)
}

// ServiceFunc is a function that is a Service.
type ServiceFunc func(ctx context.Context, call *Call) (any, error)

// Serve calls the function.
func (f ServiceFunc) Serve(ctx context.Context, call *Call) (any, error) { return f(ctx, call) }

// respond finds who answers a task: a mock, a service, the simulator itself.
func (e *env) respond(a *attempt) {
	ctx := withCall(e.ctx, e, a)
	if m, answer, err := e.mock(a.call); m != nil {
		a.call.mocked = answer != nil && answer.kind != answerNever && answer.kind != answerEcho
		if err == nil {
			err = e.give(ctx, a, answer)
		}
		e.stopFor(a.call, err)
		return
	}
	for _, s := range e.cfg.services {
		result, err := s.Serve(ctx, a.call)
		if errors.Is(err, ErrNotServed) {
			continue
		}
		e.stopFor(a.call, e.take(a, result, err, 0))
		return
	}
	if e.own(a) {
		return
	}
	e.stop(e.unmocked(a.call))
}

func (e *env) stopFor(c *Call, err error) {
	if err != nil {
		e.stop(fmt.Errorf("state %q: %w", c.State, err))
	}
}

// give does what a mock says.
func (e *env) give(ctx context.Context, a *attempt, n *answer) error {
	r := &a.call.Resource
	if r.Kind == ActivityResource {
		a.v.s.emit(EventActivityStarted, &ActivityStarted{n.worker})
	}
	if n.heartbeats > 0 {
		a.beatEvery(n.heartbeats, n.delay, n.kind == answerNever)
	}
	switch n.kind {
	case answerHandler:
		result, err := n.handler(ctx, a.call)
		return e.take(a, result, err, n.delay)
	case answerEcho:
		return e.take(a, functionResult(a.call, a.call.payload()), nil, n.delay)
	case answerRefused:
		f := n.failure
		a.later(n.delay, func() { a.fail(&fault{Failure: f}) })
		return nil
	}
	if r.submits() {
		a.submitted(n.response())
	}
	switch n.kind {
	case answerFailure:
		f := n.failure
		a.later(n.delay, func() { a.fail(&fault{Failure: f}) })
	case answerValue:
		a.later(n.delay, func() { a.succeed(n.value) })
	}
	return nil
}

// take takes what a handler or a service returned.
func (e *env) take(a *attempt, result any, err error, delay time.Duration) error {
	var failure *Failure
	switch {
	case errors.As(err, &failure):
		f := *failure
		a.later(delay, func() { a.fail(&fault{Failure: f}) })
		return nil
	case err != nil:
		return err
	}
	value, err := ordjson.From(result)
	if err != nil {
		return fmt.Errorf("the result of the task is no JSON: %w", err)
	}
	switch r := &a.call.Resource; {
	case r.Kind == ActivityResource:
		a.v.s.emit(EventActivityStarted, &ActivityStarted{})
	case r.Pattern == "waitForTaskToken":
		a.submitted(value)
		return nil
	case r.submits():
		a.submitted(&ordjson.Object{})
	}
	a.later(delay, func() { a.succeed(value) })
	return nil
}

// later answers after a time: at once only when its turn comes, so that branches take turns.
func (a *attempt) later(d time.Duration, do func()) {
	e := a.v.s.ex.env
	if d <= 0 {
		e.push(job{do: do})
		return
	}
	a.answer = e.clock.after(d, do)
}

func (a *attempt) beatEvery(every, until time.Duration, forever bool) {
	e := a.v.s.ex.env
	end := e.clock.now + until
	var again func()
	again = func() {
		if !a.waiting() {
			return
		}
		a.beat()
		if forever || e.clock.now+every < end {
			a.beats = e.clock.after(every, again)
		}
	}
	a.beats = e.clock.after(every, again)
}

// functionResult wraps what a function returned as the integration of the task does.
func functionResult(c *Call, v any) any {
	if !c.Resource.invokesFunction() {
		return v
	}
	return ordjson.NewObject(
		ordjson.Member{Key: "ExecutedVersion", Value: "$LATEST"},
		ordjson.Member{Key: "Payload", Value: v},
		ordjson.Member{Key: "SdkHttpMetadata", Value: ordjson.NewObject(ordjson.Member{Key: "HttpStatusCode", Value: float64(200)})},
		ordjson.Member{Key: "SdkResponseMetadata", Value: &ordjson.Object{}},
		ordjson.Member{Key: "StatusCode", Value: float64(200)},
	)
}

// UnmockedError says that a task was reached that nobody answers.
type UnmockedError struct {
	State    string
	Resource string
	Mocked   []string // the states that have a mock
	Nearest  string   // the one whose name is most like it, or ""
}

// Error names the state, what is mocked, and the nearest name.
func (e *UnmockedError) Error() string {
	var b strings.Builder
	fmt.Fprintf(&b, "no mock for task %q (%s)", e.State, e.Resource)
	switch {
	case slices.Contains(e.Mocked, e.State):
		b.WriteString("; its mocks have conditions that this call does not meet: add one without When, WhenInput and OnAttempt")
	case e.Nearest != "":
		fmt.Fprintf(&b, "; is the mock of %q meant for it?", e.Nearest)
	default:
		fmt.Fprintf(&b, "; add sim.OnTask(%q).Return(...)", e.State)
	}
	if len(e.Mocked) > 0 {
		fmt.Fprintf(&b, "; mocked are: %q", e.Mocked)
	}
	return b.String()
}

func member(v any, key string) any {
	o, _ := v.(*ordjson.Object)
	m, _ := o.Get(key)
	return m
}
