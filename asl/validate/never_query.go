package validate

import (
	"strings"

	"github.com/stepwise-go/stepwise/asl/jsonata"
	"github.com/stepwise-go/stepwise/asl/validate/dataflow"
)

// neverInQueries reports what expressions read of the input and of variables that can never be there. Some
// of those that are a plain path were followed with the data already.
func (r *run) neverInQueries(flow *dataflow.Flow) {
	told := map[string]bool{}
	for _, p := range flow.Problems {
		told[p.Pointer] = true
	}
	for i := range r.uses {
		u := &r.uses[i]
		if u.query == nil || told[u.pointer] || len(r.byName[u.place.Name]) > 1 {
			continue
		}
		at := flow.At(u.place.Name)
		if at == nil {
			continue
		}
		seen := map[string]bool{}
		for _, ref := range u.query.refs {
			path, shape, names := readFrom(ref, at)
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
func readFrom(ref jsonata.Ref, at *dataflow.State) (path string, shape *dataflow.Shape, names []string) {
	path = "$" + ref.Name + "." + strings.Join(ref.Path, ".")
	switch {
	case ref.Called || ref.Bare || len(ref.Path) == 0:
		return "", nil, nil
	case ref.Name == "states":
		if ref.Path[0] != "input" || len(ref.Path) == 1 {
			return "", nil, nil
		}
		return path, at.Input, ref.Path[1:]
	}
	return path, at.Variables[ref.Name], ref.Path
}
