package sdk

import (
	"slices"
	"strings"
)

const (
	arnPrefix = "arn:"
	arnMiddle = ":states:::aws-sdk:"
)

// AsOf returns the day of the newest data in the table: "2026-09-26".
func AsOf() string { return load().date }

// Lookup returns an action by the names in its resource ARN: the service in
// lower case, the action in camel case. The error is an [*UnknownServiceError],
// an [*UnknownActionError] or an [*UnsupportedError].
//
// For a service whose API model is not known, Lookup returns an action that is
// neither Modelled nor confirmed instead of an error.
func Lookup(service, action string) (Action, error) {
	e := load().find(service)
	if e == nil {
		return Action{}, &UnknownServiceError{Service: service, Nearest: nearestServices(service)}
	}
	b := e.block()
	line, ok := b.find(action)
	switch {
	case ok && line.unsupported():
		return Action{}, &UnsupportedError{Service: service, Action: action}
	case ok:
		return line.action(e), nil
	case e.partial && action != "":
		return e.guess(action), nil
	}
	return Action{}, &UnknownActionError{Service: service, Action: action, Nearest: nearest(action, b.supported(), maxNearest)}
}

// ParseResource takes the Resource of a task apart:
// "arn:aws:states:::aws-sdk:s3:getObject" gives "s3" and "getObject". The
// integration pattern is what follows the action's dot, as "waitForTaskToken",
// or "". ok is false when the resource is not an AWS SDK integration.
func ParseResource(arn string) (service, action, pattern string, ok bool) {
	rest, ok := strings.CutPrefix(arn, arnPrefix)
	if !ok {
		return "", "", "", false
	}
	_, rest, ok = strings.Cut(rest, arnMiddle)
	if !ok {
		return "", "", "", false
	}
	service, action, ok = strings.Cut(rest, ":")
	if !ok {
		return "", "", "", false
	}
	action, pattern, _ = strings.Cut(action, ".")
	return service, action, pattern, true
}

// nearestServices prefers what the name may stand for, the IAM prefix or the
// name of the service's package, to what is spelled alike.
func nearestServices(name string) []string {
	wanted := fold(name)
	if wanted == "" {
		return nil
	}
	var exact []string
	entries := load().entries
	for i := range entries {
		e := &entries[i]
		if wanted == e.name || wanted == fold(e.iam) || wanted == fold(e.client) || wanted == formerNames[e.name] {
			exact = append(exact, e.name)
		}
	}
	slices.SortStableFunc(exact, func(a, b string) int { return len(a) - len(b) })
	if len(exact) > maxNearest {
		exact = exact[:maxNearest]
	}
	if len(exact) > 0 {
		return exact
	}
	return nearest(name, load().names(), maxNearest)
}

// formerNames are names that people use for services whose API has another one.
var formerNames = map[string]string{
	"sfn":                     "stepfunctions",
	"eventbridge":             "cloudwatchevents",
	"cognitoidentityprovider": "cognito",
	"secretsmanager":          "secrets",
	"kafka":                   "msk",
	"amp":                     "prometheus",
}
