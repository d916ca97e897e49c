package diagram

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/stepwise-go/stepwise/ordjson"
)

// ReadHistory reads the history of an execution in the shape of AWS's GetExecutionHistory, as the
// command line of AWS prints it and the simulator writes it: {"events": [{"id", "previousEventId",
// "timestamp", "type", "stateEnteredEventDetails", ...}]}. A bare list of events will do too.
//
// A history names states but not where they stand, nor which of several Choice rules to one state
// held: the first is shown. States inside the child executions of a Distributed Map are not in it.
//
// https://docs.aws.amazon.com/step-functions/latest/apireference/API_GetExecutionHistory.html
func ReadHistory(data []byte) (*Execution, error) {
	v, err := ordjson.Decode(data)
	if err != nil {
		return nil, fmt.Errorf(msgHistoryNotJSON, err)
	}
	if o, ok := v.(*ordjson.Object); ok {
		v, _ = o.Get("events")
	}
	list, ok := v.([]any)
	if !ok {
		return nil, errors.New(msgHistoryNoEvents)
	}
	r := newHistoryReader()
	for i, e := range list {
		o, ok := e.(*ordjson.Object)
		if !ok {
			return nil, fmt.Errorf(msgHistoryNoObject, i+1)
		}
		r.events = append(r.events, readEvent(o, int64(i+1)))
	}
	slices.SortStableFunc(r.events, func(a, b historyEvent) int { return cmp.Compare(a.id, b.id) })
	return r.read(), nil
}

// historyEvent is one event as read.
type historyEvent struct {
	id, prev int64
	kind     string
	at       time.Time
	details  *ordjson.Object // of whatever member ends in Details
}

func readEvent(o *ordjson.Object, number int64) historyEvent {
	e := historyEvent{id: number, details: &ordjson.Object{}}
	for key, v := range o.All() {
		switch {
		case key == "id":
			if n, ok := ordjson.Int(v); ok {
				e.id = n
			}
		case key == "previousEventId":
			e.prev, _ = ordjson.Int(v)
		case key == "type":
			e.kind, _ = v.(string)
		case key == "timestamp":
			e.at = readTime(v)
		case strings.HasSuffix(key, "Details"):
			if d, ok := v.(*ordjson.Object); ok {
				e.details = d
			}
		}
	}
	return e
}

// readTime takes RFC 3339 text, or seconds since 1970 as the API itself sends them.
func readTime(v any) time.Time {
	if text, ok := v.(string); ok {
		for _, layout := range []string{time.RFC3339Nano, "2006-01-02T15:04:05.999999999Z0700", "2006-01-02 15:04:05.999999999Z07:00"} {
			if t, err := time.Parse(layout, text); err == nil {
				return t
			}
		}
		return time.Time{}
	}
	if seconds, ok := ordjson.Float(v); ok && seconds > -1e11 && seconds < 1e11 {
		return time.UnixMilli(int64(seconds * 1000))
	}
	return time.Time{}
}

func (e *historyEvent) text(key string) string {
	v, _ := e.details.Get(key)
	text, _ := v.(string)
	return text
}

// value is a member that is JSON text.
func (e *historyEvent) value(key string) any {
	v, ok := e.details.Get(key)
	if !ok {
		return nil
	}
	text, isText := v.(string)
	if !isText {
		return v
	}
	if parsed, err := ordjson.DecodeString(text); err == nil {
		return parsed
	}
	return text
}

func (e *historyEvent) entered() bool { return strings.HasSuffix(e.kind, "StateEntered") }
func (e *historyEvent) exited() bool  { return strings.HasSuffix(e.kind, "StateExited") }

// failed tells whether the event is the failure of what a state does.
func (e *historyEvent) failed() bool {
	if strings.HasPrefix(e.kind, "Execution") || strings.HasPrefix(e.kind, "MapIteration") || strings.HasPrefix(e.kind, "MapRun") {
		return false
	}
	return strings.HasSuffix(e.kind, "Failed") || strings.HasSuffix(e.kind, "TimedOut")
}

// scheduled tells whether the event begins a try of a task.
func (e *historyEvent) scheduled() bool {
	return strings.HasSuffix(e.kind, "Scheduled")
}
