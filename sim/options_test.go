package sim_test

import (
	"context"
	"fmt"
	"testing"
	"time"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/ordjson"
	"github.com/stepwise-go/stepwise/sim"
)

// clocks tells the time in all ways that a definition has.
const clocks = `{"StartAt": "Until", "States": {
	"Until": {"Type": "Wait", "Timestamp": "2029-12-31T22:00:10Z", "Next": "Told"},
	"Told": {"Type": "Pass", "Parameters": {"start.$": "$$.Execution.StartTime", "entered.$": "$$.State.EnteredTime"}, "Next": "Asked"},
	"Asked": {"Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% $merge([$states.input, {'now': $now(), 'millis': $millis()}]) %}", "Next": "Called"},
	"Called": {"Type": "Task", "Resource": "arn:aws:states:us-east-1:123456789012:activity:clock", "ResultPath": "$.control", "End": true}}}`

func TestWithStart(t *testing.T) {
	start := time.Date(2030, 1, 1, 0, 0, 0, 0, time.FixedZone("", 2*60*60))
	x := run(t, clocks, nil, sim.WithStart(start), sim.OnTask("Called").Handle(func(ctx context.Context) (string, error) {
		return sim.ControlFrom(ctx).Now().UTC().Format(time.RFC3339), nil
	}))
	wantOutput(t, x, `{"start":"2029-12-31T22:00:00.000Z","entered":"2029-12-31T22:00:10.000Z","now":"2029-12-31T22:00:10.000Z","millis":1893448810000,"control":"2029-12-31T22:00:10Z"}`)
	if !x.Start.Equal(start) || x.Elapsed != 10*time.Second {
		t.Errorf("started at %v, took %v", x.Start, x.Elapsed)
	}
	first, _ := ordjson.Lookup(x.HistoryJSON(), "/events/0/timestamp")
	if first != "2029-12-31T22:00:00.000Z" {
		t.Errorf("the history begins at %v", first)
	}
	if x := run(t, clocks, nil, sim.WithStart(start.AddDate(1, 0, 0)), sim.OnTask("Called").Return(1)); x.Elapsed != 0 {
		t.Errorf("a time that is past: %v", x.Elapsed)
	}
}

const parcels = `{"StartAt": "Each", "States": {"Each": {"Type": "Map", "Label": "Each", "MaxConcurrency": 2, "ToleratedFailureCount": 1, "ItemsPath": "$",
	"ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"}, "StartAt": "Send", "States": {
		"Send": {"Type": "Task", "Resource": "arn:aws:states:us-east-1:123456789012:activity:send", "End": true}}}, "End": true}}}`

func TestWithChildren(t *testing.T) {
	send := []sim.Option{sim.OnTask("Send").WhenInput("", "lost").Fail("Lost", "no address"), sim.OnTask("Send").WhenInput("", "slow").Echo().After(time.Minute), sim.OnTask("Send").Echo()}
	x := run(t, parcels, []string{"slow", "lost", "quick"}, append(send, sim.WithChildren())...)
	if len(x.MapRuns) != 1 || len(x.MapRuns[0].Children) != 3 {
		t.Fatalf("the map runs are %+v", x.MapRuns)
	}
	var told []string
	for _, c := range x.MapRuns[0].Children {
		told = append(told, fmt.Sprint(c.Input, " ", c.Status, " ", c.Output, " ", c.Failure.Name, " ", len(c.History), " ", c.History[len(c.History)-1].Type))
	}
	for i, want := range []string{
		"lost FAILED <nil> Lost 6 ExecutionFailed", "quick SUCCEEDED quick  8 ExecutionSucceeded", "slow SUCCEEDED slow  8 ExecutionSucceeded",
	} {
		if told[i] != want {
			t.Errorf("child %d: %s, want %s", i, told[i], want)
		}
	}
	if x := run(t, parcels, []string{"quick"}, send...); len(x.MapRuns[0].Children) > 0 {
		t.Error("children are kept that nobody asked for")
	}
	x = run(t, parcels, []string{"lost", "slow", "lost", "quick"}, append(send, sim.WithChildren())...)
	if c := x.MapRuns[0].Children; x.Status != sim.Failed || len(c) != 3 || c[2].Status != sim.Aborted || c[2].Input != "slow" {
		t.Errorf("the children of a Map that failed: %s, %+v", x.Status, c)
	}
	was := *x.MapRuns[0]
	again, err := x.Redrive(context.Background(), sim.OnTask("Send").Echo())
	if err != nil {
		t.Fatal(err)
	}
	if c := again.MapRuns[0].Children; again.Status != sim.Succeeded || len(c) != 7 {
		t.Errorf("after a redrive: %s, %d children", again.Status, len(c))
	}
	if now := x.MapRuns[0]; now.Status != was.Status || now.Items != was.Items || len(now.Children) != 3 {
		t.Errorf("the redrive changed the execution: %+v", now)
	}
}

// TestRedriveOptions: what looks at a run looks at a redrive, too.
func TestRedriveOptions(t *testing.T) {
	var ends []sim.Status
	x := run(t, parcels, []string{"lost", "lost"}, sim.OnTask("Send").Fail("Lost"), sim.WithResult(func(x *sim.Execution) { ends = append(ends, x.Status) }))
	if _, err := x.Redrive(context.Background(), sim.OnTask("Send").Echo(), sim.OnTask("Snd").Echo(), sim.StrictMocks()); err == nil {
		t.Error("there is no task Snd, and mocks are strict")
	}
	if fmt.Sprint(ends) != "[FAILED SUCCEEDED]" {
		t.Errorf("ends %v", ends)
	}
}

func ExampleWithStart() {
	plan := sim.MustNew(exampleMachine())
	run, err := plan.Run(context.Background(), nil, sim.OnTask("Charge").Echo().After(time.Minute),
		sim.WithStart(time.Date(2026, 12, 31, 23, 59, 30, 0, time.UTC)))
	fmt.Println(run.Start.Add(run.Elapsed), err)
	// Output: 2027-01-01 00:00:30 +0000 UTC <nil>
}

func ExampleWithChildren() {
	doc, err := asl.Parse("parcels.asl.json", []byte(parcels))
	if err != nil {
		fmt.Println(err)
		return
	}
	run, err := sim.MustNew(doc.Machine).Run(context.Background(), []string{"book", "vase"},
		sim.OnTask("Send").WhenInput("", "vase").Fail("Broken"), sim.OnTask("Send").Echo(), sim.WithChildren())
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, child := range run.MapRuns[0].Children {
		fmt.Println(child.Input, child.Status, len(child.History))
	}
	// Output:
	// book SUCCEEDED 8
	// vase FAILED 6
}
