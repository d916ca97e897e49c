package sim

import (
	"time"

	"github.com/stepwise-go/stepwise/ordjson"
)

// loop runs until the root execution is over: first all that is ready, in order, then the next timer.
func (e *env) loop() error {
	for turns := 0; e.err == nil && e.root.status == Running; turns++ {
		if turns&1023 == 0 && e.ctx.Err() != nil {
			return e.ctx.Err()
		}
		if e.head < len(e.ready) {
			j := e.ready[e.head]
			e.ready[e.head] = job{}
			e.head++
			e.compact()
			j.run()
			continue
		}
		t := e.clock.next()
		if t == nil {
			return errStuck
		}
		t.do()
	}
	return e.err
}

// compact gives back the room of jobs that are done.
func (e *env) compact() {
	switch {
	case e.head == len(e.ready):
		e.ready, e.head = e.ready[:0], 0
	case e.head >= 1024 && e.head >= len(e.ready)/2:
		n := copy(e.ready, e.ready[e.head:])
		clear(e.ready[n:])
		e.ready, e.head = e.ready[:n], 0
	}
}

func (j *job) run() {
	switch {
	case j.do != nil:
		j.do()
	case j.s.live():
		j.s.enter(j.to, j.input)
	}
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
	told     bool  // those who watch steps know that it is over
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

// enter goes into a state.
func (s *strand) enter(n *node, input any) {
	x := s.ex
	if x.express && x.tooLong() {
		x.finish(TimedOut, nil, Failure{}, 0)
		return
	}
	v := &visit{s: s, node: n, input: input, at: x.env.clock.now}
	s.visit, s.anchor = v, s.prev
	x.transition()
	v.entered = s.emit(n.enteredEvent, &StateEntered{n.name, input})
	if s.live() {
		n.state.run(v)
	}
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
	exit := &StateExited{v.node.name, output, assigned}
	s.emit(v.node.exitedEvent, exit)
	v.over(exit)
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
	if s.visit != nil {
		s.visit.over(nil)
	}
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
	v.over(nil)
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
