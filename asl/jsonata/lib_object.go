package jsonata

import "github.com/stepwise-go/stepwise/ordjson"

func libKeys(c Call, args []any) (any, error) {
	var keys []any
	seen := map[string]bool{}
	merged := false
	var collect func(v any) error
	collect = func(v any) error {
		if err := c.run.enter(); err != nil {
			return err
		}
		defer c.run.leave()
		if items, ok := elements(v); ok {
			merged = true
			for _, item := range items {
				if err := collect(item); err != nil {
					return err
				}
			}
		}
		if o, ok := v.(*ordjson.Object); ok {
			for key := range inOrder(o).All() {
				if !seen[key] {
					seen[key] = true
					keys = append(keys, key)
				}
			}
		}
		return nil
	}
	if err := collect(argument(args, 0)); err != nil {
		return nil, err
	}
	if merged {
		keys = keysInOrder(keys)
	}
	return sequence(keys...), nil
}

// keysInOrder puts keys in the order that JavaScript gives them in one object.
func keysInOrder(keys []any) []any {
	o := &ordjson.Object{}
	for _, key := range keys {
		o.Set(key.(string), true)
	}
	o = inOrder(o)
	for i := range keys {
		keys[i] = o.At(i).Key
	}
	return keys
}

func libLookup(c Call, args []any) (any, error) {
	key, ok := textArg(args, 1)
	if !ok {
		key = "undefined"
	}
	return c.run.field(argument(args, 0), key)
}

// libSpread makes an object of each member of an object.
func libSpread(c Call, args []any) (any, error) { return c.run.spread(argument(args, 0)) }

func (r *run) spread(v any) (any, error) {
	if err := r.enter(); err != nil {
		return nil, err
	}
	defer r.leave()
	if items, ok := elements(v); ok {
		var out any = sequence()
		for _, item := range items {
			part, err := r.spread(item)
			if err != nil {
				return nil, err
			}
			out = extended(out, part)
		}
		return out, nil
	}
	o, ok := v.(*ordjson.Object)
	if !ok {
		return v, nil
	}
	out := sequence()
	for key, value := range inOrder(o).All() {
		out.items = append(out.items, ordjson.NewObject(ordjson.Member{Key: key, Value: value}))
	}
	return out, nil
}

// extended is appended that writes into the left array, which nobody else holds.
func extended(left, right any) any {
	items, ok := elements(left)
	if !ok || IsUndefined(right) {
		return appended(left, right)
	}
	if more, ok := elements(right); ok {
		return append(items[:len(items):cap(items)], more...)
	}
	return append(items[:len(items):cap(items)], right)
}

func libMerge(_ Call, args []any) (any, error) {
	items, ok := elements(argument(args, 0))
	if !ok {
		return Undefined{}, nil
	}
	out := &ordjson.Object{}
	for _, item := range items {
		if o, ok := item.(*ordjson.Object); ok {
			for key, value := range inOrder(o).All() {
				out.Set(key, value)
			}
		}
	}
	return inOrder(out), nil
}

func libEach(c Call, args []any) (any, error) {
	o, _ := argument(args, 0).(*ordjson.Object)
	fn, ok := functionArg(args, 1)
	if !ok {
		return Undefined{}, nil
	}
	out := sequence()
	for key, value := range inOrder(o).All() {
		v, err := c.callWith(fn, value, key, args[0])
		if err != nil {
			return nil, err
		}
		if !IsUndefined(v) {
			out.items = append(out.items, v)
		}
	}
	return out, nil
}

func libSift(c Call, args []any) (any, error) {
	o, _ := argument(args, 0).(*ordjson.Object)
	fn, ok := functionArg(args, 1)
	if !ok && o.Len() > 0 {
		return nil, badArgument("sift")
	}
	out := &ordjson.Object{}
	for key, value := range inOrder(o).All() {
		is, err := c.accepts(fn, value, key, args[0])
		if err != nil {
			return nil, err
		}
		if is {
			out.Set(key, value)
		}
	}
	if out.Len() == 0 {
		return Undefined{}, nil
	}
	return out, nil
}
