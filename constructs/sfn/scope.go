package sfn

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/stepwise-go/stepwise/asl"
)

// scope is one graph while it is built: its states, in the order of first reach, and where their
// open ends lead.
type scope struct {
	owner  *rendering // the state around it, nil for the machine
	states []State
	byName map[string]State
	joined map[*edge]joint // open ends that a Choice's Next joins
	noWrap map[State]bool  // the default handler and what follows it
	catch  *DefaultCatch
}

// joint is what an open end of a Choice's ways was joined to.
type joint struct {
	to   State
	from *edge
}

func newScope(b *builder, start State, owner *rendering) *scope {
	s := &scope{owner: owner, byName: map[string]State{}, joined: map[*edge]joint{}, noWrap: map[State]bool{}}
	s.discover(start)
	if c := b.defaults.Catch; c != nil && owner == nil && !isNil(c.Handler) && c.Handler.Start() != nil {
		s.catch = &DefaultCatch{Handler: c.Handler, Props: c.Props, at: start.base().at}
		s.noteHandler(c.Handler.Start())
	}
	s.joinChoices(start)
	for _, st := range s.states {
		b.checkJumps(s, st)
	}
	return s
}

// discover collects the states that can be reached, each after one that leads to it.
func (s *scope) discover(start State) {
	seen := map[State]bool{}
	var visit func(State)
	visit = func(st State) {
		if st == nil || seen[st] {
			return
		}
		seen[st] = true
		if _, isJump := st.(*jump); isJump {
			return
		}
		s.states = append(s.states, st)
		if s.byName[st.Name()] == nil {
			s.byName[st.Name()] = st
		}
		for _, e := range st.edges() {
			visit(e.to)
		}
	}
	visit(start)
}

// noteHandler takes the default handler and what follows it into the graph.
func (s *scope) noteHandler(handler State) {
	known := map[State]bool{}
	for _, st := range s.states {
		known[st] = true
	}
	inner := &scope{byName: map[string]State{}}
	inner.discover(handler)
	for _, st := range inner.states {
		s.noWrap[st] = true
		if !known[st] {
			s.states = append(s.states, st)
			if s.byName[st.Name()] == nil {
				s.byName[st.Name()] = st
			}
		}
	}
}

func (s *scope) defaultCatch(st State) *DefaultCatch {
	if s.catch == nil || s.noWrap[st] {
		return nil
	}
	return s.catch
}

// targetOf returns the state a transition leads to, nil if it is an open end.
func (s *scope) targetOf(e *edge) State {
	to := e.to
	if to == nil {
		j, ok := s.joined[e]
		if !ok {
			return nil
		}
		to = j.to
	}
	if j, ok := to.(*jump); ok {
		if named := s.byName[j.name]; named != nil {
			return named
		}
	}
	return to
}

// joinChoices finds for each Choice with a Next the open ends of its ways, those inside before
// those around them.
func (s *scope) joinChoices(start State) {
	var order []*Choice
	seen := map[State]bool{}
	var visit func(State)
	visit = func(st State) {
		if st == nil || seen[st] {
			return
		}
		seen[st] = true
		for _, e := range st.edges() {
			visit(s.targetOf(e))
		}
		if c, ok := st.(*Choice); ok && c.after.to != nil {
			order = append(order, c)
		}
	}
	visit(start)
	for _, st := range s.states {
		visit(st)
	}
	for _, c := range order {
		s.joinChoice(c)
	}
}

func (s *scope) joinChoice(c *Choice) {
	target := s.targetOf(&c.after)
	props := c.after.after
	seen := map[State]bool{c: true, target: true}
	var visit func(State)
	follow := func(e *edge, openCounts bool) {
		if to := s.targetOf(e); to != nil {
			visit(to)
		} else if openCounts {
			s.joined[e] = joint{c.after.to, &c.after}
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
			for i, e := range st.edges() {
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

// checkJumps reports a Goto to a state that is not in the graph.
func (b *builder) checkJumps(s *scope, st State) {
	for _, e := range st.edges() {
		if j, ok := e.to.(*jump); ok && s.byName[j.name] == nil {
			b.problemIn(s, j, "", gotoNowhere(j.name, st.Name(), s.names()))
		}
	}
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
	return s.owner.scope.describe(s.owner.state)
}

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
	}
	return "Raw state"
}

func innerPointer(index int) string {
	if index < 0 {
		return "/ItemProcessor"
	}
	return "/Branches/" + strconv.Itoa(index)
}
