package callback_test

import (
	"testing"
	"time"

	"github.com/stepwise-go/stepwise/examples/callback"
	"github.com/stepwise-go/stepwise/sim"
	"github.com/stepwise-go/stepwise/sim/simtest"
	"github.com/stepwise-go/stepwise/tasks"
)

var resources = callback.Resources{
	Queue:  tasks.QueueAt("https://sqs.us-east-1.amazonaws.com/123456789012/approvals"),
	Notify: tasks.Topic{ARN: "arn:aws:sns:us-east-1:123456789012:orders"},
}

func TestApproved(t *testing.T) {
	simtest.Run(t, callback.Definition(resources), `{"order": 7}`,
		sim.OnTask("Ask For Approval").Return("yes").After(3*time.Hour).Heartbeats(30*time.Minute),
		sim.OnTask("Notify Of Success").Return(map[string]any{"MessageId": "m"}),
	).Succeeded(map[string]any{"MessageId": "m"}).Elapsed(3*time.Hour).
		Input("Notify Of Success", map[string]any{"order": 7, "answer": "yes"})
}

func TestRejected(t *testing.T) {
	simtest.Run(t, callback.Definition(resources), `{"order": 7}`,
		sim.OnTask("Ask For Approval").Fail("Rejected", "too expensive"),
		sim.OnTask("Notify Of Failure").Return(nil),
	).Failed("NotApproved").
		Input("Notify Of Failure", map[string]any{"order": 7, "error": map[string]any{"Error": "Rejected", "Cause": "too expensive"}})
}

func TestNobodyAnswers(t *testing.T) {
	simtest.Run(t, callback.Definition(resources), `{"order": 7}`,
		sim.OnTask("Ask For Approval").Hang(), sim.OnTask("Notify Of Failure").Return(nil),
	).Failed("NotApproved").Elapsed(time.Hour).Visited("Notify Of Failure")
}
