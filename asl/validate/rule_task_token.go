package validate

import (
	"regexp"
	"strings"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/internal/integrations"
)

var ruleTaskToken = Rule{
	Code: "SW504", Name: "task-token", Severity: warning,
	Title: "a task that waits for its token sends the token",
	Doc: `A Task that ends in .waitForTaskToken goes on when somebody calls SendTaskSuccess or SendTaskFailure with its token.
If the token is not in what it sends, nobody can, and it waits until its timeout, or for a year. AWS accepts it.

Send $$.Task.Token in the Parameters, or in JSONata $states.context.Task.Token in the Arguments.

https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html`,
	Wrong: `
"Ask": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "HeartbeatSeconds": 3600,
  "Parameters": {"QueueUrl": "https://q", "MessageBody": {"order.$": "$.order"}}, "End": true}`,
	Right: `
"Ask": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "HeartbeatSeconds": 3600,
  "Parameters": {"QueueUrl": "https://q", "MessageBody": {"order.$": "$.order", "token.$": "$$.Task.Token"}}, "End": true}`,
	check: func(r *run) {
		for _, t := range r.tasks() {
			if t.err != nil || t.resource.Pattern != integrations.Callback {
				continue
			}
			value, field := t.input()
			if !value.IsSet() {
				r.at(t.place, "").say(msgTokenNoInput, field).fix(fixToken[t.place.Language], field)
				continue
			}
			if !r.sendsToken(t, field) {
				r.at(t.place, "/"+field).say(msgTokenMissing).fix(fixToken[t.place.Language], field)
			}
		}
	},
}

// sendsToken tells whether the token can be in what a task sends. A variable or the whole input might
// hold it, the whole context does.
func (r *run) sendsToken(t task, field string) bool {
	for i := range r.uses {
		u := &r.uses[i]
		if u.place != t.place || !strings.HasPrefix(u.at, "/"+field) {
			continue
		}
		if strings.Contains(u.text, "Task.Token") || strings.Contains(u.text, "Token") || hasToken(u.text) || wholeContext(u) {
			return true
		}
	}
	return false
}

// wholeContext tells whether a use is of the context object as a whole, or of all of its Task.
func wholeContext(u *use) bool {
	names := []string{"$", "$.Task"}
	if asl.IsExpression(u.text) {
		names = []string{"$states", "$states.context", "$states.context.Task"}
	}
	for _, name := range names {
		for rest := u.text; ; {
			_, after, found := strings.Cut(rest, name)
			if !found {
				break
			}
			if after == "" || !continuesName.MatchString(after) {
				return true
			}
			rest = after
		}
	}
	return false
}

// continuesName matches what makes a name before it another one, or one of its fields.
var continuesName = regexp.MustCompile(`^(\w|\s*[.\[]|\$)`)
