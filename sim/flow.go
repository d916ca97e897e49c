package sim

import "github.com/stepwise-go/stepwise/ordjson"

// The data flow of JSONPath states, in the order of the service: InputPath, Parameters, the work,
// ResultSelector, Assign, ResultPath, OutputPath.
// https://docs.aws.amazon.com/step-functions/latest/dg/concepts-input-output-filtering.html

// shape is a compiled value: a payload template, or JSON with JSONata expressions in it.
// The field names the place for messages.
type shape interface {
	eval(w *view, field string) (any, *fault)
}

// effective is the input as the state sees it: filtered by InputPath in JSONPath.
func (v *visit) effective() (any, *fault) {
	if v.node.jsonata {
		return v.input, nil
	}
	in := v.input
	if v.node.inputPath != nil {
		var f *fault
		if in, f = v.node.inputPath.get(v.view(v.input)); f != nil {
			return nil, f
		}
	}
	v.trace.note("afterInputPath", in)
	return in, nil
}

// arguments is what the work of the state gets: its Parameters or Arguments, or else its input.
func (v *visit) arguments() (any, *fault) {
	in, f := v.effective()
	if f != nil {
		return nil, f
	}
	field, step := "Parameters", "afterParameters"
	if v.node.jsonata {
		field, step = "Arguments", "afterArguments"
	}
	if v.node.params != nil {
		if in, f = v.node.params.eval(v.view(in), field); f != nil {
			return nil, f
		}
		if tooLarge(in) {
			return nil, newFault(ErrorDataLimit, msgDataLimitInput, v.node.name)
		}
	}
	if v.node.params != nil || !v.node.jsonata {
		v.trace.note(step, in)
	}
	return in, nil
}

// complete takes the result of the work to the output of the state and leaves it.
func (v *visit) complete(result any) {
	if !v.s.live() {
		return
	}
	output, assigned, f := v.flow(result, true)
	if f != nil {
		v.fail(f)
		return
	}
	v.leave(v.node.to, output, assigned)
}

// pass is complete for a state without a result: its input goes on.
func (v *visit) pass(in any) {
	output, assigned, f := v.flow(in, false)
	if f != nil {
		v.fail(f)
		return
	}
	v.leave(v.node.to, output, assigned)
}

func (v *visit) flow(result any, hasResult bool) (any, *ordjson.Object, *fault) {
	if v.node.jsonata {
		return v.flowJSONata(result, hasResult)
	}
	return v.flowJSONPath(result)
}

func (v *visit) flowJSONPath(result any) (any, *ordjson.Object, *fault) {
	n := v.node
	if n.selector != nil {
		selected, f := n.selector.eval(v.view(result), "ResultSelector")
		if f != nil {
			return nil, nil, f
		}
		result = selected
	}
	if n.hasSelector {
		v.trace.note("afterResultSelector", result)
	}
	assigned, f := assign(n.assign, v.view(result))
	if f != nil {
		return nil, nil, f
	}
	output, f := n.resultPath.put(v.input, result)
	if f != nil {
		return nil, nil, f
	}
	if n.hasResultPath {
		v.trace.note("afterResultPath", output)
	}
	if n.outputPath != nil {
		output, f = n.outputPath.get(v.view(output))
	}
	return output, assigned, f
}

// assign evaluates an Assign field; all its values are those before the assignment.
func assign(s shape, w *view) (*ordjson.Object, *fault) {
	if s == nil {
		return nil, nil
	}
	v, f := s.eval(w, "Assign")
	if f != nil {
		return nil, f
	}
	o, _ := v.(*ordjson.Object)
	return o, nil
}

// caught is what a catcher makes of a failure: the output and the variables.
func (v *visit) caught(c *catcher, f *fault) (any, *ordjson.Object, *fault) {
	failed := f.output()
	if v.node.jsonata {
		return v.caughtJSONata(c, failed)
	}
	assigned, broken := assign(c.assign, v.view(failed))
	if broken != nil {
		return nil, nil, broken
	}
	output, broken := c.resultPath.put(v.input, failed)
	return output, assigned, broken
}

func (v *visit) view(input any) *view { return &view{v: v, input: input} }
