package validate

import (
	"fmt"
	"strings"

	"github.com/stepwise-go/stepwise/asl"
)

// cycles returns the loops of a graph that are left when the states for which without holds are taken
// out: each is a set of states of which every one can be reached from every other.
func cycles(s *scope, f *flow, without func(*asl.Place) bool) [][]*asl.Place {
	t := &tarjan{scope: s, flow: f, skip: map[string]bool{}, index: map[string]int{}, low: map[string]int{}, on: map[string]bool{}}
	for _, p := range s.places {
		t.skip[p.Name] = without(p)
	}
	for _, p := range s.places {
		if t.index[p.Name] == 0 && !t.skip[p.Name] {
			t.visit(p.Name)
		}
	}
	return t.found
}

// tarjan finds the strongly connected parts of a graph. It keeps a stack of its own, for definitions
// can be long chains.
type tarjan struct {
	scope *scope
	flow  *flow
	skip  map[string]bool
	index map[string]int
	low   map[string]int
	on    map[string]bool
	stack []string
	found [][]*asl.Place
}

type frame struct {
	name string
	edge int
}

func (t *tarjan) visit(start string) {
	work := []frame{{name: start}}
	t.enter(start)
	for len(work) > 0 {
		at := &work[len(work)-1]
		edges := t.flow.edges[at.name]
		if at.edge == len(edges) {
			work = work[:len(work)-1]
			if len(work) > 0 {
				up := work[len(work)-1].name
				t.low[up] = min(t.low[up], t.low[at.name])
			}
			t.leave(at.name)
			continue
		}
		target := edges[at.edge].Target
		at.edge++
		switch {
		case t.skip[target] || !t.scope.Graph.States.Has(target):
		case t.index[target] == 0:
			t.enter(target)
			work = append(work, frame{name: target})
		case t.on[target]:
			t.low[at.name] = min(t.low[at.name], t.index[target])
		}
	}
}

func (t *tarjan) enter(name string) {
	t.index[name] = len(t.index) + 1
	t.low[name] = t.index[name]
	t.stack = append(t.stack, name)
	t.on[name] = true
}

// leave takes a part off the stack if name is its first state, and keeps it if it is a loop.
func (t *tarjan) leave(name string) {
	if t.low[name] != t.index[name] {
		return
	}
	part := map[string]bool{}
	for {
		last := t.stack[len(t.stack)-1]
		t.stack = t.stack[:len(t.stack)-1]
		t.on[last] = false
		part[last] = true
		if last == name {
			break
		}
	}
	if len(part) == 1 && !t.loopsToItself(name) {
		return
	}
	var places []*asl.Place
	for _, p := range t.scope.places {
		if part[p.Name] {
			places = append(places, p)
		}
	}
	t.found = append(t.found, places)
}

func (t *tarjan) loopsToItself(name string) bool {
	for _, e := range t.flow.edges[name] {
		if e.Target == name {
			return true
		}
	}
	return false
}

// quoted lists the names of states for people.
func quoted(places []*asl.Place) string {
	var names []string
	for i, p := range places {
		if i == 4 && len(places) > 5 {
			names = append(names, fmt.Sprintf("%d more", len(places)-4))
			break
		}
		names = append(names, fmt.Sprintf("%q", p.Name))
	}
	return strings.Join(names, ", ")
}
