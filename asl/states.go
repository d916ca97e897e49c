package asl

import (
	"iter"
	"slices"
)

// States are the states of a graph by name, in the order in which they were added or written.
// The zero value is empty.
type States struct {
	list  []namedState
	state map[string]int // the place of each in list
}

type namedState struct {
	name  string
	state State
}

// Len returns the number of states.
func (s *States) Len() int { return len(s.list) }

// Index returns the place of the state of that name in the order of the states, from 0, or -1.
func (s *States) Index(name string) int {
	// A copy of s shares the map, and may have added what s does not have.
	if i, ok := s.state[name]; ok && i < len(s.list) && s.list[i].name == name {
		return i
	}
	return -1
}

// Get returns the state of that name, or nil.
func (s *States) Get(name string) State {
	if i := s.Index(name); i >= 0 {
		return s.list[i].state
	}
	return nil
}

// Has tells whether there is a state of that name.
func (s *States) Has(name string) bool { return s.Index(name) >= 0 }

// At returns the state at place i, from 0 to Len()-1, and its name.
func (s *States) At(i int) (name string, state State) { return s.list[i].name, s.list[i].state }

// Set adds a state, or puts it in the place of the one with that name. A nil state becomes one
// without a type.
func (s *States) Set(name string, state State) {
	if state == nil {
		state = &Unknown{}
	}
	if i := s.Index(name); i >= 0 {
		s.list[i].state = state
		return
	}
	if s.state == nil {
		s.state = map[string]int{}
	}
	s.state[name] = len(s.list)
	s.list = append(s.list, namedState{name, state})
}

// Grow makes room for n more states.
func (s *States) Grow(n int) {
	s.list = slices.Grow(s.list, n)
	if s.state == nil {
		s.state = make(map[string]int, n)
	}
}

// Names returns the names in order.
func (s *States) Names() []string {
	names := make([]string, len(s.list))
	for i := range s.list {
		names[i] = s.list[i].name
	}
	return names
}

// All ranges over the states in order.
func (s *States) All() iter.Seq2[string, State] {
	return func(yield func(string, State) bool) {
		for i := range s.list {
			if !yield(s.list[i].name, s.list[i].state) {
				return
			}
		}
	}
}
