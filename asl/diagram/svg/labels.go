package svg

import (
	"math"

	"github.com/stepwise-go/stepwise/asl/diagram/layout"
)

// zone is a rectangle of the plane.
type zone struct{ left, top, right, bottom float64 }

func (z zone) meets(o zone) bool {
	return z.left < o.right && o.left < z.right && z.top < o.bottom && o.top < z.bottom
}

func (z zone) grown(by float64) zone {
	return zone{z.left - by, z.top - by, z.right + by, z.bottom + by}
}

func (b *box) zone() zone { return zone{b.x, b.y, b.x + b.width, b.y + b.height} }

func (l *line) labelZone() zone {
	return zone{l.labelX, l.labelY, l.labelX + l.labelWidth, l.labelY + l.labelHeight}
}

func between(a, b layout.Point) zone {
	return zone{min(a.X, b.X), min(a.Y, b.Y), max(a.X, b.X), max(a.Y, b.Y)}
}

// freeLabels moves labels that another edge runs through to the nearest place on their own edge that
// is free. Engines keep labels off boxes and off each other, but an edge that comes from the side
// of a box may be led across one.
func (a *area) freeLabels() {
	for _, l := range a.lines {
		if l.text == nil || !a.crossed(l, l.labelZone().grown(-1)) {
			continue
		}
		if x, y, ok := a.freePlace(l); ok {
			l.labelX, l.labelY = tenth(x), tenth(y)
		}
	}
}

// crossed tells whether another edge runs through a zone.
func (a *area) crossed(l *line, z zone) bool {
	for _, other := range a.lines {
		if other == l {
			continue
		}
		for i := 1; i < len(other.points); i++ {
			if z.meets(between(other.points[i-1], other.points[i])) {
				return true
			}
		}
	}
	return false
}

// freePlace looks along the edge of a label for the nearest place where it touches nothing.
func (a *area) freePlace(l *line) (x, y float64, found bool) {
	const step = 6.0
	least := math.Inf(1)
	for i := 1; i < len(l.points); i++ {
		from, to := l.points[i-1], l.points[i]
		n := max(1, math.Floor(length(from, to)/step))
		for k := range int(n) + 1 {
			px := from.X + (to.X-from.X)*float64(k)/n - l.labelWidth/2
			py := from.Y + (to.Y-from.Y)*float64(k)/n - l.labelHeight/2
			far := math.Hypot(px-l.labelX, py-l.labelY)
			z := zone{px, py, px + l.labelWidth, py + l.labelHeight}
			if far < least && a.isFree(l, z) {
				x, y, found, least = px, py, true, far
			}
		}
	}
	return x, y, found
}

func (a *area) isFree(l *line, z zone) bool {
	for _, b := range a.boxes {
		if z.grown(2).meets(b.zone()) {
			return false
		}
	}
	for _, other := range a.lines {
		if other != l && other.text != nil && z.grown(2).meets(other.labelZone()) {
			return false
		}
	}
	return !a.crossed(l, z.grown(2))
}
