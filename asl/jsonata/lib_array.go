package jsonata

import (
	"math"

	"github.com/stepwise-go/stepwise/ordjson"
)

// callWith calls a function for an item with as many of the arguments as it takes.
func (c Call) callWith(fn *Function, args ...any) (any, error) {
	return c.run.callback(fn, args[:max(1, min(fn.arity, len(args)))], c.env)
}

func functionArg(args []any, i int) (*Function, bool) {
	fn, ok := argument(args, i).(*Function)
	return fn, ok
}

func libMap(c Call, args []any) (any, error) {
	items, ok := elements(argument(args, 0))
	fn, is := functionArg(args, 1)
	if !ok || !is {
		return Undefined{}, nil
	}
	out := sequence()
	for i, item := range items {
		v, err := c.callWith(fn, item, float64(i), args[0])
		if err != nil {
			return nil, err
		}
		if !IsUndefined(v) {
			out.items = append(out.items, v)
		}
	}
	return out, nil
}

// accepts calls a predicate for an item.
func (c Call) accepts(fn *Function, args ...any) (bool, error) {
	v, err := c.callWith(fn, args...)
	if err != nil {
		return false, err
	}
	return truthy(v)
}

func libFilter(c Call, args []any) (any, error) {
	items, ok := elements(argument(args, 0))
	fn, is := functionArg(args, 1)
	if !ok || !is {
		return Undefined{}, nil
	}
	out := sequence()
	for i, item := range items {
		is, err := c.accepts(fn, item, float64(i), args[0])
		if err != nil {
			return nil, err
		}
		if is {
			out.items = append(out.items, item)
		}
	}
	return out, nil
}

func libSingle(c Call, args []any) (out any, err error) {
	items, ok := elements(argument(args, 0))
	if !ok {
		return Undefined{}, nil
	}
	fn, is := functionArg(args, 1)
	found := false
	for i, item := range items {
		match := true
		if is {
			if match, err = c.accepts(fn, item, float64(i), args[0]); err != nil {
				return nil, err
			}
		}
		if match && found {
			return nil, newError("D3138").with("index", i)
		}
		if match {
			out, found = item, true
		}
	}
	if !found {
		return nil, newError("D3139")
	}
	return out, nil
}

func libZip(_ Call, args []any) (any, error) {
	length := math.MaxInt
	for _, arg := range args {
		items, _ := elements(arg)
		length = min(length, len(items))
	}
	out := []any{}
	for i := range length {
		row := make([]any, len(args))
		for j, arg := range args {
			items, _ := elements(arg)
			row[j] = items[i]
		}
		out = append(out, row)
	}
	return out, nil
}

func libReduce(c Call, args []any) (any, error) {
	items, ok := elements(argument(args, 0))
	fn, is := functionArg(args, 1)
	if !ok || !is {
		return Undefined{}, nil
	}
	if fn.arity < 2 {
		return nil, newError("D3050").with("index", 1)
	}
	out, at := argument(args, 2), 0
	if IsUndefined(out) && len(items) > 0 {
		out, at = items[0], 1
	}
	for ; at < len(items); at++ {
		var err error
		if out, err = c.callWith(fn, out, items[at], float64(at), args[0]); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func libAppend(c Call, args []any) (any, error) {
	v := appended(argument(args, 0), argument(args, 1))
	items, _ := elements(v)
	if len(items) > maxItems {
		return nil, newError(codeSize).token("append")
	}
	if err := c.run.work(len(items)); err != nil {
		return nil, err
	}
	return v, c.run.tick()
}

func libReverse(_ Call, args []any) (any, error) {
	v := argument(args, 0)
	items, ok := elements(v)
	if !ok || len(items) <= 1 {
		return v, nil
	}
	out := make([]any, len(items))
	for i, item := range items {
		out[len(items)-1-i] = item
	}
	return out, nil
}

func libSort(c Call, args []any) (any, error) {
	v := argument(args, 0)
	items, ok := elements(v)
	if !ok || len(items) <= 1 {
		return v, nil
	}
	if fn, ok := functionArg(args, 1); ok {
		return c.run.mergeSort(items, func(a, b any) (bool, error) {
			v, err := c.run.callback(fn, []any{a, b}, c.env)
			return scriptTruthy(v), err
		})
	}
	numeric, err := allFinite(items)
	if err != nil {
		return nil, err
	}
	switch {
	case numeric:
		return c.run.mergeSort(items, func(a, b any) (bool, error) {
			x, _ := number(a)
			y, _ := number(b)
			return x > y, nil
		})
	case allStrings(items):
		return c.run.mergeSort(items, func(a, b any) (bool, error) {
			return compareText(a.(string), b.(string)) > 0, nil
		})
	}
	return nil, newError("D3070").with("index", 1)
}

func libShuffle(c Call, args []any) (any, error) {
	v := argument(args, 0)
	items, ok := elements(v)
	if !ok || len(items) <= 1 {
		return v, nil
	}
	out := make([]any, len(items))
	for i, item := range items {
		j := min(int(c.Random()*float64(i+1)), i)
		out[i] = out[j]
		out[j] = item
	}
	return out, nil
}

func libDistinct(c Call, args []any) (any, error) {
	v := argument(args, 0)
	items, ok := elements(v)
	if !ok || len(items) <= 1 {
		return v, nil
	}
	out := []any{}
	seen := map[any]bool{}
	for _, item := range items {
		known, err := c.known(seen, out, item)
		if err != nil {
			return nil, err
		}
		if !known {
			out = append(out, item)
		}
	}
	if l, ok := v.(*list); ok && l.seq {
		return sequence(out...), nil
	}
	return out, nil
}

// known tells whether an item is equal to one of those before; seen remembers the scalars.
func (c Call) known(seen map[any]bool, before []any, item any) (bool, error) {
	key := item
	switch t := item.(type) {
	case string, bool, nil:
	default:
		f, ok := number(t)
		if ok && !math.IsNaN(f) {
			key = f
			break
		}
		for _, other := range before {
			if eq, err := c.run.equal(item, other); eq || err != nil {
				return eq, err
			}
		}
		return false, nil
	}
	was := seen[key]
	seen[key] = true
	return was, nil
}

func libClone(c Call, args []any) (any, error) {
	v := argument(args, 0)
	if l, ok := v.(*list); ok && l.outer {
		v = l.items[0]
	}
	if IsUndefined(v) {
		return v, nil
	}
	return c.run.clone(v, 0)
}

// clone copies a value as JSON would carry it: numbers to 15 digits, functions as empty strings.
func (r *run) clone(v any, level int) (any, error) {
	if level > maxLevel {
		return nil, newError(codeDepth)
	}
	if err := r.tick(); err != nil {
		return nil, err
	}
	if items, ok := elements(v); ok {
		out := make([]any, len(items))
		for i, item := range items {
			var err error
			if out[i], err = r.clone(item, level+1); err != nil {
				return nil, err
			}
		}
		return out, nil
	}
	switch t := v.(type) {
	case *ordjson.Object:
		out := &ordjson.Object{}
		for key, item := range inOrder(t).All() {
			w, err := r.clone(item, level+1)
			if err != nil {
				return nil, err
			}
			out.Set(key, w)
		}
		return out, nil
	case *Function, *thunk:
		return "", nil
	case Undefined:
		return nil, nil
	}
	f, ok := number(v)
	if !ok {
		return v, nil
	}
	if math.IsNaN(f) {
		return nil, nil
	}
	_, _, err := finite(f)
	return precise(f), err
}
