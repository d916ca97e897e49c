package diagram_test

import (
	"fmt"
	"regexp"
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

// Two rules of Mermaid look at a whole line, quoted or not: one takes every line with a direction in it
// for that, the other drops the end of an escape behind the word style and a colon.
func TestMermaidWordsInNames(t *testing.T) {
	direction, style := regexp.MustCompile(`^ +direction TB$`), regexp.MustCompile(`style.*:\S*#.*;`)
	for _, name := range []string{"direction TB", "direction  LR", "style a:<b>", "style :::#", "my style:\"x\" direction TD"} {
		m := &asl.Machine{Graph: asl.Graph{StartAt: name}}
		inner := asl.Graph{StartAt: name}
		inner.States.Set(name, &asl.Choice{Choices: []asl.Rule{{Variable: "$." + name, Operator: "StringEquals", Operand: name, Next: name}}})
		m.States.Set(name, &asl.Map{ItemProcessor: &asl.Processor{Graph: inner}, Flow: asl.Flow{End: true}})
		for line := range strings.SplitSeq(diagram.Mermaid(m), "\n") {
			if strings.Contains(line, "direction ") && !direction.MatchString(line) || style.MatchString(line) {
				t.Errorf("%q: Mermaid would take this for something else: %s", name, line)
			}
		}
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
