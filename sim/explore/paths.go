package explore

import (
	"fmt"
	"strings"

	"github.com/stepwise-go/stepwise/asl"
)

// Path is one way through a graph of states.
type Path struct {
	States []string
	// Loops tells that the last state was on the path already: the way goes round.
	Loops bool
	// Ends is the type of the last state, if the way does not go round.
	Ends asl.StateType
}

// String writes the path with arrows.
func (p Path) String() string {
	text := strings.Join(p.States, " → ")
	if p.Loops {
		text += " (again)"
	}
	return text
}

// PathOptions say which ways are listed.
type PathOptions struct {
	Catchers bool // the ways through catchers too
	Limit    int  // the most ways; 0 is 10,000
}

// Paths lists the ways through a machine's outermost graph: every choice is taken each way, and a way that
// comes to a state for the second time ends there. Use PathsIn for branches and processors.
//
// The error says that there are more ways than the limit; the first ones are returned with it.
func Paths(definition interface{ ASL() *asl.Machine }, options PathOptions) ([]Path, error) {
	return PathsIn(&definition.ASL().Graph, options)
}

// PathsIn is Paths for one graph.
func PathsIn(g *asl.Graph, options PathOptions) ([]Path, error) {
	limit := options.Limit
	if limit <= 0 {
		limit = 10_000
	}
	w := walker{graph: g, options: options, limit: limit, on: map[string]bool{}}
	if !w.from(g.StartAt) {
		return w.out, fmt.Errorf("there are more than %d ways through the machine", limit)
	}
	return w.out, nil
}

type walker struct {
	graph   *asl.Graph
	options PathOptions
	limit   int
	at      []string
	on      map[string]bool
	out     []Path
}

// from goes on from a state; false means that the limit is reached.
func (w *walker) from(name string) bool {
	state := w.graph.States.Get(name)
	if state == nil {
		return true
	}
	w.at = append(w.at, name)
	defer func() { w.at = w.at[:len(w.at)-1] }()
	if w.on[name] {
		return w.found(Path{Loops: true})
	}
	w.on[name] = true
	defer delete(w.on, name)
	next, ends := w.targets(state)
	if ends && !w.found(Path{Ends: state.Type()}) {
		return false
	}
	for _, n := range next {
		if !w.from(n) {
			return false
		}
	}
	return true
}

func (w *walker) found(p Path) bool {
	if len(w.out) == w.limit {
		return false
	}
	p.States = append([]string(nil), w.at...)
	w.out = append(w.out, p)
	return true
}

// targets returns where a state can go, each target once, and whether it can end there.
func (w *walker) targets(s asl.State) (next []string, ends bool) {
	seen := map[string]bool{}
	for _, e := range asl.Edges(s) {
		if e.Kind == asl.EdgeCatch && !w.options.Catchers || seen[e.Target] {
			continue
		}
		seen[e.Target] = true
		next = append(next, e.Target)
	}
	flow := asl.FlowOf(s)
	return next, flow != nil && flow.Next == "" || s.Type() == asl.TypeSucceed || s.Type() == asl.TypeFail
}
