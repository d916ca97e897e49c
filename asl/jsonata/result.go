package jsonata

import (
	"math"

	"github.com/stepwise-go/stepwise/ordjson"
)

const (
	maxItems = 10_000_000 // how long an array may grow, as for the range operator
	maxText  = 64 << 20   // how long a string may grow, in bytes
	maxLevel = 100_000    // how deep a value may nest
)

// IsJSON tells whether a result is JSON throughout: no function, no NaN, no infinity.
func IsJSON(v any) bool {
	switch t := v.(type) {
	case *Function, Undefined:
		return false
	case float64:
		return !math.IsNaN(t) && !math.IsInf(t, 0)
	case []any:
		for _, item := range t {
			if !IsJSON(item) {
				return false
			}
		}
	case *ordjson.Object:
		for _, item := range t.All() {
			if !IsJSON(item) {
				return false
			}
		}
	}
	return true
}

// note is told about each value that is put into an array or object.
func (r *run) note(v any) {
	switch v.(type) {
	case *list, *Function, Undefined:
		r.nested = true
	}
}

// export gives a value the form that callers know.
func (r *run) export(v any) (any, error) {
	switch t := v.(type) {
	case string, float64, bool, nil:
		return v, nil
	case *ordjson.Object, []any:
		if !r.nested {
			return v, nil
		}
	case *list:
		if !r.nested && !t.tuples && t.items != nil {
			return t.items, nil
		}
	}
	v, _, err := export(v, 0)
	return v, err
}

// export copies what holds lists, wrapped functions or undefined values; the rest stays as it is.
func export(v any, level int) (out any, changed bool, err error) {
	if level > maxLevel {
		return nil, false, newError(codeDepth)
	}
	switch t := v.(type) {
	case Undefined:
		return nil, true, nil
	case *tuple:
		out, _, err = export(t.at, level+1)
		return out, true, err
	case *list:
		items, _, err := exportItems(t.items, level)
		return items, true, err
	case []any:
		items, changed, err := exportItems(t, level)
		if !changed {
			return v, false, err
		}
		return items, true, err
	case *thunk:
		return &Function{}, true, nil
	case *Function:
		for t.wrapped != nil {
			t, changed = t.wrapped, true
		}
		return t, changed, nil
	case *ordjson.Object:
		return exportObject(t, level)
	}
	return v, false, nil
}

func exportItems(items []any, level int) (out []any, changed bool, err error) {
	out = items
	for i, v := range items {
		w, other, err := export(v, level+1)
		if err != nil {
			return nil, false, err
		}
		if other && !changed {
			out, changed = append(make([]any, 0, len(items)), items...), true
		}
		if other {
			out[i] = w
		}
	}
	if out == nil {
		out = []any{}
	}
	return out, changed, nil
}

func exportObject(o *ordjson.Object, level int) (out *ordjson.Object, changed bool, err error) {
	out = o
	for i := range o.Len() {
		m := o.At(i)
		w, other, err := export(m.Value, level+1)
		if err != nil {
			return nil, false, err
		}
		if other && !changed {
			out, changed = o.Clone(), true
		}
		switch {
		case other && IsUndefined(m.Value):
			out.Delete(m.Key)
		case other:
			out.Set(m.Key, w)
		}
	}
	return out, changed, nil
}
