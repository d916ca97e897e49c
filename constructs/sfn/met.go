package sfn

import (
	"maps"
	"slices"
)

// met is a state that the building of a machine came across.
type met struct {
	node  *node
	found *scope // the last graph that leads to it
	built *scope // the graph it is part of
	same  *met   // the next one with its name
	head  *met   // the first one with its name
	first int    // in the head: which of origins.states has the name first, counted from 1
}

// meet returns what is known of a state.
func (b *builder) meet(n *node) *met {
	if m := b.known(n); m != nil {
		return m
	}
	m := b.made.met.New()
	m.node, m.head = n, b.met[n.name]
	if m.head == nil {
		m.head, b.met[n.name] = m, m
	} else {
		m.same, m.head.same = m.head.same, m
	}
	return m
}

// known is meet for a state that may not be part of the machine: then it returns nil.
func (b *builder) known(n *node) *met {
	m := b.met[n.name]
	for m != nil && m.node != n {
		m = m.same
	}
	return m
}

// takeName gives a name to the state that is built next, and returns the one that has it already.
func (b *builder) takeName(m *met) (other builtState, taken bool) {
	if m.head.first > 0 {
		return b.origins.states[m.head.first-1], true
	}
	m.head.first = len(b.origins.states) + 1
	return builtState{}, false
}

// named returns the first state that was built with that name.
func (b *builder) named(name string) (builtState, bool) {
	m := b.met[name]
	if m == nil || m.first == 0 {
		return builtState{}, false
	}
	return b.origins.states[m.first-1], true
}

// names returns the names of the states that were built.
func (b *builder) names() []string {
	return slices.DeleteFunc(slices.Sorted(maps.Keys(b.met)), func(name string) bool { return b.met[name].first == 0 })
}
