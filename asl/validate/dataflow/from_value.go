package dataflow

import (
	"fmt"

	"github.com/stepwise-go/stepwise/ordjson"
)

// FromValue returns the shape of values like this one, in the form of package ordjson: a recorded mock, an
// example of an input, a fixed Result.
func FromValue(v any) *Shape { return fromValue(v, 0) }

// FromJSON is FromValue for JSON text.
func FromJSON(text string) (*Shape, error) {
	v, err := ordjson.DecodeString(text)
	if err != nil {
		return nil, fmt.Errorf(msgNotJSON, err)
	}
	return FromValue(v), nil
}

func fromValue(v any, depth int) *Shape {
	if depth > maxDepth {
		return Any
	}
	switch v := v.(type) {
	case nil:
		return Of(Null)
	case bool:
		return Of(Boolean)
	case string:
		return Of(String)
	case []any:
		if len(v) == 0 {
			return ListOf(nil)
		}
		elem := fromValue(v[0], depth+1)
		for _, e := range v[1:] {
			elem = join(elem, fromValue(e, depth+1), depth+1)
		}
		return ListOf(elem)
	case *ordjson.Object:
		out := &Shape{kinds: Object}
		for name, child := range v.All() {
			out.fields = out.fields.with(name, field{shape: fromValue(child, depth+1)})
		}
		return out
	}
	if ordjson.IsNumber(v) {
		return Of(Number)
	}
	return Any
}

// Join returns the shape of a value that has one of these shapes, such as those of several mocks of one
// task. Without any it is Any.
func Join(shapes ...*Shape) *Shape {
	if len(shapes) == 0 {
		return Any
	}
	out := shapes[0]
	for _, s := range shapes[1:] {
		out = join(out, s, 0)
	}
	return out.known()
}
