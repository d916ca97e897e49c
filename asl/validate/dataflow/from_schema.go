package dataflow

import (
	"fmt"
	"strings"

	"github.com/stepwise-go/stepwise/ordjson"
)

// FromSchema returns the shape that a JSON Schema describes: type, properties, required, items,
// additionalProperties, enum, const, anyOf, oneOf, allOf and $ref within the schema. Other keywords are not
// looked at. An object may have more properties than the schema names, unless additionalProperties is false.
//
// https://json-schema.org
func FromSchema(text []byte) (*Shape, error) {
	root, err := ordjson.Decode(text)
	if err != nil {
		return nil, fmt.Errorf(msgNotJSON, err)
	}
	s := &schema{root: root}
	return s.shape(root, 0), nil
}

type schema struct{ root any }

func (s *schema) shape(v any, depth int) *Shape {
	o, ok := v.(*ordjson.Object)
	if !ok {
		if v == false {
			return &Shape{}
		}
		return Any
	}
	if depth > maxDepth {
		return Any
	}
	if ref, ok := text(o, "$ref"); ok {
		if target, found := ordjson.Lookup(s.root, strings.TrimPrefix(ref, "#")); found && strings.HasPrefix(ref, "#") {
			return s.shape(target, depth+1)
		}
		return Any
	}
	if c, ok := o.Get("const"); ok {
		return FromValue(c)
	}
	if list, ok := list(o, "enum"); ok && len(list) > 0 {
		shape := FromValue(list[0])
		for _, e := range list[1:] {
			shape = join(shape, FromValue(e), depth)
		}
		return shape
	}
	for _, key := range []string{"anyOf", "oneOf"} {
		if options, ok := list(o, key); ok && len(options) > 0 {
			shape := s.shape(options[0], depth+1)
			for _, e := range options[1:] {
				shape = join(shape, s.shape(e, depth+1), depth)
			}
			return shape
		}
	}
	if parts, ok := list(o, "allOf"); ok && len(parts) > 0 {
		return s.every(o, parts, depth)
	}
	return s.typed(o, depth)
}

var schemaTypes = map[string]Kind{
	"null": Null, "boolean": Boolean, "number": Number, "integer": Number, "string": String, "array": Array, "object": Object,
}

func (s *schema) typed(o *ordjson.Object, depth int) *Shape {
	kinds := Kind(0)
	if name, ok := text(o, "type"); ok {
		kinds = schemaTypes[name]
	} else if names, ok := list(o, "type"); ok {
		for _, n := range names {
			name, _ := n.(string)
			kinds |= schemaTypes[name]
		}
	} else if o.Has("properties") {
		kinds = Object
	}
	if kinds == 0 {
		return Any
	}
	out := &Shape{kinds: kinds, open: true}
	if items, ok := o.Get("items"); ok && kinds&Array != 0 {
		out.elem = s.shape(items, depth+1)
	}
	if kinds&Object == 0 {
		return out
	}
	more, _ := o.Get("additionalProperties")
	out.open = more != false
	properties, _ := o.Get("properties")
	if p, ok := properties.(*ordjson.Object); ok {
		for name, v := range p.All() {
			out.fields = out.fields.with(name, field{s.shape(v, depth+1), true})
		}
	}
	required, _ := list(o, "required")
	for _, r := range required {
		name, _ := r.(string)
		f, known := out.fields.get(name)
		if !known {
			f.shape = Any
		}
		out.fields = out.fields.with(name, field{shape: f.shape})
	}
	return out
}

// every brings the parts of an allOf together: an object has the fields of all of them.
func (s *schema) every(o *ordjson.Object, parts []any, depth int) *Shape {
	out := s.typed(o, depth)
	for _, part := range parts {
		p := s.shape(part, depth+1)
		switch {
		case p.isAny():
		case out.isAny():
			out = p
		case out.kinds&p.kinds&Object != 0:
			merged := &Shape{kinds: out.kinds & p.kinds, open: out.open && p.open, elem: out.elem}
			for _, side := range []*Shape{out, p} {
				for name, f := range side.fields.all() {
					merged.fields = merged.fields.with(name, f)
				}
			}
			out = merged
		}
	}
	return out
}

func text(o *ordjson.Object, key string) (string, bool) {
	v, _ := o.Get(key)
	s, ok := v.(string)
	return s, ok
}

func list(o *ordjson.Object, key string) ([]any, bool) {
	v, _ := o.Get(key)
	l, ok := v.([]any)
	return l, ok
}
