package dataflow

import (
	"iter"
	"maps"
	"slices"
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
	byName   func() map[string]*seen
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
	f := &Flow{states: sync.OnceValue(a.states), byName: sync.OnceValue(a.byName)}
	if a.exhausted() {
		a.forget()
	} else if len(a.problems) > 0 {
		asl.Walk(m, func(p *asl.Place) { f.Problems = append(f.Problems, a.problems[p.Name]...) })
	}
	return f
}

func (a *analysis) exhausted() bool { return a.steps > maxSteps || a.joiner.exhausted() }

// forget takes all that was reached to get and give anything: what was found so far may be too narrow.
func (a *analysis) forget() {
	for _, s := range a.reached() {
		s.entry, s.output = entry{input: Any}, Any
	}
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
	joiner   joiner
	steps    int
	passes   []pass
	problems map[string][]Problem // by state
	exits    []exit               // of the visit that is under way, once the graphs inside are done
}

// pass is one way through a graph, with what is known of its states by number.
type pass struct {
	graph *asl.Graph
	seen  []seen
	back  bool // a state was entered from one that is written after it
}

// seen is what is known of a state so far.
type seen struct {
	entry   entry
	output  *Shape // of the state
	end     *Shape // what the graph ends with here, nil if it does not
	rounds  int32
	entered bool
	waiting bool // to be visited
}

// reached ranges over the states that were visited, with their names. One that was visited on several ways through
// its graph comes several times, the last way last.
func (a *analysis) reached() iter.Seq2[string, *seen] {
	return func(yield func(string, *seen) bool) {
		for _, p := range a.passes {
			for i := range p.seen {
				if p.seen[i].rounds == 0 {
					continue
				}
				if name, _ := p.graph.States.At(i); !yield(name, &p.seen[i]) {
					return
				}
			}
		}
	}
}

// states makes the public form of what was seen.
func (a *analysis) states() map[string]*State {
	out := map[string]*State{}
	for name, s := range a.reached() {
		state := &State{Input: s.entry.input, Output: s.output}
		for name, f := range s.entry.variables.all() {
			if state.Variables == nil {
				state.Variables = map[string]*Shape{}
			}
			state.Variables[name] = f.shape
		}
		out[name] = state
	}
	return out
}

// graph follows the data through a graph and returns the shape of its output, nil if it never ends well. It goes
// through the states in an order in which, but for loops, all ways to one come before it. Mostly they are written so.
func (a *analysis) graph(g *asl.Graph, pointer string, in entry) *Shape {
	start := g.States.Index(g.StartAt)
	if start < 0 {
		return Any
	}
	p := pass{graph: g, seen: make([]seen, g.States.Len())}
	a.passes = append(a.passes, p)
	p.seen[start].enter(in, &a.joiner)
	var order []int // as written, as long as there is none
	for again := true; again; {
		again = false
		for i := range p.through(order) {
			if p.seen[i].waiting && !a.exhausted() {
				again = a.step(&p, i, pointer) || again
			}
		}
		if p.back && order == nil {
			order = g.Order()
		}
	}
	a.exits = a.exits[:0]
	return p.end(&a.joiner)
}

// through ranges over the numbers of the states in an order, or as they are written.
func (p *pass) through(order []int) iter.Seq[int] {
	if order != nil {
		return slices.Values(order)
	}
	return func(yield func(int) bool) {
		for i := 0; i < len(p.seen) && yield(i); i++ {
		}
	}
}

// step goes through a state that waits for it, and tells whether others wait now.
func (a *analysis) step(p *pass, state int, pointer string) bool {
	a.steps++
	s := &p.seen[state]
	name, what := p.graph.States.At(state)
	a.visit(s, name, what, pointer)
	others := false
	for _, e := range a.exits {
		if e.target == "" {
			s.end = e.entry.input
		} else if to := p.graph.States.Index(e.target); to >= 0 && p.seen[to].enter(e.entry, &a.joiner) {
			others = true
			p.back = p.back || to <= state
		}
	}
	return others
}

// visit goes through a state with what comes into it. Each visit has a wider input than the one before, so what the
// last one finds counts.
func (a *analysis) visit(s *seen, name string, state asl.State, graph string) {
	s.waiting = false
	s.rounds++
	v := visit{analysis: a, name: name, around: graph, entry: s.entry}
	a.exits = a.exits[:0]
	v.run(state)
	s.output = v.output
	if len(v.problems) > 0 || s.rounds > 1 {
		a.problems[name] = v.problems
	}
}

// enter takes up one more way into a state, and tells whether it has to be visited for it.
func (s *seen) enter(e entry, j *joiner) bool {
	wider := e
	if s.entered {
		wider = j.joinEntries(s.entry, e)
		if s.rounds > maxRounds {
			wider.input = Any
		}
		if j.equalEntries(s.entry, wider) {
			return false
		}
	}
	s.entry, s.entered, s.waiting = wider, true, true
	return true
}

// end joins what a graph ends with.
func (p pass) end(j *joiner) *Shape {
	var out *Shape
	for i := range p.seen {
		out = j.sum(out, p.seen[i].end, 0)
	}
	return out
}

func (j *joiner) joinEntries(a, b entry) entry {
	variables := merge{both: func(f, g field) field { return field{shape: j.join(f.shape, g.shape, 0)} }}
	return entry{j.join(a.input, b.input, 0), variables.of(a.variables, b.variables)}
}

func (j *joiner) equalEntries(a, b entry) bool {
	return j.equal(a.input, b.input, 0) && j.equalFields(a.variables, b.variables, 0)
}

func escape(name string) string { return ordjson.EscapePointer(name) }
