package dataflow

import (
	"strconv"
	"strings"

	"github.com/stepwise-go/stepwise/asl"
)

// visit is one pass of a state with one input.
type visit struct {
	*analysis
	name     string
	around   string // pointer to the graph of the state
	entry    entry
	output   *Shape
	problems []Problem
	jsonata  bool
	item     *Shape // $$.Map.Item.Value in the ItemSelector
}

// exit is a way out of a state with what goes there; the target "" is the end of the graph.
type exit struct {
	target string
	entry  entry
}

// errorOutput is what a catcher gives.
var errorOutput = ObjectOf(map[string]*Shape{"Error": Of(String), "Cause": Of(String)})

func (v *visit) run(s asl.State) {
	v.jsonata = v.machine.Language(s) == asl.JSONata
	switch s := s.(type) {
	case *asl.Pass:
		result := v.parameters(s.Parameters, v.inputPath(s.Input))
		if s.Result.IsSet() {
			result = FromValue(s.Result.Any())
		}
		v.finish(v.resultPath(s.ResultPath, result), result, s.Outputs, s.Variables, s.Flow)
	case *asl.Wait:
		in := v.inputPath(s.Input)
		v.field("/SecondsPath", s.SecondsPath, in)
		v.field("/TimestampPath", s.TimestampPath, in)
		v.finish(in, in, s.Outputs, s.Variables, s.Flow)
	case *asl.Succeed:
		v.output = v.outputs(v.inputPath(s.Input), nil, s.Outputs)
		v.leave("", entry{input: v.output})
	case *asl.Fail:
		v.field("/ErrorPath", s.ErrorPath, v.entry.input)
		v.field("/CausePath", s.CausePath, v.entry.input)
	case *asl.Choice:
		v.choice(s)
	case *asl.Task:
		in := v.inputPath(s.Input)
		v.check("/Parameters", s.Parameters, in)
		v.check("/Arguments", s.Arguments, in)
		v.field("/TimeoutSecondsPath", s.TimeoutSecondsPath, in)
		v.field("/HeartbeatSecondsPath", s.HeartbeatSecondsPath, in)
		v.work(v.taskResult(s), s.Results, s.Outputs, s.Variables, s.Flow, s.Rescue)
	case *asl.Parallel:
		v.parallel(s)
	case *asl.Map:
		v.mapState(s)
	}
}

// leave notes a way out.
func (v *visit) leave(target string, e entry) { v.exits = append(v.exits, exit{target, e}) }

// pointer leads to the state.
func (v *visit) pointer() string { return v.around + "/States/" + escape(v.name) }

func (v *visit) inputPath(in asl.Input) *Shape {
	switch {
	case in.InputPath.IsNull():
		return ObjectOf(nil)
	case in.InputPath.IsSet():
		return v.path("/InputPath", in.InputPath.Text(), v.entry.input)
	}
	return v.entry.input
}

func (v *visit) parameters(p asl.Value, in *Shape) *Shape {
	if !p.IsSet() {
		return in
	}
	return v.template("/Parameters", p, in)
}

// work is the second half of a Task, Parallel or Map: selector, result path, outputs and catchers.
func (v *visit) work(result *Shape, r asl.Results, o asl.Outputs, vars asl.Variables, flow asl.Flow, rescue asl.Rescue) {
	if r.ResultSelector.IsSet() {
		result = v.template("/ResultSelector", r.ResultSelector, result)
	}
	v.finish(v.resultPath(r.ResultPath, result), result, o, vars, flow)
	v.catch(rescue.Catch)
}

func (v *visit) resultPath(p asl.Path, result *Shape) *Shape {
	switch {
	case p.IsNull():
		return v.entry.input
	case !p.IsSet():
		return result
	}
	return v.set(v.entry.input, p.Text(), result)
}

// finish makes the output and takes the normal way out.
func (v *visit) finish(effective, result *Shape, o asl.Outputs, vars asl.Variables, flow asl.Flow) {
	if v.jsonata {
		effective = result
	}
	variables := v.assign("/Assign", vars.Assign, result, v.entry.variables)
	v.output = v.outputs(effective, result, o)
	if flow.Next != "" || flow.End {
		v.leave(flow.Next, entry{v.output, variables})
	}
}

func (v *visit) outputs(effective, result *Shape, o asl.Outputs) *Shape {
	switch {
	case o.Output.IsSet():
		return v.template("/Output", o.Output, result)
	case o.OutputPath.IsNull():
		return ObjectOf(nil)
	case o.OutputPath.IsSet():
		return v.path("/OutputPath", o.OutputPath.Text(), effective)
	}
	return effective
}

func (v *visit) catch(catch []asl.Catcher) {
	for i, c := range catch {
		pointer := "/Catch/" + strconv.Itoa(i)
		next := errorOutput
		switch {
		case c.Output.IsSet():
			next = v.template(pointer+"/Output", c.Output, errorOutput)
		case c.ResultPath.IsNull():
			next = v.entry.input
		case c.ResultPath.IsSet():
			next = v.set(v.entry.input, c.ResultPath.Text(), errorOutput)
		}
		v.leave(c.Next, entry{next, v.assign(pointer+"/Assign", c.Assign, errorOutput, v.entry.variables)})
	}
}

// assign returns the variables with those of an Assign set.
func (v *visit) assign(pointer string, a asl.Value, data *Shape, old fields) fields {
	o := a.Object()
	if o == nil {
		return old
	}
	shape := v.template(pointer, a, data)
	for name := range o.All() {
		if !v.jsonata {
			name = strings.TrimSuffix(name, ".$")
		}
		value, _ := shape.Field(name)
		old = old.with(name, field{shape: value})
	}
	return old
}

func (v *visit) choice(s *asl.Choice) {
	in := v.inputPath(s.Input)
	here := in // of the rule that is tried
	for i := range s.Choices {
		rule := &s.Choices[i]
		pointer := "/Choices/" + strconv.Itoa(i)
		v.rule(pointer, rule, here)
		next := v.present(rule, here)
		if rule.Output.IsSet() {
			next = v.template(pointer+"/Output", rule.Output, nil)
		}
		v.leave(rule.Next, entry{next, v.assign(pointer+"/Assign", rule.Assign, in, v.entry.variables)})
		here = v.absent(rule, here)
	}
	v.output = v.outputs(here, nil, s.Outputs)
	if s.Default != "" {
		v.leave(s.Default, entry{v.output, v.assign("/Assign", s.Assign, in, v.entry.variables)})
	}
}

// rule looks at the paths of a choice rule that must lead somewhere. Behind an IsPresent in the same And
// they need not, and Not is followed for its own sake only.
func (v *visit) rule(pointer string, r *asl.Rule, in *Shape) {
	if r.Operator != "" && r.Operator != "IsPresent" && !v.jsonata {
		v.field(pointer+"/Variable", r.Variable, in)
		if op, _ := asl.OperatorByName(r.Operator); op.Operand == asl.OperandPath {
			path, _ := r.Operand.(string)
			v.field(pointer+"/"+r.Operator, path, in)
		}
	}
	for i := range r.And {
		in = v.present(&r.And[i], in)
	}
	for i := range r.And {
		v.rule(pointer+"/And/"+strconv.Itoa(i), &r.And[i], in)
	}
	before := in
	for i := range r.Or {
		v.rule(pointer+"/Or/"+strconv.Itoa(i), &r.Or[i], before)
		before = v.absent(&r.Or[i], before)
	}
	if r.Not != nil {
		v.rule(pointer+"/Not", r.Not, in)
	}
}

// present returns the shape with what a rule has found to be there.
func (v *visit) present(r *asl.Rule, in *Shape) *Shape {
	if r.Operator == "IsPresent" && r.Operand == true && strings.HasPrefix(r.Variable, "$.") {
		if _, why := v.lookup(in, r.Variable); why != "" {
			return v.set(in, r.Variable, Any)
		}
	}
	for i := range r.And {
		in = v.present(&r.And[i], in)
	}
	return in
}

// absent is present for a rule that did not hold, and after which another is tried: if it was IsPresent false,
// the field is there.
func (v *visit) absent(tried *asl.Rule, in *Shape) *Shape {
	r := *tried
	if r.Operator == "IsPresent" && r.Operand == false {
		r.Operand = true
	} else if r.Not != nil {
		r = *r.Not
	}
	return v.present(&r, in)
}
