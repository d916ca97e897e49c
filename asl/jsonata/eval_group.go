package jsonata

import "github.com/stepwise-go/stepwise/ordjson"

// group is the items for which one key was computed.
type group struct {
	key   string
	pair  int
	data  any
	owned bool // data is an array made here
}

// object evaluates an object constructor: the items of the input are grouped by key, then the value
// of each key is evaluated for its group.
func (r *run) object(n *node, input any, env *frame) (any, error) {
	items, isArray := elements(input)
	l, _ := input.(*list)
	reduce := l != nil && l.tuples
	switch {
	case !isArray:
		items = []any{input}
	case len(items) == 0 && reduce && len(n.pairs) > 0:
		return nil, newError(codeNoTuple).at(n.pos) // the reference fails too
	case len(items) == 0 && !reduce:
		items = []any{Undefined{}}
	}
	groups, err := r.groups(n, items, reduce, env)
	if err != nil {
		return nil, err
	}
	out := &ordjson.Object{}
	indexes := false
	for i := range groups {
		g := &groups[i]
		context, scope := g.data, env
		if reduce {
			t := r.reduceTuples(g.data)
			context, scope = t.at, t.over(env)
		}
		v, err := r.eval(n.pairs[g.pair].value, context, scope)
		if err != nil {
			return nil, err
		}
		if !IsUndefined(v) {
			r.note(v)
			indexes = indexes || isIndex(g.key)
			out.Set(g.key, v)
		}
	}
	if indexes {
		return inOrder(out), nil
	}
	return out, nil
}

func (r *run) groups(n *node, items []any, reduce bool, env *frame) ([]group, error) {
	groups := make([]group, 0, len(n.pairs))
	var index map[string]int
	for _, item := range items {
		scope, context := env, any(nil)
		if reduce {
			t := item.(*tuple)
			context, scope = t.at, t.over(env)
		} else {
			item = r.bare(item)
			context = item
		}
		for i := range n.pairs {
			k, err := r.eval(n.pairs[i].key, context, scope)
			if err != nil {
				return nil, err
			}
			if IsUndefined(k) {
				continue
			}
			key, ok := k.(string)
			if !ok {
				return nil, newError("T1003").at(n.pos).with("value", k)
			}
			at, known := findGroup(groups, index, key)
			switch {
			case !known:
				groups = append(groups, group{key: key, pair: i, data: item})
				if index != nil {
					index[key] = len(groups) - 1
				} else if len(groups) > 8 {
					index = indexGroups(groups)
				}
			case groups[at].pair != i:
				return nil, newError("D1009").at(n.pos).with("value", key)
			default:
				groups[at].add(item)
			}
		}
	}
	return groups, nil
}

func findGroup(groups []group, index map[string]int, key string) (int, bool) {
	if index != nil {
		i, ok := index[key]
		return i, ok
	}
	for i := range groups {
		if groups[i].key == key {
			return i, true
		}
	}
	return 0, false
}

func indexGroups(groups []group) map[string]int {
	index := make(map[string]int, 4*len(groups))
	for i := range groups {
		index[groups[i].key] = i
	}
	return index
}

func (g *group) add(item any) {
	items, isArray := elements(item)
	if !g.owned || IsUndefined(item) {
		g.owned = !IsUndefined(g.data) && !IsUndefined(item)
		g.data = appended(g.data, item)
		return
	}
	if !isArray {
		items = []any{item}
	}
	g.data = append(g.data.([]any), items...)
}

// appended is what $append gives.
func appended(a, b any) any {
	if IsUndefined(a) {
		return b
	}
	if IsUndefined(b) {
		return a
	}
	left, ok := elements(a)
	if !ok {
		left = []any{a}
	}
	right, ok := elements(b)
	if !ok {
		right = []any{b}
	}
	return append(append(make([]any, 0, len(left)+len(right)), left...), right...)
}

// reduceTuples makes one tuple of the tuples of a group.
func (r *run) reduceTuples(data any) *tuple {
	items, ok := elements(data)
	if !ok {
		return data.(*tuple)
	}
	r.nested = true
	out := items[0].(*tuple).copy()
	for _, item := range items[1:] {
		t := item.(*tuple)
		out.at = appended(out.at, t.at)
		for _, b := range t.vars {
			var before any = Undefined{}
			for _, old := range out.vars {
				if old.name == b.name {
					before = old.value
				}
			}
			out.set(b.name, appended(before, b.value))
		}
	}
	return out
}
