package asl

import "slices"

// Order returns the states of a graph that can be reached from StartAt, by number, so that but for loops
// each comes after all those that lead to it.
func (g *Graph) Order() []int {
	start := g.States.Index(g.StartAt)
	if start < 0 {
		return nil
	}
	n := g.States.Len()
	entered, order := make([]bool, n), make([]int, 0, n)
	ways := []wayOut{g.wayOut(start)}
	entered[start] = true
	for len(ways) > 0 {
		at := &ways[len(ways)-1]
		if len(at.edges) == 0 {
			order = append(order, at.state)
			ways = ways[:len(ways)-1]
			continue
		}
		to := g.States.Index(at.edges[0].Target)
		at.edges = at.edges[1:]
		if to >= 0 && !entered[to] {
			entered[to] = true
			ways = append(ways, g.wayOut(to))
		}
	}
	slices.Reverse(order)
	return order
}

// wayOut is a state on the way from the start, with the transitions out of it that were not followed yet.
type wayOut struct {
	state int
	edges []Edge
}

func (g *Graph) wayOut(state int) wayOut {
	_, s := g.States.At(state)
	return wayOut{state, Edges(s)}
}
