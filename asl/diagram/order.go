package diagram

import (
	"cmp"
	"slices"
)

// order puts the nodes in the order of a depth-first walk from the start along Next, rules, Default
// and Catch; what the walk does not reach follows by name, and End is last. Edges that go back to a
// node on the way are loops.
func order(nodes []*Node, edges map[*Node][]*Edge, start *Node) ([]*Node, []*Edge) {
	w := &walk{edges: edges, seen: map[*Node]bool{}, onPath: map[*Node]bool{}}
	rest := slices.Clone(nodes)
	slices.SortStableFunc(rest, func(a, b *Node) int { return cmp.Compare(a.Name, b.Name) })
	if start != nil {
		rest = append([]*Node{start}, rest...)
	}
	for _, n := range rest {
		if n.Kind != End {
			w.visit(n)
		}
	}
	slices.SortStableFunc(w.order, func(a, b *Node) int { return cmp.Compare(rank(a), rank(b)) })
	var all []*Edge
	for _, n := range w.order {
		all = append(all, edges[n]...)
	}
	return w.order, all
}

func rank(n *Node) int {
	if n.Kind == End {
		return 1
	}
	return 0
}

type walk struct {
	edges  map[*Node][]*Edge
	seen   map[*Node]bool
	onPath map[*Node]bool
	order  []*Node
}

func (w *walk) visit(n *Node) {
	if w.seen[n] {
		return
	}
	w.seen[n], w.onPath[n] = true, true
	w.order = append(w.order, n)
	for _, e := range w.edges[n] {
		e.Loop = w.onPath[e.To]
		w.visit(e.To)
	}
	w.onPath[n] = false
}
