package validate

import "github.com/stepwise-go/stepwise/asl"

// scope is a graph with the places of its states. A state has the number that it has in States.
type scope struct {
	asl.Scope
	self   *asl.Scope
	places []*asl.Place
	first  int    // number of the first state among all of the machine
	next   arrows // where the transitions lead
	flow   *flow
	tokens bool // a transition leads to a state whose name is not known in full
}

func (s *scope) fill(first int, places []*asl.Place) {
	s.first, s.places, s.next = first, places, newArrows(len(places), len(places))
	var edges []asl.Edge
	for i, p := range places {
		edges = asl.AppendEdges(edges[:0], p.State)
		for _, e := range edges {
			s.next.add(s.number(e.Target))
			s.tokens = s.tokens || hasToken(e.Target)
		}
		s.next.done(i)
	}
}

// number returns the number of the state of that name, -1 if there is none.
func (s *scope) number(name string) int { return s.Graph.States.Index(name) }

// place returns the state of that name, nil if there is none.
func (s *scope) place(name string) *asl.Place {
	if i := s.number(name); i >= 0 {
		return s.places[i]
	}
	return nil
}

func (s *scope) hasUnknownTargets() bool { return s.tokens }
