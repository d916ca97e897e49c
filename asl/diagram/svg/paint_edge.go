package svg

import (
	"math"

	"github.com/stepwise-go/stepwise/asl/diagram"
	"github.com/stepwise-go/stepwise/asl/diagram/layout"
)

const (
	cornerRadius = 8.0
	tipLength    = 8.0
	tipWidth     = 3.6
)

// lines paints the edges of an area, the ones that stand out last. Edges of a kind are one path in a
// plain picture: where they run together, a path is as thick as anywhere else.
func (p *painter) lines(a *area, x, y float64) {
	for layer := range layers {
		var classes []string
		lines := map[string][]*line{}
		for _, l := range a.lines {
			if layerOf(l.edge) != layer || len(l.points) < 2 {
				continue
			}
			class := edgeClass(l.edge)
			if p.opts.Interactive {
				p.put(`<g class="`, class, `" data-edge="`, escape(l.edge.Pointer), `">`)
				p.paths([]*line{l}, x, y)
				continue
			}
			if lines[class] == nil {
				classes = append(classes, class)
			}
			lines[class] = append(lines[class], l)
		}
		for _, class := range classes {
			p.put(`<g class="`, class, `">`)
			p.paths(lines[class], x, y)
		}
	}
}

func (p *painter) paths(lines []*line, x, y float64) {
	p.put(`<path class="line" d="`)
	for _, l := range lines {
		points := make([]layout.Point, len(l.points))
		for i, pt := range l.points {
			points[i] = layout.Point{X: x + pt.X, Y: y + pt.Y}
		}
		n := len(points)
		points[n-1] = towards(points[n-1], points[n-2], tipLength-1)
		p.route(points)
	}
	p.put(`"/><path class="tip" d="`)
	for _, l := range lines {
		n := len(l.points)
		tip, before := l.points[n-1], l.points[n-2]
		p.tip(layout.Point{X: x + tip.X, Y: y + tip.Y}, layout.Point{X: x + before.X, Y: y + before.Y})
	}
	p.put("\"/></g>\n")
}

func edgeClass(e *diagram.Edge) string {
	class := "edge"
	if e.Kind == diagram.EdgeCatch {
		class += " catch"
	}
	if status := statusClass(e.Mark.Status); status != "" {
		class += " " + status
	}
	return class
}

// route writes a path with round corners, from the tip backwards: the dashes of edges that join then
// lie on each other.
func (p *painter) route(points []layout.Point) {
	n := len(points)
	p.put("M", points[n-1].X, " ", points[n-1].Y)
	for i := n - 2; i > 0; i-- {
		from, at, to := points[i+1], points[i], points[i-1]
		r := min(cornerRadius, length(from, at)/2, length(at, to)/2)
		if r < 0.5 || straight(from, at, to) {
			p.put("L", at.X, " ", at.Y)
			continue
		}
		a, b := towards(at, from, r), towards(at, to, r)
		p.put("L", a.X, " ", a.Y, "Q", at.X, " ", at.Y, " ", b.X, " ", b.Y)
	}
	p.put("L", points[0].X, " ", points[0].Y)
}

func (p *painter) tip(at, from layout.Point) {
	back := towards(at, from, tipLength)
	d := length(at, from)
	if d == 0 {
		return
	}
	nx, ny := -(at.Y-from.Y)/d*tipWidth, (at.X-from.X)/d*tipWidth
	p.put("M", at.X, " ", at.Y, "L", back.X+nx, " ", back.Y+ny, "L", back.X-nx, " ", back.Y-ny, "Z")
}

func (p *painter) lineLabel(l *line, x, y float64) {
	if l.text == nil {
		return
	}
	class := "edge-label"
	switch l.edge.Kind {
	case diagram.EdgeCatch:
		class += " catch-label"
	case diagram.EdgeDefault:
		class += " default"
	}
	group := "label"
	if status := statusClass(l.edge.Mark.Status); status != "" {
		group += " " + status
	}
	p.put(`<g class="`, group, `"`)
	if p.opts.Interactive {
		p.put(` data-edge-label="`, escape(l.edge.Pointer), `"`)
		if l.far && l.edge.To.IsState() {
			p.put(` data-to="`, escape(l.edge.To.ID), `"`)
		}
	}
	p.put(`><g class="`, class, `">`)
	p.title(edgeTitle(l.edge))
	p.rect("", x+l.labelX, y+l.labelY, l.labelWidth, l.labelHeight, min(6, l.labelHeight/2))
	for i, text := range l.text {
		p.text("", edgeFont, x+l.labelX+l.labelWidth/2, y+l.labelY+3+edgeLabelRow*float64(i)+10.5, text)
	}
	p.put("</g></g>\n")
}

// edgeTitle is the tooltip of an edge's label.
func edgeTitle(e *diagram.Edge) string {
	if e.Mark.Note != "" {
		return e.Label + "\n" + e.Mark.Note
	}
	return e.Label
}

func length(a, b layout.Point) float64 { return math.Hypot(a.X-b.X, a.Y-b.Y) }

// towards returns the point that lies so far from a in the direction of b, at most b.
func towards(a, b layout.Point, far float64) layout.Point {
	d := length(a, b)
	if d <= far {
		return b
	}
	return layout.Point{X: a.X + (b.X-a.X)*far/d, Y: a.Y + (b.Y-a.Y)*far/d}
}

func straight(a, b, c layout.Point) bool {
	return a.X == b.X && b.X == c.X || a.Y == b.Y && b.Y == c.Y
}
