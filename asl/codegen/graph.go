package codegen

import (
	"strings"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/ordjson"
)

// graph is one graph of states while its function is written.
type graph struct {
	*machineWriter
	pointer string
	states  *asl.States
	names   *names            // of the function
	idents  map[string]string // of the states
	list    []*state
	byName  map[string]*state
}

// state is one state of a graph as it will be written.
type state struct {
	name, ident string
	make        code   // what makes it: sfn.NewPass("A")
	next        string // the state after it, "" if there is none
	catches     []way
	ways        []way // of a Choice
	otherwise   string
}

// way is a transition that is written as a method call with more arguments than the target.
type way struct {
	method    string
	condition *code
	target    string
	props     *code
}

// inner writes a graph inside a state: as an expression if it is one state, otherwise as a call of a
// function of its own.
func (g *graph) inner(in *asl.Graph, pointer, name string) code {
	if only, ok := g.single(in, pointer); ok {
		return only
	}
	function := g.file.names.pick(identifier(name), g.names)
	at := len(g.funcs)
	g.funcs = append(g.funcs, "")
	body := g.body(in, pointer, newNames(g.file.names))
	g.funcs[at] = "func " + function + "() sfn.Chainable {\n" + body + "}\n"
	return call(function)
}

// single writes a graph of one state without transitions as an expression.
func (g *graph) single(in *asl.Graph, pointer string) (code, bool) {
	if in.States.Len() != 1 || !in.States.Has(in.StartAt) || len(asl.Edges(in.States.Get(in.StartAt))) > 0 {
		return code{}, false
	}
	sub := g.graph(in, pointer, g.names)
	return sub.list[0].make, true
}

// body writes the statements of a function that returns the graph.
func (w *machineWriter) body(in *asl.Graph, pointer string, scope *names) string {
	if !w.sound(in, pointer) {
		return ""
	}
	g := w.graph(in, pointer, scope)
	var b strings.Builder
	statement := func(c code) {
		b.WriteByte('\t')
		c.print(&b, 1, tab)
		b.WriteByte('\n')
	}
	if len(g.list) == 1 && len(asl.Edges(in.States.Get(in.StartAt))) == 0 {
		statement(prefixed("return ", g.list[0].make))
		return b.String()
	}
	for _, s := range g.list {
		statement(prefixed(s.ident+" := ", s.make))
	}
	b.WriteByte('\n')
	statements, result := g.wiring(in.StartAt)
	for _, s := range statements {
		statement(s)
	}
	statement(prefixed("return ", result))
	return b.String()
}

func (w *machineWriter) graph(in *asl.Graph, pointer string, scope *names) *graph {
	g := &graph{
		machineWriter: w, pointer: pointer, states: &in.States, names: scope, idents: map[string]string{}, byName: map[string]*state{},
	}
	for name := range in.States.All() {
		g.idents[name] = scope.pick(identifier(name))
	}
	for name, st := range in.States.All() {
		s := g.state(name, st)
		g.list = append(g.list, s)
		g.byName[name] = s
	}
	return g
}

// sound reports what keeps a graph from being built at all: package sfn takes in what can be reached
// from the start.
func (w *machineWriter) sound(in *asl.Graph, pointer string) bool {
	before := len(w.problems)
	if in.StartAt == "" || !in.States.Has(in.StartAt) {
		w.problem(pointer+"/StartAt", noStart(in.StartAt))
		return false
	}
	reached := map[string]bool{in.StartAt: true}
	for todo := []string{in.StartAt}; len(todo) > 0; {
		name := todo[0]
		todo = todo[1:]
		for _, e := range asl.Edges(in.States.Get(name)) {
			if !in.States.Has(e.Target) {
				w.problem(pointer+"/States/"+ordjson.EscapePointer(name)+e.Pointer, noTarget(name, e.Target))
			} else if !reached[e.Target] {
				reached[e.Target] = true
				todo = append(todo, e.Target)
			}
		}
	}
	for name := range in.States.All() {
		at := pointer + "/States/" + ordjson.EscapePointer(name)
		if !reached[name] {
			w.problem(at, notReached(name))
		}
		if _, twice := w.seen[name]; twice {
			w.problem(at, nameTwice(name))
		}
		w.seen[name] = at
	}
	return len(w.problems) == before
}
