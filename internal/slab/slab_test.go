package slab_test

import (
	"testing"

	"github.com/stepwise-go/stepwise/internal/slab"
)

func TestSlab(t *testing.T) {
	const n = 1000
	var s slab.Slab[int]
	seen := map[*int]bool{}
	for i := range n {
		v := s.New()
		if *v != 0 {
			t.Fatalf("value %d is %d", i, *v)
		}
		*v = i + 1
		seen[v] = true
	}
	if len(seen) != n {
		t.Errorf("%d values of %d", len(seen), n)
	}
}

func TestAppend(t *testing.T) {
	const n = 1000
	var list []int
	grown := 0
	for i := range n {
		before := cap(list)
		list = slab.Append(list, i)
		if cap(list) != before {
			grown++
		}
	}
	for i, v := range list {
		if i != v {
			t.Fatalf("element %d is %d", i, v)
		}
	}
	if len(list) != n || grown > 10 {
		t.Errorf("%d elements, made room %d times", len(list), grown)
	}
}
