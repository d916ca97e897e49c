package svg

import (
	"slices"

	"github.com/stepwise-go/stepwise/asl/diagram"
	"github.com/stepwise-go/stepwise/asl/diagram/layout"
)

// plan is a scope as an engine gets it: what to place, and where edges meet the boxes. The good way
// comes in at the top and goes out at the bottom, errors leave at the right, ways back are at the left.
type plan struct {
	graph    *layout.Graph
	boxes    map[*diagram.Node]*box
	nodes    map[*diagram.Node]*layout.Node
	edges    map[*diagram.Edge]*layout.Edge
	ways     *ways
	sides    map[*diagram.Node]*beside // nil if labels are all left to the engine
	loopsIn  map[*diagram.Node]bool
	loopsOut map[*diagram.Node]bool
	calmIn   map[*diagram.Node]bool // is entered from above by other ways than errors
	plain    map[portKey]bool       // is used by edges that are drawn as solid lines
}

type portKey struct {
	node *diagram.Node
	side layout.Side
}

func (a *area) plan(boxes map[*diagram.Node]*box, labelsBeside bool) *plan {
	p := &plan{
		graph: &layout.Graph{}, boxes: boxes, nodes: map[*diagram.Node]*layout.Node{}, edges: map[*diagram.Edge]*layout.Edge{},
		ways: a.ways, loopsIn: map[*diagram.Node]bool{}, loopsOut: map[*diagram.Node]bool{},
		calmIn: map[*diagram.Node]bool{}, plain: map[portKey]bool{},
	}
	for _, b := range a.boxes {
		b.height = b.least
	}
	if labelsBeside {
		p.sides = a.besides(boxes, p.ways)
	}
	lines := map[*diagram.Edge]*line{}
	for _, l := range a.lines {
		lines[l.edge] = l
		if l.far {
			continue
		}
		if e := l.edge; e.Kind != diagram.EdgeCatch && !e.Loop {
			p.calmIn[e.To] = true
		}
		if e := l.edge; e.Loop && e.From != e.To && !p.ways.goesRight(e) {
			p.loopsOut[e.From], p.loopsIn[e.To] = true, true
		}
	}
	nodes, edges := p.ways.order(a.scope)
	if a.part {
		p.graph.Part = true
		here := map[*diagram.Node]bool{}
		for _, b := range a.boxes {
			here[b.node] = true
		}
		nodes = slices.DeleteFunc(nodes, func(n *diagram.Node) bool { return !here[n] })
		edges = slices.DeleteFunc(edges, func(e *diagram.Edge) bool { return lines[e] == nil })
	}
	for _, node := range nodes {
		b := boxes[node]
		n := &layout.Node{Width: b.width, Height: b.height}
		if s := p.sides[node]; s != nil {
			n.Width, n.Height = s.width, b.height
		}
		p.nodes[node] = n
		p.graph.Nodes = append(p.graph.Nodes, n)
	}
	edges = slices.DeleteFunc(edges, func(e *diagram.Edge) bool { return lines[e].far })
	for _, e := range edges {
		if !isDotted(e) {
			p.plain[portKey{e.From, p.outPort(e).Side}] = true
			if p.nodes[e.To] != nil {
				p.plain[portKey{e.To, p.inPort(e).Side}] = true
			}
		}
	}
	for _, e := range edges {
		out := &layout.Edge{From: p.out(e), Back: e.Loop, Weight: p.ways.weight(e), Pull: p.ways.shortness(e)}
		if a.exit != nil && e == a.exit.edge {
			exit := &layout.Node{Last: true}
			p.graph.Nodes = append(p.graph.Nodes, exit)
			out.To = layout.End{Node: exit, Side: layout.Top}
		} else {
			out.To = p.in(e)
		}
		if _, placed := p.sides[e.From].end(e, nil); !placed {
			out.LabelWidth, out.LabelHeight = lines[e].labelWidth, lines[e].labelHeight
		}
		p.edges[e] = out
		p.graph.Edges = append(p.graph.Edges, out)
	}
	return p
}

// isDotted tells whether an edge has dots that must not lie on the line of another.
func isDotted(e *diagram.Edge) bool {
	return e.Mark.Status == diagram.Uncovered || e.Mark.Status == diagram.Removed
}

// dottedShift is how far beside the others a dotted edge meets a box.
const dottedShift = 10.0

func (p *plan) out(e *diagram.Edge) layout.End {
	if end, ok := p.sides[e.From].end(e, p.nodes[e.From]); ok {
		return end
	}
	return p.shift(e, e.From, p.outPort(e))
}

func (p *plan) in(e *diagram.Edge) layout.End { return p.shift(e, e.To, p.inPort(e)) }

func (p *plan) shift(e *diagram.Edge, n *diagram.Node, end layout.End) layout.End {
	if isDotted(e) && p.plain[portKey{n, end.Side}] {
		end.At += dottedShift
	}
	return end
}

func (p *plan) outPort(e *diagram.Edge) layout.End {
	n, b := p.nodes[e.From], p.boxes[e.From]
	switch {
	case e.From == e.To, p.ways.goesRight(e):
		return layout.End{Node: n, Side: layout.Right, At: tenth(b.side() * 0.7)}
	case e.Kind == diagram.EdgeCatch && b.node.IsContainer():
		return layout.End{Node: n, Side: layout.Bottom, At: p.below(e, b)}
	case e.Kind == diagram.EdgeCatch:
		return layout.End{Node: n, Side: layout.Right, At: b.height / 2}
	case e.Loop:
		return layout.End{Node: n, Side: layout.Left, At: p.left(e.From, b, 2)}
	}
	return layout.End{Node: n, Side: layout.Bottom, At: b.width / 2}
}

func (p *plan) inPort(e *diagram.Edge) layout.End {
	n, b := p.nodes[e.To], p.boxes[e.To]
	switch {
	case e.From == e.To, p.ways.goesRight(e):
		at := tenth(b.side() * 0.3)
		if s := p.sides[e.To]; s != nil {
			at = *s.in.of(e)
		}
		return layout.End{Node: n, Side: layout.Right, At: at}
	case e.Loop:
		return layout.End{Node: n, Side: layout.Left, At: p.left(e.To, b, 1)}
	}
	at := b.width / 2
	if e.Kind == diagram.EdgeCatch && p.calmIn[e.To] {
		at += p.errorShift(b)
	}
	return layout.End{Node: n, Side: layout.Top, At: at}
}

// errorShift is how far from the middle errors come in at the top of a box that is not only for them, so
// that their dashes do not lie on the line of the good way: right of it, or left if chips stand there.
func (p *plan) errorShift(b *box) float64 {
	const by = 16.0
	if b.width/2+by+6 > b.width-10-chipsWidth(b.chips) {
		return -by
	}
	return by
}

// side is how much of the height of a box edges at its sides have: of a container the header.
func (b *box) side() float64 {
	if b.header > 0 {
		return b.header
	}
	return b.height
}

// left returns where loops meet the left side: in the middle, or if they come and go, in above out.
func (p *plan) left(n *diagram.Node, b *box, third float64) float64 {
	if p.loopsIn[n] && p.loopsOut[n] {
		return tenth(b.side() * third / 3)
	}
	return b.side() / 2
}

// belowGap is between two lines that leave a container at the bottom.
const belowGap = 14.0

// below returns where an error leaves a container: right of the middle, each for itself, or two
// dashed lines would look like a solid one.
func (p *plan) below(e *diagram.Edge, b *box) float64 {
	catches := p.ways.keep(e.From, func(e *diagram.Edge) bool { return e.Kind == diagram.EdgeCatch && e.From != e.To && !e.Loop })
	first := max(b.width/2+belowGap, min(b.width/2+60, b.width-16-belowGap*float64(len(catches)-1)))
	gap := min(belowGap, (b.width-16-first)/float64(max(1, len(catches)-1)))
	return tenth(first + gap*float64(slices.Index(catches, e)))
}
