package jsonpath

import "github.com/stepwise-go/stepwise/ordjson"

// scan applies step i to a value and to everything below it, the way of Jayway.
func (r *run) scan(i int, v any) error {
	if err := r.visit(i); err != nil {
		return err
	}
	switch t := v.(type) {
	case *ordjson.Object:
		ok, err := r.scanned(i, v)
		if err != nil {
			return err
		}
		if ok {
			if err := r.from(i, v); err != nil {
				return err
			}
		}
		for n := range t.Len() {
			if err := r.scan(i, t.At(n).Value); err != nil {
				return err
			}
		}
	case []any:
		return r.scanList(i, t)
	}
	return nil
}

func (r *run) scanList(i int, list []any) error {
	ok, err := r.scanned(i, list)
	if err != nil {
		return err
	}
	switch {
	case ok && r.path.tokens[i].last:
		if err := r.from(i, list); err != nil {
			return err
		}
	case ok:
		// Jayway goes on behind the step with every element, whichever the step names.
		for _, element := range list {
			if err := r.from(i+1, element); err != nil {
				return err
			}
		}
	}
	for _, element := range list {
		if err := r.scan(i, element); err != nil {
			return err
		}
	}
	return nil
}

// scanned tells whether the step behind the deep scan is applied to a value.
func (r *run) scanned(i int, v any) (bool, error) {
	t := &r.path.tokens[i]
	object, isObject := v.(*ordjson.Object)
	switch t.kind {
	case tokenName:
		return isObject && object.Has(t.name), nil
	case tokenNames:
		if !isObject || !t.last {
			return isObject, nil
		}
		for _, name := range t.names {
			if !object.Has(name) {
				return false, nil
			}
		}
		return true, nil
	case tokenIndex, tokenIndexes, tokenSlice:
		return !isObject, nil
	case tokenFilter:
		return r.accepts(t, v)
	}
	return t.kind == tokenWildcard, nil
}
