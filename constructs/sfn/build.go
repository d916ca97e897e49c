package sfn

import (
	"time"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/asl/validate/dataflow"
	"github.com/stepwise-go/stepwise/diag"
	"github.com/stepwise-go/stepwise/iam"
	"github.com/stepwise-go/stepwise/internal/beside"
	"github.com/stepwise-go/stepwise/internal/origin"
	"github.com/stepwise-go/stepwise/internal/slab"
	"github.com/stepwise-go/stepwise/ordjson"
)

// MachineProps are the options of a whole machine.
type MachineProps struct {
	Comment       string
	QueryLanguage asl.QueryLanguage // of states that do not say; "" is JSONPath
	Timeout       time.Duration     // of the execution, whole seconds; 0 is a year, AWS's limit for Standard
	Version       string            // of the States Language: "1.0", the only one
	Type          MachineType       // checks what only one of the two can do; "" is Standard
	Defaults      Defaults
	Ignore        []Ignore // warnings that are accepted
	Patch         []Change // of the JSON of the machine, for what the other fields cannot say; see Patch
	// Flow is what is known of the input and of the results of tasks, such as
	// dataflow.Options{Input: dataflow.FromType[Order]()}: paths that can never lead anywhere are warned of.
	Flow dataflow.Options
}

// MachineType is the type of a state machine.
//
// https://docs.aws.amazon.com/step-functions/latest/dg/choosing-workflow-type.html
type MachineType string

const (
	Standard MachineType = "STANDARD" // up to a year, each step once
	Express  MachineType = "EXPRESS"  // up to five minutes, at least once, no .sync and no task tokens
)

// Defaults are for all tasks of a machine that do not say otherwise.
type Defaults struct {
	// Retry comes after the retriers of each Task, unless these are for all errors. Parallel and Map
	// do not get it: their tasks have it.
	Retry []RetryProps
	// Catch is for the outermost Task, Parallel and Map states that do not catch all errors; those
	// that only the handler leads to are left out.
	Catch *DefaultCatch
	// Timeout is for each Task without one.
	Timeout Seconds
}

// DefaultCatch is the catcher of states that have none for all errors.
type DefaultCatch struct {
	Handler Chainable
	Props   CatchProps
	JSONata *JSONataCatchProps // in place of Props, for JSONata states
}

// fields returns the props for a state of a language.
func (c *DefaultCatch) fields(jsonata bool) catchProps {
	if jsonata && c.JSONata != nil {
		return c.JSONata.fields()
	}
	return c.Props.fields()
}

// Build renders a workflow and checks it. The definition starts at the start of the chainable and
// has all states that can be reached from there.
//
// The error is a *diag.ErrorList with everything that is wrong, each with the Go line that did it.
// Warnings do not make an error: Definition.Warnings has them.
func Build(start Chainable, props ...MachineProps) (*Definition, error) {
	d := build(start, origin.Here(), props)
	if err := d.problems.Err(); err != nil {
		return nil, err
	}
	return d, nil
}

func build(start Chainable, at origin.Origin, props []MachineProps) *Definition {
	var p MachineProps
	if len(props) > 0 {
		p = props[len(props)-1]
	}
	b := &builder{
		machineLanguage: p.QueryLanguage, defaults: p.Defaults, at: at, origins: newOrigins(), met: map[string]*met{}, raw: map[string]bool{},
		once: map[any]string{},
	}
	b.origins.add("", "", at)
	if len(props) > 1 {
		b.machineProblem("", at, propsTwice(len(props)))
	}
	if p.Type != "" && p.Type != Standard && p.Type != Express {
		b.machineProblem("", at, unknownType(p.Type))
	}
	m := &asl.Machine{Comment: p.Comment, QueryLanguage: p.QueryLanguage, Version: p.Version}
	if p.Timeout != 0 {
		if p.Timeout%time.Second != 0 {
			b.machineProblem("/TimeoutSeconds", at, notWholeSeconds("Timeout", p.Timeout))
		}
		m.TimeoutSeconds = asl.IntOf(int64(p.Timeout / time.Second))
	}
	first := open(start)
	switch {
	case first.start == nil:
		b.machineProblem("", at, first.or(nothingToBuild()))
	default:
		m.Graph = b.graph(first.start, "", nil, 0)
		b.leftOut()
	}
	m = b.patched(m, p.Patch, at)
	d := &Definition{
		machine: m, origins: b.origins, statements: b.statements, tasks: b.tasks, machineType: p.Type,
	}
	d.problems = b.problems
	d.text = beside.Do(d.write)
	if first.start != nil {
		d.check(b, p)
	}
	d.problems = d.problems.Sorted()
	return d
}

// builder is one building of a machine.
type builder struct {
	machineLanguage asl.QueryLanguage
	defaults        Defaults
	problems        diag.List
	at              origin.Origin // of the call that builds
	origins         *origins
	statements      [][]iam.Statement
	tasks           []*TaskInfo
	made            made
	context         TaskContext     // of the task that is bound
	met             map[string]*met // by name, in the whole machine
	raw             map[string]bool // pointers to states with JSON of the user's
	once            map[any]string  // see TaskContext.Once
}

// made is where the many parts of a machine are made.
type made struct {
	tasks slab.Slab[asl.Task]
	infos slab.Slab[TaskInfo]
	met   slab.Slab[met]
}

func (b *builder) machineProblem(pointer string, at origin.Origin, d diag.Diagnostic) {
	d.Pointer, d.Place = pointer, at.Place()
	b.problems.Add(d)
}

// graph renders one graph of states.
func (b *builder) graph(first State, pointer string, owner *owner, branch int) asl.Graph {
	s := newScope(b, first, owner, branch)
	var g asl.Graph
	if j, ok := first.(*jump); ok {
		b.problemIn(s, j, pointer, startIsGoto())
		return g
	}
	g.StartAt = first.Name()
	g.States.Grow(len(s.states))
	const usualName = 16
	r := &rendering{builder: b, scope: s}
	r.pointers.Grow(len(s.states) * (len(pointer) + len(statesPointer) + usualName))
	for i, state := range s.states {
		r.next(state, s.met[i], pointer, &g)
	}
	return g
}

// next renders the next state of the graph.
func (r *rendering) next(state State, known *met, pointer string, g *asl.Graph) {
	b, s, n := r.builder, r.scope, state.base()
	at := r.pointerTo(pointer, n.name)
	if known.built != nil {
		b.problemIn(s, state, at, inTwoGraphs(n.name, known.built.title(), s.title()))
		g.States.Set(n.name, &asl.Pass{Flow: asl.Flow{End: true}}) // not rendered again: it may contain itself
		return
	}
	known.built = s
	if other, twice := b.takeName(known); twice {
		d := nameTwice(n.name)
		d.Related = b.clash(other.state, state)
		b.problemIn(s, state, at, d)
		if g.States.Has(n.name) {
			return
		}
	}
	b.origins.states = slab.Append(b.origins.states, builtState{state, at, n.edits})
	r.pointer, r.state, r.language = at, state, b.languageOf(n)
	r.recommended, r.isTask = nil, false
	if _, raw := state.(*Raw); raw || len(n.patches()) > 0 {
		b.raw[at] = true
	}
	g.States.Set(n.name, r.patched(state.render(r)))
}

const statesPointer = "/States/"

// pointerTo returns the pointer to a state of a graph. Those of one graph are pieces of one text.
func (r *rendering) pointerTo(graph, name string) string {
	from := r.pointers.Len()
	r.pointers.WriteString(graph)
	r.pointers.WriteString(statesPointer)
	r.pointers.WriteString(ordjson.EscapePointer(name))
	return r.pointers.String()[from:]
}

func (b *builder) languageOf(n *node) asl.QueryLanguage {
	if n.language != "" {
		return n.language
	}
	return b.language()
}

// language is that of the machine.
func (b *builder) language() asl.QueryLanguage {
	if b.machineLanguage != "" {
		return b.machineLanguage
	}
	return asl.JSONPath
}

// leftOut warns of states that lead into the machine but cannot be reached in it.
func (b *builder) leftOut() {
	for _, s := range b.origins.states {
		n := s.state.base()
		for _, source := range n.sources {
			if known := b.known(source); known == nil || known.built == nil {
				d := sourceLeftOut(source.name, n.name)
				d.Pointer, d.Place = s.pointer, source.at.Place()
				b.problems.Add(d)
			}
		}
	}
}

func (b *builder) problemIn(s *scope, state State, pointer string, d diag.Diagnostic) {
	d.Pointer, d.Place, d.In = pointer, state.base().at.Place(), s.describe(state)
	b.problems.Add(d)
}

// graph renders a branch or a processor of the state.
func (r *rendering) graph(g *innerGraph, index int) asl.Graph {
	return r.builder.graph(g.start, r.pointer+innerPointer(index), &owner{r.scope, r.state}, index)
}
