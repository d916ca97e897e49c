package sim_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stepwise-go/stepwise/ordjson"
	"github.com/stepwise-go/stepwise/sim"
)

const task = `"Resource": "arn:aws:states:::sqs:sendMessage", "Parameters": {"in.$": "$"}`

func TestParallelTakesTurns(t *testing.T) {
	x := run(t, `{"StartAt": "P", "States": {"P": {"Type": "Parallel", "End": true, "Branches": [
		{"StartAt": "A", "States": {"A": {"Type": "Task", `+task+`, "End": true}}},
		{"StartAt": "B", "States": {"B": {"Type": "Wait", "Seconds": 5, "Next": "C"}, "C": {"Type": "Pass", "End": true}}}]}}}`, 1,
		sim.OnTask("A").Return("a").After(7*time.Second))
	wantOutput(t, x, `["a",1]`)
	if x.Elapsed != 7*time.Second {
		t.Errorf("elapsed %v", x.Elapsed)
	}
	want := "ExecutionStarted ParallelStateEntered ParallelStateStarted TaskStateEntered TaskScheduled TaskStarted WaitStateEntered " +
		"WaitStateExited PassStateEntered PassStateExited TaskSucceeded TaskStateExited ParallelStateSucceeded ParallelStateExited ExecutionSucceeded"
	if got := strings.Join(types(x), " "); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestParallelFailureAbortsTheOthers(t *testing.T) {
	x := run(t, `{"StartAt": "P", "States": {"P": {"Type": "Parallel", "End": true, "Branches": [
		{"StartAt": "A", "States": {"A": {"Type": "Task", `+task+`, "End": true}}},
		{"StartAt": "M", "States": {"M": {"Type": "Map", "ItemsPath": "$.list", "End": true, "ItemProcessor": {"StartAt": "W", "States": {"W": {"Type": "Wait", "Seconds": 50, "End": true}}}}}}]}}}`,
		sim.JSON(`{"list": [1]}`), sim.OnTask("A").Fail("Boom").After(time.Second))
	if x.Status != sim.Failed || x.Failure.Name != "Boom" || x.Elapsed != time.Second {
		t.Fatalf("%s %v %v", x.Status, x.Failure, x.Elapsed)
	}
	got := strings.Join(types(x), " ")
	want := "TaskFailed TaskStateAborted WaitStateAborted MapIterationAborted MapStateAborted ParallelStateFailed ExecutionFailed"
	if !strings.HasSuffix(got, want) {
		t.Errorf("got %s", got)
	}
}

func TestMapConcurrency(t *testing.T) {
	for limit, want := range map[int]time.Duration{0: 10, 1: 50, 2: 30, 5: 10} {
		x := run(t, fmt.Sprintf(`{"StartAt": "M", "States": {"M": {"Type": "Map", "MaxConcurrency": %d, "End": true,
			"ItemProcessor": {"StartAt": "T", "States": {"T": {"Type": "Task", %s, "End": true}}}}}}`, limit, task),
			[]int{1, 2, 3, 4, 5}, sim.OnTask("T").Echo().After(10*time.Second))
		if x.Status != sim.Succeeded || x.Elapsed != want*time.Second {
			t.Errorf("limit %d: %s after %v, want %d s", limit, x.Status, x.Elapsed, want)
		}
		for i, c := range x.Calls {
			if c.Index() != i {
				t.Errorf("limit %d: call %d is of iteration %d", limit, i, c.Index())
			}
		}
	}
}

func TestMapMocksByIteration(t *testing.T) {
	x := run(t, `{"StartAt": "M", "States": {"M": {"Type": "Map", "End": true,
		"ItemProcessor": {"StartAt": "T", "States": {"T": {"Type": "Task", `+task+`, "End": true}}}}}}`, []string{"a", "b", "c"},
		sim.OnTask("T").When(func(c *sim.Call) bool { return c.Index() == 1 }).Return("second"),
		sim.OnTask("T").WhenInput("/in", "c").Return("third"),
		sim.OnTask("T").Return("other"))
	wantOutput(t, x, `["other","second","third"]`)
}

const distributedMap = `{"StartAt": "M", "States": {"M": {"Type": "Map", "End": true, "Label": "Work", %s
	"ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS"},
		"StartAt": "T", "States": {"T": {"Type": "Task", ` + task + `, "End": true}}}}}}`

func TestToleratedFailures(t *testing.T) {
	boom := sim.OnTask("T").When(func(c *sim.Call) bool { return c.Index() < 2 }).Fail("Boom")
	ok := sim.OnTask("T").Return("ok")
	items := []int{1, 2, 3, 4}
	for field, fails := range map[string]bool{
		"": true, `"ToleratedFailureCount": 1,`: true, `"ToleratedFailureCount": 2,`: false,
		`"ToleratedFailurePercentage": 49,`: true, `"ToleratedFailurePercentage": 50,`: false,
		`"ToleratedFailurePercentage": 50, "ToleratedFailureCount": 1,`: true,
	} {
		x := run(t, fmt.Sprintf(distributedMap, field), items, boom, ok)
		if (x.Status == sim.Failed) != fails || fails && x.Failure.Name != sim.ErrorToleratedFailures {
			t.Errorf("%s: %s %v", field, x.Status, x.Failure)
		}
		if !fails && ordjson.String(x.Output) != `["ok","ok"]` {
			t.Errorf("%s: %s", field, ordjson.String(x.Output))
		}
	}
}

func TestReadersAndWriter(t *testing.T) {
	reader := func(config string) string {
		return fmt.Sprintf(`"ItemReader": {"Resource": "arn:aws:states:::s3:getObject", "ReaderConfig": {%s}, "Parameters": {"Bucket": "b", "Key": "k"}},`, config)
	}
	for _, c := range []struct{ config, body, want string }{
		{`"InputType": "JSON"`, `[1, {"a": 2}]`, `[1,{"a":2}]`},
		{`"InputType": "JSON", "ItemsPointer": "/x/y"`, `{"x": {"y": [7]}}`, `[7]`},
		{`"InputType": "JSON", "MaxItems": 1`, `[1, 2, 3]`, `[1]`},
		{`"InputType": "JSONL"`, "{\"a\": 1}\n\n2\n", `[{"a":1},2]`},
		{`"InputType": "CSV", "CSVHeaderLocation": "FIRST_ROW"`, "a,b\r\n1,\"x, \"\"y\"\"\"\r\n2\r\n", `[{"a":"1","b":"x, \"y\""},{"a":"2","b":""}]`},
		{`"InputType": "CSV", "CSVHeaderLocation": "GIVEN", "CSVHeaders": ["p"], "CSVDelimiter": "PIPE"`, "1|2\n\"a\nb\"|\n", `[{"p":"1"},{"p":"a\nb"}]`},
	} {
		x := run(t, fmt.Sprintf(distributedMap, reader(c.config)), nil, sim.WithObject("b", "k", c.body),
			sim.OnTask("T").Serve(sim.ServiceFunc(echoIn)))
		wantOutput(t, x, c.want)
	}
	x := run(t, fmt.Sprintf(distributedMap, reader(`"InputType": "JSON"`)), nil)
	if x.Failure.Name != sim.ErrorItemReader {
		t.Errorf("missing object: %v", x.Failure)
	}
	writer := `"ResultWriter": {"Resource": "arn:aws:states:::s3:putObject", "Parameters": {"Bucket": "out", "Prefix": "p"}},`
	x = run(t, fmt.Sprintf(distributedMap, writer), []int{1, 2}, sim.OnTask("T").Serve(sim.ServiceFunc(echoIn)))
	key, _ := ordjson.Lookup(x.Output, "/ResultWriterDetails/Key")
	manifest, ok := x.Objects.GetObject("out", key.(string))
	if !ok || !strings.Contains(string(manifest.Body), "SUCCEEDED_0.json") || x.MapRuns[0].Items.ResultsWritten != 2 {
		t.Errorf("output %s, manifest %s", ordjson.String(x.Output), manifest.Body)
	}
}

func TestBatches(t *testing.T) {
	x := run(t, fmt.Sprintf(distributedMap, `"ItemBatcher": {"MaxItemsPerBatch": 2, "BatchInput": {"k.$": "$[0]"}},`), []int{1, 2, 3},
		sim.OnTask("T").Serve(sim.ServiceFunc(echoIn)))
	wantOutput(t, x, `[{"BatchInput":{"k":1},"Items":[1,2]},{"BatchInput":{"k":1},"Items":[3]}]`)
	if r := x.MapRuns[0]; r.Items.Succeeded != 3 || r.Executions.Succeeded != 2 {
		t.Errorf("counts %+v", r)
	}
}

// TestResultFiles compares with files that the service wrote: its own documentation, and
// https://docs.aws.amazon.com/step-functions/latest/dg/input-output-resultwriter.html#input-output-resultwriter-exporting-to-S3
// for which children are in which.
func TestResultFiles(t *testing.T) {
	const child = `"ResultWriter": {"Resource": "arn:aws:states:::s3:putObject", "Parameters": {"Bucket": "out", "Prefix": "p"}}, "MaxConcurrency": 1, "ToleratedFailureCount": 1,`
	x := run(t, fmt.Sprintf(distributedMap, child), []int{1, 2, 3, 4},
		sim.OnTask("T").When(func(c *sim.Call) bool { return c.Index() == 1 }).Hang(),
		sim.OnTask("T").When(func(c *sim.Call) bool { return c.Index() == 2 }).Fail("Boom", "why"),
		sim.OnTask("T").Return("ok").After(time.Second))
	if x.Failure.Name != sim.ErrorToleratedFailures {
		t.Fatalf("%v", &x.Failure)
	}
	file := func(name string) string {
		for _, o := range x.Objects.ListObjects("out", "p/") {
			if strings.HasSuffix(o.Key, "/"+name) {
				return string(o.Body)
			}
		}
		t.Fatalf("no file %s", name)
		return ""
	}
	for name, parts := range map[string][]string{
		"SUCCEEDED_0.json": {`"Output":"\"ok\""`, `"RedriveStatus":"NOT_REDRIVABLE"`, `"StartDate":"2025-01-01T00:00:00.000Z"`, `"StopDate":"2025-01-01T00:00:01.000Z"`},
		"FAILED_0.json":    {`"Status":"TIMED_OUT"`, `{"Cause":"why","Error":"Boom","ExecutionArn":`, `"RedriveStatus":"REDRIVABLE_BY_MAP_RUN"`, `"StartDate":"2025-01-01T00:00:01.000Z"`},
		"PENDING_0.json":   {`"Input":"4"`},
		"manifest.json":    {"SUCCEEDED_0.json", "FAILED_0.json", "PENDING_0.json"},
	} {
		for _, part := range parts {
			if body := file(name); !strings.Contains(body, part) {
				t.Errorf("%s lacks %s: %s", name, part, body)
			}
		}
	}
}
