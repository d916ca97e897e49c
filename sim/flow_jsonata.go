package sim

import "github.com/stepwise-go/stepwise/ordjson"

// The data flow of JSONata states: Arguments, the work, then Assign and Output, which see the
// same variables.
// https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html

func (v *visit) flowJSONata(result any, hasResult bool) (any, *ordjson.Object, *fault) {
	w := &view{v: v, input: v.input, result: result, hasResult: hasResult}
	return v.outward(w, v.node.assign, v.node.output, result)
}

func (v *visit) caughtJSONata(c *catcher, failed any) (any, *ordjson.Object, *fault) {
	w := &view{v: v, input: v.input, errorOutput: failed, hasError: true}
	return v.outward(w, c.assign, c.output, failed)
}

// outward evaluates Assign and Output; without an Output the fallback goes on.
func (v *visit) outward(w *view, assigns, outputs shape, fallback any) (any, *ordjson.Object, *fault) {
	assigned, f := assign(assigns, w)
	if f != nil || outputs == nil {
		return fallback, assigned, f
	}
	output, f := outputs.eval(w, "Output")
	return output, assigned, f
}
