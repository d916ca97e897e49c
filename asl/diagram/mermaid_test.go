package diagram_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/asl/diagram"
)

// Mermaid's own limits are 50,000 characters and 500 edges.
func TestMermaidSize(t *testing.T) {
	long := &asl.Machine{Graph: asl.Graph{StartAt: "State 0"}}
	for i := range 1200 {
		long.States.Set(fmt.Sprint("State ", i), &asl.Pass{Flow: asl.Flow{Next: fmt.Sprint("State ", i+1)}})
	}
	long.States.Set("State 1200", &asl.Succeed{})
	wide := &asl.Machine{Graph: asl.Graph{StartAt: "Both"}}
	wide.States.Set("Both", &asl.Parallel{Branches: []asl.Branch{{Graph: long.Graph}, {Graph: long.Graph}}, Flow: asl.Flow{End: true}})
	for name, c := range map[string]struct {
		machine *asl.Machine
		says    string
	}{
		"long": {long, "states and all states inside Parallel and Map are left out"},
		"wide": {wide, "the states inside Parallel and Map are left out"},
	} {
		text := diagram.Mermaid(c.machine)
		if len(text) > 40000 || strings.Count(text, "-->") > 400 {
			t.Errorf("%s: %d characters, %d edges", name, len(text), strings.Count(text, "-->"))
		}
		if !strings.Contains(text, c.says) {
			t.Errorf("%s: does not say that %s", name, c.says)
		}
	}
	if text := diagram.Mermaid(wide); !strings.Contains(text, "2402 states inside") {
		t.Error("a collapsed container does not say what it hides:", text)
	}
}

func TestTextDoesNotDependOnOrder(t *testing.T) {
	for _, name := range machineNames(t) {
		m := machine(t, name)
		turned := *m
		turned.States = asl.States{}
		for i := m.States.Len() - 1; i >= 0; i-- {
			n := m.States.Names()[i]
			turned.States.Set(n, m.States.Get(n))
		}
		if diagram.Outline(m) != diagram.Outline(&turned) || diagram.Mermaid(m) != diagram.Mermaid(&turned) || diagram.DOT(m) != diagram.DOT(&turned) {
			t.Errorf("%s: another order of states gives another text", name)
		}
	}
}

func BenchmarkMermaid(b *testing.B) {
	m := machine(b, "onboarding")
	for b.Loop() {
		diagram.Mermaid(m)
	}
}
