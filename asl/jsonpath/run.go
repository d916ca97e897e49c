package jsonpath

import (
	"github.com/stepwise-go/stepwise/ordjson"
)

// run is one evaluation of a path that is not simple.
type run struct {
	path     *Path
	document any
	results  []any
	visits   int
	shared   *int // the visits of the path whose filter this path stands in
}

// visit counts one value and fails when there were too many.
func (r *run) visit(step int) error {
	count := &r.visits
	if r.shared != nil {
		count = r.shared
	}
	*count++
	if *count > MaxVisits {
		return r.path.fault(step, TooLarge, nil)
	}
	return nil
}

func (r *run) counter() *int {
	if r.shared != nil {
		return r.shared
	}
	return &r.visits
}

// from evaluates the steps from number i on a value.
func (r *run) from(i int, v any) error {
	if i >= len(r.path.tokens) {
		r.results = append(r.results, v)
		return nil
	}
	if err := r.visit(i); err != nil {
		return err
	}
	t := &r.path.tokens[i]
	switch t.kind {
	case tokenName:
		return r.member(i, v, t.name)
	case tokenNames:
		return r.members(i, v, t)
	case tokenIndex:
		return r.elements(i, v, t.index)
	case tokenIndexes:
		return r.elements(i, v, t.indexes...)
	case tokenSlice:
		return r.slice(i, v, t)
	case tokenWildcard:
		return r.all(i, v)
	case tokenScan:
		return r.scan(i+1, v)
	}
	return r.filtered(i, v, t)
}

func (r *run) member(i int, v any, name string) error {
	t := &r.path.tokens[i]
	object, ok := v.(*ordjson.Object)
	if !ok {
		if t.certain {
			return r.path.fault(i, NotObject, v)
		}
		return nil
	}
	member, ok := object.Get(name)
	if ok {
		return r.from(i+1, member)
	}
	if t.certain && t.definite() {
		if t.last {
			return r.path.fault(i, NoResult, v)
		}
		return r.path.fault(i, MissingProperty, v)
	}
	return nil
}

// members gathers the named members in one object if the path ends here, and goes on with
// each of them if it does not.
func (r *run) members(i int, v any, t *token) error {
	if !t.last {
		for _, name := range t.names {
			if err := r.member(i, v, name); err != nil {
				return err
			}
		}
		return nil
	}
	object, ok := v.(*ordjson.Object)
	if !ok {
		if t.certain {
			return r.path.fault(i, NotObject, v)
		}
		return nil
	}
	gathered := &ordjson.Object{}
	for _, name := range t.names {
		if member, ok := object.Get(name); ok {
			gathered.Set(name, member)
		}
	}
	return r.from(i+1, gathered)
}

// list returns the array that a step works on. Without one it fails, or finds nothing
// if a step before chose the value.
func (r *run) list(i int, v any) ([]any, error) {
	list, ok := v.([]any)
	if !ok && r.path.tokens[i].certain {
		return nil, r.path.fault(i, NotArray, v)
	}
	return list, nil
}

func (r *run) elements(i int, v any, indexes ...int) error {
	list, err := r.list(i, v)
	if err != nil {
		return err
	}
	for _, n := range indexes {
		if err := r.element(i, list, n); err != nil {
			return err
		}
	}
	return nil
}

func (r *run) element(i int, list []any, n int) error {
	if n < 0 {
		n += len(list)
	}
	if n < 0 || n >= len(list) {
		return nil
	}
	return r.from(i+1, list[n])
}

func (r *run) slice(i int, v any, t *token) error {
	list, err := r.list(i, v)
	if err != nil {
		return err
	}
	from, to := 0, len(list)
	if t.hasTo {
		to = min(t.to, len(list))
	}
	if t.hasFrom {
		from = t.from
	}
	// With both ends the numbers are taken as they stand: [-3:-1] counts from the end, [1:-1] is empty.
	if !(t.hasFrom && t.hasTo) {
		if from < 0 {
			from = max(0, from+len(list))
		}
		if to < 0 {
			to += len(list)
		}
	}
	from = max(from, -len(list))
	for n := from; n < to; n++ {
		if err := r.element(i, list, n); err != nil {
			return err
		}
	}
	return nil
}

func (r *run) all(i int, v any) error {
	switch t := v.(type) {
	case *ordjson.Object:
		for n := range t.Len() {
			if err := r.from(i+1, t.At(n).Value); err != nil {
				return err
			}
		}
	case []any:
		for _, element := range t {
			if err := r.from(i+1, element); err != nil {
				return err
			}
		}
	}
	return nil
}

func (r *run) filtered(i int, v any, t *token) error {
	switch value := v.(type) {
	case *ordjson.Object:
		ok, err := r.accepts(t, v)
		if err != nil || !ok {
			return err
		}
		return r.from(i+1, v)
	case []any:
		for _, element := range value {
			ok, err := r.accepts(t, element)
			if err != nil {
				return err
			}
			if !ok {
				continue
			}
			if err := r.from(i+1, element); err != nil {
				return err
			}
		}
		return nil
	}
	if t.certain {
		return r.path.fault(i, NotFilterable, v)
	}
	return nil
}

func (r *run) accepts(t *token, v any) (bool, error) {
	if err := r.visit(0); err != nil {
		return false, err
	}
	return t.filter.holds(&scope{item: v, document: r.document, visits: r.counter()})
}
