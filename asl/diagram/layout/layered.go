package layout

import (
	"cmp"
	"slices"
)

// Distances of Layered.
const (
	nodeGap  = 32.0
	trackGap = 10.0
	layerGap = 24.0 // the least between two layers
	wireGap  = 12.0
)

// Layered is a plain layered layout (Sugiyama): nodes in rows by their distance from the first, an
// edge as a chain of short steps from row to row, labels as steps of their own. Edges leave at the
// bottom and come in at the top, whatever their ports say, so that none goes through a box. It needs
// no time to speak of, never fails, and its pictures are clear if not beautiful.
func Layered(g *Graph) error {
	l := newLayers(g)
	l.sort()
	l.placeAcross()
	l.placeDown()
	l.route()
	return nil
}

// cell is a place in a row: a node, or a step of an edge.
type cell struct {
	node          *Node
	edge          *Edge
	label         bool
	row, column   int
	width, height float64
	x, y          float64
	up, down      []*hop
}

func (c *cell) middle() float64 { return c.x + c.width/2 }

// hop leads from a cell to one in the next row.
type hop struct {
	from, to *cell
	weight   int     // of its edge
	track    float64 // y of its horizontal piece
}

type layers struct {
	graph *Graph
	rows  [][]*cell
	cells map[*Node]*cell
	steps map[*Edge][]*cell // from the higher end to the lower
	chain map[*Edge][]*hop
	gaps  []float64 // y where the space below each row ends
}

// newLayers makes the rows. Nodes stand in even rows, labels in the odd ones between.
func newLayers(g *Graph) *layers {
	l := &layers{graph: g, cells: map[*Node]*cell{}, chain: map[*Edge][]*hop{}, steps: map[*Edge][]*cell{}}
	rank := ranks(g)
	for _, n := range g.Nodes {
		c := &cell{node: n, width: n.Width, height: n.Height}
		l.cells[n] = c
		l.put(c, 2*rank[n]+1)
	}
	for _, e := range g.Edges {
		l.thread(e)
	}
	return l
}

// ranks returns the row of each node: one more than any that leads to it, but for edges back up.
func ranks(g *Graph) map[*Node]int {
	out := map[*Node][]*Node{}
	waits := map[*Node]int{}
	for _, e := range g.Edges {
		if !e.Back && e.From.Node != e.To.Node {
			out[e.From.Node] = append(out[e.From.Node], e.To.Node)
			waits[e.To.Node]++
		}
	}
	rank := map[*Node]int{}
	done := map[*Node]bool{}
	queue := []*Node{}
	for len(done) < len(g.Nodes) {
		for _, n := range g.Nodes {
			if waits[n] <= 0 && !done[n] {
				queue = append(queue, n)
				done[n] = true
			}
		}
		if len(queue) == 0 { // a cycle that nobody marked: begin anywhere
			i := slices.IndexFunc(g.Nodes, func(n *Node) bool { return !done[n] })
			queue, done[g.Nodes[i]] = append(queue, g.Nodes[i]), true
		}
		for ; len(queue) > 0; queue = queue[1:] {
			n := queue[0]
			for _, to := range out[n] {
				waits[to]--
				if done[to] {
					continue
				}
				rank[to] = max(rank[to], rank[n]+1)
				if waits[to] == 0 {
					queue = append(queue, to)
					done[to] = true
				}
			}
		}
	}
	return rank
}

func (l *layers) put(c *cell, row int) {
	for len(l.rows) <= row+1 {
		l.rows = append(l.rows, nil)
	}
	c.row, c.column = row, len(l.rows[row])
	l.rows[row] = append(l.rows[row], c)
}

// thread makes the steps of an edge. One that does not lead down goes around its nodes: it has a step
// in every row from the higher one to the lower one.
func (l *layers) thread(e *Edge) {
	from, to := l.cells[e.From.Node], l.cells[e.To.Node]
	top, bottom, labelRow, at := from.row+1, to.row-1, from.row+1, from
	if from.row >= to.row {
		top, bottom, labelRow, at = to.row, from.row, from.row, nil
	}
	for row := top; row <= bottom; row++ {
		c := &cell{edge: e, width: wireGap}
		if row == labelRow && e.LabelWidth > 0 {
			c.label, c.width, c.height = true, e.LabelWidth, e.LabelHeight
		}
		l.put(c, row)
		l.steps[e] = append(l.steps[e], c)
		if at != nil {
			l.hop(e, at, c)
		}
		at = c
	}
	if from.row < to.row {
		l.hop(e, at, to)
	}
}

func (l *layers) hop(e *Edge, from, to *cell) {
	h := &hop{from: from, to: to, weight: e.Weight}
	from.down, to.up = append(from.down, h), append(to.up, h)
	l.chain[e] = append(l.chain[e], h)
}

// sort puts each row in the order of what its cells hang on, down and up a few times.
func (l *layers) sort() {
	for range 4 {
		for i := 1; i < len(l.rows); i++ {
			sortRow(l.rows[i], func(c *cell) []*hop { return c.up }, func(h *hop) *cell { return h.from })
		}
		for i := len(l.rows) - 2; i >= 0; i-- {
			sortRow(l.rows[i], func(c *cell) []*hop { return c.down }, func(h *hop) *cell { return h.to })
		}
	}
}

func sortRow(row []*cell, hops func(*cell) []*hop, end func(*hop) *cell) {
	weight := map[*cell]float64{}
	for _, c := range row {
		sum := 0.0
		for _, h := range hops(c) {
			sum += float64(end(h).column)
		}
		weight[c] = float64(c.column)
		if n := len(hops(c)); n > 0 {
			weight[c] = sum / float64(n)
		}
	}
	slices.SortStableFunc(row, func(a, b *cell) int { return cmp.Compare(weight[a], weight[b]) })
	for i, c := range row {
		c.column = i
	}
}
