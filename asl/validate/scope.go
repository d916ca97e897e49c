package validate

import "github.com/stepwise-go/stepwise/asl"

// scope is a graph with the places of its states, by number and by name.
type scope struct {
	asl.Scope
	self    *asl.Scope
	places  []*asl.Place
	numbers map[string]int
	out     []asl.Edge // the transitions of all states
	outOf   []int      // where those of a state begin in out
	flow    *flow
	tokens  bool // a transition leads to a state whose name is not known in full
}

func newScope(s *asl.Scope, places []asl.Place) *scope {
	here := &scope{
		Scope: *s, self: s, places: make([]*asl.Place, len(places)), numbers: make(map[string]int, len(places)),
		out: make([]asl.Edge, 0, len(places)), outOf: make([]int, len(places)+1),
	}
	for i := range places {
		p := &places[i]
		here.places[i] = p
		here.numbers[p.Name] = i
		here.out = asl.AppendEdges(here.out, p.State)
		here.outOf[i+1] = len(here.out)
	}
	for _, e := range here.out {
		here.tokens = here.tokens || hasToken(e.Target)
	}
	return here
}

// edges returns the transitions of a state, by its number.
func (s *scope) edges(i int) []asl.Edge { return s.out[s.outOf[i]:s.outOf[i+1]] }

// number returns the number of the state of that name, -1 if there is none.
func (s *scope) number(name string) int {
	if i, ok := s.numbers[name]; ok {
		return i
	}
	return -1
}

// place returns the state of that name, nil if there is none.
func (s *scope) place(name string) *asl.Place {
	if i, ok := s.numbers[name]; ok {
		return s.places[i]
	}
	return nil
}

func (s *scope) hasUnknownTargets() bool { return s.tokens }
