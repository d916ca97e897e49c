package asl

import (
	"iter"
	"slices"
)

// States are the states of a graph by name, in the order in which they were added or written.
// The zero value is empty.
type States struct {
	names []string
	state map[string]State
}

// Len returns the number of states.
func (s *States) Len() int { return len(s.names) }

// Get returns the state of that name, or nil.
func (s *States) Get(name string) State { return s.state[name] }

// Has tells whether there is a state of that name.
func (s *States) Has(name string) bool { return s.state[name] != nil }

// Set adds a state, or puts it in the place of the one with that name. A nil state becomes one
// without a type.
func (s *States) Set(name string, state State) {
	if state == nil {
		state = &Unknown{}
	}
	if s.state == nil {
		s.state = map[string]State{}
	}
	if s.state[name] == nil {
		s.names = append(s.names, name)
	}
	s.state[name] = state
}

// Grow makes room for n more states.
func (s *States) Grow(n int) {
	s.names = slices.Grow(s.names, n)
	if s.state == nil {
		s.state = make(map[string]State, n)
	}
}

// Names returns the names in order.
func (s *States) Names() []string { return append([]string(nil), s.names...) }

// All ranges over the states in order.
func (s *States) All() iter.Seq2[string, State] {
	return func(yield func(string, State) bool) {
		for _, n := range s.names {
			if !yield(n, s.state[n]) {
				return
			}
		}
	}
}
