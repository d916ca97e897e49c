package sim

import "github.com/stepwise-go/stepwise/ordjson"

// variables is one scope of workflow variables: of a graph. Branches and iterations see those
// around them and set their own. It is a jsonpath.Variables.
// https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html
type variables struct {
	parent *variables
	values map[string]any
}

// Lookup returns the value of a variable and whether it is set.
func (v *variables) Lookup(name string) (any, bool) {
	for ; v != nil; v = v.parent {
		if value, ok := v.values[name]; ok {
			return value, true
		}
	}
	return nil, false
}

func (v *variables) set(name string, value any) {
	if v.values == nil {
		v.values = map[string]any{}
	}
	v.values[name] = value
}

// each calls yield for every variable that can be seen, each once.
func (v *variables) each(yield func(name string, value any)) {
	for at := v; at != nil; at = at.parent {
		for name, value := range at.values {
			if at.visibleFrom(v, name) {
				yield(name, value)
			}
		}
	}
}

func (v *variables) visibleFrom(inner *variables, name string) bool {
	for at := inner; at != v; at = at.parent {
		if _, hidden := at.values[name]; hidden {
			return false
		}
	}
	return true
}

func newVariables(o *ordjson.Object) *variables {
	v := &variables{}
	for name, value := range o.All() {
		v.set(name, value)
	}
	return v
}
