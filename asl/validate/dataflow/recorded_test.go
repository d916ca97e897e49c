package dataflow_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/asl/validate/dataflow"
	"github.com/stepwise-go/stepwise/ordjson"
)

// TestRecorded proves that nothing is reported of executions that succeeded on AWS: their inputs and
// what their tasks returned are declared, so every path of a state that was entered did lead somewhere.
func TestRecorded(t *testing.T) {
	files, _ := filepath.Glob("../../../../shared/conformance/aws-executions/*.json")
	if len(files) == 0 {
		t.Skip("no recorded executions beside the repository: ../shared/conformance is missing")
	}
	executions, failed := 0, 0
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		v, err := ordjson.Decode(text)
		if err != nil {
			t.Fatal(err)
		}
		cases, _ := ordjson.Lookup(v, "/cases")
		for _, c := range cases.([]any) {
			o := c.(*ordjson.Object)
			kind, _ := o.Get("kind")
			status, _ := ordjson.Lookup(o, "/expected/status")
			d, _ := o.Get("definition")
			definition, ok := d.(*ordjson.Object)
			if kind != "execution" || !ok {
				continue
			}
			input, _ := o.Get("input")
			flow := dataflow.Analyse(asl.FromJSON(definition), dataflow.Options{Input: dataflow.FromValue(input), Results: mocks(o)})
			if status != "SUCCEEDED" {
				failed += len(flow.Problems)
				continue
			}
			executions++
			events := ordjson.String(must(o.Get("expected")))
			for _, p := range flow.Problems {
				if strings.Contains(events, `"name":`+ordjson.String(p.State)) {
					id, _ := o.Get("id")
					t.Errorf("%v: %+v", id, p)
				}
			}
		}
	}
	t.Logf("%d executions that succeeded; %d problems found in those that did not", executions, failed)
}

func must(v any, _ bool) any { return v }

// mocks are the shapes of what the tasks of a case returned.
func mocks(o *ordjson.Object) map[string]*dataflow.Shape {
	out := map[string]*dataflow.Shape{}
	list, _ := o.Get("mocks")
	entries, _ := list.([]any)
	for _, e := range entries {
		m := e.(*ordjson.Object)
		name, _ := must(m.Get("state")).(string)
		output, ok := m.Get("output")
		if !ok {
			continue
		}
		s := dataflow.FromValue(output)
		if old, twice := out[name]; twice {
			s = dataflow.Join(old, s)
		}
		out[name] = s
	}
	return out
}
