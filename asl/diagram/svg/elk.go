//go:build !noelk

package svg

import (
	"fmt"
	"maps"
	"math"
	"strconv"

	elk "github.com/d2lang/elk-go"

	"github.com/stepwise-go/stepwise/asl/diagram/layout"
)

// defaultEngine is the layered layout of the Eclipse Layout Kernel (EPL-2.0). Build with the tag
// noelk to leave it out.
var defaultEngine layout.Engine = elkLayered

// elkOptions are those that make the pictures what they are: a straight way down from the fixed
// ports, orthogonal edges, and an order that depends on the machine only. Network simplex placement
// is never to be used: it takes minutes on a thousand states.
// https://eclipse.dev/elk/reference/algorithms/org-eclipse-elk-layered.html
var elkOptions = elk.LayoutOptions{
	"elk.algorithm":                      "layered",
	"elk.direction":                      "DOWN",
	"elk.edgeRouting":                    "ORTHOGONAL",
	"elk.padding":                        "[top=0,left=0,bottom=0,right=0]",
	"elk.layered.nodePlacement.strategy": "BRANDES_KOEPF",
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
	"elk.separateConnectedComponents":                     "true",
	"elk.spacing.componentComponent":                      "40",
	"elk.layered.edgeLabels.centerLabelPlacementStrategy": "MEDIAN_LAYER",
}

var elkSides = map[layout.Side]string{layout.Top: "NORTH", layout.Right: "EAST", layout.Bottom: "SOUTH", layout.Left: "WEST"}

// alignments are the ways in which the engine can line boxes up. Which one keeps the good way straight
// depends on the graph.
var alignments = []string{"NONE", "BALANCED", "LEFTUP", "RIGHTUP", "LEFTDOWN", "RIGHTDOWN"}

// tries says how many alignments to try, and how thoroughly, by the number of nodes.
func tries(nodes int) (list []string, thoroughness string) {
	switch {
	case nodes <= 40:
		return alignments, "7"
	case nodes <= 150:
		return alignments[:2], "7"
	}
	return alignments[:1], "1"
}

// elkLayered tries several alignments and takes the one in which the edges that matter bend least.
func elkLayered(g *layout.Graph) error {
	list, thoroughness := tries(len(g.Nodes))
	var best *elkGraph
	var least float64
	for _, alignment := range list {
		b := newELKGraph(g, alignment, thoroughness)
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

// cost says how many edges that matter are not straight, and how far a layout is from that at all.
func (b *elkGraph) cost(g *layout.Graph) (bends int, sum float64) {
	sum = elk.Number(b.graph.Width) / 100
	for i, e := range g.Edges {
		for _, s := range b.graph.Edges[i].Sections {
			if s.StartPoint == nil || s.EndPoint == nil || len(s.BendPoints) == 0 {
				continue
			}
			sum += float64(1 + e.Weight)
			if e.Weight > 0 {
				bends++
			}
			if !e.Back {
				sum += math.Abs(s.StartPoint.X-s.EndPoint.X) * float64(1+e.Weight) / 400
			}
		}
	}
	return bends, sum
}

type elkGraph struct {
	graph *elk.Graph
	nodes map[*layout.Node]*elk.Node
	ports map[layout.End]elk.ID
}

func newELKGraph(g *layout.Graph, alignment, thoroughness string) *elkGraph {
	options := maps.Clone(elkOptions)
	options["elk.layered.nodePlacement.bk.fixedAlignment"] = alignment
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
		b.nodes[n] = node
		b.graph.Children = append(b.graph.Children, node)
	}
	for i, e := range g.Edges {
		b.graph.Edges = append(b.graph.Edges, b.edge(strconv.Itoa(i), e))
	}
	return b
}

func (b *elkGraph) edge(number string, e *layout.Edge) *elk.Edge {
	weight := strconv.Itoa(e.Weight)
	edge := &elk.Edge{
		ID: elk.StringID("e" + number), Sources: []elk.ID{b.port(e.From)}, Targets: []elk.ID{b.port(e.To)},
		LayoutOptions: elk.LayoutOptions{
			"elk.layered.priority.straightness": weight,
			"elk.layered.priority.shortness":    weight,
			"elk.layered.priority.direction":    weight,
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
		if len(edge.Labels) > 0 {
			e.LabelX, e.LabelY = elk.Number(edge.Labels[0].X), elk.Number(edge.Labels[0].Y)
		}
	}
	g.Width, g.Height = elk.Number(b.graph.Width), elk.Number(b.graph.Height)
	return nil
}
