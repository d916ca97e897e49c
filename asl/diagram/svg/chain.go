package svg

import "github.com/stepwise-go/stepwise/asl/diagram/layout"

const chainGap = 34.0

// chain lays out a scope that is a plain chain of boxes, as many branches are. It gives what an
// engine would, in no time; it is false for any other scope.
func chain(g *layout.Graph) bool {
	if len(g.Edges) != max(0, len(g.Nodes)-1) {
		return false
	}
	width := 0.0
	for i, n := range g.Nodes {
		width = max(width, n.Width)
		if i == 0 {
			continue
		}
		e := g.Edges[i-1]
		if e.From.Node != g.Nodes[i-1] || e.To.Node != n || e.LabelWidth > 0 || e.From.Side != layout.Bottom || e.To.Side != layout.Top ||
			e.From.At*2 != e.From.Node.Width || e.To.At*2 != e.To.Node.Width {
			return false
		}
	}
	y := 0.0
	for i, n := range g.Nodes {
		n.X, n.Y = (width-n.Width)/2, y
		y += n.Height
		if i < len(g.Edges) {
			y += chainGap
		}
	}
	for _, e := range g.Edges {
		e.Points = []layout.Point{e.From.Anchor(), e.To.Anchor()}
	}
	g.Width, g.Height = width, y
	return true
}
