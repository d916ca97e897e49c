package sim

import "slices"

// fork is one try of a Parallel or an inline Map: the strands that it runs at the same time.
type fork struct {
	v       *visit
	mapped  bool
	begin   func(i int) (*strand, *fault) // makes the strand of a branch or iteration and sets it going
	kids    []*strand                     // those that run
	total   int
	next    int // the one to begin next
	limit   int // how many may run at a time
	done    int
	results []any
	started int64 // the event that the first ones follow from
	last    int64 // the last event inside the strand that ended last
	outer   int64 // the event that tells of its end
	over    bool
	mapRun  *mapRun // of a distributed Map, which has no strands
}

func (f *fork) run() {
	s := f.v.s
	f.v.fork, f.v.broken = f, nil
	f.results = make([]any, f.total)
	f.started, f.last, f.outer = s.prev, s.prev, s.prev
	f.fill()
	if f.total == 0 {
		f.finish()
	}
}

// fill begins as many as may run.
func (f *fork) fill() {
	for !f.over && f.next < f.total && len(f.kids) < f.limit {
		i := f.next
		f.next++
		kid, broken := f.begin(i)
		if broken != nil {
			f.collapse(nil, broken)
			return
		}
		f.kids = append(f.kids, kid)
	}
}

// strand makes the strand of branch or iteration i.
func (f *fork) strand(i int) *strand {
	s := f.v.s
	within := append(slices.Clip(s.within), Frame{f.v.node.name, i, f.mapped})
	return &strand{ex: s.ex, fork: f, index: i, vars: &variables{parent: s.vars}, item: s.item, within: within}
}

func (f *fork) drop(kid *strand) {
	f.kids = slices.DeleteFunc(f.kids, func(k *strand) bool { return k == kid })
}

// ended takes the output of a strand.
func (f *fork) ended(kid *strand, output any) {
	if f.over {
		return
	}
	f.drop(kid)
	f.results[kid.index] = output
	f.done++
	f.last, f.outer = kid.prev, kid.prev
	if f.mapped {
		f.outer = f.v.s.add(EventMapIterationSucceeded, kid.prev, &MapIteration{f.v.node.name, kid.index})
	}
	if f.done == f.total {
		f.finish()
		return
	}
	f.fill()
}

func (f *fork) finish() {
	s := f.v.s
	if !s.live() {
		return
	}
	f.over = true
	t := EventParallelStateSucceeded
	if f.mapped {
		t = EventMapStateSucceeded
	}
	s.add(t, f.outer, nil)
	s.prev, s.anchor = f.outer, f.outer
	f.v.fork = nil
	f.v.complete(f.results)
}

// failed takes the failure of a strand: the others are given up.
func (f *fork) failed(kid *strand, broken *fault) {
	if !f.over {
		f.collapse(kid, broken)
	}
}

func (f *fork) collapse(kid *strand, broken *fault) {
	f.over = true
	s := f.v.s
	if kid != nil {
		f.last = kid.prev
		f.tell(kid)
	}
	for _, other := range f.kids {
		other.abort()
	}
	f.v.fork, f.v.broken = nil, f
	s.prev = f.last
	if !s.live() {
		return
	}
	if broken.fatal && kid != nil {
		f.v.node.state.failed(f.v)
		s.perish(broken)
		return
	}
	f.v.fail(broken)
}

// tell adds the event that tells of the end of the strand that failed.
func (f *fork) tell(kid *strand) {
	if f.mapped {
		f.v.s.add(EventMapIterationFailed, kid.prev, &MapIteration{f.v.node.name, kid.index})
		return
	}
	kid.giveUp(kid.prev)
}

// giveUp adds the event of a state that is left without an end. The types that fail as a whole
// have told of it already.
func (s *strand) giveUp(previous int64) {
	if s.visit == nil || s.visit.fork == nil && s.visit.node.forks {
		return
	}
	if t := EventStateAborted(s.visit.node.kind); t != "" {
		s.add(t, previous, nil)
	}
}

// abort gives up a strand because another one failed, inner ones first.
func (s *strand) abort() {
	if s.stopped {
		return
	}
	if v := s.visit; v != nil && v.fork != nil {
		for _, kid := range v.fork.kids {
			kid.abort()
		}
		if v.fork.mapRun != nil {
			v.fork.mapRun.abort()
		}
	}
	s.giveUp(s.prev)
	if s.fork != nil && s.fork.mapped {
		s.fork.v.s.add(EventMapIterationAborted, s.prev, &MapIteration{s.fork.v.node.name, s.index})
	}
	s.silence()
}
