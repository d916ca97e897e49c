package diagram_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/asl/diagram"
	"github.com/stepwise-go/stepwise/internal/recorded"
)

func history(t testing.TB, name string) *diagram.Execution {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("testdata", "histories", name+".json"))
	if err != nil {
		t.Fatal(err)
	}
	run, err := diagram.ReadHistory(text)
	if err != nil {
		t.Fatal(err)
	}
	return run
}

func version(t testing.TB, name string) *asl.Machine {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("testdata", "versions", name+".asl.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	doc, err := asl.Parse(name+".yaml", text)
	if err != nil {
		t.Fatal(err)
	}
	return doc.Machine
}

func TestOverlays(t *testing.T) {
	saga := machine(t, "order-saga")
	for name, g := range map[string]*diagram.Graph{
		"overlay-execution": diagram.New(saga, diagram.Options{Title: "Order saga", Overlay: history(t, "order-saga")}),
		"overlay-diff":      diagram.New(version(t, "order-saga-2"), diagram.Options{Overlay: diagram.Against(saga)}),
		"overlay-coverage": diagram.New(saga, diagram.Options{Overlay: &diagram.Coverage{
			States: map[string]int{"Reserve Flight": 3, "/States/Reserve Hotel": 2, "Cancel Flight": 1, "Not Booked": 1},
			Edges:  map[string]int{"/States/Reserve Flight/Next": 2, "/States/Reserve Flight/Catch/0/Next": 1},
		}}),
	} {
		compare(t, name, section("outline", g.Outline()), section("mermaid", g.Mermaid()), section("dot", g.DOT()))
	}
}

// A task that fails a branch is aborted with the branch, but what a reader wants to see is that it failed.
func TestTaskThatFailsItsBranch(t *testing.T) {
	run, err := diagram.ReadHistory([]byte(`[
		{"id": 1, "type": "ExecutionStarted"},
		{"id": 2, "previousEventId": 1, "type": "ParallelStateEntered", "stateEnteredEventDetails": {"name": "Both"}},
		{"id": 3, "previousEventId": 2, "type": "ParallelStateStarted"},
		{"id": 4, "previousEventId": 3, "type": "WaitStateEntered", "stateEnteredEventDetails": {"name": "Sleep"}},
		{"id": 5, "previousEventId": 3, "type": "TaskStateEntered", "stateEnteredEventDetails": {"name": "Call"}},
		{"id": 6, "previousEventId": 5, "type": "TaskScheduled", "taskScheduledEventDetails": {"resource": "invoke"}},
		{"id": 7, "previousEventId": 6, "type": "TaskFailed", "taskFailedEventDetails": {"error": "Down"}},
		{"id": 8, "previousEventId": 7, "type": "TaskStateAborted"},
		{"id": 9, "previousEventId": 4, "type": "WaitStateAborted"},
		{"id": 10, "previousEventId": 7, "type": "ParallelStateFailed"},
		{"id": 11, "previousEventId": 10, "type": "ExecutionFailed", "executionFailedEventDetails": {"error": "Down"}}
	]`))
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]diagram.Status{"Call": diagram.Failed, "Sleep": diagram.Aborted, "Both": diagram.Failed} {
		if got := run.States[name]; got == nil || got.Status != want {
			t.Errorf("%s: %v, want %s", name, got, want)
		}
	}
}

func TestReadHistory(t *testing.T) {
	run := history(t, "order-saga")
	if run.Status != "FAILED" || run.Error != "BookingFailed" {
		t.Errorf("status %s, error %s", run.Status, run.Error)
	}
	for name, want := range map[string]struct {
		status        diagram.Status
		visits, tries int
		err           string
	}{
		"Reserve Hotel":   {diagram.Succeeded, 1, 3, "Lambda.ServiceException"},
		"Take Payment":    {diagram.Succeeded, 2, 2, "CardDeclined"},
		"Confirm Booking": {diagram.Caught, 1, 4, "DynamoDB.ProvisionedThroughputExceededException"},
		"Not Booked":      {diagram.Failed, 1, 0, "BookingFailed"},
	} {
		s := run.States[name]
		if s == nil {
			t.Errorf("%s was not visited", name)
			continue
		}
		if s.Status != want.status || len(s.Visits) != want.visits || s.Tries != want.tries || s.Visits[0].Error != want.err {
			t.Errorf("%s: %s, %d visits, %d tries, error %q", name, s.Status, len(s.Visits), s.Tries, s.Visits[0].Error)
		}
	}
	if d := run.States["Wait for Customer"].Duration; d != time.Hour {
		t.Errorf("Wait for Customer took %s", d)
	}
}

func TestReadHistoryRefuses(t *testing.T) {
	for text, want := range map[string]string{
		"{":                 "the history is not JSON",
		`{"event": []}`:     "no list of events",
		`[{"id": 1}, true]`: "event 2 of the history is not an object",
	} {
		if _, err := diagram.ReadHistory([]byte(text)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", text, err)
		}
	}
}

// recordedCase is an execution as AWS recorded it.
type recordedCase struct {
	ID         string
	Definition json.RawMessage
	Expected   struct {
		Status     string
		EventOrder string
		Events     []struct {
			ID, Prev int64
			Type     string
			Details  map[string]any
		}
	}
}

func (c *recordedCase) history() []byte {
	var events []map[string]any
	for _, e := range c.Expected.Events {
		events = append(events, map[string]any{"id": e.ID, "previousEventId": e.Prev, "type": e.Type, "someEventDetails": e.Details})
	}
	text, _ := json.Marshal(map[string]any{"events": events})
	return text
}

// Every recorded history must be read without a gap: all its states and transitions are found in the
// graph, and what ended is not shown as running.
func TestRecordedHistories(t *testing.T) {
	count := 0
	for _, c := range recorded.Cases[*recordedCase](t, "*.json") {
		if len(c.Expected.Events) > 0 && c.Expected.EventOrder != "subset" {
			count++
			checkRecorded(t, c)
		}
	}
	t.Log(count, "histories")
}

func checkRecorded(t *testing.T, c *recordedCase) {
	t.Helper()
	doc, err := asl.Parse("definition.json", c.Definition)
	if err != nil {
		t.Fatal(err)
	}
	run, err := diagram.ReadHistory(c.history())
	if err != nil {
		t.Fatal(err)
	}
	if run.Status != c.Expected.Status {
		t.Errorf("%s: status %s, want %s", c.ID, run.Status, c.Expected.Status)
	}
	g := diagram.New(doc.Machine, diagram.Options{Overlay: run})
	for _, s := range run.Steps(g) {
		if s.State != "" && s.Node == nil {
			t.Errorf("%s: event %d is of a state %q that is not there", c.ID, s.ID, s.State)
		}
		if s.Edge != nil && s.Way == nil {
			t.Errorf("%s: event %d came by a way that is not there: %+v", c.ID, s.ID, *s.Edge)
		}
	}
	for name, s := range run.States {
		if s.Status == diagram.Running {
			t.Errorf("%s: %s is still running", c.ID, name)
		}
	}
	failed := false
	g.All(func(_ *diagram.Scope, n *diagram.Node) { failed = failed || n.Mark.Status == diagram.Failed })
	if c.Expected.Status == "FAILED" && !failed {
		t.Errorf("%s: failed, but no state is shown as failed", c.ID)
	}
}
