package jsonpath

import (
	"fmt"

	"github.com/stepwise-go/stepwise/ordjson"
)

// ParseReference reads a reference path: one of names and single indexes only, which
// names one place. It may start at any root; Check with ResultPath also asks for $.
func ParseReference(text string) (*Path, error) {
	path, err := Parse(text)
	if err != nil {
		return nil, err
	}
	if failure := path.checkReference(); failure != nil {
		failure.Text = text
		return nil, failure
	}
	return path, nil
}

func (p *Path) checkReference() *SyntaxError {
	for i := range p.tokens {
		t := &p.tokens[i]
		wrong := ""
		switch t.kind {
		case tokenNames, tokenIndexes:
			wrong = msgAList
		case tokenSlice:
			wrong = msgASlice
		case tokenWildcard:
			wrong = msgAWildcard
		case tokenScan:
			wrong = msgAScan
		case tokenFilter:
			wrong = msgAFilter
		case tokenName:
			if isFunctionName(t.name) {
				wrong = msgAFunction
			}
		}
		if wrong != "" {
			return &SyntaxError{Text: p.text, Column: t.column, Message: fmt.Sprintf(msgNotReference, wrong)}
		}
	}
	return nil
}

// SetError says why a value could not be put at a reference path.
// It ends a state with States.ResultPathMatchFailure.
type SetError struct {
	Path  string // the text of the path
	Place string // the part of the path that does not fit, in bracket notation
	Found string // the kind of value found there: null, boolean, number, string, array, object, or "" for none
	Want  string // the kind of value needed there: object, array, or element
}

// Error names the place and what is there.
func (e *SetError) Error() string {
	found := e.Found
	if found == "" {
		found = msgNothing
	}
	return fmt.Sprintf(msgMisfit, e.Path, e.Place, e.Want, found)
}

// Set returns a document that has the value at the path and shares everything else with the
// given one, which is not changed. Objects that are missing on the way are made, list
// elements are not: an index must exist. Only names and single indexes can be set; the root of the
// path does not matter. The error is a *SetError.
//
// See https://docs.aws.amazon.com/step-functions/latest/dg/input-output-resultpath.html.
func (p *Path) Set(document, value any) (any, error) {
	if err := p.checkReference(); err != nil {
		return nil, err
	}
	return p.set(0, document, true, value)
}

// set puts the value below v, at the steps from number i on. present tells whether there is a v at all.
func (p *Path) set(i int, v any, present bool, value any) (any, error) {
	if i >= len(p.tokens) {
		return value, nil
	}
	t := &p.tokens[i]
	if t.kind == tokenIndex {
		return p.setElement(i, v, present, value)
	}
	object, ok := v.(*ordjson.Object)
	if !ok && present {
		return nil, p.misfit(i, v, present, "object")
	}
	member, has := object.Get(t.name)
	changed, err := p.set(i+1, member, has, value)
	if err != nil {
		return nil, err
	}
	copied := object.Clone()
	copied.Set(t.name, changed)
	return copied, nil
}

func (p *Path) setElement(i int, v any, present bool, value any) (any, error) {
	list, ok := v.([]any)
	if !ok {
		return nil, p.misfit(i, v, present, "array")
	}
	n := p.tokens[i].index
	if n < 0 {
		n += len(list)
	}
	if n < 0 || n >= len(list) {
		return nil, p.misfit(i+1, nil, false, "element")
	}
	changed, err := p.set(i+1, list[n], true, value)
	if err != nil {
		return nil, err
	}
	copied := append(make([]any, 0, len(list)), list...)
	copied[n] = changed
	return copied, nil
}

func (p *Path) misfit(i int, v any, present bool, want string) *SetError {
	e := &SetError{Path: p.text, Place: "$" + fragments(p.tokens[:i]), Want: want}
	if present {
		e.Found = ordjson.Kind(v)
	}
	return e
}
