package diff

import (
	"slices"
	"strings"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/asl/diagram/words"
	"github.com/stepwise-go/stepwise/ordjson"
)

// edge is a transition of a state with what it carries: the rule or catcher without its Next.
type edge struct {
	on, to, pointer, label string
	body                   *ordjson.Object
}

func (e *edge) change(s *scope, from string) Change {
	return Change{
		Kind: Edge, Name: from, In: s.in, Pointer: s.state(from) + e.pointer, On: e.on, To: e.to, Label: e.label,
	}
}

func edgesOf(s asl.State) []edge {
	body := asl.StateJSON(s)
	var out []edge
	for _, e := range asl.Edges(s) {
		x := edge{to: e.Target, pointer: e.Pointer}
		switch e.Kind {
		case asl.EdgeNext:
			x.on = "Next"
		case asl.EdgeDefault:
			x.on = "Default"
		case asl.EdgeChoice:
			x.on, x.body = "Choice", member(body, e.Pointer)
			if c, ok := s.(*asl.Choice); ok {
				x.label = words.Rule(c.Choices[e.Index])
			}
		case asl.EdgeCatch:
			x.on, x.body = "Catch", member(body, e.Pointer)
			x.label = strings.Join(asl.RescueOf(s).Catch[e.Index].ErrorEquals, ", ")
		}
		out = append(out, x)
	}
	if f := asl.FlowOf(s); f != nil && f.End {
		out = append(out, edge{on: "End", pointer: "/End"})
	}
	return out
}

// member returns the object that a pointer to its Next stands in, without Next.
func member(state *ordjson.Object, pointer string) *ordjson.Object {
	v, _ := ordjson.Lookup(state, strings.TrimSuffix(pointer, "/Next"))
	o, ok := v.(*ordjson.Object)
	if !ok {
		return &ordjson.Object{}
	}
	o = o.Clone()
	o.Delete("Next")
	return o
}

// edges compares the transitions of a state that is in both versions: those that are equal belong
// together, then those of a kind that go to the same state; all others were added or removed. It
// returns the fields for a change of their order.
func (c *comparison) edges(old, now *scope, name string, before, after asl.State) []Field {
	olds, nows := edgesOf(before), edgesOf(after)
	pair := make([]int, len(nows))
	used := make([]bool, len(olds))
	for i := range pair {
		pair[i] = -1
	}
	for _, same := range []func(a, b *edge) bool{equalEdges, alikeEdges} {
		for i := range nows {
			for j := range olds {
				if pair[i] < 0 && !used[j] && same(&olds[j], &nows[i]) {
					pair[i], used[j] = j, true
				}
			}
		}
	}
	var order []int
	for i := range nows {
		change := nows[i].change(now, name)
		change.What = what(after)
		if pair[i] < 0 {
			c.Added = append(c.Added, change)
			continue
		}
		if nows[i].body != nil {
			order = append(order, pair[i])
			change.Fields = compareValues(olds[pair[i]].body, nows[i].body, "")
			if len(change.Fields) > 0 {
				c.Changed = append(c.Changed, change)
			}
		}
	}
	for j := range olds {
		if !used[j] {
			change := olds[j].change(old, name)
			change.What = what(after)
			c.Removed = append(c.Removed, change)
		}
	}
	if slices.IsSorted(order) {
		return nil
	}
	return orderFields(olds, nows)
}

func equalEdges(a, b *edge) bool { return alikeEdges(a, b) && ordjson.Equal(body(a), body(b)) }

func alikeEdges(a, b *edge) bool { return a.on == b.on && a.to == b.to }

func body(e *edge) any {
	if e.body == nil {
		return nil
	}
	return e.body
}

// orderFields says that rules or catchers stand in another order, which decides which one holds.
func orderFields(olds, nows []edge) []Field {
	var out []Field
	for _, on := range []struct{ kind, field string }{{"Choice", "/Choices"}, {"Catch", "/Catch"}} {
		a, b := labels(olds, on.kind), labels(nows, on.kind)
		if !ordjson.Equal(a, b) {
			out = append(out, Field{Pointer: on.field, Before: a, After: b, Had: true, Has: true})
		}
	}
	return out
}

func labels(edges []edge, on string) []any {
	out := []any{}
	for _, e := range edges {
		if e.on == on {
			out = append(out, e.label+" → "+e.to)
		}
	}
	return out
}
