package jsonata

import (
	"math"
)

func (r *run) binary(n *node, input any, env *frame) (any, error) {
	left, err := r.eval(n.lhs, input, env)
	if err != nil {
		return nil, err
	}
	if n.text == "and" || n.text == "or" {
		is, err := truthy(left)
		if err == nil && is == (n.text == "and") {
			var right any
			if right, err = r.eval(n.rhs, input, env); err == nil {
				is, err = truthy(right)
			}
		}
		if err != nil {
			return nil, asError(err).at(n.pos).token(n.text)
		}
		return is, nil
	}
	right, err := r.eval(n.rhs, input, env)
	if err != nil {
		return nil, err
	}
	v, err := r.operate(n.text, left, right)
	if err != nil {
		return nil, asError(err).at(n.pos).token(n.text)
	}
	return v, nil
}

func (r *run) operate(op string, left, right any) (any, error) {
	switch op {
	case "=", "!=":
		if IsUndefined(left) || IsUndefined(right) {
			return false, nil
		}
		eq, err := r.equal(left, right)
		return eq == (op == "="), err
	case "<", "<=", ">", ">=":
		return compare(op, left, right)
	case "&":
		return r.concat(left, right)
	case "..":
		return r.span(left, right)
	case "in":
		return contained(left, right), nil
	}
	return arithmetic(op, left, right)
}

func arithmetic(op string, left, right any) (any, error) {
	a, aok, err := operand(left, "T2001")
	if err != nil {
		return nil, err
	}
	b, bok, err := operand(right, "T2002")
	if err != nil {
		return nil, err
	}
	if !aok || !bok {
		return Undefined{}, nil
	}
	switch op {
	case "+":
		return a + b, nil
	case "-":
		return a - b, nil
	case "*":
		return a * b, nil
	case "/":
		return a / b, nil
	}
	return math.Mod(a, b), nil
}

// operand is a number, or nothing if the value is undefined.
func operand(v any, code string) (float64, bool, error) {
	if f, ok := v.(float64); ok && !math.IsInf(f, 0) && f == f {
		return f, true, nil
	}
	if IsUndefined(v) {
		return 0, false, nil
	}
	f, ok, err := finite(v)
	if err == nil && !ok {
		err = newError(code).with("value", v)
	}
	return f, ok, err
}

func comparable(v any) bool {
	k := symbol(v)
	return k == 's' || k == 'n'
}

func compare(op string, left, right any) (any, error) {
	lok, rok := comparable(left), comparable(right)
	if !lok && !IsUndefined(left) || !rok && !IsUndefined(right) {
		bad := right
		if !lok {
			bad = left
		}
		return nil, newError("T2010").with("value", bad)
	}
	if !lok || !rok {
		return Undefined{}, nil
	}
	if symbol(left) != symbol(right) {
		return nil, newError("T2009").with("value", left).with("value2", right)
	}
	if s, ok := left.(string); ok {
		c := compareText(s, right.(string))
		switch op {
		case "<":
			return c < 0, nil
		case "<=":
			return c <= 0, nil
		case ">":
			return c > 0, nil
		}
		return c >= 0, nil
	}
	a, _ := number(left)
	b, _ := number(right)
	switch op {
	case "<":
		return a < b, nil
	case "<=":
		return a <= b, nil
	case ">":
		return a > b, nil
	}
	return a >= b, nil
}

func (r *run) concat(left, right any) (any, error) {
	a, err := r.text(left)
	if err != nil {
		return nil, err
	}
	b, err := r.text(right)
	if err != nil {
		return nil, err
	}
	if len(a)+len(b) > maxText {
		return nil, newError(codeSize).token("&")
	}
	return joined(a, b), r.work(len(a) + len(b))
}

// text is the string that & makes of a value.
func (r *run) text(v any) (string, error) {
	switch t := v.(type) {
	case string:
		return t, nil
	case Undefined:
		return "", nil
	}
	return r.stringify(v, false)
}

// span is the operator a..b.
func (r *run) span(left, right any) (any, error) {
	a, aok := number(left)
	if !IsUndefined(left) && (!aok || a != math.Trunc(a) || math.IsInf(a, 0)) {
		return nil, newError("T2003").with("value", left)
	}
	b, bok := number(right)
	if !IsUndefined(right) && (!bok || b != math.Trunc(b) || math.IsInf(b, 0)) {
		return nil, newError("T2004").with("value", right)
	}
	if !aok || !bok || a > b {
		return Undefined{}, nil
	}
	size := b - a + 1
	if size > maxItems {
		return nil, newError("D2014").with("value", size)
	}
	items := make([]any, int(size))
	for i := range items {
		items[i] = a + float64(i)
		if err := r.tick(); err != nil {
			return nil, err
		}
	}
	return sequence(items...), nil
}

func contained(left, right any) bool {
	if IsUndefined(left) || IsUndefined(right) {
		return false
	}
	items, ok := elements(right)
	if !ok {
		return same(left, right)
	}
	for _, item := range items {
		if same(left, item) {
			return true
		}
	}
	return false
}
