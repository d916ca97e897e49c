package sfn

import (
	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/internal/origin"
)

// Map runs a processor for each item of a list, inside the execution: at most 40 at a time, within
// its history of 25,000 events. Its result is the list of outputs. It renders to an inline Map state.
// See DistributedMap for more items than that.
//
// https://docs.aws.amazon.com/step-functions/latest/dg/state-map-inline.html
type Map struct {
	node
	flow
	rescue
	props mapFields
}

// MapProps are the options of a JSONPath Map.
type MapProps struct {
	Comment        string
	InputPath      string         // as in TaskProps
	ItemsPath      string         // the list in the input; "" is the input
	ItemSelector   Value          // the input of each iteration; the item is At("$$.Map.Item.Value")
	MaxConcurrency Number         // iterations at a time; nil or 0 is as many as AWS allows
	ResultSelector map[string]any // as in TaskProps
	ResultPath     string         // as in TaskProps
	OutputPath     string         // as in TaskProps
	Assign         map[string]any
	Retry          []RetryProps
	// ProcessorComment is the Comment of the ItemProcessor.
	ProcessorComment string
}

// JSONataMapProps are the options of a JSONata Map.
type JSONataMapProps struct {
	Comment        string
	Items          Value // the list, or an expression; nil is the input
	ItemSelector   Value // the input of each iteration; the item is $states.context.Map.Item.Value
	MaxConcurrency Number
	Output         Value
	Assign         map[string]any
	Retry          []RetryProps
	// ProcessorComment is the Comment of the ItemProcessor.
	ProcessorComment string
}

type mapFields struct {
	dataFlow
	itemsPath      string
	items          Value
	itemSelector   Value
	maxConcurrency Number
	processor      *innerGraph
}

// NewMap returns a Map of the JSONPath flavour that runs the processor for each item.
func NewMap(name string, processor Chainable, props ...MapProps) *Map {
	s := newMap(name, processor, origin.Here())
	p := one(&s.node, props)
	s.comment = p.Comment
	s.props.dataFlow = dataFlow{
		inputPath: p.InputPath, resultSelector: p.ResultSelector, resultPath: p.ResultPath, outputPath: p.OutputPath, assign: p.Assign,
	}
	s.props.processorComment(p.ProcessorComment)
	s.props.itemsPath, s.props.itemSelector, s.props.maxConcurrency = p.ItemsPath, p.ItemSelector, p.MaxConcurrency
	if len(p.Retry) > 0 {
		s.addRetry(&s.node, s.at, p.Retry)
	}
	return s
}

// NewJSONataMap returns a Map of the JSONata flavour that runs the processor for each item.
func NewJSONataMap(name string, processor Chainable, props ...JSONataMapProps) *Map {
	s := newMap(name, processor, origin.Here())
	s.language = asl.JSONata
	p := one(&s.node, props)
	s.comment = p.Comment
	s.props.dataFlow = dataFlow{output: p.Output, assign: p.Assign}
	s.props.processorComment(p.ProcessorComment)
	s.props.items, s.props.itemSelector, s.props.maxConcurrency = p.Items, p.ItemSelector, p.MaxConcurrency
	if len(p.Retry) > 0 {
		s.addRetry(&s.node, s.at, p.Retry)
	}
	return s
}

// processorComment gives the processor a comment.
func (p *mapFields) processorComment(text string) {
	if p.processor != nil {
		p.processor.comment = text
	}
}

func newMap(name string, processor Chainable, at origin.Origin) *Map {
	s := &Map{node: node{name: name, at: at}}
	s.props.processor = processorOf(&s.node, processor)
	return s
}

func processorOf(n *node, processor Chainable) *innerGraph {
	o := open(processor)
	if o.start == nil {
		if o.fault != nil {
			n.fault(n.at, *o.fault)
		}
		return nil // reported when it is rendered
	}
	return &innerGraph{start: o.start, at: n.at}
}

// Start returns the state itself.
func (s *Map) Start() State { return s }

// Ends returns the one open end, for Next.
func (s *Map) Ends() []End { return s.ends(&s.node) }

// Next goes to that state when all items are done.
func (s *Map) Next(to Chainable) *Chain { return join(chainOf(s), to, origin.Here()) }

// Retry runs the whole Map again after errors. See Task.Retry.
func (s *Map) Retry(props ...RetryProps) *Map {
	if s == nil {
		return nil
	}
	s.addRetry(&s.node, origin.Here(), props)
	return s
}

// Catch goes to the handler after an error in an iteration. See Task.Catch.
func (s *Map) Catch(handler Chainable, props ...CatchProps) *Map {
	if s == nil {
		return nil
	}
	s.addCatch(&s.node, origin.Here(), handler, one(&s.node, props).fields())
	return s
}

// CatchJSONata is Catch for a JSONata state.
func (s *Map) CatchJSONata(handler Chainable, props ...JSONataCatchProps) *Map {
	if s == nil {
		return nil
	}
	s.addCatch(&s.node, origin.Here(), handler, one(&s.node, props).fields())
	return s
}

func (s *Map) edges(out []*edge) []*edge { return s.catchEdges(append(out, &s.next)) }

func (s *Map) copyFor(c *copier) State {
	d := *s
	c.add(s, &d, &d.node)
	c.rescue(&d.rescue)
	d.props.processor = c.graph(s.props.processor)
	return &d
}

func (s *Map) render(r *rendering) asl.State {
	out := &asl.Map{}
	r.common(s, &out.Common)
	r.mapFields(&s.props, out)
	r.processor(s.props.processor, &asl.ProcessorConfig{Mode: asl.ModeInline}, out)
	r.rescue(&s.rescue, &out.Rescue)
	r.flow(&s.next, &out.Flow)
	return out
}
