package jsonata

import "github.com/stepwise-go/stepwise/ordjson"

// path evaluates the steps of a location, each for every item that the one before it gave.
func (r *run) path(n *node, input any, env *frame) (any, error) {
	if n.simple {
		return r.simplePath(n, input, env)
	}
	var items []any
	if arr, ok := elements(input); ok && n.list[0].kind != kindVariable {
		items = arr
	} else {
		items = []any{input}
	}
	return r.walk(n, items, env)
}

// simplePath follows names from object to object, and gives up at the first array.
func (r *run) simplePath(n *node, input any, env *frame) (any, error) {
	steps, current := n.list, input
	if first := steps[0]; first.kind == kindVariable {
		v, err := r.eval(first, input, env)
		if err != nil {
			return nil, err
		}
		current, steps = v, steps[1:]
		if l, ok := v.(*list); ok && l.cons {
			return r.follow(steps, []any{v})
		}
	}
	for i, step := range steps {
		switch t := current.(type) {
		case *ordjson.Object:
			v, ok := t.Get(step.text)
			if !ok {
				return Undefined{}, nil
			}
			if _, marked := v.(*list); marked {
				return r.follow(steps[i:], []any{current})
			}
			current = v
		case []any:
			return r.follow(steps[i:], t)
		case *list:
			return r.follow(steps[i:], t.items)
		default:
			return Undefined{}, nil
		}
	}
	return current, nil
}

// follow evaluates names for the items of an array.
func (r *run) follow(steps []*node, items []any) (any, error) {
	for i, step := range steps {
		out, err := r.step(step, items, nil, i == len(steps)-1)
		if err != nil {
			return nil, err
		}
		if items, _ = elements(out); len(items) == 0 || i == len(steps)-1 {
			return out, nil
		}
	}
	return sequence(items...), nil
}

func (r *run) walk(n *node, items []any, env *frame) (any, error) {
	var result any = Undefined{}
	var tuples *list
	streaming := false
	for i, step := range n.list {
		streaming = streaming || step.tuple
		var err error
		switch {
		case i == 0 && step.consArray:
			if result, err = r.eval(step, sequence(items...), env); step.focus != "" {
				result = sequence(items...) // the array is bound to nothing; the reference goes on from the input
			}
		case streaming:
			tuples, err = r.tupleStep(step, items, tuples, env)
		default:
			result, err = r.step(step, items, env, i == len(n.list)-1)
		}
		if err != nil {
			return nil, err
		}
		if streaming && tuples != nil {
			continue
		}
		if items = iterable(result); len(items) == 0 && emptyResult(result) && !streaming {
			break
		}
	}
	if streaming && tuples == nil { // no step but an array constructor
		tuples = &list{seq: true, tuples: true}
	}
	if streaming {
		if n.tuple {
			result = tuples
		} else {
			out := sequence()
			for _, t := range tuples.items {
				out.items = append(out.items, t.(*tuple).at)
			}
			result = out
		}
	}
	if n.keepSingleton {
		if l, ok := result.(*list); ok {
			if l.cons && !l.seq {
				l = sequence(l)
				r.nested = true
			}
			l.keep = true
			result = l
		}
	}
	if n.group != nil {
		if streaming {
			result = tuples
		}
		return r.object(n.group, result, env)
	}
	return result, nil
}

// iterable returns what a step goes through if the step before it gave v. JavaScript lets it go
// through the characters of a string too.
func iterable(v any) []any {
	if s, ok := v.(string); ok {
		var out []any
		for _, u := range toUnits(s) {
			out = append(out, fromUnits([]uint16{u}))
		}
		return out
	}
	items, _ := elements(v)
	return items
}

// emptyResult tells whether nothing can follow.
func emptyResult(v any) bool {
	switch t := v.(type) {
	case Undefined:
		return true
	case string:
		return t == ""
	}
	_, isArray := elements(v)
	return isArray
}

// step evaluates one step for each item and joins the results.
func (r *run) step(n *node, items []any, env *frame, last bool) (any, error) {
	if n.kind == kindSort {
		sorted, err := r.sort(n, items, false, env)
		if err != nil || n.stages == nil {
			return sorted, err
		}
		return r.stages(n.stages, sorted, env)
	}
	out := sequence()
	var first any
	found := 0
	for _, item := range items {
		v, err := r.stepItem(n, item, env)
		if err != nil {
			return nil, err
		}
		if IsUndefined(v) {
			continue
		}
		if found++; found == 1 {
			first = v
			continue
		}
		if found == 2 {
			r.join(out, first)
		}
		if r.join(out, v); len(out.items) > maxItems {
			return nil, newError(codeSize).at(n.pos).token(n.name())
		}
	}
	if found == 1 {
		switch t := first.(type) {
		case []any:
			if last {
				return t, nil
			}
		case *list:
			if last && !t.seq {
				return t, nil
			}
		}
		r.join(out, first)
	}
	return out, nil
}

func (r *run) stepItem(n *node, item any, env *frame) (v any, err error) {
	if n.kind == kindName && n.predicates == nil && n.group == nil {
		if o, ok := item.(*ordjson.Object); ok {
			if v, ok = o.Get(n.text); !ok {
				v = Undefined{}
			}
			err = r.tick()
		} else if v, err = r.field(item, n.text); err == nil {
			if l, ok := v.(*list); ok {
				v = l.unwrap(n.keepArray)
			}
		}
		if l, ok := v.(*list); ok && err == nil {
			v = l.unwrap(n.keepArray)
		}
	} else {
		v, err = r.eval(n, item, env)
	}
	for i := 0; err == nil && i < len(n.stages); i++ {
		if filter := n.stages[i].filter; filter != nil {
			v, err = r.filter(filter, v, env)
		}
	}
	return v, err
}

// join appends a result to a sequence; arrays lose one level, unless they were constructed in the path.
func (r *run) join(out *list, v any) {
	switch t := v.(type) {
	case []any:
		out.items = append(out.items, t...)
		return
	case *list:
		if !t.cons {
			out.items = append(out.items, t.items...)
			return
		}
	}
	r.note(v)
	out.items = append(out.items, v)
}

// filter applies a predicate: a position, positions, or a condition.
func (r *run) filter(predicate *node, input any, env *frame) (any, error) {
	items, isArray := elements(input)
	if !isArray {
		items = []any{input}
	}
	marked, _ := input.(*list)
	out := &list{seq: true, tuples: marked != nil && marked.tuples}
	if predicate.kind == kindNumber {
		i, ok := position(predicate.value.(float64), len(items))
		if !ok || IsUndefined(items[i]) {
			return out, nil
		}
		if _, isArray := elements(items[i]); isArray {
			return items[i], nil
		}
		out.items = []any{items[i]}
		return out, nil
	}
	for i, item := range items {
		context, scope := r.bare(item), env
		if out.tuples {
			t := item.(*tuple)
			context, scope = t.at, t.over(env)
		}
		v, err := r.eval(predicate, context, scope)
		if err != nil {
			return nil, err
		}
		times, err := selects(v, i, len(items))
		if err != nil {
			return nil, err
		}
		for range times {
			r.note(item)
			out.items = append(out.items, item)
		}
	}
	return out, nil
}
