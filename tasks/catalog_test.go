package tasks_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/constructs/sfn"
	"github.com/stepwise-go/stepwise/tasks"
)

func TestCatalog(t *testing.T) {
	for _, fault := range tasks.Validate(tasks.Catalog()) {
		t.Error(fault)
	}
}

// TestSamples builds every integration in every pattern and both languages. A sample has all that the
// row says is required, and uses every permission of it.
func TestSamples(t *testing.T) {
	samples := allSamples()
	for _, row := range tasks.Catalog() {
		make, ok := samples[row.Name]
		if !ok {
			t.Errorf("%s has no sample", row.Name)
			continue
		}
		for _, p := range row.Patterns {
			for _, language := range []asl.QueryLanguage{asl.JSONPath, asl.JSONata} {
				if row.Languages != nil && !slices.Contains(row.Languages, language) {
					continue
				}
				t.Run(row.Name+string(p)+" "+string(language), func(t *testing.T) {
					checkSample(t, row, p, language, make(p))
				})
			}
		}
	}
	for name := range samples {
		if _, ok := tasks.Describe(name); !ok {
			t.Errorf("the sample %s is not in the catalogue", name)
		}
	}
}

func checkSample(t *testing.T, row tasks.Descriptor, p sfn.Pattern, language asl.QueryLanguage, do sfn.Integration) {
	d, err := sfn.Build(sfn.NewTask("Task", do), sfn.MachineProps{QueryLanguage: language})
	if err != nil {
		t.Fatal(err)
	}
	task := d.ASL().States.Get("Task").(*asl.Task)
	if !row.OwnResource && task.Resource != row.Resource(p) {
		t.Errorf("the resource is %s, not %s", task.Resource, row.Resource(p))
	}
	text, err := asl.RenderCompact(d.ASL())
	if err != nil {
		t.Fatal(err)
	}
	for _, parameter := range row.Required {
		if !strings.Contains(string(text), `"`+parameter+`"`) && !strings.Contains(string(text), `"`+parameter+`.$"`) {
			t.Errorf("the required parameter %s is not in %s", parameter, text)
		}
	}
	granted := map[string]bool{}
	for _, s := range d.Statements() {
		if len(s.Reasons) == 0 || s.Reasons[0].Why == "" || s.Reasons[0].State != "Task" {
			t.Errorf("%v has no reason", s)
		}
		for _, a := range s.Actions {
			granted[a] = true
			if a == "iam:PassRole" && len(s.Conditions["StringEquals"]["iam:PassedToService"]) == 0 {
				t.Errorf("a role is passed to anybody: %v", s)
			}
		}
	}
	for _, g := range row.Grants {
		needed := len(g.Patterns) == 0
		for _, q := range g.Patterns {
			needed = needed || q == p
		}
		for _, a := range g.Actions {
			if needed && !granted[a] {
				t.Errorf("%s is not granted", a)
			}
		}
	}
}
