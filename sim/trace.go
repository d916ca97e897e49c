package sim

import "github.com/stepwise-go/stepwise/ordjson"

// trace is what TestState wants to see of a state: the steps of its data flow. A nil trace notes nothing.
type trace struct{ steps ordjson.Object }

func (t *trace) note(step string, v any) {
	if t != nil {
		t.steps.Set(step, v)
	}
}
