package layout

// Engine places the nodes of a graph and routes its edges. It sets X and Y of every node, Points of
// every edge, LabelX and LabelY of every edge with a label, and Width and Height of the graph, with
// everything between 0 and them.
type Engine func(*Graph) error

// Graph is one scope of a diagram. All lengths are in pixels.
type Graph struct {
	// Nodes in the order in which a reader meets them; engines keep to it where they can.
	Nodes []*Node
	Edges []*Edge
	// Part is set on one of the many parts of a large graph: there is little time for each.
	Part bool

	Width, Height float64 // out
}

// Node is a box.
type Node struct {
	Width, Height float64
	Last          bool // stands below all others

	X, Y float64 // out: the top left corner
}

// Side is a side of a box.
type Side uint8

const (
	Top Side = iota
	Right
	Bottom
	Left
)

// End is where an edge meets a box: so far along a side, from its left or top.
type End struct {
	Node *Node
	Side Side
	At   float64
}

// Edge is a line from one box to another, or to the same.
type Edge struct {
	From, To    End
	LabelWidth  float64 // 0 if there is no label
	LabelHeight float64
	Weight      int  // how much it matters that the edge is straight
	Pull        int  // how much it matters that it is short
	Back        bool // leads back up; without those edges the graph has no cycle

	Points         []Point // out: from From to To, by right angles
	LabelX, LabelY float64 // out: the top left corner
}

// Point is a point of the plane, y growing downwards.
type Point struct{ X, Y float64 }

// Anchor returns the point where an edge meets its box.
func (e End) Anchor() Point {
	p := Point{e.Node.X + e.At, e.Node.Y}
	switch e.Side {
	case Right:
		p = Point{e.Node.X + e.Node.Width, e.Node.Y + e.At}
	case Bottom:
		p.Y += e.Node.Height
	case Left:
		p = Point{e.Node.X, e.Node.Y + e.At}
	}
	return p
}
