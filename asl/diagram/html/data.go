package html

import (
	"fmt"
	"strings"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/asl/diagram"
	"github.com/stepwise-go/stepwise/asl/diagram/svg"
	"github.com/stepwise-go/stepwise/asl/diagram/words"
	"github.com/stepwise-go/stepwise/iam"
	"github.com/stepwise-go/stepwise/ordjson"
)

// data is what the script knows.
type data struct {
	Machine machine `json:"machine"`
	Nodes   []node  `json:"nodes"`
	Events  []event `json:"events,omitempty"`
	// Statuses say for each status its class and mark.
	Statuses map[diagram.Status][2]string `json:"statuses"`
}

type machine struct {
	Title      string      `json:"title"`
	Heading    string      `json:"heading,omitempty"`
	Comment    string      `json:"comment,omitempty"`
	Note       string      `json:"note,omitempty"`
	Facts      []string    `json:"facts,omitempty"`
	Input      *string     `json:"input,omitempty"`
	Output     *string     `json:"output,omitempty"`
	Error      string      `json:"error,omitempty"`
	Cause      string      `json:"cause,omitempty"`
	Statements []statement `json:"statements,omitempty"`
	Legend     []string    `json:"legend,omitempty"`
}

type node struct {
	ID         string      `json:"id"`
	Name       string      `json:"name"`
	Label      string      `json:"label"`
	In         string      `json:"in,omitempty"`
	Comment    string      `json:"comment,omitempty"`
	Note       string      `json:"note,omitempty"`
	Status     string      `json:"status,omitempty"`
	Changes    string      `json:"changes,omitempty"`
	Facts      []string    `json:"facts,omitempty"`
	Definition string      `json:"definition"`
	Out        []way       `json:"out,omitempty"`
	From       []way       `json:"from,omitempty"`
	Statements []statement `json:"statements,omitempty"`
	Visits     []visit     `json:"visits,omitempty"`
}

// way is a transition as seen from one of its ends.
type way struct {
	ID     string `json:"id,omitempty"` // of the other end, if that is a state
	Name   string `json:"name"`
	Kind   string `json:"kind"`
	Label  string `json:"label,omitempty"`
	Status string `json:"status,omitempty"`
}

type statement struct {
	Text string   `json:"text"`
	Why  []string `json:"why,omitempty"`
}

func newData(g *diagram.Graph, title, heading string, opts Options) *data {
	d := &data{
		Machine:  machine{Title: clean(title), Heading: heading, Comment: g.Machine.Comment, Note: opts.Notes[""]},
		Statuses: map[diagram.Status][2]string{},
	}
	states := 0
	g.All(func(s *diagram.Scope, n *diagram.Node) {
		if n.IsState() {
			states++
			d.Nodes = append(d.Nodes, newNode(s, n, opts))
		}
	})
	d.Machine.Facts = facts(g.Machine, states)
	for i := range opts.Statements {
		d.Machine.Statements = append(d.Machine.Statements, newStatement(&opts.Statements[i], ""))
	}
	if g.Overlay != nil {
		for _, s := range append(g.Overlay.Legend(), diagram.Taken) {
			d.Statuses[s] = [2]string{svg.StatusClass(s), svg.StatusMark(s)}
			if svg.StatusMark(s) != "" {
				d.Machine.Legend = append(d.Machine.Legend, string(s))
			}
		}
	}
	if x, ok := g.Overlay.(*diagram.Execution); ok {
		d.execution(g, x)
	}
	return d
}

func facts(m *asl.Machine, states int) []string {
	out := []string{fmt.Sprintf("%d states", states)}
	if m.QueryLanguage != "" {
		out = append(out, string(m.QueryLanguage))
	}
	if seconds, ok := m.TimeoutSeconds.Number(); ok {
		out = append(out, fmt.Sprintf("times out after %s", words.Seconds(seconds)))
	}
	return out
}

func newNode(s *diagram.Scope, n *diagram.Node, opts Options) node {
	out := node{
		ID: n.ID, Name: n.Name, Label: n.Label, In: place(s), Comment: n.Comment, Status: string(n.Mark.Status),
		Changes: n.Mark.Note, Definition: definition(n.State), Note: note(n, opts.Notes),
	}
	if n.Language == asl.JSONata {
		out.Facts = append(out.Facts, "JSONata")
	}
	if n.Resource.Target != "" {
		out.Facts = append(out.Facts, n.Resource.Target)
	}
	for _, c := range n.Chips {
		out.Facts = append(out.Facts, c.Title)
	}
	for _, e := range s.Edges {
		if e.From == n {
			out.Out = append(out.Out, newWay(e, e.To))
		}
		if e.To == n {
			out.From = append(out.From, newWay(e, e.From))
		}
	}
	for i := range opts.Statements {
		for _, r := range opts.Statements[i].Reasons {
			if r.State == n.Name {
				out.Statements = append(out.Statements, newStatement(&opts.Statements[i], n.Name))
				break
			}
		}
	}
	return out
}

func note(n *diagram.Node, notes map[string]string) string {
	if text, ok := notes[n.Pointer]; ok {
		return text
	}
	if n.Name == "" {
		return ""
	}
	return notes[n.Name]
}

// place says in words where the states of a scope stand.
func place(s *diagram.Scope) string {
	var parts []string
	for ; s != nil && s.Owner != nil; s = s.Outer {
		parts = append([]string{string(s.Owner.Kind) + " " + s.Owner.Name}, parts...)
	}
	return strings.Join(parts, " › ")
}

var wayKinds = map[diagram.EdgeKind]string{
	diagram.EdgeStart: "start", diagram.EdgeNext: "next", diagram.EdgeRule: "rule", diagram.EdgeDefault: "default",
	diagram.EdgeCatch: "catch", diagram.EdgeEnd: "end",
}

func newWay(e *diagram.Edge, other *diagram.Node) way {
	w := way{Name: other.Name, Kind: wayKinds[e.Kind], Label: e.Label, Status: string(e.Mark.Status)}
	if other.IsState() {
		w.ID = other.ID
	}
	return w
}

func newStatement(s *iam.Statement, state string) statement {
	out := statement{Text: pretty(s.JSON())}
	for _, r := range s.Reasons {
		switch {
		case state == "" && r.State != "":
			out.Why = append(out.Why, r.State+": "+r.Why)
		case r.State == state:
			out.Why = append(out.Why, r.Why)
		}
	}
	return out
}

// definition is the JSON of a state. The states inside it have pages of their own.
func definition(s asl.State) string {
	o := asl.StateJSON(s)
	for i, inner := range asl.InnerGraphs(s) {
		tokens := ordjson.SplitPointer(inner.Pointer)
		shorten(o, tokens, i, inner.Graph.States.Len())
	}
	return pretty(o)
}

func shorten(o *ordjson.Object, tokens []string, index, states int) {
	v, _ := o.Get(tokens[0])
	switch v := v.(type) {
	case *ordjson.Object:
		v.Set("States", fmt.Sprintf(msgInside, states))
	case []any:
		if inner, ok := v[index].(*ordjson.Object); ok {
			inner.Set("States", fmt.Sprintf(msgInside, states))
		}
	}
}

func pretty(v any) string {
	text, err := ordjson.Pretty(v, "  ")
	if err != nil {
		return ordjson.String(v)
	}
	return string(text)
}
