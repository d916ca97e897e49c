package simtest_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/sim"
	"github.com/stepwise-go/stepwise/sim/simtest"
)

const poller = `{"StartAt": "Submit Job", "States": {
 "Submit Job": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": {"FunctionName": "submit", "Payload.$": "$"}, "ResultSelector": {"id.$": "$.Payload"}, "ResultPath": "$.job", "Next": "Wait X Seconds"},
 "Wait X Seconds": {"Type": "Wait", "SecondsPath": "$.wait_time", "Next": "Get Job Status"},
 "Get Job Status": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:status", "InputPath": "$.job.id", "ResultPath": "$.status", "Next": "Job Complete?",
   "Retry": [{"ErrorEquals": ["Throttled"], "IntervalSeconds": 1}]},
 "Job Complete?": {"Type": "Choice", "Choices": [
   {"Variable": "$.status", "StringEquals": "FAILED", "Next": "Job Failed"},
   {"Variable": "$.status", "StringEquals": "SUCCEEDED", "Next": "Done"}], "Default": "Wait X Seconds"},
 "Job Failed": {"Type": "Fail", "Error": "JobFailed", "Cause": "the job failed"},
 "Done": {"Type": "Succeed", "OutputPath": "$.status"}}}`

func machine(t testing.TB) *asl.Machine {
	doc, err := asl.Parse("poller.asl.json", []byte(poller))
	if err != nil {
		t.Fatal(err)
	}
	return doc.Machine
}

func TestPolling(t *testing.T) {
	run := simtest.Run(t, machine(t), `{"wait_time": 3}`,
		sim.OnTask("Submit Job").Handle(func(_ context.Context, in struct {
			WaitTime int `json:"wait_time"`
		}) (string, error) {
			return fmt.Sprint("guid-", in.WaitTime), nil
		}),
		sim.OnTask("Get Job Status").Return("RUNNING").Fail("Throttled").Return("SUCCEEDED"))
	run.Succeeded("SUCCEEDED").
		Path("Submit Job", "Wait X Seconds", "Get Job Status", "Job Complete?", "Wait X Seconds", "Get Job Status", "Job Complete?", "Done").
		Elapsed(7*time.Second).ElapsedAtMost(time.Minute).
		Called("Get Job Status", 3).CalledWith("Get Job Status", 0, "guid-3").
		Visited("Done").NotVisited("Job Failed").
		Input("Wait X Seconds", map[string]any{"wait_time": 3, "job": map[string]any{"id": "guid-3"}, "status": "RUNNING"}).
		Output("Done", "SUCCEEDED").OutputAt("", "SUCCEEDED").
		Events(sim.EventLambdaFunctionFailed, 1)
}

func TestFailure(t *testing.T) {
	simtest.Run(t, sim.MustNew(machine(t)), map[string]any{"wait_time": 1},
		sim.OnTask("Submit Job").Return(map[string]any{"Payload": "x"}), sim.OnTask("Get Job Status").Return("FAILED")).
		Failed("JobFailed", "the job").NotVisited("Done")
}

func TestAborted(t *testing.T) {
	answers := []sim.Option{sim.OnTask("Submit Job").Return(map[string]any{"Payload": "x"}), sim.OnTask("Get Job Status").Return("RUNNING")}
	stopped := append(answers, sim.StopAfter(time.Minute, "Operator", "had enough"))
	run := simtest.Run(t, machine(t), `{"wait_time": 40}`, stopped...).Aborted().Elapsed(time.Minute).NotVisited("Done")
	if run.Failure != (sim.Failure{Name: "Operator", Cause: "had enough"}) {
		t.Errorf("the failure is %v", run.Failure)
	}
	rec := &recorder{}
	simtest.Run(rec, machine(t), `{"wait_time": 40}`, stopped...).Succeeded().Failed("Operator").TimedOut()
	simtest.Run(rec, machine(t), `{"wait_time": 1}`, answers[0], sim.OnTask("Get Job Status").Return("SUCCEEDED")).Aborted()
	for i, want := range []string{
		"the execution did not succeed\n  status: ABORTED after 1m0s\n  error:  Operator: had enough", "the execution did not fail, but should with Operator",
		"ended as ABORTED, not TIMED_OUT", "ended as SUCCEEDED, not ABORTED",
	} {
		if i >= len(rec.messages) || !strings.Contains(rec.messages[i], want) {
			t.Errorf("message %d lacks %q: %q", i, want, rec.messages)
		}
	}
}

// recorder notes what a test would print.
type recorder struct{ messages []string }

func (r *recorder) Helper() {}
func (r *recorder) Errorf(format string, args ...any) {
	r.messages = append(r.messages, fmt.Sprintf(format, args...))
}
func (r *recorder) Fatalf(format string, args ...any) { r.Errorf(format, args...) }

func TestMessages(t *testing.T) {
	rec := &recorder{}
	run := simtest.Run(rec, machine(t), `{"wait_time": 1}`, sim.OnTask("Submit Job").Return(map[string]any{"Payload": "x"}), sim.OnTask("Get Job Status").Return("SUCCEEDED"))
	run.Failed("X").Succeeded("no").Path("Submit Job", "Done").Called("Submit Job", 2).Elapsed(0).Input("Done", map[string]any{"wait_time": 2}).TimedOut()
	for i, want := range []string{
		"the execution did not fail", "the output is\n    \"SUCCEEDED\"\n  but should be\n    \"no\"", `differs at step 2: it goes to "Wait X Seconds", but should go to "Done"`,
		`"Submit Job" was called 1 times, not 2`, "took 1s, not 0s", "at /wait_time: 1 instead of 2", "ended as SUCCEEDED, not TIMED_OUT",
	} {
		if i >= len(rec.messages) || !strings.Contains(rec.messages[i], want) {
			t.Errorf("message %d lacks %q: %q", i, want, rec.messages)
			continue
		}
		if !strings.Contains(rec.messages[i], "path:   Submit Job → Wait X Seconds") {
			t.Errorf("message %d does not tell the path: %s", i, rec.messages[i])
		}
	}
}

func TestStatesThatAreNotThere(t *testing.T) {
	rec := &recorder{}
	run := simtest.Run(rec, machine(t), `{"wait_time": 1}`, sim.OnTask("Submit Job").Return(map[string]any{"Payload": "x"}), sim.OnTask("Get Job Status").Return("SUCCEEDED"))
	run.NotVisited("Job Failed").Called("Job Failed", 0)
	if len(rec.messages) > 0 {
		t.Fatal(rec.messages)
	}
	run.NotVisited("Job Faild").Visited("Dome").Called("Submit", 0).Called("Submit Jobs", 1).Input("Dine", 1).Output("Wholly different", 1).CalledWith("Sbmit Job", 0, 1)
	for i, want := range []string{
		`"Job Faild" was not entered, as there is no such state; is it "Job Failed"?`, `is it "Done"?`, `"Submit" was not called, as there is no such state`,
		`"Submit Jobs" was called 0 times, not 1, as there is no such state; is it "Submit Job"?`, `is it "Done"?`, "there is no such state\n", `is it "Submit Job"?`,
	} {
		if i >= len(rec.messages) || !strings.Contains(rec.messages[i], want) {
			t.Errorf("message %d lacks %q: %q", i, want, rec.messages)
		}
	}
}

func TestWhatCannotBeRun(t *testing.T) {
	rec := &recorder{}
	simtest.Run(rec, 7, "{}")
	simtest.Run(rec, machine(t), "{")
	simtest.Run(rec, machine(t), `{"wait_time": 1}`)
	if len(rec.messages) < 3 || !strings.Contains(rec.messages[0], "int is not a workflow") || !strings.Contains(rec.messages[2], "Submit Job") {
		t.Errorf("messages: %q", rec.messages)
	}
}
