package sfn

import (
	"slices"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/diag"
	"github.com/stepwise-go/stepwise/internal/origin"
)

// State is one state of a workflow: what NewTask, NewPass, NewWait, NewChoice, NewParallel, NewMap,
// NewDistributedMap, NewSucceed, NewFail, NewRaw and Goto return.
//
// A state may stand in several machines. It may be changed until it is built; what is added later
// is not part of a Definition, and Definition.Late tells of it.
type State interface {
	Chainable
	// Name returns the name of the state, unique in its machine and at most 80 characters.
	Name() string

	base() *node
	edges(out []*edge) []*edge // appends the ways out, Next first
	render(*rendering) asl.State
	copyFor(*copier) State
}

// node is what all states have.
type node struct {
	name     string
	comment  string
	language asl.QueryLanguage // JSONata for the JSONata flavour, "" for that of the machine
	at       origin.Origin
	sources  []*node // states that lead here
	edits    int
	rare     *rare // nil for most
}

// rare is what few states have.
type rare struct {
	faults  []fault
	patches []patch
}

func (n *node) rarely() *rare {
	if n.rare == nil {
		n.rare = &rare{}
	}
	return n.rare
}

func (n *node) faults() []fault {
	if n.rare == nil {
		return nil
	}
	return n.rare.faults
}

func (n *node) patches() []patch {
	if n.rare == nil {
		return nil
	}
	return n.rare.patches
}

// fault is something wrong that was found when a method was called.
type fault struct {
	diag diag.Diagnostic
	at   origin.Origin
}

// innerGraph is a branch of a Parallel or the processor of a Map.
type innerGraph struct {
	start   State
	comment string
	at      origin.Origin
}

// Name returns the name of the state.
func (n *node) Name() string { return n.name }

func (n *node) base() *node               { return n }
func (n *node) edges(out []*edge) []*edge { return out }

func (n *node) fault(at origin.Origin, d diag.Diagnostic) {
	n.edits++
	r := n.rarely()
	r.faults = append(r.faults, fault{d, at})
}

func (n *node) cameFrom(source *node) {
	if !slices.Contains(n.sources, source) {
		n.sources = append(n.sources, source)
	}
}

// flow is what states have that go on to a next one.
type flow struct{ next edge }

func (f *flow) ends(of *node) []End {
	if of == nil {
		return nil
	}
	return []End{{&f.next, of}}
}

func (f *flow) nextAt() origin.Origin { return f.next.at }

// rescue is what states have that can fail.
type rescue struct {
	retries []retry
	catches []*catch
}

type retry struct {
	props RetryProps
	at    origin.Origin
}

type catch struct {
	edge
	props catchProps
}

func (r *rescue) addRetry(n *node, at origin.Origin, props []RetryProps) {
	n.edits++
	if len(props) == 0 {
		props = []RetryProps{{}}
	}
	for _, p := range props {
		r.retries = append(r.retries, retry{p, at})
	}
}

func (r *rescue) addCatch(n *node, at origin.Origin, handler Chainable, props catchProps) {
	n.edits++
	to := open(handler)
	if to.start == nil {
		n.fault(at, to.or(handlerIsNil()))
		return
	}
	c := &catch{props: props}
	c.to, c.at = to.start, at
	to.start.base().cameFrom(n)
	r.catches = append(r.catches, c)
}

func (r *rescue) catchEdges(out []*edge) []*edge {
	for _, c := range r.catches {
		out = append(out, &c.edge)
	}
	return out
}

// one returns the only element of optional props, and notes a second as a fault.
func one[P any](n *node, props []P) *P {
	switch len(props) {
	case 0:
		return new(P)
	case 1:
	default:
		n.fault(n.at, propsTwice(len(props)))
	}
	return &props[0]
}
