package sim

import (
	"time"

	"github.com/stepwise-go/stepwise/ordjson"
)

// Status is how an execution ended.
type Status string

// The statuses of an execution.
const (
	Running   Status = "RUNNING"
	Succeeded Status = "SUCCEEDED"
	Failed    Status = "FAILED"
	TimedOut  Status = "TIMED_OUT"
	Aborted   Status = "ABORTED"
)

// execution is one execution: the run's own, one that a task started, or a child of a distributed Map.
type execution struct {
	env      *env
	plan     *Plan
	machine  string // its name
	express  bool
	arn      string
	name     string
	input    any
	started  time.Duration
	status   Status
	output   any
	failure  Failure
	events   []Event
	count    int64
	keep     bool // the events are kept, not only counted
	root     *strand
	deadline *timer
	redrives int
	ended    func()        // what waits for the end
	about    *execContext  // of the context object
	child    *mapRunMember // what it is in a Map Run
}

// strand is what goes from state to state: the execution itself, a branch or an iteration.
type strand struct {
	ex      *execution
	fork    *fork // the Parallel or Map it belongs to, nil for the execution itself
	index   int
	vars    *variables
	item    *mapItem // of the innermost Map around it
	within  []Frame
	prev    int64 // the event that the next one follows from
	anchor  int64 // the event that the decision in hand began with
	visit   *visit
	to      *node // where it goes, between states
	input   any
	stopped bool
}

// visit is one entry into a state.
type visit struct {
	s        *strand
	node     *node
	input    any
	at       time.Duration
	entered  int64 // id of the event
	attempt  int   // retries so far
	retries  []int // by retrier
	task     *attempt
	fork     *fork
	broken   *fork // the one that failed, for a redrive
	timer    *timer
	trace    *trace
	chosen   int   // the rule that a Choice took, from 1; 0 for the default
	retried  []int // the retriers that acted, by index
	caughtBy int   // the catcher that acted, from 1; 0 for none
}

func (s *strand) live() bool { return !s.stopped && s.ex.status == Running }

// emit adds an event that follows from the strand's last one.
func (s *strand) emit(t EventType, d Details) int64 {
	s.prev = s.add(t, s.prev, d)
	return s.prev
}

// add adds an event of the strand that follows from any other.
func (s *strand) add(t EventType, previous int64, d Details) int64 {
	e := Event{Type: t, Previous: previous, Details: d, Within: s.within, visit: s.visit}
	if s.visit != nil {
		e.State = s.visit.node.name
	}
	return s.ex.add(e)
}

func (x *execution) add(e Event) int64 {
	if x.status != Running {
		return x.count
	}
	if !x.express && x.count == MaxEvents-1 && !e.terminal() {
		x.finish(Failed, nil, newFault(ErrorRuntime, msgHistoryLimit, MaxEvents).Failure, x.count)
		return x.count
	}
	x.count++
	e.ID, e.At = x.count, x.env.clock.now
	if x.keep {
		x.events = append(x.events, e)
	}
	for _, observe := range x.env.cfg.observers {
		observe(x.arn, e)
	}
	return e.ID
}

func (e *Event) terminal() bool {
	switch e.Type {
	case EventExecutionSucceeded, EventExecutionFailed, EventExecutionTimedOut, EventExecutionAborted:
		return true
	}
	return false
}

// begin starts the execution.
func (x *execution) begin(g *graph, vars *variables) {
	e := x.env
	x.status, x.started = Running, e.clock.now
	x.limit()
	x.root = &strand{ex: x, vars: vars}
	x.root.add(EventExecutionStarted, 0, &ExecutionStarted{x.input, e.cfg.role})
	x.root.next(g.start, x.input)
}

// limit sets the time at which the execution times out.
func (x *execution) limit() {
	limit := deadline(x.plan.machine, x.express)
	if x.child != nil {
		limit = childDeadline(x.express)
	}
	x.deadline = x.env.clock.after(limit, func() { x.finish(TimedOut, nil, Failure{}, 0) })
}

// next puts the strand in line to enter a state.
func (s *strand) next(to *node, input any) {
	s.to, s.input = to, input
	s.ex.env.push(job{s: s, to: to, input: input})
}

var terminalEvents = map[Status]EventType{
	Succeeded: EventExecutionSucceeded, Failed: EventExecutionFailed, TimedOut: EventExecutionTimedOut, Aborted: EventExecutionAborted,
}

// finish ends the execution with its last event.
func (x *execution) finish(status Status, output any, f Failure, previous int64) {
	if x.status != Running {
		return
	}
	var d Details = &FailureDetails{f}
	switch {
	case status == Succeeded:
		d = &Output{output}
	case f == Failure{}:
		d = nil
	}
	x.add(Event{Type: terminalEvents[status], Previous: previous, Details: d})
	x.status, x.output, x.failure = status, output, f
	x.deadline.stop()
	x.root.silence()
	if x.ended != nil {
		x.ended()
	}
}

// enter goes into a state.
func (s *strand) enter(n *node, input any) {
	x := s.ex
	if x.express && x.tooLong() {
		x.finish(TimedOut, nil, Failure{}, 0)
		return
	}
	v := &visit{s: s, node: n, input: input, at: x.env.clock.now}
	s.visit, s.anchor = v, s.prev
	v.entered = s.emit(n.enteredEvent, &StateEntered{n.name, input})
	if s.live() {
		n.state.run(v)
	}
}

func (x *execution) tooLong() bool {
	return time.Duration(x.count/2)*transitionTime+x.env.clock.now-x.started > MaxExpressDuration
}

// leave goes out of a state by its normal way or by a catcher.
func (v *visit) leave(to *node, output any, assigned *ordjson.Object) {
	s := v.s
	if v.trace != nil {
		v.trace.leave(v, to, output, assigned)
		return
	}
	if tooLarge(output) {
		f := newFault(ErrorDataLimit, msgDataLimit, v.node.name)
		f.fatal = true
		s.perish(f)
		return
	}
	s.emit(v.node.exitedEvent, &StateExited{v.node.name, output, assigned})
	for name, value := range assigned.All() {
		s.vars.set(name, value)
	}
	s.visit = nil
	if !s.live() {
		return
	}
	if to == nil {
		s.end(output)
		return
	}
	s.next(to, output)
}

// end is what happens when a strand has no next state.
func (s *strand) end(output any) {
	s.stopped = true
	if s.fork != nil {
		s.fork.ended(s, output)
		return
	}
	s.ex.finish(Succeeded, output, Failure{}, s.prev)
}

// perish is what happens when a failure leaves the strand.
func (s *strand) perish(f *fault) {
	if !s.live() {
		return
	}
	s.stopped = true
	if s.fork != nil {
		s.fork.failed(s, f)
		return
	}
	s.ex.finish(Failed, nil, f.Failure, s.prev)
}

// silence stops all that the strand waits for.
func (s *strand) silence() {
	s.stopped = true
	v := s.visit
	if v == nil {
		return
	}
	v.timer.stop()
	v.task.stop()
	if v.fork != nil {
		for _, kid := range v.fork.kids {
			kid.silence()
		}
		if v.fork.mapRun != nil {
			v.fork.mapRun.silence()
		}
	}
}

// after goes on with the visit later, unless it is over by then.
func (v *visit) after(d time.Duration, do func()) {
	v.timer = v.s.ex.env.clock.after(d, func() {
		if v.s.live() && v.s.visit == v {
			do()
		}
	})
}

// decided tells the observers of a decision.
func (v *visit) decided(kind DecisionKind, index int) {
	x := v.s.ex
	for _, observe := range x.env.cfg.decisions {
		observe(Decision{x.arn, v.node.name, v.node.pointer, kind, index})
	}
}
