package svg

import (
	"cmp"
	"math"
	"slices"

	"github.com/stepwise-go/stepwise/asl/diagram"
	"github.com/stepwise-go/stepwise/asl/diagram/layout"
)

const (
	besideGap   = 14.0 // between a box and the labels at its right side
	besideEnd   = 8.0  // what the lines still go on behind the labels
	besideRow   = 4.0  // between two labels
	besideBare  = 12.0 // the height of a row without a label
	besideInset = 3.0  // the least between the corner of a box and the first label
	besideFirst = 9.0  // how far below the top a line comes in above the labels
	besideNext  = 10.0 // between lines that come in
)

// beside is what stands at the right side of a box: what it catches, each line with its label close
// to the box and below the one before. To an engine the box is wider by that and the lines leave at
// its outer side, so they need no room for labels on their way.
type beside struct {
	lines []*line
	at    []float64 // the middle of each line, from the top of the box
	in    entries
	width float64 // of the box with the labels
}

// entries are the places where lines come in at the right side of a box, as they are drawn: dashed
// ones apart from solid ones.
type entries struct{ solid, dashed float64 }

func (e *entries) of(edge *diagram.Edge) *float64 {
	if edge.Kind == diagram.EdgeCatch {
		return &e.dashed
	}
	return &e.solid
}

// besides finds what stands beside each box, and makes boxes high enough for it. Errors of a container
// leave it at the bottom, but for those that go back up.
func (a *area) besides(boxes map[*diagram.Node]*box, w *ways) map[*diagram.Node]*beside {
	out := map[*diagram.Node]*beside{}
	of := func(n *diagram.Node) *beside {
		if out[n] == nil {
			out[n] = &beside{}
		}
		return out[n]
	}
	for _, l := range a.lines {
		e := l.edge
		right := e.From == e.To || w.goesRight(e)
		if right && !l.far {
			*of(e.To).in.of(e) = 1
		}
		if right || l.far || e.Kind == diagram.EdgeCatch && !e.From.IsContainer() {
			s := of(e.From)
			s.lines = append(s.lines, l)
		}
	}
	for n, s := range out {
		slices.SortStableFunc(s.lines, func(a, b *line) int { return cmp.Compare(w.height(b.edge), w.height(a.edge)) })
		s.arrange(boxes[n])
	}
	return out
}

// height says which lines leave above which others: those that go back up, then those that go far
// down. So no two of them cross.
func (w *ways) height(e *diagram.Edge) int {
	if e.Loop {
		return math.MaxInt
	}
	return w.row[e.To]
}

func (s *beside) arrange(b *box) {
	y := besideFirst
	for _, in := range []*float64{&s.in.dashed, &s.in.solid} {
		if *in > 0 {
			*in = y
			y += besideNext
		}
	}
	labels, stack := 0.0, -besideRow
	for _, l := range s.lines {
		labels = max(labels, l.labelWidth)
		if l.far {
			labels = max(labels, l.labelWidth+farTip-besideEnd)
		}
		stack += max(besideBare, l.labelHeight) + besideRow
	}
	if y == besideFirst {
		y = besideInset
	} else {
		y -= besideNext - 8
	}
	b.height = max(b.height, 2*math.Ceil((y+stack+besideInset)/2))
	y = max(y, (b.side()-stack)/2)
	for _, l := range s.lines {
		height := max(besideBare, l.labelHeight)
		s.at = append(s.at, tenth(y+height/2))
		y += height + besideRow
	}
	s.width = b.width
	if len(s.lines) > 0 {
		s.width += besideGap + labels + besideEnd
	}
}

// end is where the line of an edge leaves the right side.
func (s *beside) end(e *diagram.Edge, n *layout.Node) (layout.End, bool) {
	if s == nil {
		return layout.End{}, false
	}
	for i, l := range s.lines {
		if l.edge == e {
			return layout.End{Node: n, Side: layout.Right, At: s.at[i]}, true
		}
	}
	return layout.End{}, false
}

// settle leads the lines of an area on from the places that the engine knew to the boxes themselves,
// and puts the labels on them.
func (a *area) settle(boxes map[*diagram.Node]*box, sides map[*diagram.Node]*beside) {
	for _, l := range a.lines {
		from, to := boxes[l.edge.From], boxes[l.edge.To]
		if end, here := sides[l.edge.From].end(l.edge, nil); here {
			if l.far {
				l.stub(from, tenth(from.y+end.At))
			}
			first := &l.points[0]
			first.X = tenth(from.x + from.width)
			l.labelX, l.labelY = tenth(first.X+besideGap), tenth(first.Y-l.labelHeight/2)
		}
		if sides[l.edge.To] != nil && !l.far {
			last := &l.points[len(l.points)-1]
			last.X = min(last.X, tenth(to.x+to.width))
		}
	}
}

// keptBeside tells whether an engine let the lines leave where it was told to: one that does not
// know of sides gets the labels as any other.
func keptBeside(g *layout.Graph) bool {
	for _, e := range g.Edges {
		if e.From.Side != layout.Right {
			continue
		}
		if at := e.From.Anchor(); len(e.Points) == 0 || length(at, e.Points[0]) > 1 {
			return false
		}
	}
	return true
}
