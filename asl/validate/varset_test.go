package validate

import (
	"math/rand"
	"testing"
)

// TestVarSet compares sets that share with plain ones.
func TestVarSet(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	const most = 3 * varsInBlock
	sets, plain := []varSet{nil}, []map[int]bool{{}}
	for range 400 {
		i, j, n := r.Intn(len(sets)), r.Intn(len(sets)), r.Intn(most)
		set, want := sets[i].with(n), map[int]bool{n: true}
		for k := range plain[i] {
			want[k] = true
		}
		if r.Intn(3) == 0 {
			set = set.meet(sets[j])
			for k := range want {
				if !plain[j][k] {
					delete(want, k)
				}
			}
		}
		for k := range most {
			if set.has(k) != want[k] {
				t.Fatalf("%d: %v", k, set.has(k))
			}
		}
		sets, plain = append(sets, set), append(plain, want)
	}
	for i, s := range sets {
		if met := s.meet(s.with(most)); !s.same(met) {
			t.Errorf("set %d is another although nothing is gone", i)
		}
		if n := firstOf(plain[i]); n >= 0 && s.same(s.meet(nil)) {
			t.Errorf("set %d is the same although %d is gone", i, n)
		}
	}
}

func firstOf(set map[int]bool) int {
	for n := range set {
		return n
	}
	return -1
}
