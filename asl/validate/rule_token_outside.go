package validate

import (
	"strings"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/internal/integrations"
)

var ruleTokenOutside = Rule{
	Code: "SW505", Name: "token-outside", Severity: warning,
	Title: "the task token is used only where there is one",
	Doc: `$$.Task.Token, in JSONata $states.context.Task.Token, exists only in a Task whose Resource ends in
.waitForTaskToken or .sync. Elsewhere the path leads nowhere, and the state fails when it runs.

https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html`,
	Wrong: `
"Tell": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage",
  "Parameters": {"QueueUrl": "https://q", "MessageBody": {"token.$": "$$.Task.Token"}}, "End": true}`,
	Right: `
"Tell": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "HeartbeatSeconds": 3600,
  "Parameters": {"QueueUrl": "https://q", "MessageBody": {"token.$": "$$.Task.Token"}}, "End": true}`,
	check: func(r *run) {
		for u := range r.usesWith(readsToken) {
			if t, ok := u.place.State.(*asl.Task); ok {
				res, err := r.resource(t.Resource)
				if err != nil || hasToken(t.Resource) && res.Kind == integrations.Other || res.Pattern != integrations.RequestResponse {
					continue
				}
			}
			r.use(u).say(msgTokenOutside).fix(fixTokenOutside)
		}
	},
}

func readsToken(t *reading) bool {
	return strings.Contains(t.text, "$$.Task.Token") || strings.Contains(t.text, "context.Task.Token")
}
