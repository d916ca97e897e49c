package validate

import (
	"strings"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/asl/jsonata"
	"github.com/stepwise-go/stepwise/asl/jsonpath"
	"github.com/stepwise-go/stepwise/asl/validate/dataflow"
)

// neverInQueries reports what expressions read of the input and of variables that can never be there. Some
// of those that are a plain path were followed with the data already.
func (r *run) neverInQueries(flow *dataflow.Flow) {
	told := map[string]bool{}
	for _, p := range flow.Problems {
		told[p.Pointer] = true
	}
	only := map[string]*asl.Place{} // nil for a name that comes twice: whose the data is, is not known
	for _, p := range r.places {
		if p.Language != asl.JSONata {
			continue
		}
		if _, twice := only[p.Name]; twice {
			only[p.Name] = nil
		} else {
			only[p.Name] = p
		}
	}
	for u := range r.usesWith((*reading).refers) {
		if only[u.place.Name] != u.place || told[u.place.Pointer+u.at()] {
			continue
		}
		seen := map[string]bool{}
		for _, ref := range u.query.refs {
			path, shape, names := readFrom(ref, flow, u.place.Name)
			if shape == nil || ref.Guarded || seen[path] {
				continue
			}
			seen[path] = true
			if why, fix := shape.Missing(names...); why != "" {
				r.use(u).say(msgNever, path, why).detail(whyColumn, u.column(ref.Position)).fix(fix)
			}
		}
	}
}

// readFrom tells what a reference reads: as it is written, and the names from which shape on.
func readFrom(ref jsonata.Ref, flow *dataflow.Flow, state string) (path string, shape *dataflow.Shape, names []string) {
	switch {
	case ref.Called || ref.Bare || len(ref.Path) == 0:
		return "", nil, nil
	case ref.Name == "states":
		if ref.Path[0] != "input" || len(ref.Path) == 1 {
			return "", nil, nil
		}
		shape, names = flow.Input(state), ref.Path[1:]
	default:
		shape, names = flow.Variable(state, ref.Name), ref.Path
	}
	if shape == nil {
		return "", nil, nil
	}
	return "$" + ref.Name + "." + strings.Join(ref.Path, "."), shape, names
}

// neverInExecutionInput reports what is read of the input of the execution, by way of the context object, and
// can never be there.
func (r *run) neverInExecutionInput() {
	input := r.opts.Flow.Input
	if input == nil {
		return
	}
	look := func(u *use, path string, names []string) {
		if len(names) < 3 || names[0] != "Execution" || names[1] != "Input" || u.guarded || inChild(u.place) {
			return
		}
		if why, fix := input.Missing(names[2:]...); why != "" {
			r.use(u).say(msgNever, path, why).fix(fix)
		}
	}
	for u := range r.usesWith(readsContext) {
		u.eachPath(func(p *jsonpath.Path) {
			if p.Root() != jsonpath.Context {
				return
			}
			if names, ok := p.Names(); ok {
				look(u, p.String(), names)
			}
		})
		if u.query == nil {
			continue
		}
		for _, ref := range u.query.refs {
			if ref.Name == "states" && len(ref.Path) > 1 && ref.Path[0] == "context" && !ref.Guarded {
				look(u, "$states."+strings.Join(ref.Path, "."), ref.Path[1:])
			}
		}
	}
}

// inChild tells whether a state runs in a child execution of a distributed Map, which has an input of its own.
func inChild(p *asl.Place) bool {
	for at := p.Scope.Owner; at != nil; at = at.Scope.Owner {
		if m, ok := at.State.(*asl.Map); ok && m.Distributed() {
			return true
		}
	}
	return false
}
