package validate

import "github.com/stepwise-go/stepwise/asl"

// flow is what follows from the transitions of one graph. States are numbered as in scope.places.
type flow struct {
	reachable []bool  // from StartAt
	ends      []int   // states after which the graph is over
	loops     [][]int // as cycles returns them when no state is taken out
	ending    []bool  // from here an end can be reached; only if there are loops
}

func (r *run) flow(s *scope) *flow {
	if s.flow != nil {
		return s.flow
	}
	f := &flow{}
	for i, p := range s.places {
		if isEnd(p.State) {
			f.ends = append(f.ends, i)
		}
	}
	if start := s.number(s.Graph.StartAt); start >= 0 {
		f.reachable = s.next.reach(start)
	} else {
		f.reachable = make([]bool, len(s.places))
	}
	if !s.next.forward() {
		f.loops = cycles(s, func(*asl.Place) bool { return false })
	}
	if len(f.loops) > 0 {
		back := s.next.reversed()
		f.ending = back.reach(f.ends...)
	}
	s.flow = f
	return f
}

// isEnd tells whether the graph can be over after a state.
func isEnd(s asl.State) bool {
	switch s := s.(type) {
	case *asl.Succeed, *asl.Fail:
		return true
	case *asl.Unknown:
		return true // nothing is known of it
	default:
		f := asl.FlowOf(s)
		return f != nil && f.End
	}
}
