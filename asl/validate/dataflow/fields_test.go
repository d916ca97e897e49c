package dataflow

import (
	"maps"
	"math/rand/v2"
	"slices"
	"strconv"
	"testing"
)

// TestFields compares the tree with maps: setting and merging, in any order.
func TestFields(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	shapes := []*Shape{Of(String), Of(Number), Of(Boolean)}
	for range 300 {
		a, inA := randomFields(random, fields{}, nil, shapes)
		b, inB := randomFields(random, fields{}, nil, shapes)
		if random.IntN(2) == 0 {
			b, inB = randomFields(random, a, inA, shapes) // shares with a
		}
		check(t, a, inA)
		check(t, b, inB)
		want := map[string]field{}
		for name, f := range inA {
			want[name] = field{f.shape, true}
		}
		for name, g := range inB {
			if f, both := inA[name]; both {
				want[name] = field{join(f.shape, g.shape, 0), f.optional || g.optional}
			} else {
				want[name] = field{Any, true}
			}
		}
		merged := new(joiner).joinFields(&Shape{kinds: Object, fields: a, open: true}, &Shape{kinds: Object, fields: b}, 0)
		if len(want) != len(maps.Collect(merged.all())) {
			t.Fatalf("merged has %d fields, want %d", len(maps.Collect(merged.all())), len(want))
		}
		for name, w := range want {
			if g, ok := merged.get(name); !ok || g.optional != w.optional || !equal(g.shape, w.shape, 0) {
				t.Fatalf("merged %q: got %v %v, want %v", name, g, ok, w)
			}
		}
		same := fields{}
		for _, name := range slices.Backward(slices.Sorted(maps.Keys(inA))) {
			same = same.with(name, inA[name])
		}
		if j := new(joiner); !j.equalFields(a, same, 0) || len(inA) > 0 && j.equalFields(a, fields{}, 0) {
			t.Fatal("the order of setting shows")
		}
	}
}

func randomFields(random *rand.Rand, from fields, in map[string]field, shapes []*Shape) (fields, map[string]field) {
	out := maps.Clone(in)
	if out == nil {
		out = map[string]field{}
	}
	for range random.IntN(20) {
		name, f := strconv.Itoa(random.IntN(30)), field{shapes[random.IntN(len(shapes))], random.IntN(2) == 0}
		from, out[name] = from.with(name, f), f
	}
	return from, out
}

func check(t *testing.T, got fields, want map[string]field) {
	t.Helper()
	var names []string
	for name, f := range got.all() {
		names = append(names, name)
		if w, ok := want[name]; !ok || f != w {
			t.Fatalf("%q is %v, want %v", name, f, w)
		}
	}
	if !slices.Equal(names, slices.Sorted(maps.Keys(want))) {
		t.Fatalf("got %v, want the names of %v", names, want)
	}
	if before := got.root; len(names) > 0 && got.with(names[0], want[names[0]]).root != before {
		t.Fatal("setting what is there made a copy")
	}
}
