package dataflow

import (
	"encoding"
	"encoding/json"
	"reflect"
	"strings"
	"time"
)

// FromType returns the shape that values of a Go type have as JSON, by the rules of encoding/json:
// FromType[OrderInput](). A type with a MarshalJSON of its own can be anything.
func FromType[T any]() *Shape { return FromReflect(reflect.TypeFor[T]()) }

// FromReflect is FromType for a type that is known only at run time.
func FromReflect(t reflect.Type) *Shape { return fromType(t, 0) }

var (
	jsonMarshaler = reflect.TypeFor[json.Marshaler]()
	textMarshaler = reflect.TypeFor[encoding.TextMarshaler]()
)

func fromType(t reflect.Type, depth int) *Shape {
	if t == nil || depth > maxDepth {
		return Any
	}
	switch {
	case t == reflect.TypeFor[time.Time]():
		return Of(String)
	case t == reflect.TypeFor[json.Number]():
		return Of(Number)
	case t.Implements(jsonMarshaler) || reflect.PointerTo(t).Implements(jsonMarshaler):
		return Any
	case t.Implements(textMarshaler):
		return Of(String)
	}
	switch t.Kind() {
	case reflect.Bool:
		return Of(Boolean)
	case reflect.String:
		return Of(String)
	case reflect.Pointer:
		return join(fromType(t.Elem(), depth+1), Of(Null), depth)
	case reflect.Slice, reflect.Array:
		if t.Kind() == reflect.Slice && t.Elem().Kind() == reflect.Uint8 {
			return Of(String | Null)
		}
		return &Shape{kinds: Array | Null, elem: fromType(t.Elem(), depth+1)}
	case reflect.Map:
		return Of(Object | Null)
	case reflect.Struct:
		out := &Shape{kinds: Object}
		structFields(t, out, false, depth)
		return out
	}
	if k := t.Kind(); k >= reflect.Int && k <= reflect.Float64 {
		return Of(Number)
	}
	return Any
}

func structFields(t reflect.Type, out *Shape, optional bool, depth int) {
	if depth > maxDepth {
		out.open = true
		return
	}
	for i := range t.NumField() {
		f := t.Field(i)
		tag := f.Tag.Get("json")
		name, opts, _ := strings.Cut(tag, ",")
		if tag == "-" {
			continue
		}
		inner := f.Type
		if inner.Kind() == reflect.Pointer {
			inner = inner.Elem()
		}
		if f.Anonymous && name == "" && inner.Kind() == reflect.Struct {
			structFields(inner, out, optional || inner != f.Type, depth+1)
			continue
		}
		if !f.IsExported() {
			continue
		}
		if name == "" {
			name = f.Name
		}
		shape := fromType(f.Type, depth+1)
		for _, o := range strings.Split(opts, ",") {
			if o == "string" {
				shape = Of(String)
			}
		}
		if _, shadowed := out.fields.get(name); !shadowed || depth == 0 {
			out.fields = out.fields.with(name, field{shape, optional || strings.Contains(opts, "omitempty") || strings.Contains(opts, "omitzero")})
		}
	}
}
