package jsonata

import "github.com/stepwise-go/stepwise/ordjson"

// eval evaluates a node for an input: the value, with sequences of one item unwrapped.
func (r *run) eval(n *node, input any, env *frame) (any, error) {
	if err := r.enter(); err != nil {
		return nil, err
	}
	v, err := r.evalKind(n, input, env)
	for i := 0; err == nil && i < len(n.predicates); i++ {
		v, err = r.filter(n.predicates[i].filter, v, env)
	}
	if err != nil {
		return nil, err
	}
	if n.group != nil && n.kind != kindPath {
		if v, err = r.object(n.group, v, env); err != nil {
			return nil, err
		}
	}
	r.leave()
	if l, ok := v.(*list); ok {
		return l.unwrap(n.keepArray), nil
	}
	return v, nil
}

func (r *run) evalKind(n *node, input any, env *frame) (any, error) {
	switch n.kind {
	case kindPath:
		return r.path(n, input, env)
	case kindString, kindNumber, kindValue:
		return n.value, nil
	case kindVariable:
		if n.text == "" {
			if l, ok := input.(*list); ok && l.outer {
				return l.items[0], nil
			}
			return input, nil
		}
		return r.lookup(env, n.text, n.builtin), nil
	case kindName:
		return r.field(input, n.text)
	case kindBinary:
		return r.binary(n, input, env)
	case kindUnary:
		return r.unary(n, input, env)
	case kindFunction:
		return r.call(n, input, env, nil)
	case kindCondition:
		return r.condition(n, input, env)
	case kindBlock:
		return r.block(n, input, env)
	case kindBind:
		v, err := r.eval(n.rhs, input, env)
		if err == nil {
			env.bind(n.lhs.text, v)
		}
		return v, err
	case kindLambda:
		return r.function(n, input, env), nil
	case kindThunk:
		return &thunk{call: n.body, input: input, env: env}, nil
	case kindApply:
		return r.applyOperator(n, input, env)
	case kindWildcard:
		return r.wildcard(input)
	case kindDescendant:
		return r.descendants(input)
	case kindParent:
		return r.lookup(env, n.slot.label, nil), nil
	case kindRegex:
		return regexFunction(n), nil
	case kindPartial:
		return r.partial(n, input, env)
	case kindTransform:
		return r.transformer(n, env), nil
	}
	return Undefined{}, nil
}

func (r *run) condition(n *node, input any, env *frame) (any, error) {
	v, err := r.eval(n.body, input, env)
	if err != nil {
		return nil, err
	}
	is, err := truthy(v)
	switch {
	case err != nil:
		return nil, err
	case is:
		return r.eval(n.lhs, input, env)
	case n.rhs != nil:
		return r.eval(n.rhs, input, env)
	}
	return Undefined{}, nil
}

func (r *run) block(n *node, input any, env *frame) (v any, err error) {
	if n.frame {
		env = newFrame(env)
	}
	v = Undefined{}
	for _, part := range n.list {
		if v, err = r.eval(part, input, env); err != nil {
			return nil, err
		}
	}
	return v, nil
}

func (r *run) unary(n *node, input any, env *frame) (any, error) {
	switch n.text {
	case "[":
		return r.array(n, input, env)
	case "{":
		return r.object(n, input, env)
	}
	v, err := r.eval(n.body, input, env)
	if err != nil || IsUndefined(v) {
		return v, err
	}
	f, ok, err := finite(v)
	if err != nil {
		return nil, err
	}
	if !ok {
		return nil, newError("D1002").at(n.pos).token(n.text).with("value", v)
	}
	return -f, nil
}

// array evaluates an array constructor: arrays are spliced in, unless they are constructors themselves.
func (r *run) array(n *node, input any, env *frame) (any, error) {
	out := make([]any, 0, len(n.list))
	for _, part := range n.list {
		v, err := r.eval(part, input, env)
		if err != nil {
			return nil, err
		}
		items, isArray := elements(v)
		switch {
		case IsUndefined(v):
		case isArray && !part.isArray():
			for _, item := range items {
				r.note(item)
			}
			if out = append(out, items...); len(out) > maxItems {
				return nil, newError(codeSize).at(n.pos).token("[")
			}
			if err := r.work(len(items)); err != nil {
				return nil, err
			}
		default:
			r.note(v)
			out = append(out, v)
		}
	}
	if n.consArray {
		return &list{items: out, cons: true}, nil
	}
	return out, nil
}

// field is the member of an object, or of every object in an array.
func (r *run) field(input any, name string) (any, error) {
	switch t := input.(type) {
	case *ordjson.Object:
		if v, ok := t.Get(name); ok {
			return v, nil
		}
		return Undefined{}, nil
	case *tuple:
		for _, b := range t.vars {
			if b.name == name {
				return b.value, nil
			}
		}
	case []any, *list:
		if err := r.enter(); err != nil {
			return nil, err
		}
		items, _ := elements(input)
		out := sequence()
		for _, item := range items {
			if err := r.tick(); err != nil {
				return nil, err
			}
			v, err := r.field(item, name)
			if err != nil {
				return nil, err
			}
			if inner, ok := elements(v); ok {
				out.items = append(out.items, inner...)
			} else if !IsUndefined(v) {
				out.items = append(out.items, v)
			}
		}
		r.leave()
		if len(out.items) > maxItems {
			return nil, newError(codeSize).token(name)
		}
		return out, nil
	}
	return Undefined{}, nil
}

// wildcard is every member of an object or array, arrays among them flattened.
func (r *run) wildcard(input any) (any, error) {
	if l, ok := input.(*list); ok && l.outer {
		input = l.items[0]
	}
	out := sequence()
	add := func(v any) (err error) {
		if items, ok := elements(v); ok {
			out.seq = false
			out.items, err = r.flatten(out.items, items)
			return err
		}
		out.items = append(out.items, v)
		return nil
	}
	var values []any
	if o, ok := input.(*ordjson.Object); ok {
		o = inOrder(o)
		for i := range o.Len() {
			values = append(values, o.At(i).Value)
		}
	} else {
		values, _ = elements(input)
	}
	for _, v := range values {
		if err := add(v); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// flatten appends what is not an array, however deep.
func (r *run) flatten(out, items []any) ([]any, error) {
	if err := r.enter(); err != nil {
		return nil, err
	}
	defer r.leave()
	var err error
	for _, v := range items {
		if inner, ok := elements(v); !ok {
			out = append(out, v)
		} else if out, err = r.flatten(out, inner); err != nil {
			return nil, err
		}
	}
	if len(out) > maxItems {
		return nil, newError(codeSize).token("*")
	}
	return out, nil
}

// descendants is the value itself and everything below it.
func (r *run) descendants(input any) (any, error) {
	if IsUndefined(input) {
		return input, nil
	}
	out := sequence()
	if err := r.descend(out, input); err != nil {
		return nil, err
	}
	if len(out.items) == 1 {
		return out.items[0], nil
	}
	return out, nil
}

func (r *run) descend(out *list, v any) error {
	if err := r.enter(); err != nil {
		return err
	}
	defer r.leave()
	if len(out.items) > maxItems {
		return newError(codeSize).token("**")
	}
	if items, ok := elements(v); ok {
		for _, item := range items {
			if err := r.descend(out, item); err != nil {
				return err
			}
		}
		return nil
	}
	out.items = append(out.items, v)
	if o, ok := v.(*ordjson.Object); ok {
		o = inOrder(o)
		for i := range o.Len() {
			if err := r.descend(out, o.At(i).Value); err != nil {
				return err
			}
		}
	}
	return nil
}
