package sfn

import (
	"time"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/internal/origin"
)

// Wait waits for a time or until a moment. It renders to a Wait state.
//
// https://docs.aws.amazon.com/step-functions/latest/dg/state-wait.html
type Wait struct {
	node
	flow
	props         dataFlow
	seconds       Seconds
	timestamp     Timestamp
	secondsPath   string
	timestampPath string
}

// Timestamp is a moment: a time.Time, its RFC 3339 text, an Expression, or a CDK token. nil is absent.
type Timestamp any

// WaitProps are the options of a JSONPath Wait. Exactly one of the first four is given.
type WaitProps struct {
	Seconds       Seconds   // 0 to 99,999,999
	SecondsPath   string    // the same as Seconds: At(path)
	Timestamp     Timestamp // a moment, in the past too
	TimestampPath string    // the same as Timestamp: At(path)
	Comment       string
	InputPath     string // as in TaskProps
	OutputPath    string // as in TaskProps
	Assign        map[string]any
}

// JSONataWaitProps are the options of a JSONata Wait. Exactly one of Seconds and Timestamp is given.
type JSONataWaitProps struct {
	Seconds   Seconds
	Timestamp Timestamp
	Comment   string
	Output    Value
	Assign    map[string]any
}

// NewWait returns a Wait of the JSONPath flavour.
func NewWait(name string, p WaitProps) *Wait {
	s := newWait(name, origin.Here())
	s.comment, s.seconds, s.timestamp = p.Comment, p.Seconds, p.Timestamp
	s.secondsPath, s.timestampPath = p.SecondsPath, p.TimestampPath
	s.props = dataFlow{inputPath: p.InputPath, outputPath: p.OutputPath, assign: p.Assign}
	return s
}

// NewJSONataWait returns a Wait of the JSONata flavour.
func NewJSONataWait(name string, p JSONataWaitProps) *Wait {
	s := newWait(name, origin.Here())
	s.language = asl.JSONata
	s.comment, s.seconds, s.timestamp = p.Comment, p.Seconds, p.Timestamp
	s.props = dataFlow{output: p.Output, assign: p.Assign}
	return s
}

func newWait(name string, at origin.Origin) *Wait {
	s := &Wait{node: node{name: name, at: at}}
	return s
}

// Start returns the state itself.
func (s *Wait) Start() State { return s }

// Ends returns the one open end, for Next.
func (s *Wait) Ends() []End { return s.ends(&s.node) }

// Next goes to that state afterwards.
func (s *Wait) Next(to Chainable) *Chain { return join(chainOf(s), to, origin.Here()) }

func (s *Wait) edges(out []*edge) []*edge { return append(out, &s.next) }

func (s *Wait) copyFor(c *copier) State {
	d := *s
	c.add(s, &d, &d.node)
	return &d
}

func (s *Wait) render(r *rendering) asl.State {
	out := &asl.Wait{}
	r.common(s, &out.Common)
	r.input(&s.props, &out.Input)
	out.Seconds, out.SecondsPath = r.seconds("Seconds", s.seconds)
	if s.secondsPath != "" && deref(s.seconds) != nil {
		r.problem("/SecondsPath", s.at, givenTwice("Seconds", "SecondsPath"))
	} else if s.secondsPath != "" {
		out.SecondsPath = r.fieldPath("SecondsPath", s.secondsPath)
	}
	timestamp := deref(s.timestamp)
	if t, ok := timestamp.(time.Time); ok {
		timestamp = t.UTC().Format(time.RFC3339Nano)
	}
	out.Timestamp, out.TimestampPath = r.text("Timestamp", timestamp)
	if s.timestampPath != "" && timestamp != nil {
		r.problem("/TimestampPath", s.at, givenTwice("Timestamp", "TimestampPath"))
	} else if s.timestampPath != "" {
		out.TimestampPath = r.fieldPath("TimestampPath", s.timestampPath)
	}
	r.assign(s.props.assign, &out.Variables)
	r.outputs(&s.props, &out.Outputs)
	r.flow(&s.next, &out.Flow)
	return out
}
