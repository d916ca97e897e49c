package svg

import (
	"math"
	"slices"

	"github.com/stepwise-go/stepwise/asl/diagram"
	"github.com/stepwise-go/stepwise/asl/diagram/layout"
)

const (
	nudgeMost = 48.0 // how far a box moves at most
	nudgeRoom = 20.0 // what it keeps from other boxes at its sides
)

// nudge moves boxes a little to the side where that takes bends out of the lines that lead to them.
func (a *area) nudge(boxes map[*diagram.Node]*box) {
	at := map[*box][]*line{}
	for _, l := range a.lines {
		if len(l.points) < 2 {
			return
		}
		from, to := boxes[l.edge.From], boxes[l.edge.To]
		at[from] = append(at[from], l)
		if from != to && !l.far {
			at[to] = append(at[to], l)
		}
	}
	for _, b := range a.boxes {
		for _, l := range at[b] {
			if by, ok := aside(l, b); ok && a.nudged(b, at[b], by) {
				break
			}
		}
	}
}

// aside tells how far a box stands beside where a line comes down to it, or goes on from it.
func aside(l *line, b *box) (float64, bool) {
	p, n := l.points, len(l.points)
	by := 0.0
	switch {
	case n < 4:
		return 0, false
	case l.edge.To == b.node && p[n-1].X == p[n-2].X && p[n-3].X == p[n-4].X:
		by = p[n-3].X - p[n-1].X
	case l.edge.From == b.node && p[0].X == p[1].X && p[2].X == p[3].X:
		by = p[2].X - p[0].X
	}
	return tenth(by), by != 0 && math.Abs(by) <= nudgeMost
}

// nudged moves a box with the lines that meet it, and takes that back if it makes nothing better or
// something is in the way.
func (a *area) nudged(b *box, lines []*line, by float64) bool {
	oldX, old := b.x, make([]line, len(lines))
	bends, crossings := 0, 0
	for i, l := range lines {
		old[i] = *l
		bends += len(l.points)
		crossings += a.crossings(l)
	}
	b.x = tenth(b.x + by)
	ok := a.hasRoom(b)
	for _, l := range lines {
		ok = ok && l.follow(b, by)
	}
	for _, l := range lines {
		bends -= len(l.points)
	}
	ok = ok && bends > 0
	for _, l := range lines {
		if ok = ok && a.fits(l) && (l.text == nil || a.isFree(l, l.labelZone())); !ok {
			break
		}
		crossings -= a.crossings(l)
	}
	if ok && crossings >= 0 {
		return true
	}
	b.x = oldX
	for i, l := range lines {
		*l = old[i]
	}
	return false
}

func (a *area) hasRoom(b *box) bool {
	z := b.zone()
	z.left, z.right = z.left-nudgeRoom, z.right+nudgeRoom
	for _, o := range a.boxes {
		if o != b && z.grown(8).meets(o.zone()) {
			return false
		}
	}
	for _, l := range a.lines {
		if l.text != nil && l.edge.From != b.node && l.edge.To != b.node && z.meets(l.labelZone()) {
			return false
		}
		if l.edge.From == b.node || l.edge.To == b.node {
			continue
		}
		for i := 1; i < len(l.points); i++ {
			if between(l.points[i-1], l.points[i]).meets(b.zone().grown(8)) {
				return false
			}
		}
	}
	return true
}

// follow takes the ends of a line that meet a box with it. A line that goes straight up or down to
// another box would have to bend: that is not worth it.
func (l *line) follow(b *box, by float64) bool {
	p := slices.Clone(l.points)
	n := len(p)
	if l.far {
		l.points, l.labelX = []layout.Point{{X: tenth(p[0].X + by), Y: p[0].Y}, {X: tenth(p[1].X + by), Y: p[1].Y}}, tenth(l.labelX+by)
		return true
	}
	shift := func(end, next int) bool {
		if p[end].X == p[next].X {
			if n < 4 {
				return false
			}
			p[next].X = tenth(p[next].X + by)
		}
		p[end].X = tenth(p[end].X + by)
		return true
	}
	if l.edge.To == b.node && !shift(n-1, n-2) || l.edge.From == b.node && !shift(0, 1) {
		return false
	}
	if l.edge.From == b.node && l.text != nil && l.points[0].Y == l.points[1].Y && l.labelY < p[0].Y && l.labelY+l.labelHeight > p[0].Y {
		l.labelX = tenth(l.labelX + by) // it stands beside the box
	} else if l.text != nil && !onLine(p, l) {
		return false
	}
	l.points = simplify(p)
	return true
}

// onLine tells whether the middle of a label is on its line.
func onLine(points []layout.Point, l *line) bool {
	x, y := l.labelX+l.labelWidth/2, l.labelY+l.labelHeight/2
	for i := 1; i < len(points); i++ {
		z := between(points[i-1], points[i]).grown(1)
		if x > z.left && x < z.right && y > z.top && y < z.bottom {
			return true
		}
	}
	return false
}
