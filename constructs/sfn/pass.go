package sfn

import (
	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/internal/origin"
)

// Pass hands its input on, or a value in its place. It renders to a Pass state.
//
// https://docs.aws.amazon.com/step-functions/latest/dg/state-pass.html
type Pass struct {
	node
	flow
	props      dataFlow
	result     Value
	parameters Value
}

// PassProps are the options of a JSONPath Pass.
type PassProps struct {
	Comment   string
	InputPath string // as in TaskProps
	// Result is the output as it stands here: expressions inside it are a fault. Null is null.
	Result Value
	// Parameters is the output, computed. Of Result and Parameters, Result wins.
	Parameters Value
	ResultPath string // as in TaskProps
	OutputPath string // as in TaskProps
	Assign     map[string]any
}

// JSONataPassProps are the options of a JSONata Pass.
type JSONataPassProps struct {
	Comment string
	Output  Value // nil is the input
	Assign  map[string]any
}

// NewPass returns a Pass of the JSONPath flavour.
func NewPass(name string, props ...PassProps) *Pass {
	s := newPass(name, origin.Here())
	p := one(&s.node, props)
	s.comment, s.result, s.parameters = p.Comment, p.Result, p.Parameters
	s.props = dataFlow{inputPath: p.InputPath, resultPath: p.ResultPath, outputPath: p.OutputPath, assign: p.Assign}
	return s
}

// NewJSONataPass returns a Pass of the JSONata flavour.
func NewJSONataPass(name string, props ...JSONataPassProps) *Pass {
	s := newPass(name, origin.Here())
	s.language = asl.JSONata
	p := one(&s.node, props)
	s.comment = p.Comment
	s.props = dataFlow{output: p.Output, assign: p.Assign}
	return s
}

func newPass(name string, at origin.Origin) *Pass {
	s := &Pass{node: node{name: name, at: at}}
	return s
}

// Start returns the state itself.
func (s *Pass) Start() State { return s }

// Ends returns the one open end, for Next.
func (s *Pass) Ends() []End { return s.ends(&s.node) }

// Next goes to that state afterwards.
func (s *Pass) Next(to Chainable) *Chain { return join(chainOf(s), to, origin.Here()) }

func (s *Pass) edges(out []*edge) []*edge { return append(out, &s.next) }

func (s *Pass) copyFor(c *copier) State {
	d := *s
	c.add(s, &d, &d.node)
	return &d
}

func (s *Pass) render(r *rendering) asl.State {
	out := &asl.Pass{}
	r.common(s, &out.Common)
	r.input(&s.props, &out.Input)
	out.Parameters = r.jsonPathOnly("Parameters", s.parameters)
	out.Result = r.literal("Result", s.result)
	out.ResultPath = r.path("ResultPath", s.props.resultPath)
	r.assign(s.props.assign, &out.Variables)
	r.outputs(&s.props, &out.Outputs)
	r.flow(&s.next, &out.Flow)
	return out
}
