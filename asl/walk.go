package asl

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"

	"github.com/stepwise-go/stepwise/ordjson"
)

// Scope is one graph of a machine: the machine's own, a branch's or a processor's.
type Scope struct {
	Graph   *Graph
	Pointer string // JSON Pointer to the object with StartAt and States
	// Owner is the Parallel or Map state around it, Parent the scope that state is in; both nil
	// for the machine's own graph.
	Owner  *Place
	Parent *Scope
}

// Place is where a state stands in a machine.
type Place struct {
	Name     string
	State    State
	Pointer  string // JSON Pointer to the state
	Scope    *Scope
	Language QueryLanguage // in force
}

// Path says in words where the state stands: Map "Each Order" > Task "Charge".
func (p *Place) Path() string {
	var parts []string
	for at := p; at != nil; at = at.Scope.Owner {
		parts = append([]string{fmt.Sprintf("%s %q", cmp.Or(at.State.Type(), "state"), at.Name)}, parts...)
	}
	return strings.Join(parts, " > ")
}

// Depth is 0 for the machine's own graph and one more for each state around a scope.
func (s *Scope) Depth() int {
	n := 0
	for at := s; at.Parent != nil; at = at.Parent {
		n++
	}
	return n
}

// Walk calls visit for every state of a machine: outer states before those inside them, each graph
// in the order of its states.
func Walk(m *Machine, visit func(*Place)) {
	WalkScopes(m, func(_ *Scope, places []Place) {
		for i := range places {
			visit(&places[i])
		}
	})
}

// WalkScopes calls visit for every graph of a machine with the places of its states, each graph
// before those inside it. It ends at a graph that stands deeper than in any text: a machine that
// contains itself has no end.
func WalkScopes(m *Machine, visit func(*Scope, []Place)) {
	m.walk(&Scope{Graph: &m.Graph}, 0, visit)
}

// maxScopes is how many graphs can be around one: of a Map, the state, its processor and its States nest.
const maxScopes = ordjson.MaxDepth / 3

func (m *Machine) walk(s *Scope, depth int, visit func(*Scope, []Place)) (ended bool) {
	if depth > maxScopes {
		return true
	}
	places := m.places(s)
	visit(s, places)
	for i := range places {
		for _, inner := range InnerGraphs(places[i].State) {
			scope := &Scope{Graph: inner.Graph, Pointer: places[i].Pointer + inner.Pointer, Owner: &places[i], Parent: s}
			if m.walk(scope, depth+1, visit) {
				return true
			}
		}
	}
	return false
}

// places returns the places of the states of a graph. Their pointers are pieces of one text.
func (m *Machine) places(s *Scope) []Place {
	const usualName = 16
	n := s.Graph.States.Len()
	places := make([]Place, n)
	var pointers strings.Builder
	pointers.Grow(n * (len(s.Pointer) + len("/States/") + usualName))
	for i := range places {
		name, state := s.Graph.States.At(i)
		from := pointers.Len()
		pointers.WriteString(s.Pointer)
		pointers.WriteString("/States/")
		pointers.WriteString(ordjson.EscapePointer(name))
		places[i] = Place{Name: name, State: state, Pointer: pointers.String()[from:], Scope: s, Language: m.Language(state)}
	}
	return places
}

// InnerGraph is a graph inside a state.
type InnerGraph struct {
	Graph   *Graph
	Pointer string // from the state: /Branches/0, /ItemProcessor
	Title   string // the comment of the branch or processor
}

// InnerGraphs returns the branches of a Parallel or the processor of a Map.
func InnerGraphs(s State) []InnerGraph {
	switch s := s.(type) {
	case *Parallel:
		out := make([]InnerGraph, len(s.Branches))
		for i := range s.Branches {
			out[i] = InnerGraph{&s.Branches[i].Graph, "/Branches/" + strconv.Itoa(i), s.Branches[i].Comment}
		}
		return out
	case *Map:
		var out []InnerGraph
		if s.ItemProcessor != nil {
			out = append(out, InnerGraph{&s.ItemProcessor.Graph, "/ItemProcessor", s.ItemProcessor.Comment})
		}
		if s.Iterator != nil {
			out = append(out, InnerGraph{&s.Iterator.Graph, "/Iterator", s.Iterator.Comment})
		}
		return out
	case *Task, *Pass, *Wait, *Choice, *Succeed, *Fail, *Unknown:
	}
	return nil
}

// EdgeKind is the kind of a transition.
type EdgeKind uint8

const (
	EdgeNext EdgeKind = iota
	EdgeChoice
	EdgeDefault
	EdgeCatch
)

// Edge is a transition from a state to another of the same graph.
type Edge struct {
	Kind    EdgeKind
	Target  string // a name; nothing says that there is such a state
	Pointer string // from the state: /Next, /Choices/0/Next, /Catch/1/Next
	Index   int    // of the rule or catcher
}

// Edges returns the transitions out of a state: Next, or rules and Default, then catchers.
func Edges(s State) []Edge { return AppendEdges(nil, s) }

// AppendEdges appends the transitions out of a state to out.
func AppendEdges(out []Edge, s State) []Edge {
	if f := FlowOf(s); f != nil && f.Next != "" {
		out = append(out, Edge{EdgeNext, f.Next, "/Next", 0})
	}
	if c, ok := s.(*Choice); ok {
		for i, r := range c.Choices {
			if r.Next != "" {
				out = append(out, Edge{EdgeChoice, r.Next, "/Choices/" + strconv.Itoa(i) + "/Next", i})
			}
		}
		if c.Default != "" {
			out = append(out, Edge{EdgeDefault, c.Default, "/Default", 0})
		}
	}
	if r := RescueOf(s); r != nil {
		for i, c := range r.Catch {
			if c.Next != "" {
				out = append(out, Edge{EdgeCatch, c.Next, "/Catch/" + strconv.Itoa(i) + "/Next", i})
			}
		}
	}
	return out
}
