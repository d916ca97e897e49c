package sfn

import (
	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/internal/origin"
)

// Fail ends the machine with an error, or the branch or iteration it is in. It renders to a Fail
// state and has no Next.
//
// https://docs.aws.amazon.com/step-functions/latest/dg/state-fail.html
type Fail struct {
	node
	failure FailProps
}

// FailProps are the options of a Fail in either language.
type FailProps struct {
	// Error is the name of the error, as Retry and Catch of a machine around this one see it.
	// An At path or an intrinsic function makes it an ErrorPath.
	Error Text
	// Cause is a text for people. An At path or an intrinsic function makes it a CausePath.
	Cause   Text
	Comment string
}

// NewFail returns a Fail. JSONata expressions in its props make it a JSONata state.
func NewFail(name string, props ...FailProps) *Fail {
	s := &Fail{node: node{name: name, at: origin.Here()}}
	s.failure = *one(&s.node, props)
	s.comment = s.failure.Comment
	for _, t := range []Text{s.failure.Error, s.failure.Cause} {
		if e, ok := t.(Expression); ok && e.path == "" && e.jsonata != "" {
			s.language = asl.JSONata
		}
	}
	return s
}

// Start returns the state itself.
func (s *Fail) Start() State { return s }

// Ends returns nothing: the state is the end.
func (s *Fail) Ends() []End { return nil }

func (s *Fail) copyFor(c *copier) State {
	d := *s
	c.add(s, &d, &d.node)
	return &d
}

func (s *Fail) render(r *rendering) asl.State {
	out := &asl.Fail{}
	r.common(s, &out.Common)
	out.Error, out.ErrorPath = r.text("Error", s.failure.Error)
	out.Cause, out.CausePath = r.text("Cause", s.failure.Cause)
	return out
}
