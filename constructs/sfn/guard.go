package sfn

import (
	"errors"
	"reflect"

	"github.com/stepwise-go/stepwise/diag"
	"github.com/stepwise-go/stepwise/ordjson"
)

// opened is what a chainable is made of. It is asked once, because a type of the user's may make
// its states anew each time.
type opened struct {
	start State
	ends  []End
	fault *diag.Diagnostic // why there is no start
}

// open asks a chainable for its start and ends. Nil chainables, and those without a start, have none.
func open(c Chainable) (o opened) {
	if isNil(c) {
		return opened{}
	}
	switch own := c.(type) {
	case State:
		if kindOf(own) != "" {
			return opened{start: own, ends: own.Ends()}
		}
	case *Chain:
		return opened{start: own.start, ends: own.ends}
	}
	fault := guard("Start or Ends of", c, func() {
		o.start, o.ends = concrete(c.Start()), c.Ends()
	})
	if fault != nil || o.start == nil {
		return opened{fault: fault}
	}
	return o
}

// or returns the fault, or the one given if there is none.
func (o opened) or(d diag.Diagnostic) diag.Diagnostic {
	if o.fault != nil {
		return *o.fault
	}
	return d
}

// concrete returns the state itself of a type that embeds one, nil if there is none.
func concrete(s State) State {
	const embedded = 10
	for range embedded {
		if isNil(s) {
			return nil
		}
		if kindOf(s) != "" {
			return s
		}
		s = s.Start()
	}
	return nil
}

// guard calls code of the user's and makes a diagnostic of a panic in it: what it was, of a value of the user's.
func guard(what string, of any, call func()) (fault *diag.Diagnostic) {
	defer func() {
		if p := recover(); p != nil {
			d := panicked(what, of, p)
			fault = &d
		}
	}()
	call()
	return nil
}

// plainJSON is ordjson.From, with a panic of the user's MarshalJSON as an error.
func plainJSON(v any) (out any, err error) {
	if fault := guard("MarshalJSON of", v, func() { out, err = ordjson.From(v) }); fault != nil {
		return nil, errors.New(fault.Summary)
	}
	return out, err
}

// isNil tells whether an interface holds nothing or a nil pointer.
func isNil(v any) bool {
	if v == nil {
		return true
	}
	switch r := reflect.ValueOf(v); r.Kind() {
	case reflect.Pointer, reflect.Map, reflect.Slice, reflect.Func, reflect.Chan, reflect.Interface:
		return r.IsNil()
	}
	return false
}
