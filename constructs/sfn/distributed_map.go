package sfn

import (
	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/iam"
	"github.com/stepwise-go/stepwise/internal/origin"
)

// DistributedMap runs a processor for each item as child executions of their own, up to 10,000 at a
// time, over items of the input or of objects in S3. It renders to a Map state in distributed mode.
// The machine's role gets what the Map needs: to start the children, and to read and write S3.
//
// https://docs.aws.amazon.com/step-functions/latest/dg/state-map-distributed.html
type DistributedMap struct {
	node
	flow
	rescue
	props       mapFields
	distributed DistributedProps
}

// DistributedProps are what a distributed Map has and an inline one does not; the same in both languages.
type DistributedProps struct {
	// ExecutionType is that of the children; "" is Standard.
	ExecutionType MachineType
	// Label names the Map in the ARNs of its children: at most 40 characters. "" lets AWS make one up,
	// a new one for each version of the machine.
	Label                      string
	Reader                     ItemReader   // nil takes the items from the input
	Batcher                    *ItemBatcher // nil gives each item a child of its own
	Writer                     *ResultWriter
	ToleratedFailureCount      Number // items that may fail before the Map does; nil or 0 is none
	ToleratedFailurePercentage Number // 0 to 100
}

// DistributedMapProps are the options of a JSONPath DistributedMap.
type DistributedMapProps struct {
	MapProps
	DistributedProps
}

// JSONataDistributedMapProps are the options of a JSONata DistributedMap.
type JSONataDistributedMapProps struct {
	JSONataMapProps
	DistributedProps
}

// ItemBatcher puts several items into one child execution, whose input is then
// {"Items": [...], "BatchInput": ...}. At least one of the two limits is given.
//
// https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itembatcher.html
type ItemBatcher struct {
	MaxItems      Number // items in a batch
	MaxInputBytes Number // bytes of input of a batch, at most 262,144
	BatchInput    Value  // for every batch
}

// NewDistributedMap returns a DistributedMap of the JSONPath flavour.
func NewDistributedMap(name string, processor Chainable, props ...DistributedMapProps) *DistributedMap {
	s := newDistributedMap(name, processor, origin.Here())
	p := one(&s.node, props)
	s.comment, s.distributed = p.Comment, p.DistributedProps
	s.props.dataFlow = dataFlow{
		inputPath: p.InputPath, resultSelector: p.ResultSelector, resultPath: p.ResultPath, outputPath: p.OutputPath, assign: p.Assign,
	}
	s.props.processorComment(p.ProcessorComment)
	s.props.itemsPath, s.props.itemSelector, s.props.maxConcurrency = p.ItemsPath, p.ItemSelector, p.MaxConcurrency
	if len(p.MapProps.Retry) > 0 {
		s.addRetry(&s.node, s.at, p.MapProps.Retry)
	}
	return s
}

// NewJSONataDistributedMap returns a DistributedMap of the JSONata flavour.
func NewJSONataDistributedMap(name string, processor Chainable, props ...JSONataDistributedMapProps) *DistributedMap {
	s := newDistributedMap(name, processor, origin.Here())
	s.language = asl.JSONata
	p := one(&s.node, props)
	s.comment, s.distributed = p.Comment, p.DistributedProps
	s.props.dataFlow = dataFlow{output: p.Output, assign: p.Assign}
	s.props.processorComment(p.ProcessorComment)
	s.props.items, s.props.itemSelector, s.props.maxConcurrency = p.Items, p.ItemSelector, p.MaxConcurrency
	if len(p.JSONataMapProps.Retry) > 0 {
		s.addRetry(&s.node, s.at, p.JSONataMapProps.Retry)
	}
	return s
}

func newDistributedMap(name string, processor Chainable, at origin.Origin) *DistributedMap {
	s := &DistributedMap{node: node{name: name, at: at}}
	s.props.processor = processorOf(&s.node, processor)
	return s
}

// Start returns the state itself.
func (s *DistributedMap) Start() State { return s }

// Ends returns the one open end, for Next.
func (s *DistributedMap) Ends() []End { return s.ends(&s.node) }

// Next goes to that state when all items are done.
func (s *DistributedMap) Next(to Chainable) *Chain { return join(chainOf(s), to, origin.Here()) }

// Retry runs the whole Map again after errors. See Task.Retry.
func (s *DistributedMap) Retry(props ...RetryProps) *DistributedMap {
	if s == nil {
		return nil
	}
	s.addRetry(&s.node, origin.Here(), props)
	return s
}

// Catch goes to the handler after an error. See Task.Catch.
func (s *DistributedMap) Catch(handler Chainable, props ...CatchProps) *DistributedMap {
	if s == nil {
		return nil
	}
	s.addCatch(&s.node, origin.Here(), handler, one(&s.node, props).fields())
	return s
}

// CatchJSONata is Catch for a JSONata state.
func (s *DistributedMap) CatchJSONata(handler Chainable, props ...JSONataCatchProps) *DistributedMap {
	if s == nil {
		return nil
	}
	s.addCatch(&s.node, origin.Here(), handler, one(&s.node, props).fields())
	return s
}

func (s *DistributedMap) edges(out []*edge) []*edge { return s.catchEdges(append(out, &s.next)) }

func (s *DistributedMap) copyFor(c *copier) State {
	d := *s
	c.add(s, &d, &d.node)
	c.rescue(&d.rescue)
	d.props.processor = c.graph(s.props.processor)
	return &d
}

func (s *DistributedMap) render(r *rendering) asl.State {
	out := &asl.Map{Label: s.distributed.Label}
	r.common(s, &out.Common)
	r.mapFields(&s.props, out)
	if s.distributed.Reader != nil {
		out.ItemReader = r.itemReader(s.distributed.Reader)
	}
	if s.distributed.Batcher != nil {
		out.ItemBatcher = r.itemBatcher(s.distributed.Batcher)
	}
	if s.distributed.Writer != nil {
		out.ResultWriter = r.resultWriter(s.distributed.Writer)
	}
	out.ToleratedFailureCount, out.ToleratedFailureCountPath = r.integer("ToleratedFailureCount", s.distributed.ToleratedFailureCount)
	out.ToleratedFailurePercentage, out.ToleratedFailurePercentagePath = r.decimal("ToleratedFailurePercentage", s.distributed.ToleratedFailurePercentage)
	kind := s.distributed.ExecutionType
	if kind == "" {
		kind = Standard
	}
	r.processor(s.props.processor, &asl.ProcessorConfig{Mode: asl.ModeDistributed, ExecutionType: string(kind)}, out)
	r.startsChildren(s.distributed.Label)
	r.rescue(&s.rescue, &out.Rescue)
	r.flow(&s.next, &out.Flow)
	return out
}

// The ARNs of the machine itself, before it has one. The CDK binding puts the real ones in their place.
const (
	// SelfARN stands for the ARN of the machine.
	SelfARN = "${Stepwise::StateMachineArn}"
	// SelfExecutionARN stands for the ARN of its executions without the last part:
	// arn:aws:states:region:account:execution:name.
	SelfExecutionARN = "${Stepwise::ExecutionArn}"
)

// startsChildren notes what a distributed Map may do with its own machine.
//
// https://docs.aws.amazon.com/step-functions/latest/dg/iam-policies-eg-dist-map.html
func (r *rendering) startsChildren(label string) {
	if label == "" {
		label = "*"
	}
	r.statement(iam.Allow("states:StartExecution").On(SelfARN).Because(r.state.Name(), "starts the child executions"))
	r.statement(iam.Allow("states:DescribeExecution", "states:StopExecution").On(SelfExecutionARN+":*").Because(r.state.Name(), "watches and stops the child executions"))
	r.statement(iam.Allow("states:RedriveExecution").On(SelfExecutionARN+"/"+label+":*").Because(r.state.Name(), "redrives the child executions"))
}

func (r *rendering) itemBatcher(b *ItemBatcher) *asl.ItemBatcher {
	out := &asl.ItemBatcher{}
	out.MaxItemsPerBatch, out.MaxItemsPerBatchPath = r.integer("ItemBatcher/MaxItemsPerBatch", b.MaxItems)
	out.MaxInputBytesPerBatch, out.MaxInputBytesPerBatchPath = r.integer("ItemBatcher/MaxInputBytesPerBatch", b.MaxInputBytes)
	if b.BatchInput != nil {
		out.BatchInput = r.nested("/ItemBatcher", "BatchInput", b.BatchInput, true, r.state.base().at)
	}
	return out
}
