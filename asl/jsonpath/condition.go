package jsonpath

// scope is what a condition is tested on.
type scope struct {
	item     any  // @
	document any  // $
	visits   *int // of the whole evaluation
}

// condition is a part of a filter.
type condition interface {
	holds(s *scope) (bool, error)
}

type allOf struct{ a, b condition }

func (c allOf) holds(s *scope) (bool, error) {
	ok, err := c.a.holds(s)
	if err != nil || !ok {
		return false, err
	}
	return c.b.holds(s)
}

type anyOf struct{ a, b condition }

func (c anyOf) holds(s *scope) (bool, error) {
	ok, err := c.a.holds(s)
	if err != nil || ok {
		return ok, err
	}
	return c.b.holds(s)
}

type not struct{ c condition }

func (c not) holds(s *scope) (bool, error) {
	ok, err := c.c.holds(s)
	return !ok && err == nil, err
}

// exists holds if its path leads somewhere, be it to null.
type exists struct{ path *Path }

func (c exists) holds(s *scope) (bool, error) {
	v, err := evalOperand(c.path, s)
	return v != undefined, err
}

// comparison holds if the operator does for its two sides.
type comparison struct {
	left, right operand
	op          operator
}

func (c comparison) holds(s *scope) (bool, error) {
	left, err := c.left.value(s)
	if err != nil {
		return false, err
	}
	right, err := c.right.value(s)
	if err != nil {
		return false, err
	}
	if left == scalarItem || right == scalarItem {
		return false, nil
	}
	return c.op.test(left, right), nil
}

// operand is one side of a comparison: a path or a constant.
type operand struct {
	path     *Path
	constant any
}

func (o operand) value(s *scope) (any, error) {
	if o.path == nil {
		return o.constant, nil
	}
	return evalOperand(o.path, s)
}

// absent is the type of values that no document has.
type absent uint8

const (
	undefined  absent = iota // the path of an operand leads nowhere
	scalarItem               // the operand is @, and the element is a scalar
)

func evalOperand(p *Path, s *scope) (any, error) {
	base := s.document
	if p.root == item {
		base = s.item
		if len(p.tokens) == 0 && isScalar(base) {
			return scalarItem, nil
		}
	}
	if p.simple {
		v, _, kind := p.walk(base)
		if kind != 0 {
			return undefined, nil
		}
		return v, nil
	}
	r := run{path: p, document: s.document, shared: s.visits}
	if err := r.from(0, base); err != nil {
		if e, ok := err.(*EvalError); ok && e.Kind == TooLarge {
			return nil, err
		}
		return undefined, nil
	}
	if p.definite {
		if len(r.results) == 0 {
			return undefined, nil
		}
		return r.results[0], nil
	}
	if r.results == nil {
		return []any{}, nil
	}
	return r.results, nil
}
