package diff

import (
	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/iam"
	"github.com/stepwise-go/stepwise/ordjson"
)

// Compare returns what changed from one version to the next.
func Compare(before, after Definition) *Diff {
	c := &comparison{Diff: &Diff{scopes: map[string]string{}}, old: machineOf(before), now: machineOf(after)}
	a, b := c.old.JSON(), c.now.JSON()
	for _, key := range []string{"StartAt", "States"} {
		a.Delete(key)
		b.Delete(key)
	}
	if fields := compareValues(a, b, ""); len(fields) > 0 {
		c.Changed = append(c.Changed, Change{Kind: Machine, Fields: fields})
	}
	c.graphs(&scope{graph: &c.old.Graph}, &scope{graph: &c.now.Graph})
	return c.Diff
}

// Permissions adds what changed between the statements of the two versions.
func (d *Diff) Permissions(before, after []iam.Statement) {
	old, now := lines(before), lines(after)
	for _, line := range iam.Permissions(after) {
		if !old[line] {
			d.Added = append(d.Added, Change{Kind: Permission, Name: line})
		}
	}
	for _, line := range iam.Permissions(before) {
		if !now[line] {
			d.Removed = append(d.Removed, Change{Kind: Permission, Name: line})
		}
	}
}

func lines(statements []iam.Statement) map[string]bool {
	out := map[string]bool{}
	for _, line := range iam.Permissions(statements) {
		out[line] = true
	}
	return out
}

func machineOf(def Definition) *asl.Machine {
	if def == nil {
		return &asl.Machine{}
	}
	if m := def.ASL(); m != nil {
		return m
	}
	return &asl.Machine{}
}

type comparison struct {
	*Diff
	old, now *asl.Machine
}

// scope is a graph and where it stands.
type scope struct {
	graph   *asl.Graph
	pointer string
	in      string
}

func (s *scope) state(name string) string {
	return s.pointer + "/States/" + ordjson.EscapePointer(name)
}

// inner returns the graphs inside a state. Of the two names of a Map's processor it takes the one in use.
func (s *scope) inner(name string, state asl.State) []*scope {
	var out []*scope
	for _, g := range asl.InnerGraphs(state) {
		out = append(out, &scope{g.Graph, s.state(name) + g.Pointer, path(s.in, state, name)})
	}
	if m, ok := state.(*asl.Map); ok && m.ItemProcessor != nil {
		out = out[:1]
	}
	return out
}

func path(in string, state asl.State, name string) string {
	text := string(state.Type()) + " " + ordjson.String(name)
	if in != "" {
		return in + " > " + text
	}
	return text
}

func (c *comparison) graphs(old, now *scope) {
	c.scopes[old.pointer] = now.pointer
	c.starts(old, now)
	for name, state := range now.graph.States.All() {
		if before := old.graph.States.Get(name); before != nil {
			c.states(old, now, name, before, state)
		} else {
			c.Added = append(c.Added, whole(now, name, state, false)...)
		}
	}
	for name, state := range old.graph.States.All() {
		if !now.graph.States.Has(name) {
			c.Removed = append(c.Removed, whole(old, name, state, false)...)
		}
	}
}

func (c *comparison) starts(old, now *scope) {
	if a, b := old.graph.StartAt, now.graph.StartAt; a != b {
		edge := Change{Kind: Edge, On: "StartAt", In: now.in}
		if b != "" {
			edge.To, edge.Pointer = b, now.pointer+"/StartAt"
			c.Added = append(c.Added, edge)
		}
		if a != "" {
			edge.To, edge.Pointer = a, old.pointer+"/StartAt"
			c.Removed = append(c.Removed, edge)
		}
	}
}

// whole lists a state that is in one version only, with its transitions and all that is inside it.
func whole(s *scope, name string, state asl.State, inside bool) []Change {
	out := []Change{{Kind: State, Name: name, In: s.in, What: what(state), Pointer: s.state(name), inside: inside}}
	for _, e := range edgesOf(state) {
		change := e.change(s, name)
		change.inside = inside
		out = append(out, change)
	}
	for _, inner := range s.inner(name, state) {
		out = append(out, wholeScope(inner, true)...)
	}
	return out
}

func wholeScope(s *scope, inside bool) []Change {
	var out []Change
	for name, state := range s.graph.States.All() {
		out = append(out, whole(s, name, state, inside)...)
	}
	return out
}

func (c *comparison) states(old, now *scope, name string, before, after asl.State) {
	fields := compareValues(ownJSON(before), ownJSON(after), "")
	fields = append(fields, c.edges(old, now, name, before, after)...)
	if len(fields) > 0 {
		c.Changed = append(c.Changed, Change{
			Kind: State, Name: name, In: now.in, What: what(after), Pointer: now.state(name), Fields: fields,
		})
	}
	c.inside(old.inner(name, before), now.inner(name, after))
}

// inside compares the graphs inside a state. Branches of a Parallel belong together if they have
// most states in common, and among those left over by their order.
func (c *comparison) inside(old, now []*scope) {
	pair := make([]*scope, len(now))
	used := map[*scope]bool{}
	for _, least := range []int{1, 0} {
		for i, n := range now {
			if pair[i] != nil {
				continue
			}
			var best *scope
			most := least - 1
			for _, o := range old {
				if common := inCommon(o, n); !used[o] && common > most {
					best, most = o, common
				}
			}
			if best != nil {
				pair[i] = best
				used[best] = true
			}
		}
	}
	for i, n := range now {
		if pair[i] != nil {
			c.graphs(pair[i], n)
		} else {
			c.Added = append(c.Added, wholeScope(n, false)...)
		}
	}
	for _, o := range old {
		if !used[o] {
			c.Removed = append(c.Removed, wholeScope(o, false)...)
		}
	}
}

func inCommon(a, b *scope) int {
	count := 0
	for _, name := range a.graph.States.Names() {
		if b.graph.States.Has(name) {
			count++
		}
	}
	return count
}
