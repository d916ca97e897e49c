package nearest_test

import (
	"testing"

	"github.com/stepwise-go/stepwise/internal/nearest"
)

func TestSuggest(t *testing.T) {
	names := []string{"Ship", "Charge", "Submit Job", "chip"}
	for name, want := range map[string]string{
		"Shipp": `did you mean "Ship" or "chip"?`, "Chareg": `did you mean "Charge"?`, "submit job": `did you mean "Submit Job"?`, "xyzzyxyz": "no",
	} {
		if got := nearest.Suggest(name, names, "no"); got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
}
