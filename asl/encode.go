package asl

import (
	"reflect"

	"github.com/stepwise-go/stepwise/ordjson"
)

// sink takes JSON piece by piece: it makes a text or a tree of it. Open is false where there is no use in filling
// what was opened: a machine that contains itself has no end.
type sink interface {
	Open(bracket byte) bool
	Close(bracket byte)
	Key(name string)
	Item()
	String(s string)
	Value(v any)
}

// encode writes a struct: the fields that are set, in the order of their declaration, then Extra.
func encode(out sink, s reflect.Value) {
	if out.Open('{') {
		encodeMembers(out, s)
	}
	out.Close('}')
}

func encodeMembers(out sink, s reflect.Value) {
	p := planOf(s.Type())
	extra := s.FieldByIndex(p.extra).Interface().(*ordjson.Object)
	for i := range p.fields {
		f := &p.fields[i]
		if v := f.in(s); f.isSet(v) {
			out.Key(f.name)
			if over, ok := extra.Get(f.name); ok {
				out.Value(over)
			} else {
				f.encode(out, v)
			}
		}
		if f.name == operatorAfter {
			if name, operand := operatorOf(s); name != "" && !extra.Has(name) {
				out.Key(name)
				out.Value(operand)
			}
		}
	}
	for name, v := range extra.All() {
		if i, ok := p.byName[name]; !ok || !p.fields[i].isSet(p.fields[i].in(s)) {
			out.Key(name)
			out.Value(v)
		}
	}
}

// operatorAfter is the field of a Rule behind which the member stands whose name is the operator.
const operatorAfter = "Variable"

func operatorOf(s reflect.Value) (name string, operand any) {
	if r, ok := s.Addr().Interface().(*Rule); ok {
		return r.Operator, r.Operand
	}
	return "", nil
}

// isSet tells whether a field is there.
func (f *field) isSet(v reflect.Value) bool {
	switch f.kind {
	case kindString:
		return v.Len() > 0
	case kindBool:
		return v.Bool()
	case kindPointer, kindStrings, kindStructs:
		return !v.IsNil()
	case kindStates:
		return v.Addr().Interface().(*States).state != nil
	default:
		return !v.IsZero()
	}
}

func (f *field) encode(out sink, v reflect.Value) {
	switch f.kind {
	case kindString:
		out.String(v.String())
	case kindBool:
		out.Value(true)
	case kindPointer:
		encode(out, v.Elem())
	case kindStrings:
		out.Open('[')
		for _, s := range *v.Addr().Interface().(*[]string) {
			out.Item()
			out.String(s)
		}
		out.Close(']')
	case kindStructs:
		filled := out.Open('[')
		for i := 0; filled && i < v.Len(); i++ {
			out.Item()
			encode(out, v.Index(i))
		}
		out.Close(']')
	case kindValue:
		out.Value(v.Addr().Interface().(*Value).Any())
	case kindPath:
		v.Addr().Interface().(*Path).encode(out)
	case kindInt:
		out.Value(v.Addr().Interface().(*Int).json())
	case kindFloat:
		out.Value(v.Addr().Interface().(*Float).json())
	case kindStates:
		encodeStates(out, v.Addr().Interface().(*States))
	}
}

func encodeStates(out sink, s *States) {
	if out.Open('{') {
		for name, state := range s.All() {
			out.Key(name)
			encodeState(out, state)
		}
	}
	out.Close('}')
}

func encodeState(out sink, s State) {
	if out.Open('{') {
		if _, unknown := s.(*Unknown); !unknown {
			out.Key("Type")
			out.String(string(s.Type()))
		}
		encodeMembers(out, reflect.ValueOf(s).Elem())
	}
	out.Close('}')
}

// tree is the sink that makes a value.
type tree struct {
	open []branch
	root any
	deep bool // something nested too deep
}

// branch is an object or array that is being filled.
type branch struct {
	object *ordjson.Object
	array  []any
	key    string
}

func (t *tree) Open(bracket byte) bool {
	b := branch{array: []any{}}
	if bracket == '{' {
		b.object = &ordjson.Object{}
	}
	t.open = append(t.open, b)
	t.deep = t.deep || len(t.open) > ordjson.MaxDepth+1
	return !t.deep
}

func (t *tree) Close(byte) {
	b := t.open[len(t.open)-1]
	t.open = t.open[:len(t.open)-1]
	if b.object != nil {
		t.Value(b.object)
	} else {
		t.Value(b.array)
	}
}

func (t *tree) Key(name string) { t.open[len(t.open)-1].key = name }

func (t *tree) Item() {}

func (t *tree) String(s string) { t.Value(s) }

func (t *tree) Value(v any) {
	if len(t.open) == 0 {
		t.root = v
		return
	}
	b := &t.open[len(t.open)-1]
	if b.object != nil {
		b.object.Set(b.key, v)
	} else {
		b.array = append(b.array, v)
	}
}
