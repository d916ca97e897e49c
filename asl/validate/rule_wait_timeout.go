package validate

import (
	"slices"

	"github.com/stepwise-go/stepwise/asl"
)

var ruleWaitTimeout = Rule{
	Code: "SW902", Name: "wait-timeout", Severity: warning,
	Title: "a task that waits for somebody outside has a timeout",
	Doc: `A task with .waitForTaskToken and an activity wait until somebody answers. If nobody does, because the message
was lost or the worker died, they wait for a year. HeartbeatSeconds or TimeoutSeconds end that with States.HeartbeatTimeout or
States.Timeout, which can be retried and caught.

https://docs.aws.amazon.com/step-functions/latest/dg/sfn-stuck-execution.html`,
	Wrong: `
"Ask": {"Type": "Task", "Resource": "arn:aws:states:us-east-1:111122223333:activity:ask", "End": true}`,
	Right: `
"Ask": {"Type": "Task", "Resource": "arn:aws:states:us-east-1:111122223333:activity:ask", "TimeoutSeconds": 86400, "End": true}`,
	check: func(r *run) {
		for _, t := range r.tasks {
			limited := func(name string) bool { return asl.HasField(t.Task, name) }
			if t.waits() && !slices.ContainsFunc(waitLimits, limited) {
				r.at(t.place, "").say(msgWaitTimeout).fix(fixWaitTimeout)
			}
		}
	},
}

// waitLimits are the fields that end a wait.
var waitLimits = []string{"TimeoutSeconds", "TimeoutSecondsPath", "HeartbeatSeconds", "HeartbeatSecondsPath"}
