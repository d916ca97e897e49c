package codegen

import "github.com/stepwise-go/stepwise/asl"

func (w *stateWriter) pass() {
	if v, ok := w.rest.Get("Result"); ok && !w.isJSONata() {
		w.take("Result", "Result", w.field(v, literally))
	}
	w.anyOf(asl.JSONPath, "Parameters")
	w.flows(false, true)
	w.members("Assign")
	w.build("Pass")
}
