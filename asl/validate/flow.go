package validate

import (
	"github.com/stepwise-go/stepwise/asl"
)

// flow is what follows from the transitions of one graph.
type flow struct {
	edges     map[string][]asl.Edge
	reachable map[string]bool // from StartAt
	ending    map[string]bool // from here an end can be reached
	ends      []string        // states after which the graph is over
}

func (r *run) flow(s *scope) *flow {
	if f := r.flows[s.Graph]; f != nil {
		return f
	}
	f := &flow{edges: map[string][]asl.Edge{}, reachable: map[string]bool{}, ending: map[string]bool{}}
	back := map[string][]string{}
	for _, p := range s.places {
		f.edges[p.Name] = asl.Edges(p.State)
		for _, e := range f.edges[p.Name] {
			back[e.Target] = append(back[e.Target], p.Name)
		}
		if isEnd(p.State) {
			f.ends = append(f.ends, p.Name)
		}
	}
	if s.Graph.States.Has(s.Graph.StartAt) {
		spread(f.reachable, []string{s.Graph.StartAt}, func(name string) []string {
			var next []string
			for _, e := range f.edges[name] {
				if s.Graph.States.Has(e.Target) {
					next = append(next, e.Target)
				}
			}
			return next
		})
	}
	spread(f.ending, f.ends, func(name string) []string { return back[name] })
	r.flows[s.Graph] = f
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

func spread(seen map[string]bool, from []string, next func(string) []string) {
	queue := append([]string(nil), from...)
	for _, n := range queue {
		seen[n] = true
	}
	for len(queue) > 0 {
		name := queue[0]
		queue = queue[1:]
		for _, n := range next(name) {
			if !seen[n] {
				seen[n] = true
				queue = append(queue, n)
			}
		}
	}
}
