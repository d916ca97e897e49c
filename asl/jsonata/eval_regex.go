package jsonata

import (
	"errors"

	"github.com/stepwise-go/stepwise/asl/jsonata/internal/jsregexp"
	"github.com/stepwise-go/stepwise/ordjson"
)

// match is one match of a regular expression or of a function that acts like one. The values
// are whatever that function gave; the offsets count UTF-16 code units.
type match struct {
	text, start, end, groups, next any
}

// object is the match as the language sees it.
func (m *match) object() *ordjson.Object {
	o := &ordjson.Object{}
	for _, member := range []ordjson.Member{
		{Key: "match", Value: m.text}, {Key: "start", Value: m.start}, {Key: "end", Value: m.end},
		{Key: "groups", Value: m.groups}, {Key: "next", Value: m.next},
	} {
		if !IsUndefined(member.Value) {
			o.Set(member.Key, member.Value)
		}
	}
	return o
}

// matcher gives the matches in a text one after the other.
type matcher struct {
	next func() (*match, bool, error)
}

// matcher makes a matcher of an argument.
func (c Call) matcher(v any, s, name string) (*matcher, error) {
	fn, ok := v.(*Function)
	if !ok {
		return nil, badArgument(name)
	}
	inner := fn
	for inner.wrapped != nil {
		inner = inner.wrapped
	}
	if inner.regex != nil {
		return c.run.regexMatcher(inner.regex, toUnits(s)), nil
	}
	var arg any = s
	return &matcher{next: func() (*match, bool, error) {
		if fn == nil {
			return nil, false, badArgument(name)
		}
		v, err := c.run.callback(fn, []any{arg}, c.env)
		if err != nil || IsUndefined(v) {
			return nil, false, err
		}
		m, err := matchOf(v, name)
		if err != nil {
			return nil, false, err
		}
		fn, _ = m.next.(*Function)
		arg = Undefined{}
		return m, true, nil
	}}, nil
}

// matchOf reads the object that a matcher function gave.
func matchOf(v any, name string) (*match, error) {
	o, ok := v.(*ordjson.Object)
	if !ok {
		if scriptTruthy(v) {
			return nil, newError("T1010")
		}
		return nil, badArgument(name)
	}
	get := func(key string) any {
		if v, ok := o.Get(key); ok {
			return v
		}
		return Undefined{}
	}
	m := &match{text: get("match"), start: get("start"), end: get("end"), groups: get("groups"), next: get("next")}
	_, isNumber := number(m.start)
	_, isArray := elements(m.groups)
	_, isFunction := m.next.(*Function)
	if !isNumber && !isArray && !isFunction {
		return nil, newError("T1010")
	}
	return m, nil
}

func regexFunction(n *node) *Function { return &Function{regex: n, arity: 2, params: 2} }

// regexMatcher goes through the matches of a regular expression.
func (r *run) regexMatcher(n *node, units []uint16) *matcher {
	last, first := 0, true
	return &matcher{next: func() (*match, bool, error) {
		if !first && last >= len(units) {
			return nil, false, nil
		}
		if err := r.tick(); err != nil { // many matches of few steps
			return nil, false, err
		}
		m, end, err := r.find(n, units, last)
		if err != nil || m == nil {
			return nil, false, err
		}
		if !first && m.text == "" {
			return nil, false, newError("D1004").at(n.pos).with("value", n.text)
		}
		last, first = end, false
		return m, true, nil
	}}
}

// find looks for a regular expression from an offset on.
func (r *run) find(n *node, units []uint16, from int) (*match, int, error) {
	at, err := n.regex.Find(units, from, r.alive)
	if errors.Is(err, jsregexp.ErrSteps) {
		err = newError(codeSteps).at(n.pos)
	}
	if err != nil || at == nil {
		return nil, 0, err
	}
	groups := []any{}
	for i := 2; i < len(at); i += 2 {
		if at[i] < 0 {
			groups = append(groups, Undefined{})
		} else {
			groups = append(groups, fromUnits(units[at[i]:at[i+1]]))
		}
	}
	r.nested = true
	end := at[1]
	next := &Function{native: func(c Call, _ []any) (any, error) {
		if end >= len(units) {
			return Undefined{}, nil
		}
		return c.run.matchFrom(n, units, end, false)
	}}
	return &match{
		text: fromUnits(units[at[0]:end]), start: float64(at[0]), end: float64(end), groups: groups, next: next,
	}, end, nil
}

// matchOnce is the regular expression called as a function.
func (r *run) matchOnce(n *node, args []any) (any, error) {
	s, ok := textArg(args, 0)
	if !ok {
		return nil, badArgument("/" + n.text + "/")
	}
	from, _ := numberArg(args, 1)
	units := toUnits(s)
	if !(from >= 0 && from <= float64(len(units))) {
		return Undefined{}, nil
	}
	return r.matchFrom(n, units, int(from), true)
}

func (r *run) matchFrom(n *node, units []uint16, from int, first bool) (any, error) {
	m, _, err := r.find(n, units, from)
	if err != nil || m == nil {
		return Undefined{}, err
	}
	if !first && m.text == "" {
		return nil, newError("D1004").at(n.pos).with("value", n.text)
	}
	r.nested = true
	return m.object(), nil
}
