package dataflow

import "strings"

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
	fields fields // of an object
	open   bool   // an object may have other fields too
	elem   *Shape // of an array; nil is anything
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
	s := &Shape{kinds: Object}
	for name, f := range fields {
		s.fields = s.fields.with(name, field{shape: f})
	}
	return s
}

func (s *Shape) known() *Shape {
	if s == nil {
		return Any
	}
	return s
}

func (s *Shape) isAny() bool { return s == nil || s.kinds == all && s.open && s.fields.empty() }

// Fields returns the names of the fields that an object of this shape can have, in alphabetical order,
// and whether it can have others.
func (s *Shape) Fields() (names []string, open bool) {
	s = s.known()
	for name := range s.fields.all() {
		names = append(names, name)
	}
	return names, s.open
}

// Field returns the shape of a field and whether a value of this shape can have it.
func (s *Shape) Field(name string) (*Shape, bool) {
	s = s.known()
	if s.kinds&Object == 0 {
		return nil, false
	}
	if f, ok := s.fields.get(name); ok {
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
	fields := s.fields.with(name, field{shape: value})
	if s.kinds == Object && fields == s.fields {
		return s
	}
	return &Shape{kinds: Object, open: s.open && s.kinds&Object != 0, fields: fields}
}

// maybe returns a field that only one side has.
func maybe(f field, otherOpen bool) field {
	if otherOpen {
		return field{Any, true}
	}
	return field{f.shape, true}
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
		f, _ := s.fields.get(n)
		mark := ""
		if f.optional {
			mark = "?"
		}
		names[i] = n + mark + ": " + f.shape.text(depth+1)
	}
	if open {
		names = append(names, "...")
	}
	return "{" + strings.Join(names, ", ") + "}"
}
