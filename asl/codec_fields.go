package asl

import (
	"github.com/stepwise-go/stepwise/ordjson"
)

func (v *Value) decode(x any) bool {
	*v = ValueOf(x)
	return true
}

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

func (p *Path) encode(out sink) {
	if p.kind == pathText {
		out.String(p.text)
	} else {
		out.Value(nil)
	}
}

func (n *Int) decode(x any) bool {
	i, ok := ordjson.Int(x)
	return n.decodeNumber(x, i, ok, func() any { return ordjson.FromInt(n.n) })
}

func (n *Int) json() any { return n.other(func() any { return ordjson.FromInt(n.n) }) }

func (n *Float) decode(x any) bool {
	f, ok := ordjson.Float(x)
	return n.decodeNumber(x, f, ok, func() any { return n.n })
}

func (n *Float) json() any { return n.other(func() any { return n.n }) }

func (n *num[T]) decodeNumber(x any, value T, ok bool, plain func() any) bool {
	if text, isText := x.(string); isText && IsExpression(text) {
		*n = num[T]{written: text, kind: numExpr}
		return true
	}
	if !ok {
		return false
	}
	*n = num[T]{n: value, kind: numNumber}
	if plain() != x {
		n.written = x
	}
	return true
}

// other returns the JSON of a number: as it was written, an expression, or else plain.
func (n *num[T]) other(plain func() any) any {
	if n.written != nil {
		return n.written
	}
	return plain()
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
	*s = States{}
	s.Grow(o.Len())
	for name, v := range o.All() {
		s.Set(name, decodeState(v.(*ordjson.Object)))
	}
	return true
}

func decodeState(o *ordjson.Object) State {
	t, _ := o.Get("Type")
	name, _ := t.(string)
	s := newState(StateType(name))
	if _, unknown := s.(*Unknown); !unknown {
		o = o.Clone()
		o.Delete("Type")
	}
	decodeStruct(o, partOf(s))
	return s
}

// decodeOperator takes the first operator of a rule; a second one stays in Extra.
func (r *Rule) decodeOperator(name string, v any) bool {
	if _, ok := OperatorByName(name); !ok || r.Operator != "" {
		return false
	}
	r.Operator, r.Operand = name, v
	return true
}
