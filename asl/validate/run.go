package validate

import (
	"reflect"
	"slices"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/diag"
	"github.com/stepwise-go/stepwise/ordjson"
)

// run is one check of one machine. What several rules need is worked out once.
type run struct {
	machine     *asl.Machine
	opts        Options
	scopes      []*scope
	places      []*asl.Place
	byName      map[string][]*asl.Place
	parts       []part
	uses        []use
	vars        map[*asl.Graph]*vars
	flows       map[*asl.Graph]*flow
	oneLanguage map[reflect.Type][]string // the fields of a part that only one language has
	json        *ordjson.Object
	rule        *Rule
	found       []*finding
	taskList    []*task
}

// scope is a graph with the places of its states.
type scope struct {
	asl.Scope
	self   *asl.Scope
	places []*asl.Place
	byName map[string]*asl.Place
}

func newRun(m *asl.Machine, opts Options) *run {
	r := &run{machine: m, opts: opts.clone(), byName: map[string][]*asl.Place{}, flows: map[*asl.Graph]*flow{}, oneLanguage: map[reflect.Type][]string{}}
	asl.WalkScopes(m, func(s *asl.Scope, places []asl.Place) {
		here := &scope{Scope: *s, self: s}
		for i := range places {
			p := &places[i]
			here.places = append(here.places, p)
			r.places = append(r.places, p)
			r.byName[p.Name] = append(r.byName[p.Name], p)
		}
		r.scopes = append(r.scopes, here)
	})
	r.parts = partsOf(m, r.scopes)
	for _, p := range r.places {
		r.uses = append(r.uses, usesOf(p)...)
	}
	return r
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
	order := positions(r.json, found)
	slices.SortStableFunc(found, func(a, b *finding) int { return order[a.Pointer] - order[b.Pointer] })
	return found
}

// positions numbers the pointers of the findings in the order of the definition. A pointer that
// leads nowhere comes right after the last value on its way.
func positions(root *ordjson.Object, found []*finding) map[string]int {
	wanted := map[string]bool{"": true}
	for _, f := range found {
		for _, p := range prefixes(f.Pointer) {
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
		for _, p := range prefixes(f.Pointer) {
			if at, ok := seen[p]; ok {
				out[f.Pointer] = at
				break
			}
		}
	}
	return out
}
