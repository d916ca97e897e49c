package validate

import (
	"iter"
	"slices"
	"strings"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/asl/template"
)

// Variables: a state assigns them when it is left, each way out with its own Assign. They are seen by
// the states that come after in the same graph and in the graphs inside it, except in the children of a
// distributed Map, which are executions of their own.
// https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html

// assigned is what an Assign sets; all is true if that is not known.
type assigned struct {
	names []string
	all   bool
}

func assignedBy(v asl.Value, language asl.QueryLanguage) assigned {
	if !v.IsSet() {
		return assigned{}
	}
	o := v.Object()
	if o == nil {
		return assigned{all: true}
	}
	var out assigned
	for name := range o.All() {
		if hasToken(name) {
			return assigned{all: true}
		}
		if language != asl.JSONata {
			name = strings.TrimSuffix(name, template.Suffix)
		}
		out.names = append(out.names, name)
	}
	return out
}

// exit is a way out of a state, with what is assigned on it.
type exit struct {
	target string // "" if the graph is over
	value  asl.Value
	list   string // the field with the rule or catcher, and its number; "" if the way is the state's own
	index  int
}

// from is the pointer of the Assign from the state on.
func (e exit) from() string {
	if e.list == "" {
		return "/Assign"
	}
	return "/" + e.list + "/" + itoa(e.index) + "/Assign"
}

// assigns tells whether a state assigns anything on any way out.
func assigns(s asl.State) bool {
	if v, _, _ := normalExit(s); v.IsSet() {
		return true
	}
	if c, ok := s.(*asl.Choice); ok && slices.ContainsFunc(c.Choices, func(r asl.Rule) bool { return r.Assign.IsSet() }) {
		return true
	}
	rescue := asl.RescueOf(s)
	return rescue != nil && slices.ContainsFunc(rescue.Catch, func(c asl.Catcher) bool { return c.Assign.IsSet() })
}

// exitsOf ranges over the ways out of a state.
func exitsOf(s asl.State) iter.Seq[exit] {
	return func(yield func(exit) bool) {
		if v, next, ok := normalExit(s); ok && !yield(exit{target: next, value: v}) {
			return
		}
		if c, ok := s.(*asl.Choice); ok {
			for i := range c.Choices {
				if r := &c.Choices[i]; !yield(exit{r.Next, r.Assign, "Choices", i}) {
					return
				}
			}
		}
		if rescue := asl.RescueOf(s); rescue != nil {
			for i := range rescue.Catch {
				if c := &rescue.Catch[i]; !yield(exit{c.Next, c.Assign, "Catch", i}) {
					return
				}
			}
		}
	}
}

func normalExit(s asl.State) (asl.Value, string, bool) {
	switch s := s.(type) {
	case *asl.Task:
		return s.Assign, s.Next, true
	case *asl.Pass:
		return s.Assign, s.Next, true
	case *asl.Wait:
		return s.Assign, s.Next, true
	case *asl.Parallel:
		return s.Assign, s.Next, true
	case *asl.Map:
		return s.Assign, s.Next, true
	case *asl.Choice:
		return s.Assign, s.Default, true
	}
	return asl.Value{}, "", false
}

// vars is what is known of the variables of one graph.
type vars struct {
	scope    *scope
	anywhere map[string]string // all that its states assign, each with the pointer to the first place
	unknown  bool              // an Assign is not known in full
	same     bool              // its states assign nothing: everywhere it is as on entry
	outer    *vars             // of the graph around it, if its variables are seen
	numbers  map[string]int    // of the variables of all graphs
	entry    varSet            // certainly assigned when the graph is entered
	sure     []varSet          // by state: what is certainly assigned when it is entered
	reached  []bool            // the states that are ever entered
}

// variablesOf works out the variables of all graphs, outer ones first.
func (r *run) variablesOf() map[*asl.Graph]*vars {
	if r.vars != nil {
		return r.vars
	}
	r.vars = map[*asl.Graph]*vars{}
	numbers := map[string]int{}
	for _, s := range r.scopes {
		v := &vars{scope: s, anywhere: map[string]string{}, numbers: numbers}
		if s.Parent != nil && !childExecution(s) {
			v.outer = r.vars[s.Parent.Graph]
			v.entry, _ = v.outer.sureAt(s.Owner.Name)
		}
		for i, p := range s.places {
			if r.signs[s.first+i]&assigning == 0 {
				continue
			}
			for e := range exitsOf(p.State) {
				a := assignedBy(e.value, p.Language)
				v.unknown = v.unknown || a.all
				for _, name := range a.names {
					if _, known := v.anywhere[name]; !known {
						v.anywhere[name] = p.Pointer + e.from()
					}
					if _, known := numbers[name]; !known {
						numbers[name] = len(numbers)
					}
				}
			}
		}
		if v.same = len(v.anywhere) == 0 && !v.unknown; !v.same {
			v.spread()
		}
		r.vars[s.Graph] = v
	}
	return r.vars
}

// childExecution tells whether a graph is the processor of a distributed Map.
func childExecution(s *scope) bool {
	m, ok := s.Owner.State.(*asl.Map)
	return ok && m.Distributed()
}

// sureAt returns what is certainly assigned when a state is entered, and whether it ever is.
func (v *vars) sureAt(state string) (sure varSet, reached bool) {
	if v.same {
		return v.entry, true
	}
	if n := v.scope.number(state); n >= 0 && v.reached[n] {
		return v.sure[n], true
	}
	return nil, false
}

// sureOf tells whether a variable is certainly assigned when a state is entered, and whether that ever is.
func (v *vars) sureOf(name, state string) (sure, reached bool) {
	set, reached := v.sureAt(state)
	n, known := v.numbers[name]
	return known && set.has(n), reached
}

// spread follows the transitions: on entry of a state a variable is sure if it is on every way there. The states are
// gone through in an order in which, but for loops, all ways to one come before it.
func (v *vars) spread() {
	n := len(v.scope.places)
	v.sure, v.reached = make([]varSet, n), make([]bool, n)
	start := v.scope.number(v.scope.Graph.StartAt)
	if start < 0 {
		return
	}
	v.sure[start], v.reached[start] = v.entry, true
	order := v.scope.Graph.Order()
	changed := make([]bool, n)
	changed[start] = true
	for again := true; again; {
		again = false
		for _, i := range order {
			if changed[i] {
				changed[i] = false
				again = v.leave(i, changed) || again
			}
		}
	}
}

// leave goes all ways out of a state, and tells whether anything changed where they lead.
func (v *vars) leave(state int, changed []bool) bool {
	some := false
	p := v.scope.places[state]
	for e := range exitsOf(p.State) {
		to := v.scope.number(e.target)
		if to < 0 {
			continue
		}
		out := v.sure[state]
		for _, name := range assignedBy(e.value, p.Language).names {
			out = out.with(v.numbers[name])
		}
		if v.meet(to, out) {
			changed[to], some = true, true
		}
	}
	return some
}

// meet takes up one more way to a state and tells whether that changes what is sure there.
func (v *vars) meet(state int, out varSet) bool {
	known := v.sure[state]
	if !v.reached[state] {
		v.sure[state], v.reached[state] = out, true
		return true
	}
	v.sure[state] = known.meet(out)
	return !known.same(v.sure[state])
}

// find looks for a variable in a graph and those around it.
func (v *vars) find(name string) (at string, unknown bool) {
	for ; v != nil; v = v.outer {
		if at, ok := v.anywhere[name]; ok {
			return at, false
		}
		if v.unknown {
			unknown = true
		}
	}
	return "", unknown
}
