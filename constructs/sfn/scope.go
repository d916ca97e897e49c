package sfn

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/stepwise-go/stepwise/asl"
)

// scope is one graph while it is built: its states, in the order of first reach, and where their
// open ends lead.
type scope struct {
	owner    *owner // the state around it, nil for the machine
	branch   int    // of the owner; -1 is the processor of a Map
	states   []State
	met      []*met           // what is known of each of them
	pending  []*edge          // what discover follows
	byName   map[string]State // see named
	joined   map[*edge]State  // open ends that a Choice's Next joins
	uncaught map[State]bool   // the default handler and what only it leads to
	onError  edge             // to the default handler
}

// owner is a state with a graph inside.
type owner struct {
	scope *scope
	state State
}

func newScope(b *builder, start State, owner *owner, branch int) *scope {
	s := &scope{owner: owner, branch: branch}
	s.discover(b, start)
	if c := b.defaults.Catch; owner == nil && c != nil {
		s.catchAll(b, c)
	}
	s.joinChoices()
	return s
}

// discover collects the states that can be reached, each after one that leads to it.
func (s *scope) discover(b *builder, st State) {
	if st == nil {
		return
	}
	known := b.meet(st.base())
	if known.found == s {
		return
	}
	known.found = s
	if _, isJump := st.(*jump); isJump {
		return
	}
	s.states, s.met = append(s.states, st), append(s.met, known)
	from := len(s.pending)
	s.pending = st.edges(s.pending)
	for i := from; i < len(s.pending); i++ {
		s.discover(b, s.pending[i].to)
	}
	s.pending = s.pending[:from]
}

// catchAll takes the default handler and what follows it into the graph.
func (s *scope) catchAll(b *builder, c *DefaultCatch) {
	handler := open(c.Handler)
	if handler.start == nil {
		b.machineProblem("", b.at, handler.or(handlerIsNil()))
		return
	}
	s.onError = edge{handler.start, b.at}
	caught := len(s.states)
	s.discover(b, handler.start)
	s.uncaught = map[State]bool{handler.start: true}
	for _, st := range s.states[caught:] {
		s.uncaught[st] = true
	}
}

// catchesErrors tells whether the default handler is for the state.
func (s *scope) catchesErrors(st State) bool { return s.onError.to != nil && !s.uncaught[st] }

// named returns the state of that name, the first if there are two. Only a Goto asks.
func (s *scope) named(name string) State {
	if s.byName == nil {
		s.byName = make(map[string]State, len(s.states))
		for _, st := range slices.Backward(s.states) {
			s.byName[st.Name()] = st
		}
	}
	return s.byName[name]
}

// targetOf returns the state a transition leads to, nil if it is an open end.
func (s *scope) targetOf(e *edge) State {
	to := e.to
	if to == nil {
		to = s.joined[e]
	}
	if j, ok := to.(*jump); ok {
		if named := s.named(j.name); named != nil {
			return named
		}
	}
	return to
}

// joinChoices finds for each Choice with a Next the open ends of its ways, those inside before
// those around them.
func (s *scope) joinChoices() {
	if !slices.ContainsFunc(s.states, joins) {
		return
	}
	s.joined = map[*edge]State{}
	var order []*Choice
	seen := map[State]bool{}
	var visit func(State)
	visit = func(st State) {
		if st == nil || seen[st] {
			return
		}
		seen[st] = true
		for _, e := range st.edges(nil) {
			visit(s.targetOf(e))
		}
		if joins(st) {
			order = append(order, st.(*Choice))
		}
	}
	for _, st := range s.states {
		visit(st)
	}
	for _, c := range order {
		s.joinChoice(c)
	}
}

// joins tells whether a state is a Choice with a Next.
func joins(st State) bool {
	c, ok := st.(*Choice)
	return ok && c.after.to != nil
}

func (s *scope) joinChoice(c *Choice) {
	target := s.targetOf(&c.after)
	props := c.joins
	seen := map[State]bool{c: true, target: true}
	var visit func(State)
	follow := func(e *edge, openCounts bool) {
		if to := s.targetOf(e); to != nil {
			visit(to)
		} else if openCounts {
			s.joined[e] = c.after.to
		}
	}
	visit = func(st State) {
		if st == nil || seen[st] {
			return
		}
		seen[st] = true
		switch t := st.(type) {
		case *Choice:
			s.ways(t, follow, true)
		default:
			for i, e := range st.edges(nil) {
				if i == 0 {
					follow(e, true)
				} else if props.IncludeErrorHandlers {
					follow(e, false)
				}
			}
		}
	}
	s.ways(c, follow, !props.ExcludeOtherwise)
}

func (s *scope) ways(c *Choice, follow func(*edge, bool), otherwise bool) {
	for _, r := range c.rules {
		follow(&r.edge, false)
	}
	follow(&c.otherwise, otherwise)
}

func (s *scope) names() []string {
	out := make([]string, len(s.states))
	for i, st := range s.states {
		out[i] = st.Name()
	}
	return out
}

// describe says in words where a state stands.
func (s *scope) describe(st State) string {
	var parts []string
	if s.owner != nil {
		parts = append(parts, s.owner.scope.describe(s.owner.state))
	}
	return strings.Join(append(parts, fmt.Sprintf("%s %q", kindOf(st), st.Name())), " > ")
}

// title says in words which graph it is.
func (s *scope) title() string {
	if s.owner == nil {
		return "the machine itself"
	}
	around := s.owner.scope.describe(s.owner.state)
	if s.branch < 0 {
		return "the processor of " + around
	}
	return fmt.Sprintf("branch %d of %s", s.branch+1, around)
}

// kindOf returns the kind of a state in words, "" of a type that is none of the package's.
func kindOf(st State) asl.StateType {
	switch st.(type) {
	case *Task:
		return asl.TypeTask
	case *Pass:
		return asl.TypePass
	case *Wait:
		return asl.TypeWait
	case *Choice:
		return asl.TypeChoice
	case *Parallel:
		return asl.TypeParallel
	case *Map, *DistributedMap:
		return asl.TypeMap
	case *Succeed:
		return asl.TypeSucceed
	case *Fail:
		return asl.TypeFail
	case *jump:
		return "Goto"
	case *Raw:
		return "Raw state"
	}
	return ""
}

func innerPointer(index int) string {
	if index < 0 {
		return "/ItemProcessor"
	}
	return "/Branches/" + strconv.Itoa(index)
}
