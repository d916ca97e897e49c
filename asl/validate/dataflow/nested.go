package dataflow

import (
	"strconv"

	"github.com/stepwise-go/stepwise/asl"
)

func (v *visit) parallel(s *asl.Parallel) {
	in := v.inputPath(s.Input)
	if v.jsonata {
		if s.Arguments.IsSet() {
			in = v.template("/Arguments", s.Arguments, in)
		}
	} else {
		in = v.parameters(s.Parameters, in)
	}
	var elem *Shape
	for i := range s.Branches {
		out := v.graph(&s.Branches[i].Graph, v.pointer()+"/Branches/"+strconv.Itoa(i), entry{in, v.entry.variables})
		elem = v.joiner.sum(elem, out, 0)
	}
	v.work(ListOf(elem), s.Results, s.Outputs, s.Variables, s.Flow, s.Rescue)
}

func (v *visit) mapState(s *asl.Map) {
	in := v.inputPath(s.Input)
	items := in
	switch {
	case s.ItemReader != nil:
		v.check("/ItemReader/Parameters", s.ItemReader.Parameters, in)
		items = Any
	case v.jsonata && s.Items.IsSet():
		items = v.template("/Items", s.Items, in)
	case s.ItemsPath.IsSet() && !s.ItemsPath.IsNull():
		items = v.path("/ItemsPath", s.ItemsPath.Text(), in)
	}
	item, _ := items.element()
	if items.known().kinds&Object != 0 {
		item = Any // the members of an object, each with key and value
	}
	v.item = item
	each := item
	for _, selector := range []struct {
		pointer string
		value   asl.Value
	}{{"/Parameters", s.Parameters}, {"/ItemSelector", s.ItemSelector}} {
		if selector.value.IsSet() {
			each = v.template(selector.pointer, selector.value, in)
		}
	}
	v.field("/MaxConcurrencyPath", s.MaxConcurrencyPath, in)
	v.field("/ToleratedFailureCountPath", s.ToleratedFailureCountPath, in)
	v.field("/ToleratedFailurePercentagePath", s.ToleratedFailurePercentagePath, in)
	result := v.iterate(s, each)
	v.item = nil
	v.work(result, s.Results, s.Outputs, s.Variables, s.Flow, s.Rescue)
}

func (v *visit) iterate(s *asl.Map, each *Shape) *Shape {
	variables := v.entry.variables
	if s.Distributed() {
		variables = fields{}
	}
	if s.ItemBatcher != nil {
		batch := map[string]*Shape{"Items": ListOf(each)}
		if s.ItemBatcher.BatchInput.IsSet() {
			batch["BatchInput"] = v.template("/ItemBatcher/BatchInput", s.ItemBatcher.BatchInput, v.entry.input)
		}
		each = ObjectOf(batch)
	}
	var out *Shape
	for _, inner := range asl.InnerGraphs(s) {
		out = v.graph(inner.Graph, v.pointer()+inner.Pointer, entry{each, variables})
	}
	if s.ResultWriter != nil {
		return Any
	}
	return ListOf(out)
}
