package sim

import (
	"context"
	"errors"
	"fmt"
)

// Redrive continues a failed, aborted or timed out Standard execution where it stopped, as
// RedriveExecution does: the states that did not succeed run again with their first input, branches and
// iterations that succeeded do not. Options such as OnTask come before those of the first run.
//
// The result has the whole history. The given Execution stays as it is, but must not be redriven again.
// https://docs.aws.amazon.com/step-functions/latest/dg/redrive-executions.html
func (x *Execution) Redrive(ctx context.Context, options ...Option) (*Execution, error) {
	e := x.env
	if e == nil {
		return nil, errors.New("sim: an execution that no plan ran cannot be redriven")
	}
	if ctx == nil {
		ctx = context.Background()
	}
	if x.Status == Succeeded || x.Status == Running {
		return nil, fmt.Errorf("an execution that is %s cannot be redriven", x.Status)
	}
	if e.root.express {
		return nil, fmt.Errorf("an Express execution cannot be redriven")
	}
	if e.root.status != x.Status || len(e.root.events) != len(x.History) {
		return nil, fmt.Errorf("the execution was redriven already: redrive the newer result")
	}
	if e.root.count >= MaxEvents-1 {
		return nil, fmt.Errorf("the execution has no room for more events and cannot be redriven")
	}
	cfg := e.cfg.with(options)
	if err := errors.Join(cfg.errs...); err != nil {
		return nil, err
	}
	for _, o := range cfg.objects[len(e.cfg.objects):] {
		e.objects.PutObject(o)
	}
	e.ctx, e.cfg, e.err = ctx, &cfg, nil
	e.ready, e.head = e.ready[:0], 0
	e.root.redrive()
	return e.play()
}

// redrive makes the execution go on.
func (x *execution) redrive() {
	x.status, x.failure = Running, Failure{}
	x.redrives++
	x.about = nil
	last := x.count
	x.limit()
	id := x.add(Event{Type: EventExecutionRedriven, Previous: last, Details: &Redriven{Count: x.redrives}})
	x.root.resume(id)
}

// resume makes a strand go on with the state that it stopped in.
func (s *strand) resume(previous int64) {
	s.stopped = false
	s.prev, s.anchor = previous, previous
	v := s.visit
	if v == nil {
		s.next(s.to, s.input)
		return
	}
	v.attempt, v.retries = 0, nil
	f := v.fork
	if f == nil {
		f = v.broken
	}
	switch {
	case f == nil:
		v.node.state.run(v)
	case f.mapRun != nil:
		f.mapRun.resume(f)
	default:
		f.resume(previous)
	}
}

// resume makes the strands of a fork go on that had not ended.
func (f *fork) resume(previous int64) {
	f.over = false
	f.v.fork, f.v.broken = f, nil
	f.last = previous
	for _, kid := range f.kids {
		kid.resume(previous)
	}
	f.fill()
	if f.done == f.total {
		f.finish()
	}
}

// resume runs the children of a Map Run again that did not succeed.
func (r *mapRun) resume(f *fork) {
	v := r.v
	if r.results == nil {
		v.node.state.run(v)
		return
	}
	r.over = false
	v.fork, v.broken = f, nil
	r.redo, r.done = nil, 0
	for i := range r.results {
		switch c := &r.results[i]; {
		case c.status == Succeeded:
			r.done++
		case c.ended:
			r.redo = append(r.redo, i)
			r.items[i].value = c.input
			*c = childResult{}
		}
	}
	for _, c := range []*MapRunCounts{&r.public.Items, &r.public.Executions} {
		c.Pending += c.Failed + c.TimedOut + c.Aborted
		c.Failed, c.TimedOut, c.Aborted = 0, 0, 0
	}
	r.public.Status = Running
	r.public.Redrives++
	r.started = v.s.emit(EventMapRunRedriven, &Redriven{Count: r.public.Redrives, ARN: r.public.ARN})
	r.fill()
	if r.done == len(r.items) {
		r.succeed()
	}
}
