package codegen

import (
	"strconv"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/ordjson"
)

func (w *stateWriter) parallel(s *asl.Parallel) {
	w.anyOf(asl.JSONPath, "Parameters")
	w.anyOf(asl.JSONata, "Arguments")
	w.flows(true, true)
	w.members("Assign")
	w.rescue()
	w.build("Parallel")
	if len(s.Branches) == 0 {
		w.raw()
		return
	}
	w.rest.Delete("Branches")
	var plain, calls []code
	flush := func() {
		if len(plain) > 0 {
			c := call("Branch", plain...)
			if len(plain) > 1 {
				c.layout = group
			}
			calls = append(calls, c)
		}
		plain = nil
	}
	for i := range s.Branches {
		b := &s.Branches[i]
		at := "/Branches/" + strconv.Itoa(i)
		branch := w.inner(&b.Graph, w.pointer+at, b.StartAt+" branch")
		if b.Comment != "" {
			flush()
			calls = append(calls, call("CommentedBranch", quoted(b.Comment), branch))
		} else {
			plain = append(plain, branch)
		}
		if b.QueryLanguage != "" {
			w.set(at+"/QueryLanguage", string(b.QueryLanguage))
		}
		w.extra(at, b.Extra)
	}
	flush()
	w.make = onto(w.make, calls...)
}

// onto adds method calls to a call.
func onto(c code, calls ...code) code {
	return code{items: append([]code{c}, calls...), layout: flow}
}

// extra sets the members of a part of the state that the language does not have.
func (w *stateWriter) extra(at string, extra *ordjson.Object) {
	for key, v := range extra.All() {
		w.set(at+"/"+ordjson.EscapePointer(key), v)
	}
}

// raw makes the state a Raw one: its type cannot be built without what it lacks.
func (w *stateWriter) raw() {
	o := asl.StateJSON(w.asl)
	for _, key := range []string{"Next", "End", "Catch"} {
		o.Delete(key)
	}
	w.props, w.patches = nil, nil
	keep := ordjson.NewObject()
	for _, key := range []string{"Next", "End"} {
		if v, ok := w.rest.Get(key); ok {
			keep.Set(key, v)
		}
	}
	w.rest = keep
	w.make = call("sfn.NewRaw", quoted(w.name), composite("sfn.RawProps", pair("JSON", quoted(ordjson.String(o)))))
}
