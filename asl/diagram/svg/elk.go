//go:build !noelk

package svg

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strconv"

	elk "github.com/d2lang/elk-go"

	"github.com/stepwise-go/stepwise/asl/diagram/layout"
)

// defaultEngine is the layered layout of the Eclipse Layout Kernel (EPL-2.0). Build with the tag
// noelk to leave it out.
var defaultEngine layout.Engine = elkLayered

// elkOptions are those that make the pictures what they are: a straight way down from the fixed
// ports, orthogonal edges, and an order that depends on the machine only.
// https://eclipse.dev/elk/reference/algorithms/org-eclipse-elk-layered.html
var elkOptions = elk.LayoutOptions{
	"elk.algorithm":   "layered",
	"elk.direction":   "DOWN",
	"elk.edgeRouting": "ORTHOGONAL",
	"elk.padding":     "[top=0,left=0,bottom=0,right=0]",
	"elk.layered.nodePlacement.bk.edgeStraightening":      "IMPROVE_STRAIGHTNESS",
	"elk.layered.considerModelOrder.strategy":             "NODES_AND_EDGES",
	"elk.layered.cycleBreaking.strategy":                  "DEPTH_FIRST",
	"elk.spacing.nodeNode":                                "32",
	"elk.layered.spacing.nodeNodeBetweenLayers":           "34",
	"elk.spacing.edgeNode":                                "18",
	"elk.layered.spacing.edgeNodeBetweenLayers":           "14",
	"elk.spacing.edgeEdge":                                "12",
	"elk.layered.spacing.edgeEdgeBetweenLayers":           "10",
	"elk.spacing.edgeLabel":                               "4",
	"elk.spacing.labelNode":                               "6",
	"elk.spacing.nodeSelfLoop":                            "18",
	"elk.separateConnectedComponents":                     "true",
	"elk.spacing.componentComponent":                      "40",
	"elk.layered.edgeLabels.centerLabelPlacementStrategy": "MEDIAN_LAYER",
}

var elkSides = map[layout.Side]string{layout.Top: "NORTH", layout.Right: "EAST", layout.Bottom: "SOUTH", layout.Left: "WEST"}

// placement is a way to put the boxes of a row side by side. Which one keeps the good way straight and
// the picture narrow depends on the graph.
type placement struct{ strategy, alignment string }

var (
	simplex    = placement{"NETWORK_SIMPLEX", "NONE"}
	free       = placement{"BRANDES_KOEPF", "NONE"}
	balanced   = placement{"BRANDES_KOEPF", "BALANCED"}
	placements = []placement{
		simplex, free, balanced,
		{"BRANDES_KOEPF", "LEFTUP"}, {"BRANDES_KOEPF", "RIGHTUP"}, {"BRANDES_KOEPF", "LEFTDOWN"}, {"BRANDES_KOEPF", "RIGHTDOWN"},
	}
)

// tries says which placements to try, and how thoroughly, by the size of a graph. The simplex is the
// best by far for wide graphs, and takes minutes on a thousand states.
func tries(g *layout.Graph) (list []placement, thoroughness string) {
	cells := cellCount(g)
	switch {
	case g.Part && cells <= 700:
		return placements[:1], "3"
	case cells <= 150:
		return placements, "20"
	case cells <= 300:
		return placements[:3], "7"
	case cells <= 800:
		return placements[:2], "3"
	case len(g.Nodes) <= 150:
		return placements[1:3], "7"
	}
	return placements[1:2], "1"
}

// cellCount is about how many places an engine has to find: one for each box, and one for each row that
// an edge passes.
func cellCount(g *layout.Graph) int {
	row := map[*layout.Node]int{}
	for range 2 { // good enough for an estimate, if the nodes stand in no good order
		for _, e := range g.Edges {
			if !e.Back {
				row[e.To.Node] = max(row[e.To.Node], row[e.From.Node]+1)
			}
		}
	}
	count := len(g.Nodes)
	for _, e := range g.Edges {
		count += max(row[e.To.Node]-row[e.From.Node], row[e.From.Node]-row[e.To.Node]) - 1
		if e.LabelWidth > 0 {
			count++
		}
	}
	return count
}

// elkLayered tries several placements and takes the one in which the edges that matter bend least.
func elkLayered(g *layout.Graph) error {
	list, thoroughness := tries(g)
	var best *elkGraph
	var least float64
	for _, p := range list {
		b := newELKGraph(g, p, thoroughness)
		if err := elk.Layout(b.graph); err != nil {
			return fmt.Errorf("layout: %w", err)
		}
		bends, cost := b.cost(g)
		if best == nil || cost < least {
			best, least = b, cost
		}
		if bends == 0 {
			break
		}
	}
	return best.copyBack(g)
}

// cost says how many edges that matter are not straight, and how far a layout is from that at all: a
// bend costs, a small one more, and so do length and width.
func (b *elkGraph) cost(g *layout.Graph) (bends int, sum float64) {
	sum = elk.Number(b.graph.Width) / 50
	for i, e := range g.Edges {
		weight := math.Sqrt(float64(e.Weight))
		for _, s := range b.graph.Edges[i].Sections {
			if s.StartPoint == nil || s.EndPoint == nil || len(s.BendPoints) == 0 {
				continue
			}
			sum += weight
			if e.Weight > 1 {
				bends++
			}
			points := append(append([]elk.Point{*s.StartPoint}, s.BendPoints...), *s.EndPoint)
			for k := 1; k < len(points); k++ {
				side := math.Abs(points[k].X - points[k-1].X)
				if side > 0 {
					sum += 1 + side*(1+weight)/800
				}
				if side > 0 && side < jog {
					sum += weight
				}
			}
		}
	}
	return bends, sum
}

// jog is how far a line has to go aside at least, or it looks like a mistake.
const jog = 16

type elkGraph struct {
	graph *elk.Graph
	nodes map[*layout.Node]*elk.Node
	ports map[layout.End]elk.ID
}

func newELKGraph(g *layout.Graph, p placement, thoroughness string) *elkGraph {
	options := maps.Clone(elkOptions)
	options["elk.layered.nodePlacement.strategy"] = p.strategy
	options["elk.layered.nodePlacement.bk.fixedAlignment"] = p.alignment
	options["elk.layered.thoroughness"] = thoroughness
	b := &elkGraph{
		graph: &elk.Graph{ID: elk.StringID("root"), LayoutOptions: options},
		nodes: map[*layout.Node]*elk.Node{}, ports: map[layout.End]elk.ID{},
	}
	for i, n := range g.Nodes {
		node := &elk.Node{
			ID: elk.StringID("n" + strconv.Itoa(i)), Width: elk.Float64(n.Width), Height: elk.Float64(n.Height),
			LayoutOptions: elk.LayoutOptions{"elk.portConstraints": "FIXED_POS", "elk.priority": strconv.Itoa(max(0, 1000-1000*i))},
		}
		if n.Last {
			node.LayoutOptions["elk.layered.layering.layerConstraint"] = "LAST_SEPARATE"
		}
		b.nodes[n] = node
		b.graph.Children = append(b.graph.Children, node)
	}
	for i, e := range g.Edges {
		b.graph.Edges = append(b.graph.Edges, b.edge(strconv.Itoa(i), e))
	}
	return b
}

func (b *elkGraph) edge(number string, e *layout.Edge) *elk.Edge {
	from, to := e.From, e.To
	if turned(e) {
		from, to = to, from
	}
	edge := &elk.Edge{
		ID: elk.StringID("e" + number), Sources: []elk.ID{b.port(from)}, Targets: []elk.ID{b.port(to)},
		LayoutOptions: elk.LayoutOptions{
			"elk.layered.priority.straightness": strconv.Itoa(e.Weight),
			"elk.layered.priority.shortness":    strconv.Itoa(e.Pull),
		},
	}
	if e.LabelWidth > 0 {
		id := elk.StringID("l" + number)
		edge.Labels = []*elk.Label{{
			ID: &id, Text: elk.String("x"), Width: elk.Float64(e.LabelWidth), Height: elk.Float64(e.LabelHeight),
			LayoutOptions: elk.LayoutOptions{"elk.edgeLabels.placement": "CENTER", "elk.edgeLabels.inline": "true"},
		}}
	}
	return edge
}

// turned tells whether the engine gets an edge the other way round. Edges that lead back are known, so
// it has no cycles to break, and does not break them elsewhere.
func turned(e *layout.Edge) bool { return e.Back && e.From.Node != e.To.Node }

func (b *elkGraph) port(end layout.End) elk.ID {
	if id, ok := b.ports[end]; ok {
		return id
	}
	id := elk.StringID("p" + strconv.Itoa(len(b.ports)))
	b.ports[end] = id
	node := b.nodes[end.Node]
	at := layout.End{Node: &layout.Node{Width: end.Node.Width, Height: end.Node.Height}, Side: end.Side, At: end.At}.Anchor()
	node.Ports = append(node.Ports, &elk.Port{
		ID: id, X: elk.Float64(at.X), Y: elk.Float64(at.Y), Width: elk.Float64(0), Height: elk.Float64(0),
		LayoutOptions: elk.LayoutOptions{"elk.port.side": elkSides[end.Side]},
	})
	return id
}

func (b *elkGraph) copyBack(g *layout.Graph) error {
	for _, n := range g.Nodes {
		n.X, n.Y = elk.Number(b.nodes[n].X), elk.Number(b.nodes[n].Y)
	}
	for i, e := range g.Edges {
		edge := b.graph.Edges[i]
		if len(edge.Sections) == 0 {
			return fmt.Errorf("layout: edge %d has no route", i)
		}
		for _, s := range edge.Sections {
			e.Points = append(e.Points, layout.Point(*s.StartPoint))
			for _, p := range s.BendPoints {
				e.Points = append(e.Points, layout.Point(p))
			}
			e.Points = append(e.Points, layout.Point(*s.EndPoint))
		}
		if turned(e) {
			slices.Reverse(e.Points)
		}
		if len(edge.Labels) > 0 {
			e.LabelX, e.LabelY = elk.Number(edge.Labels[0].X), elk.Number(edge.Labels[0].Y)
		}
	}
	g.Width, g.Height = elk.Number(b.graph.Width), elk.Number(b.graph.Height)
	return nil
}
