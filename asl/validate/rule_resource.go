package validate

import (
	"strings"

	"github.com/stepwise-go/stepwise/internal/integrations"
)

var ruleResource = Rule{
	Code: "SW501", Name: "resource", AWS: "SCHEMA_VALIDATION_FAILED",
	Title: "the Resource of a Task is an ARN of a form that Step Functions knows",
	Doc: `A Resource is one of
  arn:aws:states:::service:action[.sync|.waitForTaskToken]     an optimised integration
  arn:aws:states:::aws-sdk:service:action[.waitForTaskToken]   any action of the AWS SDK
  arn:aws:lambda:REGION:ACCOUNT:function:NAME                  a Lambda function
  arn:aws:states:REGION:ACCOUNT:activity:NAME                  an activity

https://docs.aws.amazon.com/step-functions/latest/dg/state-task.html`,
	Wrong: `
"Charge": {"Type": "Task", "Resource": "charge-function", "End": true}`,
	Right: `
"Charge": {"Type": "Task", "Resource": "arn:aws:states:us-east-1:111122223333:activity:charge", "TimeoutSeconds": 60, "End": true}`,
	check: func(r *run) {
		for _, t := range r.tasks {
			switch {
			case t.opaque:
			case t.err != nil:
				r.at(t.place, "/Resource").say(msgResource, t.err).fix(fixResource).aws("Value is not a valid resource ARN")
			case t.resource.Kind == integrations.Other:
				r.otherResource(t)
			}
		}
	},
}

// otherResource reports an ARN of something that a Task cannot call as it is, such as a queue.
func (r *run) otherResource(t task) {
	f := r.at(t.place, "/Resource").say(msgResourceKind, t.Resource).aws(awsUnknownResource, t.Resource)
	service := t.resource.Service
	if parts := strings.SplitN(t.Resource, ":", 6); service == "states" {
		plain := strings.Join(append(parts[:3:3], "", "", parts[5]), ":")
		if res, err := r.resource(plain); err == nil && (res.Kind == integrations.SDK || res.Kind == integrations.Optimised && integrations.Actions(res.Service) != nil) {
			f.say(msgResourceRegion).fix(fixResourceRegion, plain).warn() // found in definitions that were deployed
			return
		}
	}
	if actions := integrations.Actions(service); actions != nil && !masked(service) {
		f.fix(fixResourceKind, t.resource.Partition, service, actions[0])
		return
	}
	f.fix(fixResource)
}
