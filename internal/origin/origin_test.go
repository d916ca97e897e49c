package origin_test

import (
	"testing"

	"github.com/stepwise-go/stepwise/internal/origin"
)

func door() origin.Origin { return origin.Here() }

func TestPlace(t *testing.T) {
	p := door().Place()
	if p.File != "origin_test.go" || p.Line != 12 {
		t.Errorf("got %v", p)
	}
	if (origin.Origin{}).Place().Known() {
		t.Error("the zero Origin has a place")
	}
}

func BenchmarkHere(b *testing.B) {
	for b.Loop() {
		door()
	}
}
