package codegen

import (
	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/ordjson"
)

func (w *stateWriter) mapState(s *asl.Map) {
	typ := "Map"
	if s.Distributed() {
		typ = "DistributedMap"
	}
	w.path("InputPath")
	w.path("ItemsPath")
	w.anyOf(asl.JSONata, "Items")
	w.itemSelector()
	w.numeric("MaxConcurrency", "MaxConcurrency", w.whole)
	if !w.isJSONata() {
		w.members("ResultSelector")
	}
	w.path("ResultPath")
	w.path("OutputPath")
	w.anyOf(asl.JSONata, "Output")
	w.members("Assign")
	w.rescue()
	p := s.Processor()
	if p == nil {
		w.build(typ)
		w.raw()
		return
	}
	if typ == "DistributedMap" {
		w.distributed(s)
	}
	field := "ItemProcessor"
	if s.ItemProcessor == nil {
		field = "Iterator"
	}
	w.rest.Delete(field)
	processor := w.inner(&p.Graph, w.pointer+"/"+field, w.name+" item")
	w.build(typ, processor)
	w.processor(p)
	if field == "Iterator" {
		w.patch("Move", quoted("/ItemProcessor"), quoted("/Iterator"))
	}
}

// itemSelector takes the ItemSelector, or the Parameters it once was called.
func (w *stateWriter) itemSelector() {
	if w.rest.Has("ItemSelector") {
		w.any("ItemSelector", "ItemSelector")
		return
	}
	if v, ok := w.rest.Get("Parameters"); ok && !w.isJSONata() {
		w.take("Parameters", "ItemSelector", w.field(v, jsonPath))
		w.patch("Move", quoted("/ItemSelector"), quoted("/Parameters"))
	}
}

// processor patches the processor where it is not as the builder makes it.
func (w *stateWriter) processor(p *asl.Processor) {
	const at = "/ItemProcessor"
	switch c := p.ProcessorConfig; {
	case c == nil:
		w.patch("Remove", quoted(at+"/ProcessorConfig"))
	case c.Mode == asl.ModeDistributed:
		if c.ExecutionType == "" {
			w.patch("Remove", quoted(at+"/ProcessorConfig/ExecutionType"))
		}
		w.extra(at+"/ProcessorConfig", c.Extra)
	default:
		if c.Mode == "" {
			w.patch("Remove", quoted(at+"/ProcessorConfig/Mode"))
		} else if c.Mode != asl.ModeInline {
			w.set(at+"/ProcessorConfig/Mode", c.Mode)
		}
		if c.ExecutionType != "" {
			w.set(at+"/ProcessorConfig/ExecutionType", c.ExecutionType)
		}
		w.extra(at+"/ProcessorConfig", c.Extra)
	}
	if p.Comment != "" {
		w.set(at+"/Comment", p.Comment)
	}
	if p.QueryLanguage != "" {
		w.set(at+"/QueryLanguage", string(p.QueryLanguage))
	}
	w.extra(at, p.Extra)
}

// distributed takes the fields that only a distributed Map has. The props are of embedded structs.
func (w *stateWriter) distributed(s *asl.Map) {
	name := "MapProps"
	if w.isJSONata() {
		name = "JSONataMapProps"
	}
	own := w.props
	w.props = nil
	switch t := s.Processor().ProcessorConfig.ExecutionType; t {
	case "", "STANDARD":
	case "EXPRESS":
		w.prop("ExecutionType", text("sfn.Express"))
	default:
		w.prop("ExecutionType", quoted(t))
	}
	w.text("Label", "Label")
	w.reader(s.ItemReader)
	w.batcher()
	w.writer(s.ResultWriter)
	w.numeric("ToleratedFailureCount", "ToleratedFailureCount", w.whole)
	w.numeric("ToleratedFailurePercentage", "ToleratedFailurePercentage", w.decimal)
	only := w.props
	w.props = nil
	if len(own) > 0 {
		w.prop(name, composite("sfn."+name, own...))
	}
	if len(only) > 0 {
		w.prop("DistributedProps", composite("sfn.DistributedProps", only...))
	}
}

// batcher takes an ItemBatcher that props can say.
func (w *stateWriter) batcher() {
	o, ok := w.get("ItemBatcher").(*ordjson.Object)
	if !ok {
		return
	}
	in := w.part(o)
	in.numeric("MaxItemsPerBatch", "MaxItems", w.whole)
	in.numeric("MaxInputBytesPerBatch", "MaxInputBytes", w.whole)
	in.any("BatchInput", "BatchInput")
	if in.rest.Len() == 0 {
		w.take("ItemBatcher", "Batcher", composite("&sfn.ItemBatcher", in.props...))
	}
}

// part is a writer for an object inside the state.
func (w *stateWriter) part(o *ordjson.Object) *stateWriter {
	return &stateWriter{graph: w.graph, state: w.state, asl: w.asl, language: w.language, rest: o.Clone()}
}
