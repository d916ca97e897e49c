package dataflow_test

import (
	"testing"

	"github.com/stepwise-go/stepwise/asl/validate/dataflow"
)

func TestLookup(t *testing.T) {
	m := machine(t, `{"QueryLanguage": "JSONata", "StartAt": "A", "States": {
		"A": {"Type": "Pass", "Assign": {"v": {"x": 1}}, "Output": {"lines": [{"price": 1}], "open": "{% $states.input.any %}", "name": "n"}, "Next": "B"},
		"B": {"Type": "Succeed"}, "Never": {"Type": "Succeed"}}}`)
	flow := dataflow.Analyse(m, dataflow.Options{})
	if flow.Input("B") != flow.At("B").Input || flow.Input("Never") != nil || flow.Variable("A", "v") != nil || flow.Variable("B", "v").String() != "{x: number}" {
		t.Errorf("B: %s, v: %s, Never: %s", flow.Input("B"), flow.Variable("B", "v"), flow.Input("Never"))
	}
	for _, c := range []struct {
		names []string
		why   string
	}{
		{[]string{"lines", "price"}, ""}, {[]string{"open", "whatever", "else"}, ""}, {nil, ""},
		{[]string{"lines", "prize"}, `"lines" has no field "prize"`},
		{[]string{"name", "first"}, `"name" is not an object but string`},
		{[]string{"line"}, `it has no field "line"`},
	} {
		if why, fix := flow.Input("B").Missing(c.names...); why != c.why || (why == "") != (fix == "") {
			t.Errorf("%v: %q, %q", c.names, why, fix)
		}
	}
}
