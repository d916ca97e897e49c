package validate

import (
	"slices"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/internal/integrations"
)

var ruleLambdaRetry = Rule{
	Code: "SW901", Name: "lambda-retry", Severity: warning,
	Title: "calls of Lambda functions are retried on Lambda's transient errors",
	Doc: `Now and then Lambda itself fails for a moment, or throttles. AWS advises to retry each call of a function on
Lambda.ServiceException, Lambda.AWSLambdaException, Lambda.SdkClientException and Lambda.TooManyRequestsException, with a growing
interval. A Retry on States.ALL or States.TaskFailed does it too.

https://docs.aws.amazon.com/step-functions/latest/dg/sfn-best-practices.html#bp-lambda-serviceexception`,
	Wrong: `
"Charge": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:111122223333:function:charge", "End": true}`,
	Right: `
"Charge": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:111122223333:function:charge", "End": true, "Retry": [{
  "ErrorEquals": ["Lambda.ServiceException", "Lambda.AWSLambdaException", "Lambda.SdkClientException", "Lambda.TooManyRequestsException"],
  "IntervalSeconds": 2, "MaxAttempts": 6, "BackoffRate": 2}]}`,
	check: func(r *run) {
		for _, t := range r.tasks() {
			if !t.is("lambda", "invoke") && t.resource.Kind != integrations.Function {
				continue
			}
			var missing []string
			for _, name := range lambdaTransient {
				if !retries(t.place, name) {
					missing = append(missing, name)
				}
			}
			if len(missing) > 0 {
				r.at(t.place, "").say(msgLambdaRetry, and(missing)).fix(fixLambdaRetry)
			}
		}
	},
}

var lambdaTransient = []string{"Lambda.ServiceException", "Lambda.AWSLambdaException", "Lambda.SdkClientException", "Lambda.TooManyRequestsException"}

// retries tells whether an error of a task is retried, by itself or by a state around it.
func retries(p *asl.Place, name string) bool {
	for at := p; at != nil; at = at.Scope.Owner {
		rescue := asl.RescueOf(at.State)
		if rescue == nil {
			continue
		}
		for _, retrier := range rescue.Retry {
			if retrier.MaxAttempts.Or(1) == 0 {
				continue
			}
			for _, e := range []string{name, errAll, errTaskFailed} {
				if slices.Contains(retrier.ErrorEquals, e) {
					return true
				}
			}
			if slices.ContainsFunc(retrier.ErrorEquals, hasToken) {
				return true
			}
		}
	}
	return false
}
