package asl

import (
	"reflect"

	"github.com/stepwise-go/stepwise/ordjson"
)

// JSON returns the definition as JSON. Fields stand in a fixed order, states and free-form
// values in their own.
func (m *Machine) JSON() *ordjson.Object {
	o := &ordjson.Object{}
	encodeStruct(reflect.ValueOf(m).Elem(), o)
	return o
}

// Render writes a definition as JSON for people: two spaces a level, no newline at the end.
// It fails only if a Value holds something that is not JSON.
func Render(m *Machine) ([]byte, error) { return ordjson.Pretty(m.JSON(), "  ") }

// RenderCompact writes a definition as JSON without white space, as its size counts against
// the service's limit of 1 MiB.
func RenderCompact(m *Machine) ([]byte, error) { return ordjson.Encode(m.JSON()) }
