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
		for _, t := range r.tasks {
			if !t.is("lambda", "invoke") && t.resource.Kind != integrations.Function {
				continue
			}
			missing := unretried(t.place)
			if len(missing) > 0 {
				r.at(t.place, "").say(msgLambdaRetry, and(missing)).fix(fixLambdaRetry)
			}
		}
	},
}

var lambdaTransient = []string{"Lambda.ServiceException", "Lambda.AWSLambdaException", "Lambda.SdkClientException", "Lambda.TooManyRequestsException"}

// unretried returns the transient errors of a task that are not retried, by itself or by a state around it.
func unretried(p *asl.Place) []string {
	missing := lambdaTransient
	for at := p; at != nil && len(missing) > 0; at = at.Scope.Owner {
		rescue := asl.RescueOf(at.State)
		if rescue == nil {
			continue
		}
		for i := range rescue.Retry {
			missing = beyond(&rescue.Retry[i], missing)
		}
	}
	return missing
}

// beyond returns those of the errors that a retrier does not retry.
func beyond(c *asl.Retrier, errors []string) []string {
	if c.MaxAttempts.Or(1) == 0 {
		return errors
	}
	for _, e := range c.ErrorEquals {
		if e == errAll || e == errTaskFailed || hasToken(e) {
			return nil
		}
	}
	var left []string
	for _, name := range errors {
		if !slices.Contains(c.ErrorEquals, name) {
			left = append(left, name)
		}
	}
	return left
}
