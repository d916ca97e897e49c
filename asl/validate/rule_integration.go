package validate

import (
	"strings"

	"github.com/stepwise-go/stepwise/internal/integrations"
	"github.com/stepwise-go/stepwise/internal/nearest"
)

var ruleIntegration = Rule{
	Code: "SW502", Name: "integration", AWS: "SCHEMA_VALIDATION_FAILED",
	Title: "the service has the action, and the action the pattern",
	Doc: `Not every service can be called in every way. Lambda, SNS, SQS and EventBridge have no .sync, Glue, Batch and
Athena no .waitForTaskToken, DynamoDB neither. AWS SDK integrations have .waitForTaskToken but no .sync. An action that has
no optimised integration is often there as an AWS SDK integration. See: stepwise tasks. A service that is not in the table
at all is reported as a warning, for it may be newer than the table.

https://docs.aws.amazon.com/step-functions/latest/dg/integrate-optimized.html`,
	Wrong: `
"Run": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke.sync", "Parameters": {"FunctionName": "f"}, "End": true}`,
	Right: `
"Run": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": {"FunctionName": "f"}, "End": true,
  "Retry": [{"ErrorEquals": ["Lambda.ServiceException", "Lambda.AWSLambdaException", "Lambda.SdkClientException", "Lambda.TooManyRequestsException"]}]}`,
	check: func(r *run) {
		for _, t := range r.tasks {
			if t.err != nil || masked(t.resource.Service) || masked(t.resource.Action) {
				continue
			}
			switch t.resource.Kind {
			case integrations.Optimised:
				r.optimised(t)
			case integrations.SDK:
				r.sdk(t)
			}
		}
	},
}

const awsUnknownResource = "The resource provided %s is not recognized. The value is not a valid resource ARN, or the resource is not available in this region."

func (r *run) optimised(t task) {
	res := t.resource
	known := t.known
	if known == nil {
		r.notOptimised(t)
		return
	}
	if !known.Patterns.Has(res.Pattern) {
		f := r.at(t.place, "/Resource").say(msgNoPattern, known.Title, res.Action, res.Suffix).fix(fixNoPattern, patterns(known.Patterns))
		f.aws(awsUnknownResource, t.Resource)
		return
	}
	if res.Suffix == ".sync:2" && res.Service != "states" {
		r.at(t.place, "/Resource").say(msgSync2).fix(fixSync2).aws(awsUnknownResource, t.Resource)
	}
}

// notOptimised reports a service or action that the table does not have. If it is like one that the table
// has, it is misspelt; otherwise the service may be newer than the table.
func (r *run) notOptimised(t task) {
	res := t.resource
	f := r.at(t.place, "/Resource").aws(awsUnknownResource, t.Resource)
	name, names := res.Service, integrations.Services()
	f.say(msgNoService, res.Service)
	if actions := integrations.Actions(res.Service); actions != nil {
		name, names = res.Action, actions
		f.say(msgNoAction, res.Service, res.Action)
	}
	near := nearest.Suggest(name, names, "")
	if near != "" {
		f.fix(near)
		return
	}
	f.fix(fixNoService, res.Service, res.Action)
	if integrations.Actions(res.Service) == nil {
		f.warn()
	}
}

func patterns(p integrations.Pattern) string {
	out := []string{"request-response, without an ending"}
	for _, one := range []integrations.Pattern{integrations.Sync, integrations.Callback} {
		if p.Has(one) {
			out = append(out, one.Suffix())
		}
	}
	return or(out)
}

func (r *run) sdk(t task) {
	res := t.resource
	if res.Pattern == integrations.Sync {
		r.at(t.place, "/Resource").say(msgSDKSync).fix(fixSDKSync).aws(awsUnknownResource, t.Resource)
	}
	if a := res.Action; a[0] >= 'A' && a[0] <= 'Z' {
		lower := strings.ToLower(a[:1]) + a[1:]
		r.at(t.place, "/Resource").say(msgSDKCase, a).fix(fixSDKCase, lower).aws(awsUnknownResource, t.Resource)
		return
	}
	if r.opts.Action != nil {
		if ok, fix := r.opts.Action(res.Service, res.Action); !ok {
			r.at(t.place, "/Resource").say(msgNoSDKAction, res.Service, res.Action).fix(fix).aws(awsUnknownResource, t.Resource)
		}
	}
}
