package validate

import (
	"github.com/stepwise-go/stepwise/asl"
)

// flow is what follows from the transitions of one graph. States are numbered as in scope.places.
type flow struct {
	next      [][]int // where the transitions of a state lead; -1 is nowhere
	reachable []bool  // from StartAt
	ending    []bool  // from here an end can be reached
	ends      []int   // states after which the graph is over
}

func (r *run) flow(s *scope) *flow {
	if s.flow != nil {
		return s.flow
	}
	n := len(s.places)
	f := &flow{next: make([][]int, n), reachable: make([]bool, n), ending: make([]bool, n)}
	back := make([][]int, n)
	targets := make([]int, 0, n)
	for i, p := range s.places {
		from := len(targets)
		for _, e := range s.edges(i) {
			to := s.number(e.Target)
			targets = append(targets, to)
			if to >= 0 {
				back[to] = append(back[to], i)
			}
		}
		f.next[i] = targets[from:]
		if isEnd(p.State) {
			f.ends = append(f.ends, i)
		}
	}
	if start := s.number(s.Graph.StartAt); start >= 0 {
		spread(f.reachable, []int{start}, f.next)
	}
	spread(f.ending, f.ends, back)
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

func spread(seen []bool, from []int, next [][]int) {
	queue := append([]int(nil), from...)
	for _, n := range queue {
		seen[n] = true
	}
	for len(queue) > 0 {
		at := queue[len(queue)-1]
		queue = queue[:len(queue)-1]
		for _, n := range next[at] {
			if n >= 0 && !seen[n] {
				seen[n] = true
				queue = append(queue, n)
			}
		}
	}
}
