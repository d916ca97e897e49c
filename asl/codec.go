package asl

import (
	"reflect"
	"sync"

	"github.com/stepwise-go/stepwise/ordjson"
)

// One reflective codec reads and writes every struct of the package by its `asl` tags, so that a
// field is declared in one place. A member that the struct cannot carry goes to Extra: an unknown
// one, one of the wrong type, and one that is there but equal to the zero value ("End": false).

// plan is how a struct type is read and written.
type plan struct {
	typ     reflect.Type
	fields  []field
	signs   []sign // of the fields; the offsets are in the struct
	byName  map[string]int
	extraAt uintptr // offset of Extra
}

type field struct {
	name   string
	quoted string  // as it is written, with the colon
	offset uintptr // in the struct
	typ    reflect.Type
	kind   fieldKind
}

// fieldKind is how a field is written.
type fieldKind uint8

const (
	kindString fieldKind = iota
	kindBool
	kindPointer // to a struct
	kindStrings
	kindStructs
	kindValue
	kindPath
	kindInt
	kindFloat
	kindStates
)

func kindOfField(t reflect.Type) fieldKind {
	switch t {
	case reflect.TypeFor[Value]():
		return kindValue
	case reflect.TypeFor[Path]():
		return kindPath
	case reflect.TypeFor[Int]():
		return kindInt
	case reflect.TypeFor[Float]():
		return kindFloat
	case reflect.TypeFor[States]():
		return kindStates
	case reflect.TypeFor[[]string]():
		return kindStrings
	}
	switch t.Kind() {
	case reflect.Bool:
		return kindBool
	case reflect.Pointer:
		return kindPointer
	case reflect.Slice:
		return kindStructs
	}
	return kindString
}

var plans sync.Map // reflect.Type to *plan

func planOf(t reflect.Type) *plan {
	if p, ok := plans.Load(t); ok {
		return p.(*plan)
	}
	p := &plan{typ: t, byName: map[string]int{}}
	p.add(t, 0)
	actual, _ := plans.LoadOrStore(t, p)
	return actual.(*plan)
}

func (p *plan) add(t reflect.Type, at uintptr) {
	for i := range t.NumField() {
		f := t.Field(i)
		offset := at + f.Offset
		name, tagged := f.Tag.Lookup("asl")
		switch {
		case tagged:
			p.byName[name] = len(p.fields)
			quoted := string(ordjson.AppendQuoted(nil, name)) + ":"
			kind := kindOfField(f.Type)
			sign := signOf(kind)
			sign.offset += offset
			p.fields = append(p.fields, field{name, quoted, offset, f.Type, kind})
			p.signs = append(p.signs, sign)
		case f.Anonymous:
			p.add(f.Type, offset)
		case f.Name == "Extra":
			p.extraAt = offset
		}
	}
}

// decodeStruct reads an object into a struct.
func decodeStruct(o *ordjson.Object, into part) {
	rule, extra := into.rule(), into.extra()
	for name, v := range o.All() {
		if i, ok := into.byName[name]; ok && decodeField(v, into.value(&into.fields[i])) {
			continue
		}
		if rule != nil && rule.decodeOperator(name, v) {
			continue
		}
		if *extra == nil {
			*extra = &ordjson.Object{}
		}
		(*extra).Set(name, v)
	}
}

// fieldDecoder is a field type of the package with a form of its own.
type fieldDecoder interface {
	decode(v any) bool
}

func decodeField(v any, f reflect.Value) bool {
	if own, ok := f.Addr().Interface().(fieldDecoder); ok {
		return own.decode(v)
	}
	switch f.Kind() {
	case reflect.String:
		s, ok := v.(string)
		if ok && s != "" {
			f.SetString(s)
		}
		return ok && s != ""
	case reflect.Bool:
		b, ok := v.(bool)
		if ok {
			f.SetBool(b)
		}
		return ok && b
	case reflect.Pointer:
		o, ok := v.(*ordjson.Object)
		if ok {
			f.Set(reflect.New(f.Type().Elem()))
			decodeStruct(o, partOf(f.Interface()))
		}
		return ok
	case reflect.Slice:
		return decodeSlice(v, f)
	}
	return false
}

// decodeSlice takes a list only if it can carry every element.
func decodeSlice(v any, f reflect.Value) bool {
	list, ok := v.([]any)
	if !ok {
		return false
	}
	out := reflect.MakeSlice(f.Type(), len(list), len(list))
	for i, e := range list {
		at := out.Index(i)
		switch at.Kind() {
		case reflect.String:
			s, ok := e.(string)
			if !ok {
				return false
			}
			at.SetString(s)
		case reflect.Struct:
			o, ok := e.(*ordjson.Object)
			if !ok {
				return false
			}
			decodeStruct(o, partOf(at.Addr().Interface()))
		}
	}
	f.Set(out)
	return true
}
