package sfn

import (
	"github.com/stepwise-go/stepwise/internal/origin"
)

// Chainable is anything that can follow a state: a state, a Chain, a fragment. A type of your own is
// chainable when it has these two methods; embed *Chain to get them, and Next, PrefixStates and
// ToSingleState with them. Both methods must give the same states each time.
type Chainable interface {
	// Start returns the state that runs first.
	Start() State
	// Ends returns where the next state is to be joined.
	Ends() []End
}

// End is an open end of a Chainable: a place where Next joins the following state. Only states make
// them; a fragment hands on the ends of what it is made of.
type End struct {
	slot *edge
	of   *node
}

// edge is a transition, or the place for one.
type edge struct {
	to State // nil while the end is open
	at origin.Origin
}

// Chain is several states joined, with one start and any number of open ends. It does not change:
// Next returns a longer one.
type Chain struct {
	start State
	ends  []End
}

// Start returns the first state.
func (c *Chain) Start() State {
	if c == nil {
		return nil
	}
	return c.start
}

// Ends returns the open ends.
func (c *Chain) Ends() []End {
	if c == nil {
		return nil
	}
	return c.ends
}

// Next joins every open end to the start of what follows, and returns the whole.
// Of a chain that has no open end (it ends in Fail, Succeed or Goto) it is a fault that Build reports.
func (c *Chain) Next(to Chainable) *Chain { return join(c, to, origin.Here()) }

// PrefixStates returns a copy with a prefix on the name of every state, those inside Map and
// Parallel too. See Prefix.
func (c *Chain) PrefixStates(prefix string) *Chain { return Prefix(prefix, c) }

// ToSingleState wraps the chain in a Parallel state with one branch, so that it can be retried and
// its errors caught as a whole. Its output is a list with one element, unless the props take it out:
// OutputPath "$[0]". For a JSONata state, give the chain to NewJSONataParallel(...).Branch.
func (c *Chain) ToSingleState(name string, props ...ParallelProps) *Parallel {
	return newParallel(name, origin.Here(), props).Branch(c)
}

// Sequence joins any number of chainables one after the other.
func Sequence(first Chainable, rest ...Chainable) *Chain {
	at := origin.Here()
	c := chainOf(first)
	for _, r := range rest {
		c = join(c, r, at)
	}
	return c
}

func chainOf(c Chainable) *Chain {
	if chain, ok := c.(*Chain); ok && chain != nil {
		return chain
	}
	o := open(c)
	return &Chain{start: o.start, ends: o.ends}
}

// join is behind every Next.
func join(from *Chain, to Chainable, at origin.Origin) *Chain {
	next := open(to)
	start := from.Start()
	switch {
	case start == nil && next.start == nil:
		return &Chain{}
	case start == nil:
		next.start.base().fault(at, joinedToNil(next.start.Name()))
		return &Chain{start: next.start, ends: next.ends}
	case next.start == nil:
		start.base().fault(at, next.or(nextIsNil()))
		return from
	}
	if len(from.ends) == 0 {
		start.base().fault(at, nothingToJoin(next.start.Name()))
	}
	for _, e := range from.ends {
		connect(e, next.start, at)
	}
	return &Chain{start: start, ends: next.ends}
}

func connect(e End, to State, at origin.Origin) {
	if e.slot == nil || e.of == nil {
		return
	}
	if e.slot.to == nil {
		e.slot.to, e.slot.at = to, at
		e.of.edits++
		to.base().cameFrom(e.of)
		return
	}
	if e.slot.to != to {
		e.of.fault(at, alreadyHasNext(e.of.name, e.slot.to.Name(), to.Name(), e.slot.at))
	}
}
