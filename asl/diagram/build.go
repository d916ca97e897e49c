package diagram

import (
	"strings"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/asl/diagram/words"
	"github.com/stepwise-go/stepwise/ordjson"
)

// New returns the graph of a definition. A definition without a machine gives a graph without states.
func New(def Definition, opts Options) *Graph {
	g := &Graph{Title: opts.Title, Overlay: opts.Overlay, Machine: machineOf(def)}
	g.Root = buildScope(g.Machine, &g.Machine.Graph, &Scope{})
	if opts.Overlay != nil {
		opts.Overlay.apply(g)
	}
	return g
}

func machineOf(def Definition) *asl.Machine {
	if def == nil {
		return &asl.Machine{}
	}
	if m := def.ASL(); m != nil {
		return m
	}
	return &asl.Machine{}
}

func buildScope(m *asl.Machine, graph *asl.Graph, s *Scope) *Scope {
	byName := map[string]*Node{}
	var nodes []*Node
	for name, state := range graph.States.All() {
		n := buildNode(m, s, name, state)
		byName[name] = n
		nodes = append(nodes, n)
	}
	missing := func(name string) *Node {
		n := byName[name]
		if n == nil {
			n = &Node{ID: "missing:" + s.Pointer + ":" + name, Name: name, Kind: Missing, Label: labelMissing}
			byName[name] = n
			nodes = append(nodes, n)
		}
		return n
	}
	edges := map[*Node][]*Edge{}
	for _, n := range nodes {
		for _, e := range asl.Edges(n.State) {
			edges[n] = append(edges[n], &Edge{
				From: n, To: missing(e.Target), Kind: kindOf(e.Kind), Index: e.Index,
				Label: edgeLabel(n.State, e), Pointer: n.Pointer + e.Pointer,
			})
		}
	}
	var start *Node
	if graph.StartAt != "" {
		start = missing(graph.StartAt)
	}
	if s.Owner == nil {
		nodes, start = addEnds(nodes, edges, start)
	}
	s.Nodes, s.Edges = order(nodes, edges, start)
	return s
}

// addEnds adds the start and the end of the machine.
func addEnds(nodes []*Node, edges map[*Node][]*Edge, first *Node) ([]*Node, *Node) {
	start := &Node{ID: "start", Name: "Start", Kind: Start}
	end := &Node{ID: "end", Name: "End", Kind: End}
	ends := false
	for _, n := range nodes {
		if n.IsState() && isFinal(n.State) {
			edges[n] = append(edges[n], &Edge{From: n, To: end, Kind: EdgeEnd, Pointer: n.Pointer + "/End"})
			ends = true
		}
	}
	if first != nil {
		edges[start] = []*Edge{{From: start, To: first, Kind: EdgeStart, Pointer: "/StartAt"}}
	}
	nodes = append(nodes, start)
	if ends {
		nodes = append(nodes, end)
	}
	return nodes, start
}

func isFinal(s asl.State) bool {
	if f := asl.FlowOf(s); f != nil {
		return f.End
	}
	return s.Type() == asl.TypeSucceed || s.Type() == asl.TypeFail
}

func buildNode(m *asl.Machine, s *Scope, name string, state asl.State) *Node {
	pointer := s.Pointer + "/States/" + ordjson.EscapePointer(name)
	n := &Node{
		ID: pointer, Pointer: pointer, Name: name, State: state, Comment: state.Base().Comment,
		Kind: Kind(state.Type()), Language: m.Language(state), Chips: chips(state),
	}
	if _, unknown := state.(*asl.Unknown); unknown {
		n.Kind = Unknown
	}
	if t, ok := state.(*asl.Task); ok {
		n.Resource = words.ResourceOf(t.Resource)
	}
	n.Label = nodeLabel(n)
	for _, inner := range asl.InnerGraphs(state) {
		n.Scopes = append(n.Scopes, buildScope(m, inner.Graph, &Scope{
			Pointer: pointer + inner.Pointer, Title: inner.Title, Depth: s.Depth + 1, Owner: n, Outer: s,
		}))
	}
	return n
}

func nodeLabel(n *Node) string {
	switch state := n.State.(type) {
	case *asl.Task:
		if text := n.Resource.String(); text != "" {
			return text
		}
	case *asl.Map:
		if state.Distributed() {
			return labelDistributed
		}
	case *asl.Succeed:
		return labelSucceed
	case *asl.Unknown:
		if state.TypeName == "" {
			return labelNoType
		}
	}
	return string(n.State.Type()) + labelState
}

func kindOf(k asl.EdgeKind) EdgeKind {
	switch k {
	case asl.EdgeChoice:
		return EdgeRule
	case asl.EdgeDefault:
		return EdgeDefault
	case asl.EdgeCatch:
		return EdgeCatch
	}
	return EdgeNext
}

func edgeLabel(s asl.State, e asl.Edge) string {
	switch e.Kind {
	case asl.EdgeChoice:
		if c, ok := s.(*asl.Choice); ok {
			return words.Rule(c.Choices[e.Index])
		}
	case asl.EdgeDefault:
		return labelDefault
	case asl.EdgeCatch:
		return strings.Join(asl.RescueOf(s).Catch[e.Index].ErrorEquals, ", ")
	}
	return ""
}
