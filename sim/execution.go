package sim

import "time"

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
	depth    int           // how many executions started one another before it
	ended    func()        // what waits for the end
	about    *execContext  // of the context object
	child    *mapRunMember // what it is in a Map Run
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

func (x *execution) tooLong() bool {
	return time.Duration(x.count/2)*transitionTime+x.env.clock.now-x.started > MaxExpressDuration
}
