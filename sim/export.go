package sim

import (
	"strings"
	"time"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/ordjson"
)

// HistoryJSON returns the history in the shape of the service's GetExecutionHistory: an object
// with "events". Timestamps are those of the virtual clock, inputs and outputs are JSON text.
// https://docs.aws.amazon.com/step-functions/latest/apireference/API_GetExecutionHistory.html
func (x *Execution) HistoryJSON() *ordjson.Object {
	events := make([]any, len(x.History))
	for i := range x.History {
		events[i] = x.History[i].JSON(x.Start)
	}
	return ordjson.NewObject(ordjson.Member{Key: "events", Value: events})
}

// JSON returns the event in the shape of the service's API. The start is that of the run.
func (e *Event) JSON(start time.Time) *ordjson.Object {
	o := ordjson.NewObject(
		ordjson.Member{Key: "timestamp", Value: Timestamp(start.Add(e.At))},
		ordjson.Member{Key: "type", Value: string(e.Type)},
		ordjson.Member{Key: "id", Value: float64(e.ID)},
		ordjson.Member{Key: "previousEventId", Value: float64(e.Previous)},
	)
	if e.Details != nil {
		details := &ordjson.Object{}
		e.Details.fields(details)
		o.Set(e.Type.detailsKey(), details)
	}
	return o
}

// Timestamp writes a time as the service does in the context object and in histories.
func Timestamp(t time.Time) string { return t.UTC().Format("2006-01-02T15:04:05.000Z") }

func (t EventType) detailsKey() string {
	for _, kind := range asl.StateTypes {
		switch t {
		case EventEntered(kind):
			return "stateEnteredEventDetails"
		case EventExited(kind):
			return "stateExitedEventDetails"
		}
	}
	return strings.ToLower(string(t[:1])) + string(t[1:]) + "EventDetails"
}

func putText(o *ordjson.Object, key, text string) {
	if text != "" {
		o.Set(key, text)
	}
}

func putSeconds(o *ordjson.Object, key string, n int64) {
	if n > 0 {
		o.Set(key, float64(n))
	}
}

func putJSON(o *ordjson.Object, key string, v any) {
	o.Set(key, ordjson.String(v))
	o.Set(key+"Details", ordjson.NewObject(ordjson.Member{Key: "truncated", Value: false}))
}

func putCredentials(o *ordjson.Object, role string) {
	if role != "" {
		o.Set("taskCredentials", ordjson.NewObject(ordjson.Member{Key: "roleArn", Value: role}))
	}
}

func (f *Failure) put(o *ordjson.Object) {
	putText(o, "error", f.Name)
	putText(o, "cause", f.Cause)
}

func (d *ExecutionStarted) fields(o *ordjson.Object) {
	putJSON(o, "input", d.Input)
	putText(o, "roleArn", d.RoleARN)
}

func (d *Output) fields(o *ordjson.Object) { putJSON(o, "output", d.Output) }

func (d *FailureDetails) fields(o *ordjson.Object) { d.put(o) }

func (d *StateEntered) fields(o *ordjson.Object) {
	o.Set("name", d.Name)
	putJSON(o, "input", d.Input)
}

func (d *StateExited) fields(o *ordjson.Object) {
	o.Set("name", d.Name)
	putJSON(o, "output", d.Output)
	if d.Assigned.Len() == 0 {
		return
	}
	assigned := &ordjson.Object{}
	for name, v := range d.Assigned.All() {
		assigned.Set(name, ordjson.String(v))
	}
	o.Set("assignedVariables", assigned)
	o.Set("assignedVariablesDetails", ordjson.NewObject(ordjson.Member{Key: "truncated", Value: false}))
}

func (d *TaskScheduled) fields(o *ordjson.Object) {
	o.Set("resourceType", d.ResourceType)
	o.Set("resource", d.Resource)
	putText(o, "region", d.Region)
	o.Set("parameters", ordjson.String(d.Parameters))
	putSeconds(o, "timeoutInSeconds", d.Timeout)
	putSeconds(o, "heartbeatInSeconds", d.Heartbeat)
	putCredentials(o, d.RoleARN)
}

func (d *TaskProgress) fields(o *ordjson.Object) {
	o.Set("resourceType", d.ResourceType)
	o.Set("resource", d.Resource)
	if d.HasOutput {
		putJSON(o, "output", d.Output)
	}
}

func (d *TaskFailure) fields(o *ordjson.Object) {
	o.Set("resourceType", d.ResourceType)
	o.Set("resource", d.Resource)
	d.put(o)
}

func (d *WorkScheduled) fields(o *ordjson.Object) {
	o.Set("resource", d.Resource)
	putJSON(o, "input", d.Input)
	putSeconds(o, "timeoutInSeconds", d.Timeout)
	putSeconds(o, "heartbeatInSeconds", d.Heartbeat)
	putCredentials(o, d.RoleARN)
}

func (d *ActivityStarted) fields(o *ordjson.Object) { putText(o, "workerName", d.WorkerName) }

func (d *MapStateStarted) fields(o *ordjson.Object) { o.Set("length", float64(d.Length)) }

func (d *MapIteration) fields(o *ordjson.Object) {
	o.Set("name", d.Name)
	o.Set("index", float64(d.Index))
}

func (d *MapRunStarted) fields(o *ordjson.Object) { o.Set("mapRunArn", d.ARN) }

func (d *EvaluationFailed) fields(o *ordjson.Object) {
	d.put(o)
	putText(o, "location", d.Location)
	o.Set("state", d.State)
}

func (d *Redriven) fields(o *ordjson.Object) {
	putText(o, "mapRunArn", d.ARN)
	o.Set("redriveCount", float64(d.Count))
}
