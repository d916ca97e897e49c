package tasks

import (
	"fmt"

	"github.com/stepwise-go/stepwise/constructs/sfn"
	"github.com/stepwise-go/stepwise/ordjson"
)

var eventBridgePutEvents = Descriptor{
	Name: "EventBridgePutEvents", Title: "sends events to event buses",
	Service: "events", Action: "putEvents", Patterns: requestToken,
	Required: []string{"Entries"},
	Grants:   []Grant{{On: "bus", Actions: []string{"events:PutEvents"}, Why: "sends the events"}},
	Errors:   []string{"EventBridge.FailedEntry"},
	Doc:      "https://docs.aws.amazon.com/step-functions/latest/dg/connect-eventbridge.html",
}

// EventBridgePutEvents sends up to 10 events to event buses. If one of them is refused the task fails
// with EventBridge.FailedEntry.
type EventBridgePutEvents struct {
	Entries []EventBridgeEvent
	Pattern sfn.Pattern // RequestResponse or WaitForTaskToken
	Extra   map[string]any
}

// EventBridgeEvent is one event.
type EventBridgeEvent struct {
	Source     sfn.Text
	DetailType sfn.Text
	Detail     sfn.Value // a JSON object
	Bus        EventBus  // the zero EventBus is the default bus of the account
	Resources  []string  // ARNs the event is about
	Time       sfn.Text  // RFC 3339; nil is now
	Extra      map[string]any
}

// EventBus is an event bus of EventBridge.
type EventBus struct {
	Name sfn.Text // a name, an ARN, a token, or an Expression
	ARNs []string // the bus, or those an Expression may choose; none is that of the name in the stack's region and account
}

// EventBusOf returns the bus of a CDK construct (awsevents.IEventBus).
func EventBusOf(bus interface{ EventBusArn() *string }) EventBus {
	if isNil(bus) {
		return EventBus{}
	}
	arn := text(bus.EventBusArn())
	return EventBus{Name: arn, ARNs: []string{arn}}
}

// EventBusAt returns the bus with that name or ARN. An Expression needs the ARNs it may choose from.
func EventBusAt(name sfn.Text, arns ...string) EventBus { return EventBus{name, arns} }

// Bind implements sfn.Integration.
func (t EventBridgePutEvents) Bind(c *sfn.TaskContext) sfn.Binding {
	b := eventBridgePutEvents.bind(c, t.Pattern)
	b.within("the number of Entries", len(t.Entries), 0, 10)
	var entries []any
	for i, e := range t.Entries {
		entries = append(entries, e.render(b, i))
	}
	b.need("Entries", entries)
	return b.done(t.Extra)
}

func (e EventBridgeEvent) render(b *call, i int) sfn.Fields {
	for field, v := range map[string]any{"Source": e.Source, "DetailType": e.DetailType, "Detail": e.Detail} {
		if field = fmt.Sprintf("Entries[%d].%s", i, field); !isSet(v) {
			b.report(missing(need{field, field}))
		}
	}
	if text, ok := deref(e.Detail).(string); ok && !sfn.HasToken(text) && isSet(e.Detail) {
		if v, err := ordjson.DecodeString(text); err != nil || ordjson.Kind(v) != "object" {
			b.report(wrongShape(fmt.Sprintf("Entries[%d].Detail", i), "a JSON object, as a map or as its text"))
		}
	}
	bus := e.Bus
	if !isSet(bus.Name) {
		bus.Name = "default"
	}
	b.on("bus", b.scoped("Bus", bus.Name, namedARNs(bus.Name, bus.ARNs, "events", "event-bus/"))...)
	f := sfn.Fields{}.Maybe("Detail", e.Detail).Maybe("DetailType", e.DetailType).Maybe("EventBusName", e.Bus.Name).
		Maybe("Source", e.Source).Maybe("Resources", e.Resources).Maybe("Time", e.Time)
	return merged(f, e.Extra)
}
