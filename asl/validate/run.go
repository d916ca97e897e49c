package validate

import (
	"slices"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/asl/validate/dataflow"
	"github.com/stepwise-go/stepwise/diag"
	"github.com/stepwise-go/stepwise/internal/beside"
	"github.com/stepwise-go/stepwise/ordjson"
)

// run is one check of one machine. What several rules need is worked out once.
type run struct {
	machine  *asl.Machine
	opts     Options
	scopes   []*scope
	places   []*asl.Place
	again    []*asl.Place // those that have the name of one before
	parts    []part
	tasks    []task
	unusual  []task  // those of which there may be something to say about their parameters
	signs    []signs // of the states in places
	uses     []use
	handlers []handler
	vars     map[*asl.Graph]*vars
	extent   func() extent         // of the definition's text
	data     func() *dataflow.Flow // through the machine; not there if warnings are not wanted
	rule     *Rule
	found    []*finding
	known    cache
}

func newRun(m *asl.Machine, opts Options) *run {
	r := &run{machine: m, opts: opts.clone(), known: newCache()}
	r.extent = beside.Do(func() extent { return extentOf(opts.measure(m)) })
	var graphs [][]asl.Place
	states := 0
	asl.WalkScopes(m, func(s *asl.Scope, places []asl.Place) {
		r.scopes = append(r.scopes, &scope{Scope: *s, self: s})
		graphs = append(graphs, places)
		states += len(places)
	})
	r.places = make([]*asl.Place, 0, states)
	for i, places := range graphs {
		first := len(r.places)
		for j := range places {
			r.places = append(r.places, &places[j])
		}
		r.scopes[i].fill(first, r.places[first:])
	}
	r.again = secondNames(r.places)
	return r
}

// gather looks at each state once for the parts, the uses and the signs in it. It is false if the machine nests too
// deep: then there may be no end to that.
func (r *run) gather() bool {
	if !r.opts.Finite && r.extent().deep {
		return false
	}
	if !r.opts.NoWarnings {
		r.data = beside.Do(func() *dataflow.Flow { return dataflow.Analyse(r.machine, r.opts.Flow) })
	}
	r.handlers = r.findHandlers()
	parts := partList{out: make([]part, 0, 1+len(r.scopes)+len(r.places)+len(r.handlers))}
	uses := useList{known: &r.known, out: make([]use, 0, 2*len(r.places))}
	r.tasks = make([]task, 0, len(r.places))
	r.signs = make([]signs, 0, len(r.places))
	parts.add(kindMachine, "", r.machine, r.machine.Extra)
	for _, s := range r.scopes {
		if s.Owner != nil {
			parts.inner(s)
		}
		for _, p := range s.places {
			parts.state(p)
			uses.state(p)
			r.signs = append(r.signs, signsOf(p))
			if t, ok := r.taskOf(p); ok {
				r.tasks = append(r.tasks, t)
				if !t.givesKnown() {
					r.unusual = append(r.unusual, t)
				}
			}
		}
	}
	r.parts, r.uses = parts.out, uses.out
	return !r.extent().deep
}

// report takes up a finding of the present rule.
func (r *run) report(f *finding) *finding {
	f.Code = r.rule.Code
	if f.AWS == "" && f.awsMessage != "" {
		f.AWS = r.rule.AWS
	}
	f.Severity = r.rule.Severity
	r.found = append(r.found, f)
	return f
}

// at reports a problem at a state: pointer is from the state on.
func (r *run) at(p *asl.Place, pointer string) *finding {
	return r.report(&finding{Diagnostic: diag.Diagnostic{AWS: r.rule.AWS, Pointer: p.Pointer + pointer, In: p.Path()}})
}

// atScope reports a problem at a graph: pointer is from the graph on.
func (r *run) atScope(s *asl.Scope, pointer string) *finding {
	return r.report(&finding{Diagnostic: diag.Diagnostic{AWS: r.rule.AWS, Pointer: s.Pointer + pointer, In: inScope(s)}})
}

// atMachine reports a problem of the machine as a whole.
func (r *run) atMachine(pointer string) *finding {
	return r.report(&finding{Diagnostic: diag.Diagnostic{AWS: r.rule.AWS, Pointer: pointer}})
}

func inScope(s *asl.Scope) string {
	if s.Owner == nil {
		return ""
	}
	return s.Owner.Path()
}

// finish drops what is suppressed or not wanted and brings the rest into the order of the definition.
func (r *run) finish() []*finding {
	found := r.suppress(r.found)
	if r.opts.NoWarnings {
		found = slices.DeleteFunc(found, func(f *finding) bool { return f.Severity == diag.Warning })
	}
	if len(found) < 2 {
		return found
	}
	order := positions(r.machine.JSON(), found)
	slices.SortStableFunc(found, func(a, b *finding) int { return order[a.Pointer] - order[b.Pointer] })
	return found
}

// positions numbers the pointers of the findings in the order of the definition. A pointer that
// leads nowhere comes right after the last value on its way.
func positions(root *ordjson.Object, found []*finding) map[string]int {
	wanted := map[string]bool{"": true}
	for _, f := range found {
		for p := range ordjson.Around(f.Pointer) {
			wanted[p] = true
		}
	}
	seen := map[string]int{}
	n := 0
	var walk func(pointer string, v any)
	walk = func(pointer string, v any) {
		n++
		if !wanted[pointer] {
			return
		}
		seen[pointer] = n
		switch v := v.(type) {
		case *ordjson.Object:
			for k, child := range v.All() {
				walk(pointer+"/"+ordjson.EscapePointer(k), child)
			}
		case []any:
			for i, child := range v {
				walk(pointer+"/"+itoa(i), child)
			}
		}
	}
	walk("", root)
	out := map[string]int{}
	for _, f := range found {
		for p := range ordjson.Around(f.Pointer) {
			if at, ok := seen[p]; ok {
				out[f.Pointer] = at
				break
			}
		}
	}
	return out
}
