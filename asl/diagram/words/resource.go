package words

import (
	"strings"
	"unicode"
)

// Pattern is how a task waits for its service.
type Pattern string

const (
	Call     Pattern = ""         // goes on with the response
	Sync     Pattern = "sync"     // waits for the end of the job: .sync, .sync:2
	Callback Pattern = "callback" // waits for the task token: .waitForTaskToken
)

// Resource is what the Resource of a Task names.
type Resource struct {
	Service Service
	Action  string // Invoke, SendMessage; "" if unknown
	Target  string // the function or activity that the ARN itself names
	Pattern Pattern
	SDK     bool // an AWS SDK integration
}

// String returns the resource as Workflow Studio writes it: "Lambda: Invoke · sync". It is "" if
// nothing is known about it.
func (r Resource) String() string {
	text := r.Service.Name
	if r.Action != "" {
		text += ": " + r.Action
	}
	if r.Pattern != Call {
		text += " · " + string(r.Pattern)
	}
	return text
}

// ResourceOf reads the Resource of a Task: an integration, an AWS SDK call, a Lambda function, an
// activity. Substitutions such as ${AWS::Partition} may stand anywhere in it; of one that stands for
// all of it, ${SubmitFunctionArn}, the name is taken as a hint. What is not recognised has no
// service.
//
// The forms: https://docs.aws.amazon.com/step-functions/latest/dg/state-task.html
func ResourceOf(arn string) Resource {
	f := fields(arn)
	switch {
	case len(f) >= 7 && f[2] == "states" && f[5] == "aws-sdk":
		r := integration(f[6], strings.Join(f[7:], ":"))
		r.SDK = true
		return r
	case len(f) >= 7 && f[2] == "states" && f[5] == "activity":
		return Resource{Service: activityService, Target: strings.Join(f[6:], ":")}
	case len(f) >= 7 && f[2] == "states":
		return integration(f[5], strings.Join(f[6:], ":"))
	case len(f) >= 7 && f[2] == "lambda":
		return Resource{Service: ServiceOf("lambda"), Action: "Invoke", Target: strings.Join(f[6:], ":")}
	}
	return guess(arn)
}

func integration(service, action string) Resource {
	r := Resource{Service: ServiceOf(service)}
	action, suffix, _ := strings.Cut(action, ".")
	switch {
	case strings.HasPrefix(suffix, "sync"):
		r.Pattern = Sync
	case suffix == "waitForTaskToken":
		r.Pattern = Callback
	}
	r.Action = upperFirst(action)
	return r
}

// guess reads the name of a substitution or token.
func guess(text string) Resource {
	name := strings.ToLower(text)
	switch {
	case strings.Contains(name, "activity"):
		return Resource{Service: activityService}
	case strings.Contains(name, "function"), strings.Contains(name, "lambda"):
		return Resource{Service: ServiceOf("lambda"), Action: "Invoke"}
	}
	return Resource{}
}

// fields splits an ARN at its colons, but not inside ${...}.
func fields(arn string) []string {
	if !strings.HasPrefix(arn, "arn:") {
		return nil
	}
	var out []string
	depth, begin := 0, 0
	for i := 0; i < len(arn); i++ {
		switch c := arn[i]; {
		case c == '{' && i > 0 && arn[i-1] == '$':
			depth++
		case c == '}' && depth > 0:
			depth--
		case c == ':' && depth == 0:
			out = append(out, arn[begin:i])
			begin = i + 1
		}
	}
	return append(out, arn[begin:])
}

func upperFirst(s string) string {
	for i, r := range s {
		return string(unicode.ToUpper(r)) + s[i+len(string(r)):]
	}
	return ""
}
