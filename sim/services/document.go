package services

import (
	"slices"

	"github.com/stepwise-go/stepwise/ordjson"
)

// in returns what is at the path, or nil.
func (p path) in(item *ordjson.Object) attribute {
	at := object("M", item)
	for _, s := range p {
		_, v := apart(at)
		switch t := v.(type) {
		case *ordjson.Object:
			if s.index >= 0 {
				return nil
			}
			at = get(t, s.name)
		case []any:
			at = nil
			if s.index >= 0 && s.index < len(t) {
				at, _ = t[s.index].(*ordjson.Object)
			}
		default:
			return nil
		}
		if at == nil {
			return nil
		}
	}
	return at
}

// with returns a copy of a value where what is at the path is another: nil removes it.
// It returns false if there is nothing that could hold it.
func (p path) with(at, value attribute) (attribute, bool) {
	if len(p) == 0 {
		return value, true
	}
	kind, v := apart(at)
	s, rest := p[0], p[1:]
	switch t := v.(type) {
	case *ordjson.Object:
		if kind != "M" || s.index >= 0 {
			return nil, false
		}
		next, ok := rest.with(get(t, s.name), value)
		if !ok {
			return nil, false
		}
		fields := t.Clone()
		if next == nil {
			fields.Delete(s.name)
		} else {
			fields.Set(s.name, next)
		}
		return object("M", fields), true
	case []any:
		if kind != "L" || s.index < 0 {
			return nil, false
		}
		return p.withElement(t, value)
	}
	return nil, false
}

// withElement is with for a list. A place behind its end is its end.
func (p path) withElement(list []any, value attribute) (attribute, bool) {
	i, rest := p[0].index, p[1:]
	var old attribute
	if i < len(list) {
		old, _ = list[i].(*ordjson.Object)
	}
	next, ok := rest.with(old, value)
	if !ok {
		return nil, false
	}
	list = slices.Clone(list)
	switch {
	case next == nil && i < len(list):
		list = slices.Delete(list, i, i+1)
	case next != nil && i < len(list):
		list[i] = next
	case next != nil:
		list = append(list, next)
	}
	return object("L", list), true
}

// project returns the parts of an item that are at the paths, inside their maps and lists.
func project(item *ordjson.Object, paths []path) *ordjson.Object {
	out := object("M", object())
	for _, p := range paths {
		if v := p.in(item); v != nil {
			out = merge(out, item, p, v)
		}
	}
	_, fields := apart(out)
	return fields.(*ordjson.Object)
}

// merge puts a value at a path, and makes the maps and lists on its way. Elements of lists close up.
func merge(into attribute, item *ordjson.Object, p path, v attribute) attribute {
	for i := 1; i < len(p); i++ {
		part := p[:i]
		_, target := apart(into)
		if part.in(target.(*ordjson.Object)) != nil {
			continue
		}
		kind, _ := apart(part.in(item))
		empty := object("M", object())
		if kind == "L" {
			empty = object("L", []any{})
		}
		into, _ = part.with(into, empty)
	}
	if out, ok := p.with(into, v); ok {
		return out
	}
	return into
}

// projection reads a ProjectionExpression; nil is all.
func (e *expressions) projection() []path {
	p := e.parse("ProjectionExpression")
	if p == nil {
		return nil
	}
	var out []path
	p.list(func() { out = append(out, p.path()) })
	p.end()
	return out
}

func (p path) starts(other path) bool {
	return len(p) <= len(other) && slices.Equal(p, other[:len(p)])
}
