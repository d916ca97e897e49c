package html

import (
	"github.com/stepwise-go/stepwise/asl/diagram"
)

// event is a step of an execution.
type event struct {
	ID     int64   `json:"id"`
	Type   string  `json:"type"`
	At     float64 `json:"at"` // seconds
	Text   string  `json:"text,omitempty"`
	Node   string  `json:"node,omitempty"`
	Status string  `json:"status,omitempty"`
	Visit  int     `json:"visit,omitempty"`
	Edge   string  `json:"edge,omitempty"`
	Caught bool    `json:"caught,omitempty"`
}

type visit struct {
	Status   string  `json:"status"`
	Begin    float64 `json:"begin"`
	Duration float64 `json:"duration"`
	Tries    int     `json:"tries,omitempty"`
	Input    *string `json:"input,omitempty"`
	Output   *string `json:"output,omitempty"`
	Error    string  `json:"error,omitempty"`
	Cause    string  `json:"cause,omitempty"`
}

func (d *data) execution(g *diagram.Graph, x *diagram.Execution) {
	d.Machine.Input, d.Machine.Output = value(x.Input), value(x.Output)
	d.Machine.Error, d.Machine.Cause = x.Error, x.Cause
	for _, s := range x.Steps(g) {
		e := event{
			ID: s.ID, Type: s.Type, At: s.At.Seconds(), Text: s.Text, Status: string(s.Status), Visit: s.Visit,
		}
		if s.Node != nil {
			e.Node = s.Node.ID
		}
		if s.Way != nil {
			e.Edge, e.Caught = s.Way.Pointer, s.Edge.Caught
		}
		d.Events = append(d.Events, e)
	}
	byID := map[string]*node{}
	for i := range d.Nodes {
		byID[d.Nodes[i].ID] = &d.Nodes[i]
	}
	g.All(func(_ *diagram.Scope, n *diagram.Node) {
		run := x.States[n.Pointer]
		if run == nil {
			run = x.States[n.Name]
		}
		if to := byID[n.ID]; to != nil && run != nil {
			to.Changes = ""
			for i := range run.Visits {
				to.Visits = append(to.Visits, newVisit(&run.Visits[i]))
			}
		}
	})
}

func newVisit(v *diagram.Visit) visit {
	return visit{
		Status: string(v.Status), Begin: v.Begin.Seconds(), Duration: v.Duration.Seconds(), Tries: v.Tries,
		Input: value(v.Input), Output: value(v.Output), Error: v.Error, Cause: v.Cause,
	}
}

// maxValue is how much of an input or output a page holds.
const maxValue = 20000

func value(v any) *string {
	if v == nil {
		return nil
	}
	text := pretty(v)
	if len(text) > maxValue {
		text = text[:maxValue] + "…"
	}
	return &text
}
