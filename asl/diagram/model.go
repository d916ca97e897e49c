package diagram

import (
	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/asl/diagram/words"
)

// Definition is anything that has a state machine definition.
type Definition interface{ ASL() *asl.Machine }

// Options say what to draw beside the machine itself. The zero value draws just the machine.
type Options struct {
	// Title stands above the picture. Default: none.
	Title string
	// Overlay colours the graph: *Execution, *Coverage or *Difference.
	Overlay Overlay
}

// Graph is a state machine as it is drawn.
type Graph struct {
	Title   string
	Heading string // what the overlay sums up: "SUCCEEDED · 7.1s"
	Machine *asl.Machine
	Root    *Scope
	Overlay Overlay // as given, may be nil
}

// Scope is a graph of states of its own: the machine's, a branch's or a processor's. No edge leaves it.
type Scope struct {
	Pointer string // JSON Pointer to the object with StartAt and States
	Title   string // the Comment of a branch or processor
	Depth   int    // 0 for the machine's own
	Owner   *Node  // the Parallel or Map around it, nil for the machine's own
	Outer   *Scope // the scope that Owner is in
	Nodes   []*Node
	Edges   []*Edge // by From in the order of Nodes, then Next, rules, Default, Catch
}

// Kind is the type of a state, or one of the kinds that only pictures have.
type Kind string

const (
	Task     = Kind(asl.TypeTask)
	Pass     = Kind(asl.TypePass)
	Wait     = Kind(asl.TypeWait)
	Choice   = Kind(asl.TypeChoice)
	Parallel = Kind(asl.TypeParallel)
	Map      = Kind(asl.TypeMap)
	Succeed  = Kind(asl.TypeSucceed)
	Fail     = Kind(asl.TypeFail)
	Unknown  = Kind("Unknown") // a state whose Type does not exist
	Start    = Kind("Start")   // where the machine begins
	End      = Kind("End")     // where it ends
	Missing  = Kind("Missing") // a name that transitions go to, but no state has
)

// Node is a state, or the start or end of the machine.
type Node struct {
	// ID is unique in the graph: the Pointer of a state. Those of other kinds do not begin with "/".
	ID       string
	Name     string
	Kind     Kind
	Label    string         // what it does, in words: "Lambda: Invoke", "Choice state"
	Resource words.Resource // of a Task
	Comment  string
	Chips    []Chip
	State    asl.State // nil for kinds that only pictures have
	Language asl.QueryLanguage
	Pointer  string // JSON Pointer to the state
	Scopes   []*Scope
	Mark     Mark
}

// IsState tells whether the node is a state of the machine.
func (n *Node) IsState() bool { return n.State != nil }

// IsContainer tells whether there are scopes inside the node.
func (n *Node) IsContainer() bool { return len(n.Scopes) > 0 }

// EdgeKind is the kind of a transition.
type EdgeKind uint8

const (
	EdgeStart   EdgeKind = iota // from the start to the first state
	EdgeNext                    // Next
	EdgeRule                    // the Next of a Choice rule
	EdgeDefault                 // Default
	EdgeCatch                   // the Next of a catcher
	EdgeEnd                     // from a final state to the end
)

// Edge is a transition.
type Edge struct {
	From, To *Node
	Kind     EdgeKind
	Index    int    // of the rule or catcher
	Label    string // the whole condition, the error names; "" if there is nothing to say
	Pointer  string // JSON Pointer to the member that names the target
	Loop     bool   // goes back to a state on the way from the start
	Mark     Mark
}

// Chip is a small badge on a state.
type Chip struct {
	Kind  ChipKind
	Text  string // short: "3", "30s"
	Title string // what it says, in full: "retried up to 3 times"
}

// ChipKind says what a chip is about.
type ChipKind uint8

const (
	ChipRetry ChipKind = iota
	ChipTimeout
	ChipHeartbeat
	ChipConcurrency
	ChipWait
	ChipRun // of an overlay: 120ms, 3 tries, ×5
)

// Symbol returns the sign that stands before the text of a chip in plain text.
func (k ChipKind) Symbol() string {
	switch k {
	case ChipRetry:
		return "↻ "
	case ChipTimeout:
		return "⏱ "
	case ChipHeartbeat:
		return "♥ "
	case ChipConcurrency:
		return "∥ "
	}
	return ""
}

// All calls visit for every node: outer ones before those inside them.
func (g *Graph) All(visit func(*Scope, *Node)) { g.Root.all(visit) }

func (s *Scope) all(visit func(*Scope, *Node)) {
	for _, n := range s.Nodes {
		visit(s, n)
		for _, inner := range n.Scopes {
			inner.all(visit)
		}
	}
}

// Scopes calls visit for every scope, outer ones first.
func (g *Graph) Scopes(visit func(*Scope)) { g.Root.scopes(visit) }

func (s *Scope) scopes(visit func(*Scope)) {
	visit(s)
	for _, n := range s.Nodes {
		for _, inner := range n.Scopes {
			inner.scopes(visit)
		}
	}
}
