package diagram

import "fmt"

// Coverage is what the tests of a machine exercised: an Overlay.
type Coverage struct {
	// States says how often each state was entered, by JSON Pointer or by name.
	States map[string]int
	// Edges says how often each transition was taken, by the JSON Pointer of the member that names
	// its target: /States/Paid?/Choices/0/Next, /States/Charge/Catch/1/Next. The pointer of the way
	// to the end is that of the state and "/End".
	Edges map[string]int
}

// Legend returns the statuses of coverage.
func (c *Coverage) Legend() []Status { return []Status{Covered, Uncovered} }

func (c *Coverage) apply(g *Graph) {
	var states, statesHit, branches, branchesHit int
	counts := finder[int](c.States)
	g.All(func(_ *Scope, n *Node) {
		if !n.IsState() {
			return
		}
		count, _ := counts.node(n)
		states++
		n.Mark = Mark{Uncovered, 0, "not exercised"}
		if count > 0 {
			statesHit++
			n.Mark = Mark{Covered, count, fmt.Sprintf("entered %d times", count)}
			n.Chips = append(n.Chips, Chip{ChipRun, fmt.Sprintf("×%d", count), n.Mark.Note})
		}
	})
	g.Scopes(func(s *Scope) {
		out := map[*Node]int{}
		for _, e := range s.Edges {
			out[e.From]++
		}
		for _, e := range s.Edges {
			count := c.Edges[e.Pointer]
			if _, counted := c.Edges[e.Pointer]; !counted && out[e.From] == 1 {
				count = e.From.Mark.Count // the only way out
			}
			if e.Kind == EdgeStart {
				count = max(count, e.To.Mark.Count)
			}
			e.Mark = Mark{Uncovered, 0, "not exercised"}
			if count > 0 {
				e.Mark = Mark{Covered, count, fmt.Sprintf("taken %d times", count)}
			}
			if e.Kind == EdgeRule || e.Kind == EdgeDefault || e.Kind == EdgeCatch {
				branches++
				if count > 0 {
					branchesHit++
				}
			}
		}
	})
	g.Heading = fmt.Sprintf("Coverage: states %d/%d", statesHit, states)
	if branches > 0 {
		g.Heading += fmt.Sprintf(" · branches %d/%d", branchesHit, branches)
	}
}
