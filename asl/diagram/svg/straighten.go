package svg

import (
	"math"
	"slices"

	"github.com/stepwise-go/stepwise/asl/diagram"
	"github.com/stepwise-go/stepwise/asl/diagram/layout"
)

// What lines keep from others when they are made straighter.
const (
	fromBoxes  = 5.0
	fromLabels = 3.0
	fromLines  = 7.0
)

// maxPieces is how many pieces lines may have before they are left as they are: every piece is held
// against every other.
const maxPieces = 4000

// tidy makes lines straighter: by another way, then by moving boxes a little, then again.
func (a *area) tidy(boxes map[*diagram.Node]*box) {
	pieces := 0
	for _, l := range a.lines {
		pieces += len(l.points)
	}
	if pieces > maxPieces {
		return
	}
	a.straighten()
	a.nudge(boxes)
	a.straighten()
}

// straighten takes needless bends out of lines. An engine weighs lengths, and of two lines as long as
// each other may choose the one with more bends.
func (a *area) straighten() {
	for _, l := range a.lines {
		for range len(l.points) {
			if !a.straightenOnce(l) {
				break
			}
		}
	}
}

// straightenOnce looks for a piece that goes down between two that go across, and moves it to where the
// line goes down next, or went down before.
func (a *area) straightenOnce(l *line) bool {
	for i := 1; i+2 < len(l.points); i++ {
		p := l.points
		if p[i].X != p[i+1].X || p[i-1].Y != p[i].Y || p[i+1].Y != p[i+2].Y {
			continue
		}
		var goals []float64
		if i+3 < len(p) && p[i+2].X == p[i+3].X {
			goals = append(goals, p[i+2].X)
		}
		if i >= 2 && p[i-1].X == p[i-2].X {
			goals = append(goals, p[i-1].X)
		}
		for _, x := range goals {
			if a.move(l, i, x) {
				return true
			}
		}
	}
	return false
}

// move takes the piece that begins at a point to another place across, if nothing is in the way there.
func (a *area) move(l *line, i int, x float64) bool {
	old := *l
	by := x - l.points[i].X
	points := slices.Clone(l.points)
	points[i].X, points[i+1].X = x, x
	onPiece := l.text != nil && math.Abs(l.labelX+l.labelWidth/2-old.points[i].X) < 1 &&
		l.labelY+l.labelHeight/2 > min(points[i].Y, points[i+1].Y) && l.labelY+l.labelHeight/2 < max(points[i].Y, points[i+1].Y)
	before := a.crossings(l)
	l.points = simplify(points)
	if onPiece {
		l.labelX = tenth(l.labelX + by)
	}
	if a.fits(l) && a.crossings(l) <= before && (l.text == nil || a.isFree(l, l.labelZone())) {
		return true
	}
	*l = old
	return false
}

// simplify leaves out the points at which a line does not bend.
func simplify(points []layout.Point) []layout.Point {
	out := points[:1:1]
	for i := 1; i < len(points); i++ {
		at := points[i]
		if at == out[len(out)-1] {
			continue
		}
		if n := len(out); n > 1 && straight(out[n-2], out[n-1], at) {
			out[n-1] = at
			continue
		}
		out = append(out, at)
	}
	return out
}

// fits tells whether a line keeps its distance from boxes, labels, and other lines.
func (a *area) fits(l *line) bool {
	last := len(l.points) - 1
	onLabel := 0
	for i := 1; i <= last; i++ {
		piece := between(l.points[i-1], l.points[i])
		if l.text != nil && piece.meets(l.labelZone().grown(fromLabels)) {
			onLabel++
		}
		for _, b := range a.boxes {
			room := fromBoxes
			if b.node == l.edge.From || b.node == l.edge.To {
				room = -0.5
			}
			if piece.meets(b.zone().grown(room)) {
				return false
			}
		}
		for _, o := range a.lines {
			if o != l && (o.text != nil && piece.meets(o.labelZone().grown(fromLabels)) || runsAlong(l, i, o)) {
				return false
			}
		}
	}
	return onLabel <= 1 && (l.text == nil || onLine(l.points, l))
}

// runsAlong tells whether a piece of a line is too close to one of another in the same direction. Lines
// that begin or end together may run together there.
func runsAlong(l *line, i int, o *line) bool {
	piece := between(l.points[i-1], l.points[i])
	n, m := len(l.points)-1, len(o.points)-1
	start, end := 0, 0
	for start <= min(n, m) && l.points[start] == o.points[start] {
		start++
	}
	for end <= min(n, m) && l.points[n-end] == o.points[m-end] {
		end++
	}
	for k := 1; k <= m; k++ {
		if start > 0 && i <= start+1 && k <= start+1 || end > 0 && i >= n-end && k >= m-end {
			continue
		}
		z := between(o.points[k-1], o.points[k])
		if isUpright(z) == isUpright(piece) && piece.grown(fromLines/2).meets(z.grown(fromLines/2)) {
			return true
		}
	}
	return false
}

func isUpright(z zone) bool { return z.right-z.left < z.bottom-z.top }

// crossings counts where other lines cross a line.
func (a *area) crossings(l *line) int {
	count := 0
	for i := 1; i < len(l.points); i++ {
		piece := between(l.points[i-1], l.points[i])
		for _, o := range a.lines {
			for k := 1; o != l && k < len(o.points); k++ {
				z := between(o.points[k-1], o.points[k])
				if isUpright(z) != isUpright(piece) && piece.grown(0.1).meets(z.grown(0.1)) {
					count++
				}
			}
		}
	}
	return count
}
