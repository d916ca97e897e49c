package dataflow

import (
	"maps"
	"slices"

	"github.com/stepwise-go/stepwise/asl"
)

// Options say what is known from outside.
type Options struct {
	// Input is the shape of the input of the execution; nil is anything.
	Input *Shape
	// Results are the shapes of what tasks return, by the name of the state: declared, or made of
	// recorded mocks with Join and FromValue.
	Results map[string]*Shape
}

// Flow is the result of Analyse.
type Flow struct {
	Problems []Problem
	states   map[string]*State
}

// State is what can exist at one state.
type State struct {
	Input     *Shape            // the raw input, before InputPath
	Output    *Shape            // what it passes on to Next; nil if it does not come to that
	Variables map[string]*Shape // those that can exist when the state is entered
}

// Problem is a path that can never lead anywhere.
type Problem struct {
	State   string
	Pointer string // JSON Pointer into the definition
	Summary string
	Fix     string
}

// At returns what can exist at a state, nil if there is no such state or it is never reached.
func (f *Flow) At(state string) *State { return f.states[state] }

// States returns the names of the states that can be reached, in alphabetical order.
func (f *Flow) States() []string { return slices.Sorted(maps.Keys(f.states)) }

// maxSteps bounds the work for machines with loops within loops; beyond it nothing more is reported.
const maxSteps = 100_000

// maxRounds is how often a state may get a wider input before it is taken to get anything.
const maxRounds = 8

// Analyse follows the data through a machine.
func Analyse(m *asl.Machine, opts Options) *Flow {
	a := &analysis{machine: m, opts: opts, flow: &Flow{states: map[string]*State{}}, problems: map[string][]Problem{}}
	a.graph(&m.Graph, "", entry{opts.Input.known(), nil})
	if a.steps <= maxSteps {
		asl.Walk(m, func(p *asl.Place) { a.flow.Problems = append(a.flow.Problems, a.problems[p.Name]...) })
	}
	return a.flow
}

// entry is what comes into a state or graph.
type entry struct {
	input     *Shape
	variables map[string]*Shape
}

type analysis struct {
	machine  *asl.Machine
	opts     Options
	flow     *Flow
	steps    int
	problems map[string][]Problem // by state
}

// graph follows the data through a graph and returns the shape of its output, nil if it never ends well.
func (a *analysis) graph(g *asl.Graph, pointer string, in entry) *Shape {
	if !g.States.Has(g.StartAt) {
		return Any
	}
	entries := map[string]entry{g.StartAt: in}
	rounds := map[string]int{}
	outputs := map[string]*Shape{}
	queue := []string{g.StartAt}
	for len(queue) > 0 && a.steps <= maxSteps {
		name := queue[0]
		queue = queue[1:]
		a.steps++
		rounds[name]++
		v := &visit{analysis: a, name: name, pointer: pointer + "/States/" + escape(name), entry: entries[name]}
		exits := v.run(g.States.Get(name))
		a.record(name, v)
		for _, e := range exits {
			if e.target == "" {
				outputs[name] = e.entry.input
				continue
			}
			if !g.States.Has(e.target) {
				continue
			}
			old, known := entries[e.target]
			wider := e.entry
			if known {
				wider = joinEntries(old, e.entry)
				if rounds[e.target] > maxRounds {
					wider.input = Any
				}
			}
			if !known || !equalEntries(old, wider) {
				entries[e.target] = wider
				if !slices.Contains(queue, e.target) {
					queue = append(queue, e.target)
				}
			}
		}
	}
	var out *Shape
	for _, name := range slices.Sorted(maps.Keys(outputs)) {
		if out == nil {
			out = outputs[name]
		} else {
			out = join(out, outputs[name], 0)
		}
	}
	return out
}

// record keeps what is known of a state. Each visit of a state has a wider input than the one before, so the
// last one tells.
func (a *analysis) record(name string, v *visit) {
	a.flow.states[name] = &State{Input: v.entry.input, Variables: v.entry.variables, Output: v.output}
	a.problems[name] = v.problems
}

func joinEntries(a, b entry) entry {
	out := entry{join(a.input, b.input, 0), a.variables}
	copied := false
	for name, s := range b.variables {
		old, both := a.variables[name]
		if both && old == s {
			continue
		}
		if !copied {
			copied = true
			out.variables = make(map[string]*Shape, len(a.variables)+1)
			maps.Copy(out.variables, a.variables)
		}
		if both {
			s = join(old, s, 0)
		}
		out.variables[name] = s
	}
	return out
}

func equalEntries(a, b entry) bool {
	if !equal(a.input, b.input, 0) || len(a.variables) != len(b.variables) {
		return false
	}
	for name, s := range a.variables {
		if other, ok := b.variables[name]; !ok || !equal(s, other, 0) {
			return false
		}
	}
	return true
}
