package nearest

import (
	"math/rand"
	"strings"
	"testing"
)

// TestLetters compares with the distance: no word that is near is passed over.
func TestLetters(t *testing.T) {
	const words, alphabet = 20_000, "abcdABéß0_ "
	random := rand.New(rand.NewSource(1))
	word := func() string {
		var b strings.Builder
		for range random.Intn(9) {
			b.WriteRune([]rune(alphabet)[random.Intn(len([]rune(alphabet)))])
		}
		return b.String()
	}
	for range words {
		a, b, limit := word(), word(), 1+random.Intn(3)
		lower := strings.ToLower(a)
		if d := distance(lower, strings.ToLower(b), limit); d <= limit && !lettersOf(lower).near(b, limit) {
			t.Fatalf("%q and %q are %d apart, and were passed over with limit %d", a, b, d, limit)
		}
	}
}

func BenchmarkNames(b *testing.B) {
	names := make([]string, 4000)
	for i := range names {
		names[i] = strings.Repeat("state ", 1+i%3) + string(rune('a'+i%26)) + strings.Repeat("x", i%17)
	}
	for b.Loop() {
		Names("step number one", names, 3)
	}
}
