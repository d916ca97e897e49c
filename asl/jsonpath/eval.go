package jsonpath

import (
	"fmt"

	"github.com/stepwise-go/stepwise/ordjson"
)

// MaxVisits is the number of values that the evaluation of one path may look at.
const MaxVisits = 4 << 20

// Eval returns the value at the path, or the list of values if the path is indefinite.
// The value is shared with the roots and must not be changed. The error is an *EvalError.
func (p *Path) Eval(roots Roots) (any, error) {
	base, ok := roots.Of(p)
	if !ok {
		return nil, &EvalError{Kind: NoVariable, Path: p.text, Detail: fmt.Sprintf(detailNoVariable, p.variable)}
	}
	return p.EvalOn(base)
}

// EvalOn is Eval on a document, whatever root the path names.
func (p *Path) EvalOn(document any) (any, error) {
	if p.simple {
		v, i, kind := p.walk(document)
		if kind != 0 {
			return nil, p.fault(i, kind, v)
		}
		return v, nil
	}
	r := run{path: p, document: document}
	if err := r.from(0, document); err != nil {
		return nil, err
	}
	if p.definite {
		if len(r.results) == 0 {
			return nil, p.fault(len(p.tokens)-1, NoResult, nil)
		}
		return r.results[0], nil
	}
	if r.results == nil {
		return []any{}, nil
	}
	return r.results, nil
}

// Lookup is Eval where nothing found is no failure: an indefinite path then gives an
// empty list, a definite one is not found. So do payload templates and choice rules.
func (p *Path) Lookup(roots Roots) (value any, found bool) {
	base, ok := roots.Of(p)
	if !ok {
		return nil, false
	}
	if p.simple {
		v, _, kind := p.walk(base)
		if kind != 0 {
			return nil, false
		}
		return v, true
	}
	v, err := p.EvalOn(base)
	switch {
	case err == nil:
		return v, true
	case p.definite:
		return nil, false
	}
	return []any{}, true
}

// walk evaluates a path of names and single indexes. On failure it returns the value at which it
// stopped and the number of the step that failed.
func (p *Path) walk(v any) (result any, step int, kind Kind) {
	for i := range p.tokens {
		t := &p.tokens[i]
		if t.kind == tokenName {
			object, ok := v.(*ordjson.Object)
			if !ok {
				return v, i, NotObject
			}
			member, ok := object.Get(t.name)
			if !ok {
				if t.last {
					return v, i, NoResult
				}
				return v, i, MissingProperty
			}
			v = member
			continue
		}
		list, ok := v.([]any)
		if !ok {
			return v, i, NotArray
		}
		n := t.index
		if n < 0 {
			n += len(list)
		}
		switch {
		case n >= 0 && n < len(list):
			v = list[n]
		case t.last:
			return v, i, OutOfRange
		default:
			v = nil // as Step Functions: the next step fails on it
		}
	}
	return v, 0, 0
}

// fault makes the error of a step that failed on a value.
func (p *Path) fault(step int, kind Kind, v any) *EvalError {
	err := &EvalError{Kind: kind, Path: p.text}
	before := "$" + fragments(p.tokens[:step])
	var fragment, here string
	if step < len(p.tokens) {
		fragment = p.tokens[step].fragment()
		here = before + fragment
	}
	switch kind {
	case NoResult, OutOfRange:
		err.Detail = fmt.Sprintf(detailNoResult, p.Normal())
	case MissingProperty:
		err.Detail = fmt.Sprintf(detailMissingProperty, here)
	case NotObject:
		err.Detail = fmt.Sprintf(detailNotObject, fragment, before)
	case NotArray:
		if v == nil {
			err.Detail = fmt.Sprintf(detailNull, before)
		} else {
			err.Detail = fmt.Sprintf(detailNotArray, fragments(p.tokens[step:]), ordjson.String(v))
		}
	case NotFilterable:
		err.Detail = fmt.Sprintf(detailNotFilterable, fragments(p.tokens[step:]), ordjson.String(v))
	case TooLarge:
		err.Detail = fmt.Sprintf(detailTooLarge, MaxVisits)
	}
	return err
}
