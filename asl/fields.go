package asl

import "reflect"

// FieldKind is the kind of JSON that a field of the language takes.
type FieldKind uint8

const (
	FieldAny     FieldKind = iota // any JSON
	FieldString                   // a string
	FieldBoolean                  // true or false
	FieldInteger                  // a whole number, or in JSONata an expression
	FieldNumber                   // a number, or in JSONata an expression
	FieldPath                     // a string or null
	FieldObject                   // an object
	FieldStrings                  // a list of strings
	FieldObjects                  // a list of objects
)

// Field is a field of the language as one of the structs of this package carries it.
type Field struct {
	Name string
	Kind FieldKind
}

// Fields returns the fields of a part of a definition in the order in which they are written:
// part is a pointer to one of the structs of this package, such as *Task or *Retrier. The operators
// of a *Rule are not among them, see Operators; nor is the Type of a state. Of anything else it
// returns nil.
func Fields(part any) []Field {
	p := planOfPart(part)
	if p == nil {
		return nil
	}
	out := make([]Field, len(p.fields))
	for i, f := range p.fields {
		out[i] = Field{f.name, fieldKinds[f.kind]}
	}
	return out
}

// FieldOf returns the field of that name and whether the part has one.
func FieldOf(part any, name string) (Field, bool) {
	p := planOfPart(part)
	if p == nil {
		return Field{}, false
	}
	i, ok := p.byName[name]
	if !ok {
		return Field{}, false
	}
	return Field{name, fieldKinds[p.fields[i].kind]}, true
}

func planOfPart(part any) *plan {
	t := reflect.TypeOf(part)
	if t == nil || t.Kind() != reflect.Pointer || t.Elem().Kind() != reflect.Struct {
		return nil
	}
	return planOf(t.Elem())
}

// fieldKinds are the kinds of JSON for the kinds of fields.
var fieldKinds = [...]FieldKind{
	kindString: FieldString, kindBool: FieldBoolean, kindPointer: FieldObject, kindStrings: FieldStrings, kindStructs: FieldObjects, kindValue: FieldAny,
	kindPath: FieldPath, kindInt: FieldInteger, kindFloat: FieldNumber, kindStates: FieldObject,
}

// FieldSet is a set of fields of a part: bit i is the i-th of Fields.
type FieldSet uint64

// SetFields returns the fields of a part that are set in the struct; those in its Extra are not among them.
func SetFields(of any) FieldSet {
	p := planOfPart(of)
	if p == nil || reflect.ValueOf(of).IsNil() {
		return 0
	}
	return partOf(of).set()
}

// FieldsNamed returns the fields of a part that have one of these names.
func FieldsNamed(part any, names ...string) FieldSet {
	p := planOfPart(part)
	if p == nil {
		return 0
	}
	var set FieldSet
	for _, n := range names {
		if i, ok := p.byName[n]; ok {
			set |= 1 << i
		}
	}
	return set
}

// HasField tells whether a part has a field of that name set, in the struct or in its Extra.
func HasField(of any, name string) bool {
	p := planOfPart(of)
	if p == nil || reflect.ValueOf(of).IsNil() {
		return false
	}
	s := partOf(of)
	if (*s.extra()).Has(name) {
		return true
	}
	i, ok := p.byName[name]
	return ok && s.has(i)
}
