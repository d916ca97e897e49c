package layout

// placeAcross gives every cell its x: rows are packed, then pulled to the middle of what they hang on.
func (l *layers) placeAcross() {
	for _, row := range l.rows {
		x := 0.0
		for _, c := range row {
			c.x = x
			x += c.width + gapAfter(c)
		}
	}
	for range 12 {
		for _, row := range l.rows {
			pull(row, func(c *cell) (float64, bool) { return average(c.up, func(h *hop) *cell { return h.from }) })
		}
		for i := len(l.rows) - 1; i >= 0; i-- {
			pull(l.rows[i], func(c *cell) (float64, bool) { return average(c.down, func(h *hop) *cell { return h.to }) })
		}
	}
	l.tuck()
	left := 0.0
	for _, row := range l.rows {
		if len(row) > 0 {
			left = min(left, row[0].x)
		}
	}
	for _, row := range l.rows {
		for _, c := range row {
			c.x -= left
			l.graph.Width = max(l.graph.Width, c.x+c.width)
		}
	}
}

// tuck moves the edges that lead back up next to what is at their left: nothing else holds them.
func (l *layers) tuck() {
	for _, e := range l.graph.Edges {
		if l.cells[e.From.Node].row < l.cells[e.To.Node].row {
			continue
		}
		steps := l.steps[e]
		at, bound := 0.0, true
		for i, c := range steps {
			if c.column == 0 {
				bound = false
				break
			}
			before := l.rows[c.row][c.column-1]
			if m := before.x + before.width + gapAfter(before) + c.width/2; i == 0 || m > at {
				at = m
			}
		}
		for _, c := range steps {
			if bound {
				c.x = min(c.x, at-c.width/2)
			}
		}
	}
}

func gapAfter(c *cell) float64 {
	if c.node == nil && !c.label {
		return wireGap
	}
	return nodeGap
}

// average returns the middle of the ends of hops, or of the ends of those alone that matter most.
func average(hops []*hop, end func(*hop) *cell) (float64, bool) {
	sum, count, most := 0.0, 0, 0
	for _, h := range hops {
		if h.weight > most {
			sum, count, most = 0, 0, h.weight
		}
		if h.weight == most {
			sum += end(h).middle()
			count++
		}
	}
	return sum / float64(max(1, count)), count > 0
}

// pull moves the cells of a row towards where they want to be. It keeps their order and distances:
// once pushed from the left, once from the right, and the middle of both.
func pull(row []*cell, want func(*cell) (float64, bool)) {
	if len(row) == 0 {
		return
	}
	wish := make([]float64, len(row))
	for i, c := range row {
		wish[i] = c.x
		if m, ok := want(c); ok {
			wish[i] = m - c.width/2
		}
	}
	right, left := make([]float64, len(row)), make([]float64, len(row))
	for i := range row {
		right[i] = wish[i]
		if i > 0 {
			right[i] = max(wish[i], right[i-1]+row[i-1].width+gapAfter(row[i-1]))
		}
	}
	for i := len(row) - 1; i >= 0; i-- {
		left[i] = wish[i]
		if i < len(row)-1 {
			left[i] = min(wish[i], left[i+1]-row[i].width-gapAfter(row[i]))
		}
	}
	for i, c := range row {
		c.x = (right[i] + left[i]) / 2
	}
}

// placeDown gives every row its y and every step the height at which it goes across, one below the
// other so that no two lie on each other.
func (l *layers) placeDown() {
	y := 0.0
	for i, row := range l.rows {
		height := 0.0
		for _, c := range row {
			height = max(height, c.height)
		}
		for _, c := range row {
			c.y = y + (height-c.height)/2
		}
		y += height
		track := y + layerGap/2
		for _, c := range row {
			for _, h := range c.down {
				h.track = track
				if h.from.middle() != h.to.middle() {
					track += trackGap
				}
			}
		}
		// Room for the edges that turn around above or below this row.
		l.gaps = append(l.gaps, track)
		if i < len(l.rows)-1 {
			y = track + layerGap/2 + trackGap*float64(l.turns(i))
		}
	}
	l.graph.Height = y
}

// turns counts the edges that go around their nodes and turn below a row.
func (l *layers) turns(row int) int {
	n := 0
	for _, e := range l.graph.Edges {
		from, to := l.cells[e.From.Node], l.cells[e.To.Node]
		if from.row < to.row {
			continue
		}
		if from.row == row || to.row == row+1 {
			n++
		}
	}
	return n
}

// route hands the places over and turns the steps into points.
func (l *layers) route() {
	for n, c := range l.cells {
		n.X, n.Y = c.x, c.y
	}
	turned := map[int]int{}
	for _, e := range l.graph.Edges {
		from, to := l.cells[e.From.Node], l.cells[e.To.Node]
		if from.row >= to.row {
			e.Points = l.around(e, from, to, turned)
			continue
		}
		e.Points = append(e.Points, Point{from.middle(), from.y + from.height})
		for _, h := range l.chain[e] {
			step(e, h)
		}
	}
}

// step goes along a hop to the top of its end, and through that if it is a step of the edge.
func step(e *Edge, h *hop) {
	a, b := h.from.middle(), h.to.middle()
	if a != b {
		e.Points = append(e.Points, Point{a, h.track}, Point{b, h.track})
	}
	if h.to.edge == e {
		labelOf(e, h.to)
		return
	}
	e.Points = append(e.Points, Point{b, h.to.y})
}

func labelOf(e *Edge, c *cell) {
	if c.label {
		e.LabelX, e.LabelY = c.x, c.y
	}
}

// around leads an edge from the bottom of its node up beside the rows to the top of its target.
func (l *layers) around(e *Edge, from, to *cell, turned map[int]int) []Point {
	turn := func(row int) float64 {
		turned[row]++
		return l.gaps[row] + trackGap*float64(turned[row]-1)
	}
	steps, hops := l.steps[e], l.chain[e]
	below, above := turn(from.row), turn(to.row-1)
	first, last := steps[0], steps[len(steps)-1]
	points := []Point{{from.middle(), from.y + from.height}, {from.middle(), below}, {last.middle(), below}}
	for i := len(hops) - 1; i >= 0; i-- {
		if a, b := hops[i].from.middle(), hops[i].to.middle(); a != b {
			points = append(points, Point{b, hops[i].track}, Point{a, hops[i].track})
		}
	}
	for _, c := range steps {
		labelOf(e, c)
	}
	return append(points, Point{first.middle(), above}, Point{to.middle(), above}, Point{to.middle(), to.y})
}
