package validate_test

import (
	"errors"
	"testing"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/asl/validate"
	"github.com/stepwise-go/stepwise/ordjson"
)

// TestInItself: a state that contains itself, twice even, is told, and ends nothing.
func TestInItself(t *testing.T) {
	p := &asl.Parallel{}
	b := asl.Branch{Graph: asl.Graph{StartAt: "P"}}
	b.States.Set("P", p)
	p.Branches = []asl.Branch{b, b}
	not := &asl.Rule{}
	not.Not = not
	for name, s := range map[string]asl.State{"Parallel": p, "Choice": &asl.Choice{Choices: []asl.Rule{*not}}} {
		m := &asl.Machine{Graph: asl.Graph{StartAt: "P"}}
		m.States.Set("P", s)
		if found := validate.Machine(m, validate.Options{}); len(found) != 1 || found[0].Code != "SW003" {
			t.Errorf("%s: %v", name, found)
		}
		if _, err := asl.Render(m); !errors.Is(err, ordjson.ErrTooDeep) {
			t.Errorf("%s: rendered: %v", name, err)
		}
		if m.JSON().Len() == 0 {
			t.Errorf("%s: no JSON", name)
		}
	}
}
