package jsonpath

// Roots holds the values that paths start at.
type Roots struct {
	Input     any       // $, the document
	Context   any       // $$, the context object
	Variables Variables // $name; nil if there are none
}

// Variables finds the value of a variable by its name, which is given without the $.
type Variables interface {
	Lookup(name string) (value any, ok bool)
}

// VariableMap is a set of variables.
type VariableMap map[string]any

// Lookup returns the value of a variable and whether it is set.
func (m VariableMap) Lookup(name string) (value any, ok bool) {
	value, ok = m[name]
	return value, ok
}

// Of returns the value that the path starts at, and whether there is one: false only for
// a variable that is not set.
func (r *Roots) Of(p *Path) (value any, ok bool) {
	switch p.root {
	case Context:
		return r.Context, true
	case Variable:
		if r.Variables == nil {
			return nil, false
		}
		return r.Variables.Lookup(p.variable)
	}
	return r.Input, true
}
