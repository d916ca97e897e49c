package svg

import (
	"slices"

	"github.com/stepwise-go/stepwise/asl/diagram/layout"
)

const (
	maxCells = 6000 // places that lines pass, before the longest lines are cut
	minFar   = 12   // rows that a line passes at least to be cut
	farTip   = 16.0 // what is drawn of a cut line behind its label
)

// cutFar cuts the longest lines of a scope with too many of them: what would be hundreds of lines side
// by side down a picture of a thousand states is an arrow at each state and the name of where it leads.
func (a *area) cutFar() {
	var spans []int
	sum := 0
	for _, l := range a.lines {
		spans = append(spans, a.ways.span(l.edge))
		sum += a.ways.span(l.edge)
	}
	if sum <= maxCells {
		return
	}
	slices.Sort(spans)
	longest := len(spans) - 1
	for longest > 0 && sum > maxCells {
		sum -= spans[longest]
		longest--
	}
	for _, l := range a.lines {
		if s := a.ways.span(l.edge); s >= minFar && s > spans[longest] && !a.ways.isMain(l.edge) {
			l.far = true
			l.measure()
		}
	}
}

// uncut makes all lines whole again, for engines that get no say in what stands beside a box.
func (a *area) uncut() {
	for _, l := range a.lines {
		if l.far {
			l.far = false
			l.measure()
		}
	}
}

// stub is all of a cut line that is drawn.
func (l *line) stub(b *box, y float64) {
	x := tenth(b.x + b.width)
	end := tenth(x + besideGap + l.labelWidth + farTip)
	l.points = []layout.Point{{X: x, Y: y}, {X: end, Y: y}}
}
