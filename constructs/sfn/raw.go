package sfn

import (
	"encoding/json"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/iam"
	"github.com/stepwise-go/stepwise/internal/origin"
	"github.com/stepwise-go/stepwise/ordjson"
)

// Raw is a state written as States Language JSON, for what Stepwise has no field for. Its
// transitions come from Next and Catch, or stand in the JSON; a Next in both is a fault. It is
// checked like any other state, but a field that is not known is a warning only.
type Raw struct {
	node
	flow
	rescue
	props RawProps
}

// RawProps are a state as JSON, and what belongs to it.
type RawProps struct {
	// JSON is the state: JSON text (string, []byte, json.RawMessage), or a Go value in which
	// expressions may stand, as in a payload: map[string]any{"Type": "Pass", "Parameters": ...}.
	JSON any
	// Language is that of the state. "" is what the JSON says, or else the machine's.
	Language asl.QueryLanguage
	// Statements are the permissions the state needs.
	Statements []iam.Statement
	// Metrics is the family of metrics of a Task.
	Metrics Metrics
}

// NewRaw returns a state of that JSON.
func NewRaw(name string, p RawProps) *Raw {
	s := &Raw{node: node{name: name, at: origin.Here()}, props: p}
	return s
}

// Start returns the state itself.
func (s *Raw) Start() State { return s }

// Ends returns the one open end, for Next.
func (s *Raw) Ends() []End { return s.ends(&s.node) }

// Next goes to that state afterwards.
func (s *Raw) Next(to Chainable) *Chain { return join(chainOf(s), to, origin.Here()) }

// Retry adds retriers after those of the JSON. See Task.Retry.
func (s *Raw) Retry(props ...RetryProps) *Raw {
	if s == nil {
		return nil
	}
	s.addRetry(&s.node, origin.Here(), props)
	return s
}

// Catch adds a catcher after those of the JSON. See Task.Catch.
func (s *Raw) Catch(handler Chainable, props ...CatchProps) *Raw {
	if s == nil {
		return nil
	}
	s.addCatch(&s.node, origin.Here(), handler, one(&s.node, props).fields())
	return s
}

// CatchJSONata is Catch for a JSONata state.
func (s *Raw) CatchJSONata(handler Chainable, props ...JSONataCatchProps) *Raw {
	if s == nil {
		return nil
	}
	s.addCatch(&s.node, origin.Here(), handler, one(&s.node, props).fields())
	return s
}

func (s *Raw) edges(out []*edge) []*edge { return s.catchEdges(append(out, &s.next)) }

func (s *Raw) copyFor(c *copier) State {
	d := *s
	c.add(s, &d, &d.node)
	c.rescue(&d.rescue)
	return &d
}

// parsed returns the state that the JSON says, and why it is not one.
func (s *Raw) parsed(r *rendering) (*ordjson.Object, error) {
	var v any
	var err error
	switch t := s.props.JSON.(type) {
	case string, []byte, json.RawMessage:
		v, err = rawJSON(t)
	default:
		p := payloads{language: r.language, paths: true}
		v = p.value(t, 0)
		r.take(p.problems)
	}
	o, _ := v.(*ordjson.Object)
	return o, err
}

func (s *Raw) render(r *rendering) asl.State {
	if s.props.Language != "" {
		r.language = s.props.Language
	}
	o, err := s.parsed(r)
	if o == nil {
		r.problem("", s.at, rawNotAState(err))
		return &asl.Pass{Flow: asl.Flow{End: true}}
	}
	out := asl.StateFromJSON(o)
	for _, f := range s.faults() {
		r.problem("", f.at, f.diag)
	}
	if l := out.Base().QueryLanguage; l != "" {
		r.language = l
	} else if r.language != r.builder.language() {
		out.Base().QueryLanguage = r.language
	}
	for _, st := range s.props.Statements {
		r.statement(st)
	}
	if f := asl.FlowOf(out); f != nil {
		if next := r.target(&s.next, "/Next"); next != "" {
			if f.Next != "" && f.Next != next {
				r.problem("/Next", s.next.at, rawHasNext(f.Next, next))
			}
			f.Next, f.End = next, false
		} else if f.Next == "" {
			f.End = true
		}
	} else if s.next.to != nil {
		r.problem("/Next", s.next.at, noNext(string(out.Type())))
	}
	t, isTask := out.(*asl.Task)
	r.isTask = isTask
	r.rawRescue(s, out)
	if isTask {
		r.tasks = append(r.tasks, &TaskInfo{Name: s.name, Pointer: r.pointer, Binding: Binding{Resource: t.Resource, Metrics: s.props.Metrics}})
	}
	return out
}

func (r *rendering) rawRescue(s *Raw, out asl.State) {
	if has := asl.RescueOf(out); has != nil {
		r.rescue(&s.rescue, has)
	} else if len(s.retries)+len(s.catches) > 0 {
		r.problem("", s.at, noRescue(string(out.Type())))
	}
}
