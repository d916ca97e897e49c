package sfn

import (
	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/internal/origin"
)

// Succeed ends the machine, the branch or the iteration with success. It renders to a Succeed state
// and has no Next.
//
// https://docs.aws.amazon.com/step-functions/latest/dg/state-succeed.html
type Succeed struct {
	node
	props dataFlow
}

// SucceedProps are the options of a JSONPath Succeed.
type SucceedProps struct {
	Comment    string
	InputPath  string // as in TaskProps
	OutputPath string // as in TaskProps
}

// JSONataSucceedProps are the options of a JSONata Succeed.
type JSONataSucceedProps struct {
	Comment string
	Output  Value
}

// NewSucceed returns a Succeed of the JSONPath flavour.
func NewSucceed(name string, props ...SucceedProps) *Succeed {
	s := &Succeed{node: node{name: name, at: origin.Here()}}
	p := one(&s.node, props)
	s.comment, s.props = p.Comment, dataFlow{inputPath: p.InputPath, outputPath: p.OutputPath}
	return s
}

// NewJSONataSucceed returns a Succeed of the JSONata flavour.
func NewJSONataSucceed(name string, props ...JSONataSucceedProps) *Succeed {
	s := &Succeed{node: node{name: name, at: origin.Here(), language: asl.JSONata}}
	p := one(&s.node, props)
	s.comment, s.props = p.Comment, dataFlow{output: p.Output}
	return s
}

// Start returns the state itself.
func (s *Succeed) Start() State { return s }

// Ends returns nothing: the state is the end.
func (s *Succeed) Ends() []End { return nil }

func (s *Succeed) copyFor(c *copier) State {
	d := *s
	c.add(s, &d, &d.node)
	return &d
}

func (s *Succeed) render(r *rendering) asl.State {
	out := &asl.Succeed{}
	r.common(s, &out.Common)
	r.input(&s.props, &out.Input)
	r.outputs(&s.props, &out.Outputs)
	return out
}
