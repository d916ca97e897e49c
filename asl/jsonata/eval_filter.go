package jsonata

import "math"

// position turns an index, which may count from the end, into one of 0 to n-1.
func position(f float64, n int) (int, bool) {
	f = math.Floor(f)
	if f < 0 {
		f += float64(n)
	}
	if !(f >= 0 && f < float64(n)) {
		return 0, false
	}
	return int(f), true
}

// selects tells how many times the value of a predicate picks the item at position i of n.
func selects(v any, i, n int) (int, error) {
	switch v.(type) {
	case bool, string, nil, Undefined:
	default:
		items, isArray := elements(v)
		if !isArray {
			items = []any{v}
		}
		numbers, err := allFinite(items)
		if err != nil {
			return 0, err
		}
		if numbers {
			times := 0
			for _, item := range items {
				f, _ := number(item)
				if at, ok := position(f, n); ok && at == i {
					times++
				}
			}
			return times, nil
		}
	}
	is, err := truthy(v)
	if is {
		return 1, err
	}
	return 0, err
}

// stages applies filters and index variables to a stream of tuples, or to sorted items.
func (r *run) stages(stages []stage, input any, env *frame) (any, error) {
	var err error
	for _, s := range stages {
		if s.filter != nil {
			if input, err = r.filter(s.filter, input, env); err != nil {
				return nil, err
			}
			continue
		}
		items, _ := elements(input)
		for i, item := range items {
			if t, ok := item.(*tuple); ok {
				t.set(s.index, float64(i))
			}
		}
	}
	return input, nil
}

// tupleStep evaluates a step whose items carry variables along.
func (r *run) tupleStep(n *node, items []any, stream *list, env *frame) (*list, error) {
	if n.kind == kindSort {
		return r.tupleSort(n, items, stream, env)
	}
	if stream == nil {
		stream = &list{}
		for _, item := range items {
			stream.items = append(stream.items, &tuple{at: item})
		}
	}
	out := &list{seq: true, tuples: true}
	for _, item := range stream.items {
		from := item.(*tuple)
		v, err := r.eval(n, from.at, from.over(env))
		if err != nil {
			return nil, err
		}
		if IsUndefined(v) {
			continue
		}
		values, isArray := elements(v)
		if !isArray {
			values = []any{v}
		}
		l, _ := v.(*list)
		for i, value := range values {
			to := from.copy()
			if l != nil && l.tuples {
				inner := value.(*tuple)
				to.at = inner.at
				for _, b := range inner.vars {
					to.set(b.name, b.value)
				}
			} else {
				n.carry(to, from, value, i)
			}
			out.items = append(out.items, to)
		}
		if len(out.items) > maxItems {
			return nil, newError(codeSize).at(n.pos).token(n.name())
		}
	}
	return r.tupleStages(n, out, env)
}

// carry fills in a tuple that a step makes of one of its values.
func (n *node) carry(to, from *tuple, value any, i int) {
	if n.focus != "" {
		to.set(n.focus, value)
	} else {
		to.at = value
	}
	if n.index != "" {
		to.set(n.index, float64(i))
	}
	if n.ancestor != nil {
		to.set(n.ancestor.label, from.at)
	}
}

func (r *run) tupleStages(n *node, stream *list, env *frame) (*list, error) {
	if n.stages == nil {
		return stream, nil
	}
	v, err := r.stages(n.stages, stream, env)
	if err != nil {
		return nil, err
	}
	return v.(*list), nil
}

func (r *run) tupleSort(n *node, items []any, stream *list, env *frame) (*list, error) {
	if stream != nil {
		sorted, err := r.sort(n, stream.items, stream.tuples, env)
		if err != nil {
			return nil, err
		}
		if plain, ok := sorted.([]any); ok && len(plain) > 1 {
			// in the reference too, what a sort puts in order no longer counts as a stream
			stream = &list{items: plain}
		}
		return r.tupleStages(n, stream, env)
	}
	sorted, err := r.sort(n, items, false, env)
	if err != nil {
		return nil, err
	}
	out := &list{seq: true, tuples: true}
	values, _ := elements(sorted)
	for i, v := range values {
		t := &tuple{at: v}
		if n.index != "" {
			t.set(n.index, float64(i))
		}
		out.items = append(out.items, t)
	}
	return r.tupleStages(n, out, env)
}
