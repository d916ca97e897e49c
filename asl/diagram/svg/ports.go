package svg

import (
	"github.com/stepwise-go/stepwise/asl/diagram"
	"github.com/stepwise-go/stepwise/asl/diagram/layout"
)

// How much it matters that an edge is straight and short.
const (
	weightNext    = 10
	weightRule    = 5
	weightDefault = 4
)

// layoutGraph says to an engine what to place, and where edges meet the boxes: the good way comes in
// at the top and goes out at the bottom, errors leave at the right, loops are at the left.
func (a *area) layoutGraph(boxes map[*diagram.Node]*box) *layout.Graph {
	g := &layout.Graph{}
	nodes := map[*diagram.Node]*layout.Node{}
	for _, b := range a.boxes {
		n := &layout.Node{Width: b.width, Height: b.height}
		nodes[b.node] = n
		g.Nodes = append(g.Nodes, n)
	}
	p := a.portPlan(boxes)
	for _, l := range a.lines {
		e := l.edge
		g.Edges = append(g.Edges, &layout.Edge{
			From: p.out(e, nodes[e.From]), To: p.in(e, nodes[e.To]), Back: e.Loop, Weight: weight(e),
			LabelWidth: l.labelWidth, LabelHeight: l.labelHeight,
		})
	}
	return g
}

func weight(e *diagram.Edge) int {
	if e.Loop || e.Mark.Status == diagram.Removed {
		return 0
	}
	switch e.Kind {
	case diagram.EdgeStart, diagram.EdgeNext, diagram.EdgeEnd:
		return weightNext
	case diagram.EdgeRule:
		return weightRule
	case diagram.EdgeDefault:
		return weightDefault
	}
	return 0
}

// portPlan knows of each box where the edges of a kind meet it.
type portPlan struct {
	boxes    map[*diagram.Node]*box
	loopsIn  map[*diagram.Node]bool
	loopsOut map[*diagram.Node]bool
	selves   map[*diagram.Node]bool // has an edge to itself, which takes all of the right side
	catches  map[*diagram.Node]bool
	plain    map[portKey]bool // is used by edges that are drawn as solid lines
}

type portKey struct {
	node *diagram.Node
	side layout.Side
}

func (a *area) portPlan(boxes map[*diagram.Node]*box) *portPlan {
	p := &portPlan{
		boxes: boxes, loopsIn: map[*diagram.Node]bool{}, loopsOut: map[*diagram.Node]bool{},
		selves: map[*diagram.Node]bool{}, catches: map[*diagram.Node]bool{}, plain: map[portKey]bool{},
	}
	for _, l := range a.lines {
		e := l.edge
		switch {
		case e.From == e.To:
			p.selves[e.From] = true
		case e.Kind == diagram.EdgeCatch:
			p.catches[e.From] = true
		case e.Loop:
			p.loopsOut[e.From], p.loopsIn[e.To] = true, true
		}
	}
	for _, l := range a.lines {
		if e := l.edge; !isDotted(e) {
			n := &layout.Node{}
			p.plain[portKey{e.From, p.outPort(e, n).Side}] = true
			p.plain[portKey{e.To, p.inPort(e, n).Side}] = true
		}
	}
	return p
}

// isDotted tells whether an edge has dots that must not lie on the line of another.
func isDotted(e *diagram.Edge) bool {
	return e.Mark.Status == diagram.Uncovered || e.Mark.Status == diagram.Removed
}

// dottedShift is how far beside the others a dotted edge meets a box.
const dottedShift = 10.0

func (p *portPlan) out(e *diagram.Edge, n *layout.Node) layout.End {
	return p.shift(e, e.From, p.outPort(e, n))
}

func (p *portPlan) in(e *diagram.Edge, n *layout.Node) layout.End {
	return p.shift(e, e.To, p.inPort(e, n))
}

func (p *portPlan) shift(e *diagram.Edge, n *diagram.Node, end layout.End) layout.End {
	if isDotted(e) && p.plain[portKey{n, end.Side}] {
		end.At += dottedShift
	}
	return end
}

func (p *portPlan) outPort(e *diagram.Edge, n *layout.Node) layout.End {
	b := p.boxes[e.From]
	switch {
	case e.From == e.To:
		return layout.End{Node: n, Side: layout.Right, At: tenth(b.side() * 0.7)}
	case e.Kind == diagram.EdgeCatch && (b.node.IsContainer() || p.selves[e.From]):
		return layout.End{Node: n, Side: layout.Bottom, At: min(b.width/2+60, b.width-16)}
	case e.Kind == diagram.EdgeCatch:
		return layout.End{Node: n, Side: layout.Right, At: b.height / 2}
	case e.Loop:
		return layout.End{Node: n, Side: layout.Left, At: p.left(e.From, b, 2)}
	}
	return layout.End{Node: n, Side: layout.Bottom, At: b.width / 2}
}

func (p *portPlan) inPort(e *diagram.Edge, n *layout.Node) layout.End {
	b := p.boxes[e.To]
	switch {
	case e.From == e.To:
		return layout.End{Node: n, Side: layout.Right, At: tenth(b.side() * 0.3)}
	case e.Loop && e.Kind == diagram.EdgeCatch && !p.selves[e.To]:
		at := b.side() / 2
		if p.catches[e.To] {
			at = tenth(b.side() * 0.25)
		}
		return layout.End{Node: n, Side: layout.Right, At: at}
	case e.Loop:
		return layout.End{Node: n, Side: layout.Left, At: p.left(e.To, b, 1)}
	}
	return layout.End{Node: n, Side: layout.Top, At: b.width / 2}
}

// side is how much of the height of a box edges at its sides have: of a container the header.
func (b *box) side() float64 {
	if b.header > 0 {
		return b.header
	}
	return b.height
}

// left returns where loops meet the left side: in the middle, or if they come and go, in above out.
func (p *portPlan) left(n *diagram.Node, b *box, third float64) float64 {
	if p.loopsIn[n] && p.loopsOut[n] {
		return tenth(b.side() * third / 3)
	}
	return b.side() / 2
}
