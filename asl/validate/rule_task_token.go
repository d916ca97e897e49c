package validate

import (
	"regexp"
	"strings"
	"sync"

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
		senders := sync.OnceValue(r.tokenSenders)
		for _, t := range r.tasks {
			if t.err != nil || t.resource.Pattern != integrations.Callback {
				continue
			}
			value, field := t.input()
			if !value.IsSet() {
				r.at(t.place, "").say(msgTokenNoInput, field).fix(fixToken[t.place.Language], field)
				continue
			}
			if !senders()[t.place] {
				r.at(t.place, "/"+field).say(msgTokenMissing).fix(fixToken[t.place.Language], field)
			}
		}
	},
}

// tokenSenders are the tasks that can have the token in what they send.
func (r *run) tokenSenders() map[*asl.Place]bool {
	out := map[*asl.Place]bool{}
	for u := range r.usesWith(mayHoldToken) {
		field := "/Parameters"
		if u.place.Language == asl.JSONata {
			field = "/Arguments"
		}
		if strings.HasPrefix(u.in, field) {
			out[u.place] = true
		}
	}
	return out
}

// mayHoldToken tells whether a text can give the token. A variable or the whole input might hold it, the whole
// context does.
func mayHoldToken(t *reading) bool {
	return strings.Contains(t.text, "Token") || hasToken(t.text) || wholeContext(t)
}

// wholeContext tells whether a text is of the context object as a whole, or of all of its Task.
func wholeContext(t *reading) bool {
	names := []string{"$", "$.Task"}
	if asl.IsExpression(t.text) {
		names = []string{"$states", "$states.context", "$states.context.Task"}
	}
	for _, name := range names {
		for rest := t.text; ; {
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
