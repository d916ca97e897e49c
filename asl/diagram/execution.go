package diagram

import (
	"fmt"
	"strings"
	"time"

	"github.com/stepwise-go/stepwise/asl/diagram/words"
)

// Execution is what one execution did: an Overlay. ReadHistory makes one from the history that AWS
// or the simulator gives; any other program may fill it in.
type Execution struct {
	Name     string
	Status   string // SUCCEEDED, FAILED, TIMED_OUT, ABORTED, RUNNING
	Error    string
	Cause    string
	Duration time.Duration
	Input    any // JSON in the form of package ordjson; nil if unknown
	Output   any
	// States by JSON Pointer or by name. A state without an entry was not reached.
	States map[string]*StateRun
	// Edges are the transitions taken.
	Edges []EdgeRun
	// Events are the steps to go through, in order of time.
	Events []Event
}

// StateRun is what an execution did in one state, all visits together.
type StateRun struct {
	Status   Status // Succeeded, Caught, Failed, Running or Aborted, of the last visit
	Tries    int    // calls of its service, the retries too
	Duration time.Duration
	Visits   []Visit
}

// Visit is one entry into a state.
type Visit struct {
	Status   Status
	Begin    time.Duration // since the start of the execution
	Duration time.Duration
	Tries    int
	Input    any // JSON in the form of package ordjson; nil if unknown
	Output   any
	Error    string
	Cause    string
}

// EdgeRun is a transition that an execution took. From is "" for the start of the machine, To ""
// for its end.
type EdgeRun struct {
	From, To string // JSON Pointers or names
	Caught   bool   // by a catcher
	Error    string // the error caught, if known
	Count    int
}

// Event is one step of an execution.
type Event struct {
	ID    int64
	Type  string // as AWS names it: TaskStateEntered
	At    time.Duration
	State string // JSON Pointer or name; "" for the execution itself
	Text  string // what happened, in few words
	// Status is that of the state from this event on; "" if the event does not change it.
	Status Status
	Visit  int // the number of the visit of the state, from 0
	// Edge is the transition that led to this event, if one did.
	Edge *EdgeRun
}

// Legend returns the statuses of an execution.
func (x *Execution) Legend() []Status {
	return []Status{Succeeded, Caught, Failed, Running, Aborted, NotReached}
}

func (x *Execution) apply(g *Graph) {
	g.Heading = x.heading()
	states := finder[*StateRun](x.States)
	g.All(func(_ *Scope, n *Node) {
		run, ok := states.node(n)
		switch {
		case ok && run != nil:
			n.Mark = Mark{Status: run.Status, Count: len(run.Visits), Note: run.note()}
			n.Chips = append(n.Chips, run.chips()...)
		case n.IsState() || n.Kind == Missing:
			n.Mark.Status = NotReached
		}
	})
	taken := map[edgeKey]*EdgeRun{}
	for i := range x.Edges {
		e := &x.Edges[i]
		taken[edgeKey{e.From, e.To, e.Caught}] = e
	}
	g.Scopes(func(s *Scope) { x.markEdges(s, taken) })
}

type edgeKey struct {
	from, to string
	caught   bool
}

// markEdges marks each transition taken, once: a history names the two states only, so of several
// rules that go to one state the first gets the mark.
func (x *Execution) markEdges(s *Scope, taken map[edgeKey]*EdgeRun) {
	done := map[*EdgeRun]bool{}
	for _, e := range s.Edges {
		e.Mark.Status = NotReached
		run := e.run(taken)
		if run == nil || done[run] || run.Error != "" && e.Kind == EdgeCatch && !e.catches(run.Error) {
			continue
		}
		done[run] = true
		e.Mark = Mark{Status: Taken, Count: run.Count, Note: run.Error}
		if e.Kind == EdgeCatch {
			e.Mark.Status = Caught
		}
	}
}

func (e *Edge) run(taken map[edgeKey]*EdgeRun) *EdgeRun {
	for _, key := range e.keys() {
		if run := taken[key]; run != nil {
			return run
		}
	}
	return nil
}

// keys are those under which the transition can be in an execution.
func (e *Edge) keys() []edgeKey {
	var out []edgeKey
	for _, from := range e.From.keys() {
		for _, to := range e.To.keys() {
			out = append(out, edgeKey{from, to, e.Kind == EdgeCatch})
		}
	}
	return out
}

func (n *Node) keys() []string {
	if n.Kind == Start || n.Kind == End {
		return []string{""}
	}
	return []string{n.Pointer, n.Name}
}

// catches tells whether the catcher of the edge names an error or all errors.
func (e *Edge) catches(err string) bool {
	for name := range strings.SplitSeq(e.Label, ", ") {
		if name == err || name == "States.ALL" || name == "States.TaskFailed" {
			return true
		}
	}
	return false
}

func (x *Execution) heading() string {
	parts := []string{x.Name, x.Status}
	if x.Error != "" {
		parts = append(parts, x.Error)
	}
	if x.Duration > 0 {
		parts = append(parts, words.Duration(x.Duration))
	}
	return joinWords(parts)
}

func joinWords(parts []string) string {
	text := ""
	for _, p := range parts {
		if p != "" && text != "" {
			text += " · "
		}
		text += p
	}
	return text
}

func (r *StateRun) chips() []Chip {
	var out []Chip
	add := func(text, title string) { out = append(out, Chip{ChipRun, text, title}) }
	if n := len(r.Visits); n > 1 {
		add(fmt.Sprintf("×%d", n), fmt.Sprintf("entered %d times", n))
	}
	text := ""
	if r.Tries > max(1, len(r.Visits)) {
		text = fmt.Sprintf("%d tries", r.Tries)
	}
	if r.Duration > 0 {
		text = joinWords([]string{text, words.Duration(r.Duration)})
	}
	if text != "" {
		add(text, "took "+text)
	}
	return out
}

func (r *StateRun) note() string {
	for i := len(r.Visits) - 1; i >= 0; i-- {
		if v := r.Visits[i]; v.Error != "" || v.Cause != "" {
			return joinWords([]string{v.Error, v.Cause})
		}
	}
	return ""
}
