package asl

import (
	"github.com/stepwise-go/stepwise/ordjson"
)

// sink takes JSON piece by piece: it makes a text or a tree of it. Open is false where there is no use in filling
// what was opened: a machine that contains itself has no end.
type sink interface {
	Open(bracket byte) bool
	Close(bracket byte)
	Key(name string)
	Field(name, quoted string) // is Key for a name that is known as it is written, with the colon
	Item()
	String(s string)
	Value(v any)
}

// encode writes a struct: the fields that are set, in the order of their declaration, then Extra.
func encode(out sink, p part) {
	if out.Open('{') {
		encodeMembers(out, p)
	}
	out.Close('}')
}

func encodeMembers(out sink, p part) {
	extra := *p.extra()
	for i := range p.fields {
		f := &p.fields[i]
		if p.has(i) {
			out.Field(f.name, f.quoted)
			if over, ok := extra.Get(f.name); ok {
				out.Value(over)
			} else {
				p.encode(out, f)
			}
		}
		if f.name == operatorAfter {
			if r := p.rule(); r != nil && r.Operator != "" && !extra.Has(r.Operator) {
				out.Key(r.Operator)
				out.Value(r.Operand)
			}
		}
	}
	for name, v := range extra.All() {
		if i, ok := p.byName[name]; !ok || !p.has(i) {
			out.Key(name)
			out.Value(v)
		}
	}
}

// operatorAfter is the field of a Rule behind which the member stands whose name is the operator.
const operatorAfter = "Variable"

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
			out.Field("Type", `"Type":`)
			out.String(string(s.Type()))
		}
		encodeMembers(out, partOf(s))
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

func (t *tree) Field(name, _ string) { t.Key(name) }

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
