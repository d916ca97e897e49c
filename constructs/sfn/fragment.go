package sfn

import "slices"

// Prefix returns a copy of a chainable in which every state's name begins with the prefix, those
// inside Map and Parallel and the targets of Goto too. The original is not changed, so that a fragment
// can stand in one machine several times.
//
// The copy reaches as far as the chainable's open ends: what was joined to them already is left out.
func Prefix(prefix string, c Chainable) *Chain {
	return newCopier(prefix).chain(open(c))
}

// Clone returns a copy of a chainable under the same names, for another machine: what is joined to the
// copy does not change the original. In one machine the names clash; use Prefix there.
func Clone(c Chainable) *Chain { return Prefix("", c) }

// copier copies a graph of states with new names.
type copier struct {
	prefix string
	copies map[State]State
	open   map[*edge]bool // the ends at which copying stops
	slots  map[*edge]End  // an end to that of the copy
}

func newCopier(prefix string) *copier {
	return &copier{prefix: prefix, copies: map[State]State{}, open: map[*edge]bool{}, slots: map[*edge]End{}}
}

func (c *copier) chain(from opened) *Chain {
	for _, e := range from.ends {
		c.open[e.slot] = true
	}
	out := &Chain{start: c.state(from.start)}
	for _, e := range from.ends {
		if end, ok := c.slots[e.slot]; ok {
			out.ends = append(out.ends, end)
		}
	}
	return out
}

func (c *copier) state(s State) State {
	if s == nil {
		return nil
	}
	if d, ok := c.copies[s]; ok {
		return d
	}
	d := s.copyFor(c)
	from, to := s.edges(nil), d.edges(nil)
	for i, e := range from {
		c.slots[e] = End{to[i], d.base()}
		if e.to == nil {
			continue
		}
		if c.open[e] {
			to[i].to = nil
			continue
		}
		to[i].to = c.state(e.to)
		to[i].to.base().cameFrom(d.base())
	}
	return d
}

// add is called by copyFor before anything else, so that loops end.
func (c *copier) add(from, to State, n *node) {
	c.copies[from] = to
	n.name = c.prefix + n.name
	n.sources = nil
	if n.rare != nil {
		n.rare = &rare{slices.Clip(n.rare.faults), slices.Clip(n.rare.patches)}
	}
}

// rescue gives the copy catchers of its own.
func (c *copier) rescue(r *rescue) {
	catches := make([]*catch, len(r.catches))
	for i, from := range r.catches {
		cp := *from
		catches[i] = &cp
	}
	r.catches = catches
	r.retries = slices.Clip(r.retries)
}

func (c *copier) graphs(from []*innerGraph) []*innerGraph {
	out := make([]*innerGraph, len(from))
	for i, g := range from {
		out[i] = c.graph(g)
	}
	return out
}

func (c *copier) graph(g *innerGraph) *innerGraph {
	if g == nil {
		return nil
	}
	cp := *g
	cp.start = c.state(g.start)
	return &cp
}
