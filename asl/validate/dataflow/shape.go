package dataflow

import (
	"sort"
	"strings"
)

// Kind is a set of kinds of JSON values.
type Kind uint8

const (
	Null Kind = 1 << iota
	Boolean
	Number
	String
	Array
	Object

	all = Null | Boolean | Number | String | Array | Object
)

// Shape is what is known of a JSON value. It is immutable. A nil *Shape is Any.
type Shape struct {
	kinds  Kind
	fields map[string]field // of an object
	open   bool             // an object may have other fields too
	elem   *Shape           // of an array; nil is anything
}

type field struct {
	shape    *Shape
	optional bool
}

// Any is the shape of a value of which nothing is known.
var Any = &Shape{kinds: all, open: true}

// maxDepth is how deep shapes are followed; deeper down everything is Any.
const maxDepth = 16

// Of returns the shape of any value of these kinds.
func Of(kinds Kind) *Shape { return &Shape{kinds: kinds, open: true} }

// ListOf returns the shape of a list of such elements.
func ListOf(elem *Shape) *Shape { return &Shape{kinds: Array, elem: elem} }

// ObjectOf returns the shape of an object that has exactly these fields.
func ObjectOf(fields map[string]*Shape) *Shape {
	s := &Shape{kinds: Object, fields: make(map[string]field, len(fields))}
	for name, f := range fields {
		s.fields[name] = field{shape: f}
	}
	return s
}

func (s *Shape) known() *Shape {
	if s == nil {
		return Any
	}
	return s
}

func (s *Shape) isAny() bool { return s == nil || s.kinds == all && s.open && len(s.fields) == 0 }

// Fields returns the names of the fields that an object of this shape can have, in alphabetical order,
// and whether it can have others.
func (s *Shape) Fields() (names []string, open bool) {
	s = s.known()
	for name := range s.fields {
		names = append(names, name)
	}
	sort.Strings(names)
	return names, s.open
}

// Field returns the shape of a field and whether a value of this shape can have it.
func (s *Shape) Field(name string) (*Shape, bool) {
	s = s.known()
	if s.kinds&Object == 0 {
		return nil, false
	}
	if f, ok := s.fields[name]; ok {
		return f.shape.known(), true
	}
	return Any, s.open
}

// element returns the shape of the elements and whether a value of this shape can have some.
func (s *Shape) element() (*Shape, bool) {
	s = s.known()
	return s.elem.known(), s.kinds&Array != 0
}

// with returns the shape with a field set, an object if it was none.
func (s *Shape) with(name string, value *Shape) *Shape {
	s = s.known()
	out := &Shape{kinds: Object, open: s.open && s.kinds&Object != 0, fields: make(map[string]field, len(s.fields)+1)}
	for n, f := range s.fields {
		out.fields[n] = f
	}
	out.fields[name] = field{shape: value}
	return out
}

// join returns the shape of a value that has one of two shapes.
func join(a, b *Shape, depth int) *Shape {
	switch {
	case a == b:
		return a
	case a.isAny() || b.isAny() || depth > maxDepth:
		return Any
	}
	out := &Shape{kinds: a.kinds | b.kinds}
	switch aObject, bObject := a.kinds&Object != 0, b.kinds&Object != 0; {
	case aObject && bObject:
		out.open = a.open || b.open
		out.fields = joinFields(a, b, depth)
	case aObject:
		out.open, out.fields = a.open, a.fields
	case bObject:
		out.open, out.fields = b.open, b.fields
	}
	switch aArray, bArray := a.kinds&Array != 0, b.kinds&Array != 0; {
	case aArray && bArray && a.elem != nil && b.elem != nil:
		out.elem = join(a.elem, b.elem, depth+1)
	case aArray && !bArray:
		out.elem = a.elem
	case bArray && !aArray:
		out.elem = b.elem
	}
	return out
}

func joinFields(a, b *Shape, depth int) map[string]field {
	out := make(map[string]field, len(a.fields))
	for name, f := range a.fields {
		g, both := b.fields[name]
		switch {
		case both:
			out[name] = field{join(f.shape, g.shape, depth+1), f.optional || g.optional}
		case b.open:
			out[name] = field{Any, true}
		default:
			out[name] = field{f.shape, true}
		}
	}
	for name, g := range b.fields {
		if _, both := a.fields[name]; both {
			continue
		}
		if a.open {
			out[name] = field{Any, true}
		} else {
			out[name] = field{g.shape, true}
		}
	}
	return out
}

// equal tells whether two shapes say the same.
func equal(a, b *Shape, depth int) bool {
	if a == b || depth > maxDepth+2 {
		return true
	}
	a, b = a.known(), b.known()
	if a.kinds != b.kinds || a.open != b.open || len(a.fields) != len(b.fields) || (a.elem == nil) != (b.elem == nil) {
		return false
	}
	for name, f := range a.fields {
		if g, ok := b.fields[name]; !ok || f.optional != g.optional || !equal(f.shape, g.shape, depth+1) {
			return false
		}
	}
	return a.elem == nil || equal(a.elem, b.elem, depth+1)
}

var kindNames = []struct {
	kind Kind
	name string
}{{Null, "null"}, {Boolean, "boolean"}, {Number, "number"}, {String, "string"}}

// String writes the shape for people: {id: string, items: [{price: number}], note?: any}.
func (s *Shape) String() string { return s.text(0) }

func (s *Shape) text(depth int) string {
	if s.isAny() || depth > 6 {
		return "any"
	}
	var parts []string
	if s.kinds&Object != 0 {
		parts = append(parts, s.objectText(depth))
	}
	if s.kinds&Array != 0 {
		parts = append(parts, "["+s.elem.text(depth+1)+"]")
	}
	for _, k := range kindNames {
		if s.kinds&k.kind != 0 {
			parts = append(parts, k.name)
		}
	}
	return strings.Join(parts, " or ")
}

func (s *Shape) objectText(depth int) string {
	names, open := s.Fields()
	for i, n := range names {
		mark := ""
		if s.fields[n].optional {
			mark = "?"
		}
		names[i] = n + mark + ": " + s.fields[n].shape.text(depth+1)
	}
	if open {
		names = append(names, "...")
	}
	return "{" + strings.Join(names, ", ") + "}"
}
