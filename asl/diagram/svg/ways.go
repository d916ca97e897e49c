package svg

import (
	"cmp"
	"slices"

	"github.com/stepwise-go/stepwise/asl/diagram"
)

// outcome says where a way leads at best.
type outcome uint8

const (
	returns outcome = iota // back to a state before it, and nowhere else
	fails                  // to a Fail state
	ends                   // to a good end
)

// prospect is what is ahead of a state: how it ends at best, and how many states later at most.
type prospect struct {
	outcome outcome
	length  int
}

func (p prospect) compare(o prospect) int {
	return cmp.Or(cmp.Compare(p.outcome, o.outcome), cmp.Compare(p.length, o.length))
}

// ways knows which way through a scope is the one that a reader follows first: from choice to choice
// the longest that ends well. It is drawn as one straight line; ways back stand at its left, errors
// at its right.
type ways struct {
	out      map[*diagram.Node][]*diagram.Edge
	ahead    map[*diagram.Node]prospect
	best     map[*diagram.Edge]bool
	main     map[*diagram.Node]bool // on the first way
	regular  map[*diagram.Node]bool // reached from the start without an error
	handlers map[*diagram.Node]bool // reached by way of an error only
	caught   map[*diagram.Node]bool // reached from a catcher
	into     map[*diagram.Node]int  // how many edges lead to it, but for those back
	row      map[*diagram.Node]int  // how far down it will stand
	sorted   []*diagram.Node        // each after all that lead to it
}

func newWays(s *diagram.Scope) *ways {
	w := &ways{
		out: map[*diagram.Node][]*diagram.Edge{}, ahead: map[*diagram.Node]prospect{}, best: map[*diagram.Edge]bool{},
		main: map[*diagram.Node]bool{}, regular: map[*diagram.Node]bool{}, handlers: map[*diagram.Node]bool{},
		caught: map[*diagram.Node]bool{}, into: map[*diagram.Node]int{}, row: map[*diagram.Node]int{},
	}
	for _, e := range s.Edges {
		w.out[e.From] = append(w.out[e.From], e)
		if e.Kind == diagram.EdgeCatch {
			w.caught[e.To] = true
		}
		if !e.Loop {
			w.into[e.To]++
		}
	}
	for _, n := range s.Nodes {
		w.look(n)
	}
	w.rows(s)
	if len(s.Nodes) == 0 {
		return w
	}
	reach(s.Nodes[0], w.regular, func(n *diagram.Node) []*diagram.Edge { return w.keep(n, isCalm) })
	reached := map[*diagram.Node]bool{}
	reach(s.Nodes[0], reached, func(n *diagram.Node) []*diagram.Edge { return w.out[n] })
	for n := range reached {
		if !w.regular[n] {
			w.handlers[n] = true
		}
	}
	reach(s.Nodes[0], w.main, func(n *diagram.Node) []*diagram.Edge {
		return w.keep(n, func(e *diagram.Edge) bool { return w.best[e] })
	})
	return w
}

func (w *ways) keep(n *diagram.Node, when func(*diagram.Edge) bool) []*diagram.Edge {
	return slices.DeleteFunc(slices.Clone(w.out[n]), func(e *diagram.Edge) bool { return !when(e) })
}

func isCalm(e *diagram.Edge) bool {
	return e.Kind != diagram.EdgeCatch && e.Mark.Status != diagram.Removed
}

func reach(from *diagram.Node, seen map[*diagram.Node]bool, out func(*diagram.Node) []*diagram.Edge) {
	seen[from] = true
	for queue := []*diagram.Node{from}; len(queue) > 0; queue = queue[1:] {
		for _, e := range out(queue[0]) {
			if !seen[e.To] {
				seen[e.To] = true
				queue = append(queue, e.To)
			}
		}
	}
}

// look finds what is ahead of a node, and the best of the ways from it. Without the edges that go
// back a scope has no cycle.
func (w *ways) look(n *diagram.Node) prospect {
	if p, ok := w.ahead[n]; ok {
		return p
	}
	p := prospect{outcome: returns}
	var best []*diagram.Edge
	dead := true
	for _, e := range w.out[n] {
		if !isCalm(e) {
			continue
		}
		dead = false
		if e.Loop || e.To == n {
			continue
		}
		there := w.look(e.To)
		if c := there.compare(p); len(best) == 0 || c > 0 {
			best, p = []*diagram.Edge{e}, there
		} else if c == 0 {
			best = append(best, e)
		}
	}
	switch {
	case n.Kind == diagram.Fail || n.Kind == diagram.Missing:
		p.outcome = fails
	case dead:
		p.outcome = ends
	}
	p.length++
	w.ahead[n] = p
	if len(best) > 0 { // of several as good as each other the one in the middle: a fan opens to both sides
		w.best[best[(len(best)-1)/2]] = true
	}
	return p
}

// rows finds how far down each node will stand: below all that lead to it.
func (w *ways) rows(s *diagram.Scope) {
	waits := map[*diagram.Node]int{}
	var queue []*diagram.Node
	for _, n := range s.Nodes {
		if waits[n] = w.into[n]; waits[n] == 0 {
			queue = append(queue, n)
		}
	}
	for ; len(queue) > 0; queue = queue[1:] {
		w.sorted = append(w.sorted, queue[0])
		for _, e := range w.out[queue[0]] {
			if e.Loop {
				continue
			}
			w.row[e.To] = max(w.row[e.To], w.row[e.From]+1)
			if waits[e.To]--; waits[e.To] == 0 {
				queue = append(queue, e.To)
			}
		}
	}
}

// span is how many rows an edge passes.
func (w *ways) span(e *diagram.Edge) int {
	return max(w.row[e.To]-w.row[e.From], w.row[e.From]-w.row[e.To])
}

// way returns the nodes of the first way.
func (w *ways) way(s *diagram.Scope) []*diagram.Node {
	out := []*diagram.Node{s.Nodes[0]}
	for at := s.Nodes[0]; at != nil; {
		next := (*diagram.Node)(nil)
		for _, e := range w.out[at] {
			if w.best[e] {
				next = e.To
				out = append(out, next)
			}
		}
		at = next
	}
	return out
}

// isMain tells whether an edge is on the first way.
func (w *ways) isMain(e *diagram.Edge) bool { return w.main[e.From] && w.best[e] }

// How much it matters that an edge is straight.
const (
	weightMain    = 1000
	weightBest    = 40
	weightOther   = 12
	weightHandler = 6
	weightLeast   = 1
)

func (w *ways) weight(e *diagram.Edge) int {
	switch {
	case e.Loop || !isCalm(e):
		return weightLeast
	case w.handlers[e.From]:
		return weightHandler
	case !w.best[e] || e.Kind == diagram.EdgeEnd && e.From.Kind == diagram.Fail:
		return weightOther
	case w.isMain(e):
		return weightMain
	}
	return weightBest
}

// shortness is how much it matters that an edge is short: a state stands close to what leads to it,
// rather than to a far one where several ways come together.
func (w *ways) shortness(e *diagram.Edge) int {
	switch {
	case e.Loop:
		return 0
	case w.into[e.To] > 1:
		return 1
	}
	return 10
}

// goesRight tells whether a way back is led around the right side, where the errors are.
func (w *ways) goesRight(e *diagram.Edge) bool {
	return e.Loop && e.From != e.To && (e.Kind == diagram.EdgeCatch || w.handlers[e.From] || w.caught[e.From])
}

// order returns the nodes and edges from left to right: at each state the ways back first, then
// those that end well, then those that fail, then errors; otherwise as they are.
func (w *ways) order(s *diagram.Scope) ([]*diagram.Node, []*diagram.Edge) {
	var nodes []*diagram.Node
	var edges []*diagram.Edge
	seen := map[*diagram.Node]bool{}
	var visit func(*diagram.Node)
	visit = func(n *diagram.Node) {
		if seen[n] {
			return
		}
		seen[n] = true
		nodes = append(nodes, n)
		out := slices.Clone(w.out[n])
		slices.SortStableFunc(out, func(a, b *diagram.Edge) int { return cmp.Compare(w.place(a), w.place(b)) })
		edges = append(edges, out...)
		for _, e := range out {
			visit(e.To)
		}
	}
	for _, n := range s.Nodes {
		if n.Kind != diagram.End {
			visit(n)
		}
	}
	for _, n := range s.Nodes {
		visit(n)
	}
	return nodes, edges
}

func (w *ways) place(e *diagram.Edge) int {
	switch {
	case e.Kind == diagram.EdgeCatch:
		return 3
	case e.Loop:
		return 0
	}
	switch w.ahead[e.To].outcome {
	case returns:
		if w.caught[e.To] {
			return 2
		}
		return 0
	case fails:
		return 2
	}
	return 1
}
