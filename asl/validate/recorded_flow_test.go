package validate_test

import (
	"strings"
	"testing"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/asl/validate"
	"github.com/stepwise-go/stepwise/asl/validate/dataflow"
	"github.com/stepwise-go/stepwise/internal/recorded"
	"github.com/stepwise-go/stepwise/ordjson"
)

// TestRecordedFlow proves that no path is said to lead nowhere of executions that succeeded on AWS, in
// paths and in expressions: their inputs and what their tasks returned are declared.
func TestRecordedFlow(t *testing.T) {
	executions := 0
	for _, c := range succeeded(t) {
		definition, _ := c.Get("definition")
		input, _ := c.Get("input")
		events, _ := ordjson.Lookup(c, "/expected/events")
		id, _ := c.Get("id")
		executions++
		m := asl.FromJSON(definition.(*ordjson.Object))
		opts := validate.Options{Flow: dataflow.Options{Input: dataflow.FromValue(input), Results: results(c)}}
		for _, d := range validate.Machine(m, opts) {
			entered := strings.Contains(ordjson.String(events), `"name":`+ordjson.String(nameIn(d.In)))
			if d.Code == "SW320" && entered {
				t.Errorf("%v: %s at %s", id, d.Summary, d.Pointer)
			}
		}
	}
	t.Logf("%d executions", executions)
}

// nameIn is the name of the innermost state of a place in words.
func nameIn(in string) string {
	if parts := strings.Split(in, `"`); len(parts) > 2 {
		return parts[len(parts)-2]
	}
	return ""
}

// succeeded returns the recorded executions that succeeded.
func succeeded(t *testing.T) []*ordjson.Object {
	t.Helper()
	var out []*ordjson.Object
	for _, o := range recorded.Cases[*ordjson.Object](t, "*.json") {
		kind, _ := o.Get("kind")
		definition, _ := o.Get("definition")
		if _, isObject := definition.(*ordjson.Object); !isObject || kind != "execution" {
			continue
		}
		if status, _ := ordjson.Lookup(o, "/expected/status"); status == "SUCCEEDED" {
			out = append(out, o)
		}
	}
	return out
}

// results are the shapes of what the tasks of a case returned.
func results(c *ordjson.Object) map[string]*dataflow.Shape {
	mocks, _ := c.Get("mocks")
	all := map[string][]*dataflow.Shape{}
	list, _ := mocks.([]any)
	for _, e := range list {
		m := e.(*ordjson.Object)
		name, _ := m.Get("state")
		if output, ok := m.Get("output"); ok {
			all[name.(string)] = append(all[name.(string)], dataflow.FromValue(output))
		}
	}
	out := map[string]*dataflow.Shape{}
	for name, shapes := range all {
		out[name] = dataflow.Join(shapes...)
	}
	return out
}
