package svg

import (
	"github.com/stepwise-go/stepwise/asl/diagram"
	"github.com/stepwise-go/stepwise/asl/diagram/layout"
)

const (
	maxWhole = 650  // places that boxes and lines take in a scope that is laid out as a whole
	partSize = 28   // states of a part, about
	partGap  = 34.0 // between two parts
)

// split cuts a large scope across its first way into parts that are laid out one by one and stand below
// each other, so that time grows with the size only and the way stays one straight line. Other lines
// from part to part are cut: see far.go. It returns nil if the scope is small or has no such way.
func (a *area) split(boxes map[*diagram.Node]*box) []*area {
	if a.cells() <= maxWhole {
		return nil
	}
	way := a.ways.way(a.scope)
	number := a.partNumbers(way)
	var parts []*area
	for range number[way[len(way)-1]] + 1 {
		parts = append(parts, &area{scope: a.scope, ways: a.ways, part: true})
	}
	if len(parts) < 2 {
		return nil
	}
	for _, b := range a.boxes {
		p := parts[number[b.node]]
		p.boxes = append(p.boxes, b)
	}
	for _, l := range a.lines {
		from, to := number[l.edge.From], number[l.edge.To]
		p := parts[from]
		p.lines = append(p.lines, l)
		switch {
		case from == to:
		case to == from+1 && a.ways.isMain(l.edge):
			p.exit = l
		default:
			l.far = true
			l.measure()
		}
	}
	return parts
}

// cells is about how many places a layout of the whole area has to find.
func (a *area) cells() int {
	sum := len(a.boxes)
	for _, l := range a.lines {
		sum += a.ways.span(l.edge)
	}
	return sum
}

// partNumbers gives every node the part of the state of the first way that it comes after.
func (a *area) partNumbers(way []*diagram.Node) map[*diagram.Node]int {
	at := map[*diagram.Node]int{}
	for _, n := range a.ways.sorted {
		at[n] = len(way) - 1
		if a.ways.into[n] > 0 {
			at[n] = 0
		}
	}
	for i, n := range way {
		at[n] = i
	}
	for _, n := range a.ways.sorted {
		for _, e := range a.ways.out[n] {
			if !e.Loop && !a.ways.main[e.To] {
				at[e.To] = max(at[e.To], at[n])
			}
		}
	}
	weight := make([]int, len(way))
	for _, b := range a.boxes {
		weight[at[b.node]]++
	}
	partAt := cuts(weight, a.crossedCuts(at, len(way)))
	out := map[*diagram.Node]int{}
	for n, i := range at {
		out[n] = partAt[i]
	}
	return out
}

// crossedCuts counts for each state of the first way the lines that a cut before it would cut, but for
// long ones, which no cut could spare.
func (a *area) crossedCuts(at map[*diagram.Node]int, length int) []int {
	const long = 8
	out := make([]int, length)
	for _, l := range a.lines {
		from, to := min(at[l.edge.From], at[l.edge.To]), max(at[l.edge.From], at[l.edge.To])
		for i := from + 1; i <= to && to-from <= long; i++ {
			out[i]++
		}
	}
	return out
}

// cuts gives each state of the first way the number of its part. A part is cut off where that cuts the
// fewest lines, when it is about as large as it should be.
func cuts(weight, crossed []int) []int {
	out := make([]int, len(weight))
	part, first := 0, 0
	for first < len(weight) {
		size, best := 0, len(weight)
		for i := first; i < len(weight); i++ {
			if i > first && size >= partSize*3/4 && (best == len(weight) || crossed[i] < crossed[best]) {
				best = i
			}
			if size += weight[i]; size > partSize*5/4 && best < len(weight) {
				break
			}
		}
		if size <= partSize*5/4 {
			best = len(weight)
		}
		for ; first < best; first++ {
			out[first] = part
		}
		part++
	}
	return out
}

// stack places the parts below each other, each so that the way goes straight on from the one before.
// It is false if an engine did not lead the way out below all that is in a part.
func (a *area) stack(parts []*area, boxes map[*diagram.Node]*box, engine layout.Engine) bool {
	x, y := 0.0, 0.0
	var before *line
	for i, p := range parts {
		if last := i == len(parts)-1; !p.place(boxes, engine) || last != (p.exit == nil) {
			return false
		}
		if p.exit != nil {
			if n := len(p.exit.points); n < 2 || p.exit.points[n-1].Y < p.height-1 {
				return false
			}
		}
		if before != nil {
			to := boxes[before.edge.To]
			end := layout.Point{X: tenth(to.x + to.width/2), Y: to.y}
			from := before.points[len(before.points)-1]
			x, y = tenth(from.X-end.X), tenth(from.Y+partGap)
			p.moveBy(x, y)
			before.points = simplify(append(before.points, layout.Point{X: from.X, Y: tenth(end.Y + y)}))
		}
		before = p.exit
	}
	a.trim()
	return true
}

func (a *area) moveBy(x, y float64) {
	for _, b := range a.boxes {
		b.x, b.y = tenth(b.x+x), tenth(b.y+y)
	}
	for _, l := range a.lines {
		for i := range l.points {
			l.points[i] = layout.Point{X: tenth(l.points[i].X + x), Y: tenth(l.points[i].Y + y)}
		}
		l.labelX, l.labelY = tenth(l.labelX+x), tenth(l.labelY+y)
	}
}
