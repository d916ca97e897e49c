package jsonata

import (
	"math"

	"github.com/stepwise-go/stepwise/ordjson"
)

// Undefined is the absence of a value: what an expression gives that selects nothing. It is not
// null. It may be passed to Eval as input and as a variable, and it is what a host function gets
// for an argument that is missing and may return for no result. It never occurs inside a result.
type Undefined struct{}

// IsUndefined tells whether v is Undefined.
func IsUndefined(v any) bool { _, ok := v.(Undefined); return ok }

// list is an array that carries marks. Arrays of the data and most arrays that an expression
// builds are plain []any; a list is what the language calls a sequence, or an array built by a path step.
type list struct {
	items  []any
	seq    bool // a sequence: one item stands for itself, none for undefined
	keep   bool // a sequence that stays an array with one item
	cons   bool // an array constructor within a path: not flattened into the result
	outer  bool // the wrapper around an input that is an array
	tuples bool // the items are *tuple
}

// tuple is an item of a path that also carries variables: those of @ and #, and the ancestors for %.
type tuple struct {
	at   any
	vars []binding
}

func sequence(items ...any) *list { return &list{items: items, seq: true} }

// elements returns the items of an array and whether v is one.
func elements(v any) ([]any, bool) {
	switch t := v.(type) {
	case []any:
		return t, true
	case *list:
		return t.items, true
	}
	return nil, false
}

// unwrap is what the language does with the sequence that a part of an expression results in.
func (l *list) unwrap(keep bool) any {
	if !l.seq || l.tuples {
		return l
	}
	if keep {
		l.keep = true
	}
	switch {
	case len(l.items) == 0:
		return Undefined{}
	case len(l.items) == 1 && !l.keep:
		return l.items[0]
	}
	return l
}

// number returns the value of a number, finite or not.
func number(v any) (float64, bool) {
	if f, ok := v.(float64); ok {
		return f, true
	}
	return ordjson.Float(v)
}

// finite is number that refuses NaN and fails for an infinity.
func finite(v any) (float64, bool, error) {
	f, ok := number(v)
	switch {
	case !ok || math.IsNaN(f):
		return 0, false, nil
	case math.IsInf(f, 0):
		return 0, false, newError("D1001").with("value", v)
	}
	return f, true, nil
}

// allFinite tells whether every item is a finite number.
func allFinite(items []any) (bool, error) {
	for _, v := range items {
		if _, ok, err := finite(v); !ok {
			return false, err
		}
	}
	return true, nil
}

func allStrings(items []any) bool {
	for _, v := range items {
		if _, ok := v.(string); !ok {
			return false
		}
	}
	return true
}

// symbol is the letter that signatures use for the kind of a value; m stands for missing.
func symbol(v any) byte {
	switch v.(type) {
	case string:
		return 's'
	case *ordjson.Object:
		return 'o'
	case []any, *list:
		return 'a'
	case bool:
		return 'b'
	case nil:
		return 'l'
	case *Function, *thunk:
		return 'f'
	case Undefined:
		return 'm'
	}
	if _, ok := number(v); ok {
		return 'n'
	}
	return 'm'
}

// truth is the effective boolean of a value, and whether it has one.
func truth(v any) (value, defined bool, err error) {
	switch t := v.(type) {
	case bool:
		return t, true, nil
	case string:
		return t != "", true, nil
	case Undefined:
		return false, false, nil
	case nil:
		return false, true, nil
	case *ordjson.Object:
		return t.Len() > 0, true, nil
	case *Function:
		return !t.opaque(), true, nil
	case *thunk:
		return true, true, nil
	case []any, *list:
		items, _ := elements(v)
		if len(items) == 1 {
			return truth(items[0])
		}
		for _, item := range items {
			is, _, err := truth(item)
			if err != nil {
				return false, false, err
			}
			value = value || is
		}
		return value, true, nil
	}
	f, ok, err := finite(v)
	return ok && f != 0, err == nil, err
}

// truthy is truth with undefined taken for false.
func truthy(v any) (bool, error) {
	is, _, err := truth(v)
	return is, err
}

// scriptTruthy is JavaScript's own idea of truth, which decides a few things in the reference.
func scriptTruthy(v any) bool {
	switch t := v.(type) {
	case nil, Undefined:
		return false
	case bool:
		return t
	case string:
		return t != ""
	}
	if f, ok := number(v); ok {
		return f != 0 && !math.IsNaN(f)
	}
	return true
}
