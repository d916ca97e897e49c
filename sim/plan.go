package sim

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/diag"
	"github.com/stepwise-go/stepwise/ordjson"
)

// Plan is a state machine ready to run: all its paths, templates and expressions are compiled.
// It never changes, and may run many times at once.
type Plan struct {
	machine *asl.Machine
	graph   *graph
	base    config
	// standard are the states that an Express workflow cannot have.
	standard []string
}

// graph is a set of states: of the machine, a branch or a processor.
type graph struct {
	start  *node
	states map[string]*node
	order  []*node
}

// node is a state of the plan: what all types have in common. What a type does not have is nil.
type node struct {
	name         string
	kind         asl.StateType
	pointer      string // JSON Pointer into the definition
	state        stateNode
	jsonata      bool
	rescues      bool // can have Retry and Catch
	forks        bool // is a Parallel or a Map
	enteredEvent EventType
	exitedEvent  EventType
	next         string
	to           *node // nil at an end

	inputPath     *lens
	params        shape // Parameters or Arguments
	selector      shape // ResultSelector
	resultPath    *lens
	outputPath    *lens
	assign        shape
	output        shape
	retry         []retrier
	catch         []catcher
	hasSelector   bool // the type has the step, for the inspection data of TestState
	hasResultPath bool
}

// stateNode is what a type of state does: one file each.
type stateNode interface {
	// run does the work of a state, from the beginning or once more.
	run(v *visit)
	// failed adds the event that tells that the state failed for good, if its type has one.
	failed(v *visit)
}

// stateBase is for the types that have no event of failing.
type stateBase struct{}

func (stateBase) failed(*visit) {}

// planner collects all problems of a definition.
type planner struct {
	machine  *asl.Machine
	loose    bool // targets may be missing: the state stands alone
	standard []string
	problems diag.List
}

// New makes a plan of a definition. Options given here hold for every run.
//
// The definition is what the plan needs to run: what only the service would refuse is not looked for
// here, see package asl/validate. The error is a *diag.ErrorList with all problems at once.
func New(definition interface{ ASL() *asl.Machine }, options ...Option) (*Plan, error) {
	var machine *asl.Machine
	if definition != nil {
		machine = definition.ASL()
	}
	if machine == nil {
		return nil, errors.New("sim: the definition is nil")
	}
	p := &Plan{machine: machine, base: defaults()}
	p.base.apply(options)
	pl := &planner{machine: p.machine}
	p.graph = pl.graph(&p.machine.Graph, "")
	if err := errors.Join(p.base.errs...); err != nil {
		return nil, err
	}
	if err := pl.problems.Err(); err != nil {
		return nil, err
	}
	p.standard = pl.standard
	return p, nil
}

// MustNew is New for definitions that stand in the program. It panics if there is a problem.
func MustNew(definition interface{ ASL() *asl.Machine }, options ...Option) *Plan {
	p, err := New(definition, options...)
	if err != nil {
		panic("sim.MustNew: " + err.Error())
	}
	return p
}

// Machine returns the definition.
func (p *Plan) Machine() *asl.Machine { return p.machine }

func (pl *planner) graph(g *asl.Graph, pointer string) *graph {
	out := &graph{states: map[string]*node{}}
	for name, state := range g.States.All() {
		n := pl.node(name, state, pointer+"/States/"+ordjson.EscapePointer(name))
		out.states[name] = n
		out.order = append(out.order, n)
	}
	out.start = pl.target(out, g.StartAt, pointer+"/StartAt")
	for _, n := range out.order {
		if n.next != "" {
			n.to = pl.target(out, n.next, n.pointer+"/Next")
		}
		for i := range n.catch {
			n.catch[i].to = pl.target(out, n.catch[i].next, n.pointer+"/Catch/"+strconv.Itoa(i)+"/Next")
		}
		if c, ok := n.state.(*choiceNode); ok {
			c.link(pl, out, n)
		}
	}
	return out
}

func (pl *planner) target(g *graph, name, pointer string) *node {
	n := g.states[name]
	if n == nil && pl.loose {
		return &node{name: name}
	}
	if n == nil {
		pl.problem(pointer, "there is no state %q here", "name one of the states of the same graph", name)
	}
	return n
}

func (pl *planner) problem(pointer, summary, fix string, args ...any) {
	pl.problems.Add(diag.Diagnostic{Code: "SIM001", Pointer: pointer, Summary: fmt.Sprintf(summary, args...), Fix: fix})
}

func (pl *planner) broken(pointer string, err error) {
	if err == nil {
		return
	}
	text := strings.ReplaceAll(err.Error(), "\n", "; ")
	pl.problem(pointer, "cannot be read: %s", "", text)
}

// node compiles what all states have and leaves the rest to the file of its type.
func (pl *planner) node(name string, state asl.State, pointer string) *node {
	kind := state.Type()
	n := &node{
		name: name, kind: kind, pointer: pointer, jsonata: pl.machine.Language(state) == asl.JSONata,
		enteredEvent: EventEntered(kind), exitedEvent: EventExited(kind),
	}
	if flow := asl.FlowOf(state); flow != nil {
		n.next = flow.Next
		if n.next == "" && !flow.End {
			pl.problem(pointer, "the state has neither Next nor End", "add Next or \"End\": true")
		}
	}
	if rescue := asl.RescueOf(state); rescue != nil {
		n.rescues = true
		pl.rescue(n, rescue)
	}
	switch s := state.(type) {
	case *asl.Task:
		pl.task(n, s)
	case *asl.Pass:
		pl.pass(n, s)
	case *asl.Wait:
		pl.wait(n, s)
	case *asl.Choice:
		pl.choice(n, s)
	case *asl.Parallel:
		pl.parallel(n, s)
	case *asl.Map:
		pl.mapState(n, s)
	case *asl.Succeed:
		pl.succeed(n, s)
	case *asl.Fail:
		pl.fail(n, s)
	default:
		pl.problem(pointer, "%q is not a type of state", "use Task, Pass, Wait, Choice, Parallel, Map, Succeed or Fail", kind)
	}
	return n
}

func (pl *planner) rescue(n *node, r *asl.Rescue) {
	for _, retry := range r.Retry {
		n.retry = append(n.retry, newRetrier(retry))
	}
	for i, c := range r.Catch {
		at := n.pointer + "/Catch/" + strconv.Itoa(i)
		n.catch = append(n.catch, catcher{
			errors: c.ErrorEquals, next: c.Next,
			resultPath: pl.path(at, "ResultPath", c.ResultPath),
			assign:     pl.value(n, at, "Assign", c.Assign),
			output:     pl.value(n, at, "Output", c.Output),
		})
	}
}

// inputs compiles the fields of asl.Input, and Parameters or Arguments.
func (pl *planner) inputs(n *node, in asl.Input, parameters, arguments asl.Value) {
	n.inputPath = pl.path(n.pointer, "InputPath", in.InputPath)
	if n.jsonata {
		n.params = pl.value(n, n.pointer, "Arguments", arguments)
		return
	}
	n.params = pl.value(n, n.pointer, "Parameters", parameters)
}

func (pl *planner) results(n *node, r asl.Results) {
	n.selector = pl.value(n, n.pointer, "ResultSelector", r.ResultSelector)
	n.resultPath = pl.path(n.pointer, "ResultPath", r.ResultPath)
	n.hasSelector, n.hasResultPath = true, true
}

func (pl *planner) outputs(n *node, v asl.Variables, o asl.Outputs) {
	n.assign = pl.value(n, n.pointer, "Assign", v.Assign)
	n.outputPath = pl.path(n.pointer, "OutputPath", o.OutputPath)
	if n.jsonata {
		n.output = pl.value(n, n.pointer, "Output", o.Output)
	}
}

func (pl *planner) path(at, field string, p asl.Path) *lens {
	l, err := compilePath(field, p)
	pl.broken(at+"/"+field, err)
	return l
}

// pathText compiles a path field that is a plain string; "" is no field.
func (pl *planner) pathText(at, field, text string) *lens {
	if text == "" {
		return nil
	}
	return pl.path(at, field, asl.PathOf(text))
}

// value compiles a field that holds any JSON, in the language of the state.
func (pl *planner) value(n *node, at, field string, v asl.Value) shape {
	if !v.IsSet() {
		return nil
	}
	return pl.shape(n, at+"/"+field, v.Any())
}

func (pl *planner) shape(n *node, pointer string, v any) shape {
	if n.jsonata {
		s, err := compileJSONata(v)
		pl.broken(pointer, err)
		return s
	}
	s, err := compilePayload(v)
	pl.broken(pointer, err)
	return s
}
