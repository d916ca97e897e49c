package sfn

import (
	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/internal/origin"
)

// Parallel runs its branches at the same time, each with a copy of the input. Its result is the
// list of their outputs, in the order of the branches. It renders to a Parallel state.
//
// https://docs.aws.amazon.com/step-functions/latest/dg/state-parallel.html
type Parallel struct {
	node
	flow
	rescue
	props     dataFlow
	arguments Value
	branches  []*innerGraph
}

// ParallelProps are the options of a JSONPath Parallel.
type ParallelProps struct {
	Comment        string
	InputPath      string         // as in TaskProps
	Parameters     Value          // the input of the branches
	ResultSelector map[string]any // as in TaskProps
	ResultPath     string         // as in TaskProps
	OutputPath     string         // as in TaskProps
	Assign         map[string]any
	Retry          []RetryProps
}

// JSONataParallelProps are the options of a JSONata Parallel.
type JSONataParallelProps struct {
	Comment   string
	Arguments Value // the input of the branches; nil is that of the state
	Output    Value
	Assign    map[string]any
	Retry     []RetryProps
}

// NewParallel returns a Parallel of the JSONPath flavour; Branch adds its branches.
func NewParallel(name string, props ...ParallelProps) *Parallel {
	return newParallel(name, origin.Here(), props)
}

func newParallel(name string, at origin.Origin, props []ParallelProps) *Parallel {
	s := &Parallel{node: node{name: name, at: at}}
	p := one(&s.node, props)
	s.comment, s.arguments = p.Comment, p.Parameters
	s.props = dataFlow{
		inputPath: p.InputPath, resultSelector: p.ResultSelector, resultPath: p.ResultPath, outputPath: p.OutputPath, assign: p.Assign,
	}
	if len(p.Retry) > 0 {
		s.addRetry(&s.node, at, p.Retry)
	}
	return s
}

// NewJSONataParallel returns a Parallel of the JSONata flavour; Branch adds its branches.
func NewJSONataParallel(name string, props ...JSONataParallelProps) *Parallel {
	s := &Parallel{node: node{name: name, at: origin.Here(), language: asl.JSONata}}
	p := one(&s.node, props)
	s.comment, s.arguments = p.Comment, p.Arguments
	s.props = dataFlow{output: p.Output, assign: p.Assign}
	if len(p.Retry) > 0 {
		s.addRetry(&s.node, s.at, p.Retry)
	}
	return s
}

// Branch adds branches. A branch is a machine of its own: its states cannot go to states outside.
func (s *Parallel) Branch(branches ...Chainable) *Parallel {
	if s == nil {
		return nil
	}
	at := origin.Here()
	for _, b := range branches {
		s.branch(b, "", at)
	}
	return s
}

// CommentedBranch adds one branch with a comment.
func (s *Parallel) CommentedBranch(comment string, branch Chainable) *Parallel {
	if s == nil {
		return nil
	}
	s.branch(branch, comment, origin.Here())
	return s
}

func (s *Parallel) branch(b Chainable, comment string, at origin.Origin) {
	s.edits++
	o := open(b)
	if o.start == nil {
		s.fault(at, o.or(branchIsNil()))
		return
	}
	s.branches = append(s.branches, &innerGraph{o.start, comment, at})
}

// Start returns the state itself.
func (s *Parallel) Start() State { return s }

// Ends returns the one open end, for Next.
func (s *Parallel) Ends() []End { return s.ends(&s.node) }

// Next goes to that state when all branches are done.
func (s *Parallel) Next(to Chainable) *Chain { return join(chainOf(s), to, origin.Here()) }

// Retry tries all branches again after errors. See Task.Retry.
func (s *Parallel) Retry(props ...RetryProps) *Parallel {
	if s == nil {
		return nil
	}
	s.addRetry(&s.node, origin.Here(), props)
	return s
}

// Catch goes to the handler after an error in a branch. See Task.Catch.
func (s *Parallel) Catch(handler Chainable, props ...CatchProps) *Parallel {
	if s == nil {
		return nil
	}
	s.addCatch(&s.node, origin.Here(), handler, one(&s.node, props).fields())
	return s
}

// CatchJSONata is Catch for a JSONata state.
func (s *Parallel) CatchJSONata(handler Chainable, props ...JSONataCatchProps) *Parallel {
	if s == nil {
		return nil
	}
	s.addCatch(&s.node, origin.Here(), handler, one(&s.node, props).fields())
	return s
}

func (s *Parallel) edges(out []*edge) []*edge { return s.catchEdges(append(out, &s.next)) }

func (s *Parallel) copyFor(c *copier) State {
	d := *s
	c.add(s, &d, &d.node)
	c.rescue(&d.rescue)
	d.branches = c.graphs(s.branches)
	return &d
}

func (s *Parallel) render(r *rendering) asl.State {
	out := &asl.Parallel{}
	r.common(s, &out.Common)
	r.input(&s.props, &out.Input)
	out.Parameters, out.Arguments = r.payload(s.arguments)
	if len(s.branches) == 0 {
		r.problem("", s.at, noBranches())
	}
	for i, b := range s.branches {
		out.Branches = append(out.Branches, asl.Branch{Comment: b.comment, Graph: r.graph(b, i)})
	}
	r.results(&s.props, &out.Results)
	r.assign(s.props.assign, &out.Variables)
	r.outputs(&s.props, &out.Outputs)
	r.rescue(&s.rescue, &out.Rescue)
	r.flow(&s.next, &out.Flow)
	return out
}
