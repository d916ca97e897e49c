package svg

import (
	"fmt"
	"math"

	"github.com/stepwise-go/stepwise/asl/diagram"
	"github.com/stepwise-go/stepwise/asl/diagram/layout"
)

// picture is a graph with a place for everything.
type picture struct {
	graph *diagram.Graph
	root  *area
}

// area is a scope with its boxes and lines, x and y from the top left corner of the area around it.
type area struct {
	scope         *diagram.Scope
	ways          *ways
	boxes         []*box
	lines         []*line
	x, y          float64
	width, height float64
	part          bool  // is one part of a scope: see parts.go
	exit          *line // the line on to the next part
}

// box is a node with its place in its area.
type box struct {
	node                *diagram.Node
	name                []string
	label               string
	chips, runChips     []chip
	x, y, width, height float64
	least               float64 // the height without what stands beside it
	header              float64 // the height of a container's header
	areas               []*area // x and y from the top left corner of the box
}

// line is an edge with its route in its area.
type line struct {
	edge                    *diagram.Edge
	text                    []string
	labelX, labelY          float64
	labelWidth, labelHeight float64
	points                  []layout.Point
	far                     bool // is cut: it only says where it leads
}

func arrange(g *diagram.Graph, engine layout.Engine) *picture {
	if engine == nil {
		engine = defaultEngine
	}
	return &picture{g, arrangeScope(g.Root, engine)}
}

// arrangeScope lays out what is inside first: no edge leaves a scope, so a container is a box of
// the scope around it, and its size is all that scope has to know.
func arrangeScope(s *diagram.Scope, engine layout.Engine) *area {
	a := &area{scope: s, ways: newWays(s)}
	boxes := map[*diagram.Node]*box{}
	for _, n := range s.Nodes {
		b := &box{node: n}
		b.measure()
		if n.IsContainer() {
			b.contain(engine)
		}
		b.least = b.height
		boxes[n] = b
		a.boxes = append(a.boxes, b)
	}
	for _, e := range s.Edges {
		l := &line{edge: e}
		l.measure()
		a.lines = append(a.lines, l)
	}
	if parts := a.split(boxes); parts != nil {
		if a.stack(parts, boxes, engine) {
			return a
		}
		a.uncut()
	}
	a.cutFar()
	a.place(boxes, engine)
	return a
}

// contain puts the areas inside a container side by side, below its header.
func (b *box) contain(engine layout.Engine) {
	lanes := len(b.node.Scopes) > 1
	var areas []*area
	inside := 0.0
	for _, s := range b.node.Scopes {
		a := arrangeScope(s, engine)
		a.width, a.height = max(a.width, 60), max(a.height, 20)
		areas = append(areas, a)
		inside += a.width
	}
	b.name = nameFont.wrap(b.node.Name, max(textWidth, inside-textLeft-textRight), nameLines)
	b.header = max(headerHeight, 2*padding+labelHeight+nameHeight*float64(len(b.name)))
	x, bottom := inset, 0.0
	for i, a := range areas {
		a.x, a.y = x, b.header+4
		if lanes {
			if i > 0 {
				a.x += laneGap + laneInset
			} else {
				a.x += laneInset
			}
			a.y += laneInset
			if a.scope.Title != "" {
				a.y += laneTitle
			}
		}
		x = a.x + a.width
		if lanes {
			x += laneInset
		}
		bottom = max(bottom, a.y+a.height)
	}
	b.areas = areas
	inner := x + inset
	b.width = 2 * math.Ceil(max(b.width, inner)/2)
	for _, a := range b.areas {
		a.x += math.Floor((b.width - inner) / 2)
	}
	b.height = math.Ceil(bottom) + inset
	if lanes {
		b.height += laneInset
	}
}

// place has an engine find the places. One that does not keep to the sides of boxes gets all labels
// to place itself; one that fails or panics gives way to the simple one. Parts have to do without: place
// is false if the engine is not up to them.
func (a *area) place(boxes map[*diagram.Node]*box, engine layout.Engine) bool {
	p := a.plan(boxes, true)
	if !chain(p.graph) {
		err := try(engine, p.graph)
		if a.part && (err != nil || !keptBeside(p.graph)) {
			return false
		}
		if err == nil && !keptBeside(p.graph) {
			a.uncut()
			p = a.plan(boxes, false)
			err = try(engine, p.graph)
		}
		if err != nil {
			a.uncut()
			p = a.plan(boxes, false)
			if try(layout.Layered, p.graph) != nil {
				return false
			}
		}
	}
	for _, b := range a.boxes {
		n := p.nodes[b.node]
		b.x, b.y = tenth(n.X), tenth(n.Y)
	}
	a.width, a.height = tenth(p.graph.Width), tenth(p.graph.Height)
	for _, l := range a.lines {
		l.points = nil
		e := p.edges[l.edge]
		if e == nil {
			continue
		}
		for _, p := range e.Points {
			l.points = append(l.points, layout.Point{X: tenth(p.X), Y: tenth(p.Y)})
		}
		l.labelX, l.labelY = tenth(e.LabelX), tenth(e.LabelY)
	}
	a.settle(boxes, p.sides)
	a.tidy(boxes)
	a.freeLabels()
	a.trim()
	return true
}

func tenth(v float64) float64 { return math.Round(v*10) / 10 }

func try(engine layout.Engine, g *layout.Graph) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("layout failed: %v", r)
		}
	}()
	if err := engine(g); err != nil {
		return err
	}
	return check(g)
}

// check refuses a layout that cannot be painted.
func check(g *layout.Graph) error {
	for _, n := range g.Nodes {
		if !finite(n.X) || !finite(n.Y) {
			return fmt.Errorf("layout failed: a box without a place")
		}
	}
	for _, e := range g.Edges {
		if len(e.Points) < 2 {
			return fmt.Errorf("layout failed: an edge without a route")
		}
		for _, p := range e.Points {
			if !finite(p.X) || !finite(p.Y) {
				return fmt.Errorf("layout failed: an edge without a place")
			}
		}
	}
	return nil
}

func finite(v float64) bool { return !math.IsNaN(v) && !math.IsInf(v, 0) }

// trim moves everything so that it begins at 0, and measures it. Chips and marks stand out a
// little from their boxes.
func (a *area) trim() {
	r := newRect()
	for _, b := range a.boxes {
		r.add(b.x, b.y, b.width, b.height)
		if len(b.chips) > 0 {
			r.add(b.x, b.y-chipHeight/2-chipLift, b.width, b.height)
		}
		if len(b.runChips) > 0 {
			r.add(b.x, b.y, b.width, b.height+chipHeight/2+chipLift)
		}
		if b.node.Mark.Status != "" {
			r.add(b.x-8, b.y-8, b.width, b.height)
		}
	}
	for _, l := range a.lines {
		for _, p := range l.points {
			r.add(p.X, p.Y, 0, 0)
		}
		if l.text != nil {
			r.add(l.labelX, l.labelY, l.labelWidth, l.labelHeight)
		}
	}
	if r.empty() {
		return
	}
	for _, b := range a.boxes {
		b.x, b.y = tenth(b.x-r.left), tenth(b.y-r.top)
	}
	for _, l := range a.lines {
		for i := range l.points {
			l.points[i] = layout.Point{X: tenth(l.points[i].X - r.left), Y: tenth(l.points[i].Y - r.top)}
		}
		l.labelX, l.labelY = tenth(l.labelX-r.left), tenth(l.labelY-r.top)
	}
	a.width, a.height = tenth(r.right-r.left), tenth(r.bottom-r.top)
}

// rect grows to hold what is added.
type rect struct{ left, top, right, bottom float64 }

func newRect() *rect { return &rect{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)} }

func (r *rect) empty() bool { return r.left > r.right }

func (r *rect) add(x, y, width, height float64) {
	r.left, r.top = min(r.left, x), min(r.top, y)
	r.right, r.bottom = max(r.right, x+width), max(r.bottom, y+height)
}
