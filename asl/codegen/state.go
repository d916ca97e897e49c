package codegen

import (
	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/ordjson"
)

// maxSeconds is how many seconds a time.Duration can hold.
const maxSeconds = 9_000_000_000

// stateWriter writes what makes one state. Each field that the props can say is taken out of the
// JSON of the state; what is left goes into a patch.
type stateWriter struct {
	*graph
	*state
	asl      asl.State
	pointer  string
	language asl.QueryLanguage // in force
	rest     *ordjson.Object
	props    []code
	patches  []code
}

func (g *graph) state(name string, st asl.State) *state {
	w := &stateWriter{
		graph: g, state: &state{name: name, ident: g.idents[name]}, asl: st, language: g.asl.Language(st), rest: asl.StateJSON(st),
		pointer: g.pointer + "/States/" + ordjson.EscapePointer(name),
	}
	w.rest.Delete("Type")
	if w.language != asl.JSONata && g.language() == asl.JSONata {
		w.problem(w.pointer+"/QueryLanguage", languageMixed(name, string(w.language)))
	}
	w.comment()
	switch s := st.(type) {
	case *asl.Task:
		w.task(s)
	case *asl.Pass:
		w.pass()
	case *asl.Wait:
		w.wait()
	case *asl.Choice:
		w.choice(s)
	case *asl.Parallel:
		w.parallel(s)
	case *asl.Map:
		w.mapState(s)
	case *asl.Succeed:
		w.succeed()
	case *asl.Fail:
		w.fail()
	default:
		w.problem(w.pointer+"/Type", noType(name, string(st.Type())))
	}
	w.flow()
	w.make = w.patched(w.make)
	return w.state
}

// constructor is the name of the function that makes a state of the type, by the language.
func (w *stateWriter) constructor(typ string) string {
	if w.language == asl.JSONata {
		return "sfn.NewJSONata" + typ
	}
	return "sfn.New" + typ
}

// propsOf is the composite literal of the props of a type, by the language.
func (w *stateWriter) propsOf(typ string) code {
	name := "sfn." + typ + "Props"
	if w.language == asl.JSONata {
		name = "sfn.JSONata" + typ + "Props"
	}
	return composite(name, w.props...)
}

// build makes the call of the constructor: name, other arguments, and the props if there are any.
func (w *stateWriter) build(typ string, others ...code) {
	args := append([]code{quoted(w.name)}, others...)
	if len(w.props) > 0 {
		args = append(args, w.propsOf(typ))
	}
	w.makeLanguage()
	w.make = call(w.constructor(typ), args...)
}

// makeLanguage takes the QueryLanguage that the constructor of the JSONata flavour writes.
func (w *stateWriter) makeLanguage() {
	if w.language != asl.JSONata || w.graph.language() == asl.JSONata {
		return
	}
	if v, ok := w.rest.Get("QueryLanguage"); ok && v == string(asl.JSONata) {
		w.rest.Delete("QueryLanguage")
	}
}

func (w *stateWriter) prop(name string, c code) { w.props = append(w.props, pair(name, c)) }

func (w *stateWriter) patch(function string, args ...code) {
	w.patches = append(w.patches, call("sfn."+function, args...))
}

func (w *stateWriter) set(pointer string, v any) {
	w.patch("Set", quoted(pointer), w.field(v, literally))
}

// patched puts what is left of the state into a patch around it.
func (w *stateWriter) patched(made code) code {
	for key, v := range w.rest.All() {
		w.set("/"+ordjson.EscapePointer(key), v)
	}
	if len(w.patches) == 0 {
		return made
	}
	return call("sfn.Patch", append([]code{made}, w.patches...)...)
}

// flow takes the transition to the next state. A state without one is made an End.
func (w *stateWriter) flow() {
	if asl.FlowOf(w.asl) == nil {
		return
	}
	next, _ := w.rest.Get("Next")
	end, _ := w.rest.Get("End")
	if name, ok := next.(string); ok && name != "" {
		w.next = name
		w.rest.Delete("Next")
		return
	}
	if end == true {
		w.rest.Delete("End")
	} else if !w.rest.Has("End") {
		w.patch("Remove", quoted("/End"))
	}
}
