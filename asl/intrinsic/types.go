package intrinsic

import "github.com/stepwise-go/stepwise/ordjson"

// Type is the kind of value that a parameter takes or a function returns.
type Type uint8

// The types of parameters and results.
const (
	Any     Type = iota // any JSON value
	String              // a string
	Number              // a number; where a whole number is needed it is rounded
	Boolean             // true or false
	Array               // an array
	Object              // an object
)

// String names the type for messages and documentation.
func (t Type) String() string {
	return [...]string{"any value", "a string", "a number", "a boolean", "an array", "an object"}[t]
}

// takes tells whether a value is of the type.
func (t Type) takes(v any) bool {
	switch t {
	case String:
		_, ok := v.(string)
		return ok
	case Number:
		return ordjson.IsNumber(v)
	case Boolean:
		_, ok := v.(bool)
		return ok
	case Array:
		_, ok := v.([]any)
		return ok
	case Object:
		_, ok := v.(*ordjson.Object)
		return ok
	}
	return true
}

// Param is a parameter of a function.
type Param struct {
	Name     string
	Type     Type
	Optional bool // it may be left out
	Repeated bool // it may stand any number of times, zero included
}

// Function describes an intrinsic function.
type Function struct {
	Name   string // such as States.Format
	Params []Param
	Result Type
	Doc    string // what it gives
	Limits string // what the service refuses, or "" if nothing is known
	URL    string // its page
	run    func(*invocation) (any, error)
}

// Signature writes the function with its parameters: States.MathRandom(start, end, [seed]).
func (f *Function) Signature() string {
	text := f.Name + "("
	for i, p := range f.Params {
		if i > 0 {
			text += ", "
		}
		switch {
		case p.Repeated:
			text += p.Name + "..."
		case p.Optional:
			text += "[" + p.Name + "]"
		default:
			text += p.Name
		}
	}
	return text + ")"
}

// arity returns the least and the greatest number of arguments; -1 is no limit.
func (f *Function) arity() (least, most int) {
	for _, p := range f.Params {
		if p.Repeated {
			return least, -1
		}
		if !p.Optional {
			least++
		}
		most++
	}
	return least, most
}

// param returns the parameter of argument number i.
func (f *Function) param(i int) Param {
	return f.Params[min(i, len(f.Params)-1)]
}
