package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/stepwise-go/stepwise/ordjson"
	"github.com/stepwise-go/stepwise/sim"
)

// event is an event of a recorded or simulated history, in the form of the recordings.
type event struct {
	id, prev int
	known    bool // the id is known
	kind     string
	details  any
	lane     string
}

func recorded(events []any) []event {
	out := make([]event, len(events))
	for i, e := range events {
		id, known := ordjson.Int(get(e, "id"))
		prev, _ := ordjson.Int(get(e, "prev"))
		out[i] = event{id: int(id), prev: int(prev), known: known, kind: text(e, "type"), details: get(e, "details")}
	}
	return out
}

// dropped are members of details that the recordings do not have.
var dropped = []string{"inputDetails", "outputDetails", "assignedVariablesDetails", "roleArn", "region"}

// historyOf brings the exported history into the form of the recordings.
func historyOf(x *sim.Execution) []event {
	events, _ := get(x.HistoryJSON(), "events").([]any)
	out := make([]event, len(events))
	for i, raw := range events {
		id, _ := ordjson.Int(get(raw, "id"))
		prev, _ := ordjson.Int(get(raw, "previousEventId"))
		e := event{id: int(id), prev: int(prev), known: true, kind: text(raw, "type")}
		for k, v := range raw.(*ordjson.Object).All() {
			if d, ok := v.(*ordjson.Object); ok && strings.HasSuffix(k, "EventDetails") {
				e.details = plainDetails(d)
			}
		}
		out[i] = e
	}
	return out
}

func plainDetails(d *ordjson.Object) any {
	out := &ordjson.Object{}
	for k, v := range d.All() {
		switch {
		case slices.Contains(dropped, k):
		case k == "input" || k == "output" || k == "parameters":
			out.Set(k, parsed(v))
		case k == "assignedVariables":
			vars := &ordjson.Object{}
			for name, value := range v.(*ordjson.Object).All() {
				vars.Set(name, parsed(value))
			}
			out.Set(k, vars)
		default:
			out.Set(k, v)
		}
	}
	if out.Len() == 0 {
		return nil
	}
	return out
}

func parsed(v any) any {
	s, _ := v.(string)
	out, err := ordjson.DecodeString(s)
	if err != nil {
		return v
	}
	return out
}

// compareEvents compares histories as the order of the recording allows; in full also details and ids.
func compareEvents(order string, want, got []event, full bool) []string {
	switch order {
	case "subset":
		return compareSubset(want, got, full)
	case "concurrent":
		return compareLanes(want, got, full)
	}
	for i := range want {
		if i >= len(got) {
			return []string{fmt.Sprintf("event %d: want %s, got none", want[i].id, want[i].kind)}
		}
		if d := want[i].differ(&got[i], full); d != "" {
			return []string{d}
		}
		if full && (want[i].id != got[i].id || want[i].prev != got[i].prev) {
			return []string{fmt.Sprintf("event %d %s: want prev %d, got id %d prev %d", want[i].id, want[i].kind, want[i].prev, got[i].id, got[i].prev)}
		}
	}
	if len(got) > len(want) {
		return []string{fmt.Sprintf("want %d events, got also %s", len(want), got[len(want)].kind)}
	}
	return nil
}

func (e *event) name() string { return text(e.details, "name") }

// differ compares two events without their ids.
func (e *event) differ(g *event, full bool) string {
	if e.kind != g.kind || differText("", e.name(), g.name()) != "" {
		return fmt.Sprintf("event %d: want %s %s, got %s %s", e.id, e.kind, e.name(), g.kind, g.name())
	}
	if !full {
		return ""
	}
	return differ(fmt.Sprintf("event %d %s", e.id, e.kind), e.details, g.details)
}

// compareSubset: events with an id stand where they stand, those without must occur somewhere.
func compareSubset(want, got []event, full bool) []string {
	used := make([]bool, len(got))
	for i := range want {
		w := &want[i]
		if !w.known {
			continue
		}
		if w.id < 1 || w.id > len(got) {
			return []string{fmt.Sprintf("event %d: want %s, got none", w.id, w.kind)}
		}
		g := &got[w.id-1]
		used[w.id-1] = true
		if d := w.differ(g, full); d != "" {
			return []string{d}
		}
		if full && w.prev != g.prev {
			return []string{fmt.Sprintf("event %d %s: want prev %d, got %d", w.id, w.kind, w.prev, g.prev)}
		}
	}
	for i := range want {
		if want[i].known {
			continue
		}
		at := -1
		for j := range got {
			if !used[j] && want[i].differ(&got[j], full) == "" {
				at = j
				break
			}
		}
		if at < 0 {
			return []string{fmt.Sprintf("want somewhere %s %s", want[i].kind, short(want[i].details))}
		}
		used[at] = true
	}
	if n := want[len(want)-1]; n.known && n.id != len(got) {
		return []string{fmt.Sprintf("want %d events, got %d", n.id, len(got))}
	}
	return nil
}
