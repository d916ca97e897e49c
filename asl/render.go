package asl

import (
	"bytes"
	"reflect"
	"sync"

	"github.com/stepwise-go/stepwise/ordjson"
)

// JSON returns the definition as JSON. Fields stand in a fixed order, states and free-form
// values in their own.
func (m *Machine) JSON() *ordjson.Object {
	t := &tree{}
	encode(t, reflect.ValueOf(m).Elem())
	return t.root.(*ordjson.Object)
}

// StateJSON returns one state as JSON, as it stands in States.
func StateJSON(s State) *ordjson.Object {
	t := &tree{}
	encodeState(t, s)
	return t.root.(*ordjson.Object)
}

// Render writes a definition as JSON for people: two spaces a level, no newline at the end.
// It fails only if a Value holds something that is not JSON, or that contains itself.
func Render(m *Machine) ([]byte, error) {
	return m.text(prettyWriters)
}

// RenderCompact writes a definition as JSON without white space, as its size counts against
// the service's limit of 1 MiB.
func RenderCompact(m *Machine) ([]byte, error) {
	return m.text(compactWriters)
}

// Writers are kept: what a text needs to grow is more work than the text.
var (
	prettyWriters  = &sync.Pool{New: func() any { return ordjson.NewWriter("  ") }}
	compactWriters = &sync.Pool{New: func() any { return &ordjson.Writer{} }}
)

func (m *Machine) text(writers *sync.Pool) ([]byte, error) {
	w := writers.Get().(*ordjson.Writer)
	defer writers.Put(w)
	w.Reset()
	m.Write(w)
	text, err := w.Bytes()
	return bytes.Clone(text), err
}

// Write writes the definition as a JSON value.
func (m *Machine) Write(w *ordjson.Writer) { encode(w, reflect.ValueOf(m).Elem()) }
