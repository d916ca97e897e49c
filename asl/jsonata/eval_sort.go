package jsonata

import "github.com/stepwise-go/stepwise/ordjson"

// sort puts items in the order of the terms of a ^( ) operator.
func (r *run) sort(n *node, items []any, tuples bool, env *frame) (any, error) {
	return r.mergeSort(items, func(a, b any) (bool, error) {
		for _, by := range n.terms {
			x, err := r.sortKey(by.expr, a, tuples, env)
			if err != nil {
				return false, err
			}
			y, err := r.sortKey(by.expr, b, tuples, env)
			if err != nil {
				return false, err
			}
			order, err := sortOrder(n, x, y)
			if err != nil {
				return false, err
			}
			if by.descending && !IsUndefined(x) && !IsUndefined(y) {
				order = -order
			}
			if order != 0 {
				return order > 0, nil
			}
		}
		return false, nil
	})
}

func (r *run) sortKey(n *node, item any, tuples bool, env *frame) (any, error) {
	if tuples {
		t := item.(*tuple)
		return r.eval(n, t.at, t.over(env))
	}
	return r.eval(n, r.bare(item), env)
}

// bare shows a tuple of a stream that a sort has put in order as the object that the reference keeps it in:
// to another sort, a filter or a grouping it is no longer a tuple.
func (r *run) bare(item any) any {
	t, ok := item.(*tuple)
	if !ok {
		return item
	}
	r.nested = true
	o := ordjson.NewObject(ordjson.Member{Key: "@", Value: t.at})
	for _, b := range t.vars {
		if !IsUndefined(b.value) {
			o.Set(b.name, b.value)
		}
	}
	return o
}

// sortOrder compares two keys; undefined comes last, whatever the direction.
func sortOrder(n *node, x, y any) (int, error) {
	switch {
	case IsUndefined(x) && IsUndefined(y):
		return 0, nil
	case IsUndefined(x):
		return 1, nil
	case IsUndefined(y):
		return -1, nil
	case !comparable(x):
		return 0, newError("T2008").at(n.pos).with("value", x)
	case !comparable(y):
		return 0, newError("T2008").at(n.pos).with("value", y)
	case symbol(x) != symbol(y):
		return 0, newError("T2007").at(n.pos).with("value", x).with("value2", y)
	}
	if s, ok := x.(string); ok {
		return compareText(s, y.(string)), nil
	}
	a, _ := number(x)
	b, _ := number(y)
	switch {
	case a == b:
		return 0, nil
	case a < b:
		return -1, nil
	}
	return 1, nil
}

// mergeSort is stable and asks in the reference's order; after tells whether a belongs behind b.
// One item or none come back as the very array that was given.
func (r *run) mergeSort(items []any, after func(a, b any) (bool, error)) (any, error) {
	if len(items) <= 1 {
		return sequence(items...), nil
	}
	middle := len(items) / 2
	left, err := r.sorted(items[:middle], after)
	if err != nil {
		return nil, err
	}
	right, err := r.sorted(items[middle:], after)
	if err != nil {
		return nil, err
	}
	return r.merge(left, right, after)
}

func (r *run) sorted(items []any, after func(a, b any) (bool, error)) ([]any, error) {
	if len(items) <= 1 {
		return items, nil
	}
	out, err := r.mergeSort(items, after)
	if err != nil {
		return nil, err
	}
	return out.([]any), nil
}

func (r *run) merge(left, right []any, after func(a, b any) (bool, error)) ([]any, error) {
	out := make([]any, 0, len(left)+len(right))
	for len(left) > 0 && len(right) > 0 {
		if err := r.tick(); err != nil {
			return nil, err
		}
		swap, err := after(left[0], right[0])
		if err != nil {
			return nil, err
		}
		if swap {
			out, right = append(out, right[0]), right[1:]
		} else {
			out, left = append(out, left[0]), left[1:]
		}
	}
	return append(append(out, left...), right...), nil
}
