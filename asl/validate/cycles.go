package validate

import (
	"fmt"
	"slices"
	"strings"

	"github.com/stepwise-go/stepwise/asl"
)

// cycles returns the loops of a graph that are left when the states for which without holds are taken
// out: each is a set of states, by number, of which every one can be reached from every other.
func cycles(s *scope, without func(*asl.Place) bool) [][]int {
	n := len(s.places)
	t := &tarjan{next: s.next, skip: make([]bool, n), index: make([]int, n), low: make([]int, n), on: make([]bool, n)}
	for i, p := range s.places {
		t.skip[i] = without(p)
	}
	for i := range s.places {
		if t.index[i] == 0 && !t.skip[i] {
			t.visit(i)
		}
	}
	return t.found
}

// tarjan finds the strongly connected parts of a graph. It keeps a stack of its own, for definitions
// can be long chains.
type tarjan struct {
	next    arrows
	skip    []bool
	entered int
	index   []int // the order in which states were entered, from 1; 0 is not yet
	low     []int
	on      []bool
	stack   []int
	work    []frame
	found   [][]int
}

type frame struct{ state, edge int }

func (t *tarjan) visit(start int) {
	t.enter(start)
	for len(t.work) > 0 {
		at := &t.work[len(t.work)-1]
		next := t.next.of(at.state)
		if at.edge == len(next) {
			state := at.state
			t.work = t.work[:len(t.work)-1]
			if len(t.work) > 0 {
				up := t.work[len(t.work)-1].state
				t.low[up] = min(t.low[up], t.low[state])
			}
			t.leave(state)
			continue
		}
		target := int(next[at.edge])
		at.edge++
		switch {
		case target < 0 || t.skip[target]:
		case t.index[target] == 0:
			t.enter(target)
		case t.on[target]:
			t.low[at.state] = min(t.low[at.state], t.index[target])
		}
	}
}

func (t *tarjan) enter(state int) {
	t.entered++
	t.index[state], t.low[state], t.on[state] = t.entered, t.entered, true
	t.stack = append(t.stack, state)
	t.work = append(t.work, frame{state: state})
}

// leave takes a part off the stack if this is its first state, and keeps it if it is a loop.
func (t *tarjan) leave(state int) {
	if t.low[state] != t.index[state] {
		return
	}
	from := len(t.stack) - 1
	for t.stack[from] != state {
		from--
	}
	if from < len(t.stack)-1 || slices.Contains(t.next.of(state), int32(state)) {
		part := slices.Clone(t.stack[from:])
		slices.Sort(part)
		t.found = append(t.found, part)
	}
	for _, s := range t.stack[from:] {
		t.on[s] = false
	}
	t.stack = t.stack[:from]
}

// quoted lists the names of states for people.
func (s *scope) quoted(states []int) string {
	var names []string
	for i, n := range states {
		if i == 4 && len(states) > 5 {
			names = append(names, fmt.Sprintf("%d more", len(states)-4))
			break
		}
		names = append(names, fmt.Sprintf("%q", s.places[n].Name))
	}
	return strings.Join(names, ", ")
}
