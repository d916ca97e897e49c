package asl

import (
	"github.com/stepwise-go/stepwise/ordjson"
)

// JSON returns the definition as JSON. Fields stand in a fixed order, states and free-form
// values in their own. What nests deeper than ordjson.MaxDepth is left out.
func (m *Machine) JSON() *ordjson.Object {
	t := &tree{}
	encode(t, partOf(m))
	return t.root.(*ordjson.Object)
}

// StateJSON returns one state as JSON, as it stands in States.
func StateJSON(s State) *ordjson.Object {
	t := &tree{}
	encodeState(t, s)
	return t.root.(*ordjson.Object)
}

// Render writes a definition as JSON for people: two spaces a level, no newline at the end.
// It fails only if a Value holds something that is not JSON, or if something contains itself.
func Render(m *Machine) ([]byte, error) {
	return m.text(ordjson.NewWriter("  "))
}

// RenderCompact writes a definition as JSON without white space, as its size counts against
// the service's limit of 1 MiB.
func RenderCompact(m *Machine) ([]byte, error) { return m.text(&ordjson.Writer{}) }

func (m *Machine) text(w *ordjson.Writer) ([]byte, error) {
	const usual, most = 512, 10_000 // bytes of a state, and states to make room for
	w.Grow(usual * m.Graph.count(0, most))
	m.Write(w)
	return w.Bytes()
}

// Write writes the definition as a JSON value.
func (m *Machine) Write(w *ordjson.Writer) { encode(w, partOf(m)) }

// count adds to n the number of states, those in inner graphs too, until there are most.
func (g *Graph) count(n, most int) int {
	for _, s := range g.States.All() {
		if n++; n >= most {
			break
		}
		for _, inner := range InnerGraphs(s) {
			n = inner.Graph.count(n, most)
		}
	}
	return n
}
