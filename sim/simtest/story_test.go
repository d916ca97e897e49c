package simtest_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/internal/golden"
	"github.com/stepwise-go/stepwise/sim"
	"github.com/stepwise-go/stepwise/sim/simtest"
)

const branches = `{"StartAt": "Both", "States": {"Both": {"Type": "Parallel", "End": true, "Branches": [
 {"StartAt": "Ask", "States": {"Ask": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Parameters": {"MessageBody.$": "$.order.id"}, "Retry": [{"ErrorEquals": ["Sqs.Slow"], "MaxAttempts": 2}], "End": true}}},
 {"StartAt": "Rest", "States": {"Rest": {"Type": "Wait", "Seconds": 1, "Next": "Note"}, "Note": {"Type": "Pass", "Next": "Sleep"}, "Sleep": {"Type": "Wait", "Seconds": 100, "End": true}}}]}}}`

const saga = `{"StartAt": "Lines", "States": {
 "Lines": {"Type": "Map", "Label": "L", "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"}, "StartAt": "Take", "States": {
   "Take": {"Type": "Task", "Resource": "arn:aws:states:::dynamodb:updateItem", "Parameters": {}, "End": true}}},
   "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Undo"}], "Next": "Done"},
 "Undo": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": {}, "Retry": [{"ErrorEquals": ["States.ALL"]}], "Next": "Cancelled"},
 "Cancelled": {"Type": "Fail", "Error": "Cancelled"}, "Done": {"Type": "Succeed"}}}`

// TestStories: what a failing test prints, see testdata/stories.golden.
func TestStories(t *testing.T) {
	doc, err := asl.Parse("branches", []byte(branches))
	if err != nil {
		t.Fatal(err)
	}
	const input = `{"order": {"id": "7", "items": [1, 2, 3]}}`
	sent := sim.OnTask("Ask").Return(map[string]any{"MessageId": "m"})
	var b strings.Builder
	tell := func(title string, f func(simtest.TB)) {
		r := &recorder{}
		f(r)
		fmt.Fprintf(&b, "# %s\n%s\n\n", title, strings.Join(r.messages, "\n"))
	}
	tell("a task fails in a branch", func(t simtest.TB) {
		simtest.Run(t, doc.Machine, input, sim.OnTask("Ask").Fail("Sqs.Slow", "too slow")).Succeeded()
	})
	tell("another output", func(t simtest.TB) {
		simtest.Run(t, doc.Machine, input, sent).Succeeded([]any{map[string]any{"MessageId": "m"}, map[string]any{"order": map[string]any{"id": "7", "items": []int{1, 2, 4}}}})
	})
	tell("another path, time, number of calls", func(t simtest.TB) {
		simtest.Run(t, doc.Machine, input, sent).Path("Both", "Ask", "Note").Elapsed(0).Called("Ask", 2)
	})
	tell("other arguments", func(t simtest.TB) {
		simtest.Run(t, doc.Machine, input, sent).CalledWith("Ask", 0, map[string]any{"MessageBody": "8"}).Input("Note", nil).Output("Nowhere", 1)
	})
	tell("a misspelt mock", func(t simtest.TB) {
		simtest.Run(t, doc.Machine, input, sim.OnTask("Aks").Return(1))
	})
	tell("a mock with the wrong shape", func(t simtest.TB) {
		simtest.Run(t, machine(nil), `{"wait_time": 1}`, sim.OnTask("Submit Job").Return("guid"))
		simtest.Run(t, machine(nil), `{"wait_time": 1}`, sim.OnTask("Submit Job").Return("guid")).Succeeded()
	})
	tell("an error that was caught, and the child that made it", func(t simtest.TB) {
		doc, err := asl.Parse("saga", []byte(saga))
		if err != nil {
			t.Fatalf("%v", err)
		}
		simtest.Run(t, doc.Machine, `[1, 2]`, sim.OnTask("Take").Fail("DynamoDB.ConditionalCheckFailedException", "sold out"), sim.OnTask("Undo").Return(nil)).Succeeded()
	})
	tell("an input that is no JSON", func(t simtest.TB) { simtest.Run(t, doc.Machine, `{"order": }`) })
	golden.File(t, "testdata/stories.golden", b.String())
}
