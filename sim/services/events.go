package services

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"github.com/stepwise-go/stepwise/ordjson"
	"github.com/stepwise-go/stepwise/sim"
)

// Event is an event of EventBridge.
type Event struct {
	ID         string
	Bus        string // the name
	Source     string
	DetailType string
	Detail     json.RawMessage
	Resources  []string
	Time       time.Time // virtual
}

// Decode decodes the detail as json.Unmarshal does.
func (e Event) Decode(into any) error { return json.Unmarshal(e.Detail, into) }

// Pattern tells which events a rule takes. What is left out matches all.
type Pattern struct {
	Source     []string
	DetailType []string
}

func (p *Pattern) matches(e *Event) bool {
	return (len(p.Source) == 0 || slices.Contains(p.Source, e.Source)) && (len(p.DetailType) == 0 || slices.Contains(p.DetailType, e.DetailType))
}

// Bus is an event bus of EventBridge.
type Bus struct {
	account *Account
	name    string
	events  []Event
	rules   []rule
}

type rule struct {
	pattern Pattern
	target  func(context.Context, Event) error
}

// Bus returns the event bus of that name. It is made if it is not there. Entries that name no bus go
// to "default". A call finds it if its EventBusName is the name, or is an ARN that ends in it.
func (a *Account) Bus(name string) *Bus {
	return made(a, a.buses, name, func() *Bus { return &Bus{account: a, name: name} })
}

// Rule gives the events that match to a function.
func (b *Bus) Rule(p Pattern, target func(ctx context.Context, e Event) error) *Bus {
	b.account.mu.Lock()
	defer b.account.mu.Unlock()
	b.rules = append(b.rules, rule{p, target})
	return b
}

// Events returns all events that were put, oldest first.
func (b *Bus) Events() []Event {
	b.account.mu.Lock()
	defer b.account.mu.Unlock()
	return slices.Clone(b.events)
}

func (b *Bus) put(r *request, e Event) {
	b.events = append(b.events, e)
	for _, rule := range b.rules {
		if rule.pattern.matches(&e) {
			r.deliveries = append(r.deliveries, func() error {
				if err := rule.target(r.ctx, e); err != nil {
					return fmt.Errorf(msgRuleFunction, b.name, err)
				}
				return nil
			})
		}
	}
}

var eventOperations = map[string]operation{
	"events:putEvents":              putEvents,
	"aws-sdk:eventbridge:putEvents": putEvents,
}

// https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html
// The optimized integration fails if an entry fails, though the others are put.
// https://docs.aws.amazon.com/step-functions/latest/dg/connect-eventbridge.html
func putEvents(r *request) (*ordjson.Object, error) {
	v, _ := r.in.Get("Entries")
	entries, _ := v.([]any)
	results, failed := []any{}, 0
	for _, entry := range entries {
		in, _ := entry.(*ordjson.Object)
		e, code, message := r.event(in)
		if code != "" {
			failed++
			results = append(results, object("ErrorCode", code, "ErrorMessage", message))
			continue
		}
		if b := r.account.buses[e.Bus]; b != nil {
			b.put(r, e)
		}
		results = append(results, object("EventId", e.ID))
	}
	out := object("Entries", results, "FailedEntryCount", float64(failed))
	if failed > 0 && !r.sdk() {
		return nil, sim.Fail("EventBridge.FailedEntry", ordjson.String(out))
	}
	return out, nil
}

// event reads one entry. The code is not "" if it is wrong.
func (r *request) event(in *ordjson.Object) (e Event, code, message string) {
	text := func(name string) string {
		v, ok := in.Get(name)
		if !ok || v == nil {
			return ""
		}
		return asText(v)
	}
	e = Event{Bus: lastPart(text("EventBusName"), "/"), Source: text("Source"), DetailType: text("DetailType"), Detail: json.RawMessage(text("Detail")), Time: r.run.Now()}
	if e.Bus == "" {
		e.Bus = "default"
	}
	for _, name := range []string{"Source", "DetailType", "Detail"} {
		if text(name) == "" {
			return e, "InvalidArgument", fmt.Sprintf(msgRequired, name)
		}
	}
	if detail, err := ordjson.Decode(e.Detail); err != nil || ordjson.Kind(detail) != "object" {
		return e, "MalformedDetail", msgMalformed
	}
	list, _ := in.Get("Resources")
	resources, _ := list.([]any)
	for _, v := range resources {
		e.Resources = append(e.Resources, asText(v))
	}
	e.ID = r.run.UUID()
	return e, "", ""
}
