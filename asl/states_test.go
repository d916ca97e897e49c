package asl_test

import (
	"slices"
	"testing"

	"github.com/stepwise-go/stepwise/asl"
)

func TestStates(t *testing.T) {
	var s asl.States
	if s.Has("A") || s.Get("A") != nil || s.Index("A") != -1 {
		t.Error("something in nothing")
	}
	a, b := &asl.Pass{}, &asl.Succeed{}
	s.Set("A", a)
	s.Set("B", nil)
	s.Set("B", b)
	if name, state := s.At(1); name != "B" || state != b || s.Index("B") != 1 || s.Get("A") != a || s.Len() != 2 {
		t.Errorf("%q %v at %d", name, state, s.Index("B"))
	}
	// A copy that goes its own way takes nothing from the other.
	other := s
	other.Set("C", a)
	if s.Has("C") || s.Get("C") != nil || other.Get("C") != a {
		t.Error("C is in what it was not added to")
	}
	s.Set("D", b)
	if other.Has("D") || !slices.Equal(s.Names(), []string{"A", "B", "D"}) {
		t.Errorf("%v", s.Names())
	}
}

// TestWalkEnds: a machine that contains itself is not gone through for ever.
func TestWalkEnds(t *testing.T) {
	p := &asl.Parallel{}
	b := asl.Branch{Graph: asl.Graph{StartAt: "P"}}
	b.States.Set("P", p)
	p.Branches = []asl.Branch{b, b}
	m := &asl.Machine{Graph: b.Graph}
	n := 0
	asl.Walk(m, func(*asl.Place) { n++ })
	if n == 0 || n > 1000 {
		t.Errorf("%d states", n)
	}
}
