package sfn

import (
	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/internal/origin"
)

// Choice goes one of several ways. It renders to a Choice state.
//
// Next on a Choice joins every end its ways leave open, those of Choices inside them and the missing
// Otherwise too. Without Next and Otherwise the execution fails with States.Runtime when no
// rule holds.
//
// https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html
type Choice struct {
	node
	props     dataFlow
	rules     []*rule
	otherwise edge
	after     edge // joins the open ends of the ways; no transition of its own
	joins     AfterwardsProps
}

type rule struct {
	edge
	condition Condition
	props     whenProps
}

// ChoiceProps are the options of a JSONPath Choice.
type ChoiceProps struct {
	Comment    string
	InputPath  string         // as in TaskProps
	OutputPath string         // as in TaskProps
	Assign     map[string]any // variables when no rule holds
}

// JSONataChoiceProps are the options of a JSONata Choice.
type JSONataChoiceProps struct {
	Comment string
	Output  Value          // when no rule holds
	Assign  map[string]any // when no rule holds
}

// WhenProps are the options of a rule of a JSONPath Choice.
type WhenProps struct {
	Comment string
	Assign  map[string]any
}

// JSONataWhenProps are the options of a rule of a JSONata Choice.
type JSONataWhenProps struct {
	Comment string
	Output  Value
	Assign  map[string]any
}

type whenProps struct {
	comment string
	output  Value
	assign  map[string]any
}

// AfterwardsProps say which ends Choice.Afterwards joins.
type AfterwardsProps struct {
	IncludeErrorHandlers bool // those of the handlers that Catch goes to, too
	ExcludeOtherwise     bool // not the Otherwise that is missing
}

// NewChoice returns a Choice of the JSONPath flavour.
func NewChoice(name string, props ...ChoiceProps) *Choice {
	s := newChoice(name, origin.Here())
	p := one(&s.node, props)
	s.comment = p.Comment
	s.props = dataFlow{inputPath: p.InputPath, outputPath: p.OutputPath, assign: p.Assign}
	return s
}

// NewJSONataChoice returns a Choice of the JSONata flavour.
func NewJSONataChoice(name string, props ...JSONataChoiceProps) *Choice {
	s := newChoice(name, origin.Here())
	s.language = asl.JSONata
	p := one(&s.node, props)
	s.comment = p.Comment
	s.props = dataFlow{output: p.Output, assign: p.Assign}
	return s
}

func newChoice(name string, at origin.Origin) *Choice {
	return &Choice{node: node{name: name, at: at}}
}

// When goes to that state if the condition holds and none before it did.
func (s *Choice) When(condition Condition, to Chainable, props ...WhenProps) *Choice {
	if s == nil {
		return nil
	}
	p := one(&s.node, props)
	return s.when(condition, to, whenProps{comment: p.Comment, assign: p.Assign}, origin.Here())
}

// WhenJSONata is When with the options of a JSONata Choice.
func (s *Choice) WhenJSONata(condition Condition, to Chainable, props ...JSONataWhenProps) *Choice {
	if s == nil {
		return nil
	}
	p := one(&s.node, props)
	return s.when(condition, to, whenProps{p.Comment, p.Output, p.Assign}, origin.Here())
}

func (s *Choice) when(condition Condition, to Chainable, props whenProps, at origin.Origin) *Choice {
	s.edits++
	way := open(to)
	if way.start == nil {
		s.fault(at, way.or(ruleIsNil()))
		return s
	}
	r := &rule{condition: condition, props: props}
	r.to, r.at = way.start, at
	r.to.base().cameFrom(&s.node)
	s.rules = append(s.rules, r)
	return s
}

// Otherwise goes to that state if no condition holds.
func (s *Choice) Otherwise(to Chainable) *Choice {
	if s == nil {
		return nil
	}
	at := origin.Here()
	way := open(to)
	if way.start == nil {
		s.fault(at, way.or(ruleIsNil()))
		return s
	}
	connect(End{&s.otherwise, &s.node}, way.start, at)
	return s
}

// Start returns the state itself.
func (s *Choice) Start() State { return s }

// Ends returns one end, which stands for all that the ways of the Choice leave open.
func (s *Choice) Ends() []End {
	if s == nil {
		return nil
	}
	return []End{{&s.after, &s.node}}
}

// Next joins all ends that the ways of this Choice leave open. The ways may be added later.
func (s *Choice) Next(to Chainable) *Chain { return join(chainOf(s), to, origin.Here()) }

// Afterwards returns the Choice as a chain whose Next joins the ends that the props select.
func (s *Choice) Afterwards(props ...AfterwardsProps) *Chain {
	if s == nil {
		return &Chain{}
	}
	s.edits++
	s.joins = *one(&s.node, props)
	return chainOf(s)
}

func (s *Choice) edges(out []*edge) []*edge {
	for _, r := range s.rules {
		out = append(out, &r.edge)
	}
	return append(out, &s.otherwise, &s.after)
}

func (s *Choice) copyFor(c *copier) State {
	d := *s
	c.add(s, &d, &d.node)
	d.rules = make([]*rule, len(s.rules))
	for i, r := range s.rules {
		cp := *r
		d.rules[i] = &cp
	}
	return &d
}

func (s *Choice) render(r *rendering) asl.State {
	out := &asl.Choice{}
	r.common(s, &out.Common)
	r.input(&s.props, &out.Input)
	out.Choices = make([]asl.Rule, len(s.rules))
	for i, way := range s.rules {
		out.Choices[i] = r.rule(i, way)
	}
	out.Default = r.target(&s.otherwise, "/Default")
	r.assign(s.props.assign, &out.Variables)
	r.outputs(&s.props, &out.Outputs)
	return out
}
