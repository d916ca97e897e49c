package asl

import (
	"reflect"

	"github.com/stepwise-go/stepwise/ordjson"
)

func (v *Value) decode(x any) bool {
	*v = ValueOf(x)
	return true
}

func (v *Value) encode() (any, bool) { return v.v, v.set }

func (p *Path) decode(x any) bool {
	switch t := x.(type) {
	case nil:
		*p = Null
		return true
	case string:
		*p = PathOf(t)
		return true
	}
	return false
}

func (p *Path) encode() (any, bool) {
	if p.kind == pathText {
		return p.text, true
	}
	return nil, p.kind == pathNull
}

func (n *Int) decode(x any) bool {
	i, ok := ordjson.Int(x)
	return n.decodeNumber(x, i, ok, func() any { return ordjson.FromInt(n.n) })
}

func (n *Int) encode() (any, bool) {
	return n.encodeNumber(func() any { return ordjson.FromInt(n.n) })
}

func (n *Float) decode(x any) bool {
	f, ok := ordjson.Float(x)
	return n.decodeNumber(x, f, ok, func() any { return n.n })
}

func (n *Float) encode() (any, bool) { return n.encodeNumber(func() any { return n.n }) }

func (n *num[T]) decodeNumber(x any, value T, ok bool, plain func() any) bool {
	if text, isText := x.(string); isText && IsExpression(text) {
		*n = num[T]{expr: text, kind: numExpr}
		return true
	}
	if !ok {
		return false
	}
	*n = num[T]{n: value, kind: numNumber}
	if plain() != x {
		n.raw = x
	}
	return true
}

func (n *num[T]) encodeNumber(plain func() any) (any, bool) {
	switch {
	case n.raw != nil:
		return n.raw, true
	case n.kind == numExpr:
		return n.expr, true
	}
	return plain(), n.kind == numNumber
}

func (s *States) decode(x any) bool {
	o, ok := x.(*ordjson.Object)
	if !ok {
		return false
	}
	for _, v := range o.All() {
		if _, ok := v.(*ordjson.Object); !ok {
			return false
		}
	}
	*s = States{state: map[string]State{}}
	for name, v := range o.All() {
		s.Set(name, decodeState(v.(*ordjson.Object)))
	}
	return true
}

func (s *States) encode() (any, bool) {
	o := &ordjson.Object{}
	for name, state := range s.All() {
		o.Set(name, StateJSON(state))
	}
	return o, s.state != nil
}

func decodeState(o *ordjson.Object) State {
	t, _ := o.Get("Type")
	name, _ := t.(string)
	s := newState(StateType(name))
	if _, unknown := s.(*Unknown); !unknown {
		o = o.Clone()
		o.Delete("Type")
	}
	decodeStruct(o, reflect.ValueOf(s).Elem())
	return s
}

// StateJSON returns one state as JSON, as it stands in States.
func StateJSON(s State) *ordjson.Object {
	o := &ordjson.Object{}
	if _, unknown := s.(*Unknown); !unknown {
		o.Set("Type", string(s.Type()))
	}
	encodeStruct(reflect.ValueOf(s).Elem(), o)
	return o
}

// decodeMember takes the first operator of a rule; a second one stays in Extra.
func (r *Rule) decodeMember(name string, v any) bool {
	if _, ok := OperatorByName(name); !ok || r.Operator != "" {
		return false
	}
	r.Operator, r.Operand = name, v
	return true
}

func (r *Rule) encodeMember(o *ordjson.Object) {
	if r.Operator != "" {
		o.Set(r.Operator, r.Operand)
	}
}
