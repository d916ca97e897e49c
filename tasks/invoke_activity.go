package tasks

import "github.com/stepwise-go/stepwise/constructs/sfn"

var invokeActivity = Descriptor{
	Name: "InvokeActivity", Title: "gives a task to a worker that polls for it",
	Service: "states", Action: "activity", Patterns: onlyRequest, OwnResource: true,
	Grants: []Grant{{
		On: "key", Actions: []string{"kms:Decrypt", "kms:GenerateDataKey"}, Why: "encrypts the task of the activity",
		When: "the activity has a customer-managed key",
	}},
	Doc: "https://docs.aws.amazon.com/step-functions/latest/dg/concepts-activities.html",
}

// Activity is an activity: every awsstepfunctions.IActivity, or what ActivityAt returns.
type Activity interface{ ActivityArn() *string }

// ActivityRef is an activity that is not a construct of the CDK, or that has a key.
type ActivityRef struct {
	ARN    string
	KeyARN string // the customer-managed key that encrypts it, "" if there is none
}

// ActivityAt returns the activity with that ARN.
func ActivityAt(arn string) ActivityRef { return ActivityRef{ARN: arn} }

// ActivityArn returns the ARN. It makes an ActivityRef an Activity.
func (a ActivityRef) ActivityArn() *string { return &a.ARN }

// InvokeActivity gives a task to a worker that polls the activity, and waits until it reports success
// or failure. Heartbeat of the state says how often the worker must give a sign of life. The role
// needs no permission for it, except for the key of an encrypted activity.
type InvokeActivity struct {
	Activity Activity
	// Input is what the worker gets: a map or Fields. nil is the input of the state.
	Input sfn.Value
}

// Bind implements sfn.Integration.
func (t InvokeActivity) Bind(c *sfn.TaskContext) sfn.Binding {
	b := invokeActivity.bind(c, RequestResponse)
	var arn string
	if !isNil(t.Activity) {
		arn = b.Once(t.Activity, t.Activity.ActivityArn)
	}
	if arn == "" {
		b.report(missing(need{"Activity", "Activity"}))
	}
	if ref, ok := t.Activity.(ActivityRef); ok {
		b.on("key", ref.KeyARN).under("StringEquals", "kms:EncryptionContext:aws:states:activityArn", arn)
	}
	out := b.done(nil)
	out.Resource, out.Arguments = arn, t.Input
	out.Metrics = sfn.Metrics{Family: "Activity", Dimension: "ActivityArn", ARN: arn}
	return out
}
