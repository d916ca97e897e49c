package dataflow

import (
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/ordjson"
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
	states   func() map[string]*State
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
func (f *Flow) At(state string) *State { return f.states()[state] }

// States returns the names of the states that can be reached, in alphabetical order.
func (f *Flow) States() []string { return slices.Sorted(maps.Keys(f.states())) }

// maxSteps bounds the work for machines with loops within loops; beyond it nothing more is reported.
const maxSteps = 100_000

// maxRounds is how often a state may get a wider input before it is taken to get anything.
const maxRounds = 8

// Analyse follows the data through a machine.
func Analyse(m *asl.Machine, opts Options) *Flow {
	a := &analysis{machine: m, opts: opts, texts: newTexts(), problems: map[string][]Problem{}}
	a.graph(&m.Graph, "", entry{opts.Input.known(), fields{}})
	f := &Flow{states: sync.OnceValue(a.states)}
	if a.steps <= maxSteps && len(a.problems) > 0 {
		asl.Walk(m, func(p *asl.Place) { f.Problems = append(f.Problems, a.problems[p.Name]...) })
	}
	return f
}

// entry is what comes into a state or graph.
type entry struct {
	input     *Shape
	variables fields
}

type analysis struct {
	machine  *asl.Machine
	opts     Options
	texts    texts
	steps    int
	seen     []*seen
	problems map[string][]Problem // by state
	exits    []exit               // of the visit that is under way, once the graphs inside are done
}

// seen is what is known of a state so far.
type seen struct {
	name    string
	state   asl.State
	entry   entry
	entered bool
	queued  bool
	rounds  int
	output  *Shape // of the state
	end     *Shape // what the graph ends with here, nil if it does not
}

// states makes the public form of what was seen.
func (a *analysis) states() map[string]*State {
	out := map[string]*State{}
	for _, s := range a.seen {
		if s.rounds == 0 {
			continue
		}
		state := &State{Input: s.entry.input, Output: s.output}
		for name, f := range s.entry.variables.all() {
			if state.Variables == nil {
				state.Variables = map[string]*Shape{}
			}
			state.Variables[name] = f.shape
		}
		out[s.name] = state
	}
	return out
}

// graph follows the data through a graph and returns the shape of its output, nil if it never ends well.
func (a *analysis) graph(g *asl.Graph, pointer string, in entry) *Shape {
	if !g.States.Has(g.StartAt) {
		return Any
	}
	states := make([]seen, g.States.Len())
	byName := make(map[string]*seen, len(states))
	i := 0
	for name, state := range g.States.All() {
		states[i] = seen{name: name, state: state}
		byName[name] = &states[i]
		a.seen = append(a.seen, &states[i])
		i++
	}
	start := byName[g.StartAt]
	start.enter(in)
	queue := append(make([]*seen, 0, len(states)), start)
	for ; len(queue) > 0 && a.steps <= maxSteps; queue = queue[1:] {
		s := queue[0]
		s.queued = false
		a.steps++
		s.rounds++
		a.visit(s, pointer)
		for _, e := range a.exits {
			to := byName[e.target]
			switch {
			case e.target == "":
				s.end = e.entry.input
			case to != nil && to.enter(e.entry):
				queue = append(queue, to)
			}
		}
	}
	a.exits = a.exits[:0]
	return endOf(states)
}

// visit goes through a state with what comes into it. Each visit has a wider input than the one before, so what the
// last one finds counts.
func (a *analysis) visit(s *seen, graph string) {
	v := visit{analysis: a, name: s.name, around: graph, entry: s.entry}
	a.exits = a.exits[:0]
	v.run(s.state)
	s.output = v.output
	if len(v.problems) > 0 || s.rounds > 1 {
		a.problems[s.name] = v.problems
	}
}

// enter takes up one more way into a state, and tells whether it has to be visited for it.
func (s *seen) enter(e entry) bool {
	wider := e
	if s.entered {
		wider = joinEntries(s.entry, e)
		if s.rounds > maxRounds {
			wider.input = Any
		}
		if equalEntries(s.entry, wider) {
			return false
		}
	}
	s.entry, s.entered = wider, true
	if s.queued {
		return false
	}
	s.queued = true
	return true
}

// endOf joins what a graph ends with, in the order of the states' names.
func endOf(states []seen) *Shape {
	var ends []*seen
	for i := range states {
		if states[i].end != nil {
			ends = append(ends, &states[i])
		}
	}
	slices.SortFunc(ends, func(a, b *seen) int { return strings.Compare(a.name, b.name) })
	var out *Shape
	for _, s := range ends {
		if out == nil {
			out = s.end
		} else {
			out = join(out, s.end, 0)
		}
	}
	return out
}

func joinEntries(a, b entry) entry {
	same := func(f field) field { return f }
	variables := merge{both: func(f, g field) field { return field{shape: join(f.shape, g.shape, 0)} }, a: same, b: same}
	return entry{join(a.input, b.input, 0), variables.of(a.variables, b.variables)}
}

func equalEntries(a, b entry) bool {
	return equal(a.input, b.input, 0) && equalFields(a.variables, b.variables, 0)
}

func escape(name string) string { return ordjson.EscapePointer(name) }
