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
	targets, next := g.targets()
	end := slices.Clone(next[1:]) // next moves on
	entered, order := make([]bool, n), make([]int, 0, n)
	entered[start] = true
	for way := []int{start}; len(way) > 0; {
		at := way[len(way)-1]
		if next[at] == end[at] {
			order = append(order, at)
			way = way[:len(way)-1]
			continue
		}
		to := targets[next[at]]
		next[at]++
		if to >= 0 && !entered[to] {
			entered[to] = true
			way = append(way, to)
		}
	}
	slices.Reverse(order)
	return order
}

// targets returns where the transitions lead, -1 if nowhere, and where those of each state begin.
func (g *Graph) targets() (targets, from []int) {
	from = make([]int, g.States.Len()+1)
	var edges []Edge
	for i := range g.States.list {
		edges = AppendEdges(edges[:0], g.States.list[i].state)
		for _, e := range edges {
			targets = append(targets, g.States.Index(e.Target))
		}
		from[i+1] = len(targets)
	}
	return targets, from
}
