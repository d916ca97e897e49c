package validate

import (
	"maps"
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
	from   string // pointer of the Assign from the state on
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

func exitsOf(s asl.State) []exit {
	var out []exit
	if v, next, ok := normalExit(s); ok {
		out = append(out, exit{next, v, "/Assign"})
	}
	if c, ok := s.(*asl.Choice); ok {
		for i, rule := range c.Choices {
			out = append(out, exit{rule.Next, rule.Assign, "/Choices/" + itoa(i) + "/Assign"})
		}
	}
	if rescue := asl.RescueOf(s); rescue != nil {
		for i, c := range rescue.Catch {
			out = append(out, exit{c.Next, c.Assign, "/Catch/" + itoa(i) + "/Assign"})
		}
	}
	return out
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
	anywhere map[string]string          // all that its states assign, each with the pointer to the first place
	unknown  bool                       // an Assign is not known in full
	sure     map[string]map[string]bool // by state: what is certainly assigned when it is entered
	same     bool                       // its states assign nothing: everywhere it is as on entry
	outer    *vars                      // of the graph around it, if its variables are seen
	entry    map[string]bool            // certainly assigned when the graph is entered
}

// variablesOf works out the variables of all graphs, outer ones first.
func (r *run) variablesOf() map[*asl.Graph]*vars {
	if r.vars != nil {
		return r.vars
	}
	r.vars = map[*asl.Graph]*vars{}
	for _, s := range r.scopes {
		v := &vars{anywhere: map[string]string{}, sure: map[string]map[string]bool{}}
		if s.Parent != nil && !childExecution(s) {
			v.outer = r.vars[s.Parent.Graph]
			v.entry, _ = v.outer.sureAt(s.Owner.Name)
		}
		for i, p := range s.places {
			if r.signs[s.first+i]&assigning == 0 {
				continue
			}
			for _, e := range exitsOf(p.State) {
				a := assignedBy(e.value, p.Language)
				v.unknown = v.unknown || a.all
				for _, name := range a.names {
					if _, known := v.anywhere[name]; !known {
						v.anywhere[name] = p.Pointer + e.from
					}
				}
			}
		}
		if v.same = len(v.anywhere) == 0 && !v.unknown; !v.same {
			v.spread(s)
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
func (v *vars) sureAt(state string) (sure map[string]bool, reached bool) {
	if v.same {
		return v.entry, true
	}
	sure, reached = v.sure[state]
	return sure, reached
}

// spread follows the transitions: on entry of a state a variable is sure if it is on every way there.
func (v *vars) spread(s *scope) {
	if !s.Graph.States.Has(s.Graph.StartAt) {
		return
	}
	entry := v.entry
	if entry == nil {
		entry = map[string]bool{}
	}
	v.sure[s.Graph.StartAt] = entry
	queue := []string{s.Graph.StartAt}
	for len(queue) > 0 {
		name := queue[0]
		queue = queue[1:]
		p := s.place(name)
		for _, e := range exitsOf(p.State) {
			if !s.Graph.States.Has(e.target) {
				continue
			}
			out := v.sure[name]
			if a := assignedBy(e.value, p.Language); len(a.names) > 0 {
				out = maps.Clone(out)
				for _, n := range a.names {
					out[n] = true
				}
			}
			if v.meet(e.target, out) {
				queue = append(queue, e.target)
			}
		}
	}
}

// meet takes up one more way to a state and tells whether that changes what is sure there.
func (v *vars) meet(state string, out map[string]bool) bool {
	known, seen := v.sure[state]
	if !seen {
		v.sure[state] = out
		return true
	}
	var less map[string]bool
	for name := range known {
		if !out[name] {
			if less == nil {
				less = maps.Clone(known)
			}
			delete(less, name)
		}
	}
	if less != nil {
		v.sure[state] = less
	}
	return less != nil
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
