package sim

import "strings"

// Resource is what the Resource of a Task state asks for, taken apart.
type Resource struct {
	ARN     string
	Kind    ResourceKind
	Service string // of an integration: sqs, lambda, aws-sdk:s3
	Action  string // of an integration: sendMessage
	Pattern string // of an integration: "", sync, sync:2 or waitForTaskToken
}

// ResourceKind tells which events a task makes.
type ResourceKind uint8

// The kinds of resources.
const (
	FunctionResource ResourceKind = iota // the ARN of a Lambda function, or of something unknown
	ActivityResource
	ServiceResource // arn:aws:states:::service:action
)

// ParseResource takes the Resource of a Task state apart.
// https://docs.aws.amazon.com/step-functions/latest/dg/integrate-services.html
func ParseResource(arn string) Resource {
	r := Resource{ARN: arn}
	parts := strings.SplitN(arn, ":", 6)
	if len(parts) < 6 || parts[0] != "arn" || parts[2] != "states" {
		return r
	}
	rest := parts[5]
	if strings.HasPrefix(rest, "activity:") {
		r.Kind = ActivityResource
		return r
	}
	prefix := ""
	if sdk, ok := strings.CutPrefix(rest, "aws-sdk:"); ok {
		prefix, rest = "aws-sdk:", sdk
	}
	service, action, ok := strings.Cut(rest, ":")
	if !ok {
		return r
	}
	r.Kind, r.Service = ServiceResource, prefix+service
	r.Action, r.Pattern, _ = strings.Cut(action, ".")
	return r
}

// Name is the integration without its pattern: sqs:sendMessage; of functions and activities the ARN.
func (r *Resource) Name() string {
	if r.Kind != ServiceResource {
		return r.ARN
	}
	return r.Service + ":" + r.Action
}

// action is the resource as events name it: sendMessage.waitForTaskToken.
func (r *Resource) action() string {
	if r.Pattern == "" {
		return r.Action
	}
	return r.Action + "." + r.Pattern
}

// callback tells whether the task is answered by its token.
func (r *Resource) callback() bool {
	return r.Pattern == "waitForTaskToken" || r.Kind == ActivityResource
}

// submits tells whether the call only begins the work.
func (r *Resource) submits() bool { return r.Pattern != "" }

// callsHTTP tells whether the task calls an endpoint outside of AWS.
func (r *Resource) callsHTTP() bool { return r.Service == "http" && r.Action == "invoke" }

// invokesFunction tells whether the task runs a Lambda function through the optimized integration.
func (r *Resource) invokesFunction() bool { return r.Service == "lambda" && r.Action == "invoke" }
