package svg

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/asl/diagram"
	"github.com/stepwise-go/stepwise/asl/diagram/layout"
	"github.com/stepwise-go/stepwise/internal/golden"
)

func wellFormed(t *testing.T, text string) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(text))
	for {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			return
		} else if err != nil {
			t.Fatalf("not well-formed: %v", err)
		}
	}
}

func TestGolden(t *testing.T) {
	for name, m := range testMachines(t) {
		got := Render(m, Options{Title: strings.TrimSuffix(name, ".asl.yaml")})
		wellFormed(t, got)
		golden.File(t, filepath.Join("testdata", strings.TrimSuffix(name, ".asl.yaml")+".svg"), got)
	}
}

// The picture depends on the machine, not on the order in which its states are written.
func TestOrderOfKeys(t *testing.T) {
	machines := testMachines(t)
	for seed := range uint64(12) {
		machines[fmt.Sprint("seed ", seed)] = randomMachine(seed+500, 12)
	}
	for name, m := range machines {
		want := Render(m, Options{})
		turned := *m
		turned.Graph = turnedGraph(m.Graph)
		if Render(&turned, Options{}) != want {
			t.Errorf("%s: another order of states gives another picture", name)
		}
	}
}

// turnedGraph has its states, and those inside them, in the opposite order.
func turnedGraph(g asl.Graph) asl.Graph {
	names := g.States.Names()
	out := asl.Graph{StartAt: g.StartAt}
	for i := range names {
		name := names[len(names)-1-i]
		state := g.States.Get(name)
		switch s := state.(type) {
		case *asl.Map:
			turned, processor := *s, *s.ItemProcessor
			processor.Graph = turnedGraph(processor.Graph)
			turned.ItemProcessor = &processor
			state = &turned
		case *asl.Parallel:
			turned := *s
			turned.Branches = slices.Clone(s.Branches)
			for k := range turned.Branches {
				turned.Branches[k].Graph = turnedGraph(turned.Branches[k].Graph)
			}
			state = &turned
		}
		out.States.Set(name, state)
	}
	return out
}

func TestThemes(t *testing.T) {
	m := testMachines(t)["job-poller.asl.yaml"]
	auto, light, dark := Render(m, Options{}), Render(m, Options{Theme: Light}), Render(m, Options{Theme: Dark})
	for name, got := range map[string]bool{
		"auto asks the system":   strings.Contains(auto, "prefers-color-scheme:dark"),
		"light does not ask":     !strings.Contains(light, "prefers-color-scheme"),
		"dark does not ask":      !strings.Contains(dark, "prefers-color-scheme"),
		"light is light":         strings.Contains(light, ".sfn .canvas{fill:#fff}") && !strings.Contains(light, "#0f141a"),
		"dark is dark":           strings.Contains(dark, ".sfn .canvas{fill:#0f141a}"),
		"no rule without .sfn":   !strings.Contains(auto, "\n."+"canvas"),
		"nothing is fetched":     !strings.Contains(auto, "url(") && !strings.Contains(auto, "href"),
		"no variables":           !strings.Contains(auto, "var("),
		"a picture by its role":  strings.Contains(auto, `role="img"`),
		"with a title":           strings.Contains(auto, "<title>State machine</title>"),
		"full names in tooltips": strings.Contains(auto, "<title>Job Complete?\nChoice state</title>"),
	} {
		if !got {
			t.Error("not so:", name)
		}
	}
}

func TestEngineThatFails(t *testing.T) {
	m := testMachines(t)["onboarding.asl.yaml"]
	want := Render(m, Options{Engine: layout.Layered})
	for name, engine := range map[string]layout.Engine{
		"error":   func(*layout.Graph) error { return errors.New("no") },
		"panic":   func(*layout.Graph) error { panic("no") },
		"nothing": func(*layout.Graph) error { return nil },
	} {
		if got := Render(m, Options{Engine: engine}); got != want {
			t.Errorf("%s: the simple engine did not take over", name)
		}
	}
}

type empty struct{}

func (empty) ASL() *asl.Machine { return nil }

func TestNothingToDraw(t *testing.T) {
	for _, def := range []diagram.Definition{nil, empty{}, &asl.Machine{}, &asl.Machine{Graph: asl.Graph{StartAt: "nowhere"}}} {
		wellFormed(t, Render(def, Options{}))
	}
}

func FuzzRender(f *testing.F) {
	f.Add(`{"StartAt":"A","States":{"A":{"Type":"Map","Iterator":{"StartAt":"B","States":{}},"Next":"A"}}}`)
	f.Add(`{"StartAt":"A","States":{"A":{"Type":"Choice","Choices":[{"Not":{"And":[]},"Next":"\u0000"}],"Default":"A"}}}`)
	f.Add(`{"States":{"":{"Type":"Parallel","Branches":[{},{"States":{"":{}}}],"Catch":[{"Next":""}],"Next":"x"}}}`)
	f.Fuzz(func(t *testing.T, text string) {
		doc, err := asl.Parse("fuzz.json", []byte(text))
		if err != nil || len(text) > 5000 {
			return
		}
		g := diagram.New(doc.Machine, diagram.Options{Title: text, Overlay: diagram.Against(&asl.Machine{})})
		wellFormed(t, Draw(g, Options{}))
		g.Outline()
		g.Mermaid()
		g.DOT()
	})
}

// largeMachine has about so many states, with every kind of them.
func largeMachine(states int) *asl.Machine {
	m := &asl.Machine{}
	m.StartAt = "Step 0"
	task := func(next string) *asl.Task {
		return &asl.Task{
			Resource: "arn:aws:states:::lambda:invoke", TimeoutSeconds: asl.IntOf(30), Flow: asl.Flow{Next: next},
			Rescue: asl.Rescue{
				Retry: []asl.Retrier{{ErrorEquals: []string{"States.ALL"}}},
				Catch: []asl.Catcher{{ErrorEquals: []string{"States.ALL"}, Next: "Failed"}},
			},
		}
	}
	inner := func(prefix string) asl.Graph {
		g := asl.Graph{StartAt: prefix + " first"}
		g.States.Set(prefix+" first", &asl.Pass{Flow: asl.Flow{Next: prefix + " second"}})
		g.States.Set(prefix+" second", &asl.Task{Resource: "arn:aws:states:::sqs:sendMessage", Flow: asl.Flow{End: true}})
		return g
	}
	count := 2
	for i := 0; count < states; i++ {
		name, next := fmt.Sprint("Step ", i), fmt.Sprint("Step ", i+1)
		switch i % 6 {
		case 2:
			m.States.Set(name, &asl.Choice{Choices: []asl.Rule{{Variable: "$.done", Operator: "BooleanEquals", Operand: true, Next: next}}, Default: fmt.Sprint("Wait ", i)})
			m.States.Set(fmt.Sprint("Wait ", i), &asl.Wait{Seconds: asl.IntOf(5), Flow: asl.Flow{Next: fmt.Sprint("Step ", i-1)}})
			count += 2
		case 4:
			m.States.Set(name, &asl.Map{ItemProcessor: &asl.Processor{Graph: inner(name)}, Flow: asl.Flow{Next: next}})
			count += 3
		case 5:
			m.States.Set(name, &asl.Parallel{Branches: []asl.Branch{{Graph: inner(name + "a")}, {Graph: inner(name + "b")}}, Flow: asl.Flow{Next: next}})
			count += 5
		default:
			t := task(next)
			if i%12 > 0 {
				t.Catch = nil
			}
			m.States.Set(name, t)
			count++
		}
		m.States.Set(next, &asl.Succeed{})
	}
	m.States.Set("Failed", &asl.Fail{})
	return m
}

// retryMachine has steps that each can be retried after a wait, be refused, and fail in the same place.
func retryMachine(steps int) *asl.Machine {
	m := &asl.Machine{}
	m.StartAt = "Step 0"
	for i := range steps {
		name := func(kind string) string { return fmt.Sprint(kind, " ", i) }
		next := fmt.Sprint("Step ", i+1)
		if i == steps-1 {
			next = "Done"
		}
		m.States.Set(name("Step"), &asl.Task{
			Resource: "arn:aws:states:::lambda:invoke", TimeoutSeconds: asl.IntOf(60), Flow: asl.Flow{Next: name("Good?")},
			Rescue: asl.Rescue{Catch: []asl.Catcher{
				{ErrorEquals: []string{"States.Timeout"}, Next: name("Wait")}, {ErrorEquals: []string{"States.ALL"}, Next: "Failed"},
			}},
		})
		m.States.Set(name("Good?"), &asl.Choice{Choices: []asl.Rule{
			{Variable: "$.status", Operator: "StringEquals", Operand: "RETRY", Next: name("Wait")},
			{Variable: "$.status", Operator: "StringEquals", Operand: "NO", Next: name("Refuse")},
		}, Default: next})
		m.States.Set(name("Wait"), &asl.Wait{Seconds: asl.IntOf(30), Flow: asl.Flow{Next: name("Step")}})
		m.States.Set(name("Refuse"), &asl.Pass{Flow: asl.Flow{Next: "Failed"}})
	}
	m.States.Set("Done", &asl.Succeed{})
	m.States.Set("Failed", &asl.Fail{})
	return m
}

func BenchmarkRender(b *testing.B) {
	for _, states := range []int{10, 100, 1000} {
		m := largeMachine(states)
		b.Run(fmt.Sprintf("states=%d", states), func(b *testing.B) {
			for b.Loop() {
				Render(m, Options{})
			}
		})
	}
	b.Run("retries=1000", func(b *testing.B) {
		m := retryMachine(250)
		for b.Loop() {
			Render(m, Options{})
		}
	})
}
