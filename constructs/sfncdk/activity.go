package sfncdk

import (
	"time"

	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awscloudwatch"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsiam"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsstepfunctions"
	"github.com/aws/constructs-go/constructs/v10"
	"github.com/aws/jsii-runtime-go"

	"github.com/stepwise-go/stepwise/diag"
	"github.com/stepwise-go/stepwise/internal/origin"
	"github.com/stepwise-go/stepwise/tasks"
)

// ActivityProps are the options of an activity.
type ActivityProps struct {
	Name string // "" lets CloudFormation make one
	// Encryption of what the activity is given and answers.
	Encryption Encryption
}

// Activity is a queue of tasks for workers that poll it. It is the CDK's Activity, and
// tasks.InvokeActivity takes it; Integration brings its key too.
//
// https://docs.aws.amazon.com/step-functions/latest/dg/concepts-activities.html
type Activity struct {
	awsstepfunctions.Activity
	key string
}

// NewActivity returns an activity in the scope.
func NewActivity(scope constructs.Construct, id string, props ...ActivityProps) *Activity {
	var p ActivityProps
	if len(props) > 0 {
		p = props[len(props)-1]
	}
	a := &Activity{}
	options := &awsstepfunctions.ActivityProps{}
	var problems diag.List
	if p.Name != "" {
		options.ActivityName = jsii.String(p.Name)
	}
	if p.Encryption.Key != nil {
		a.key = value(p.Encryption.Key.KeyArn())
		reuse := time.Duration(*p.Encryption.seconds()) * time.Second
		if reuse < time.Minute || reuse > 15*time.Minute {
			problems.Add(badReusePeriod(reuse))
			reuse = 5 * time.Minute
		}
		options.EncryptionConfiguration = awsstepfunctions.NewCustomerManagedEncryptionConfiguration(p.Encryption.Key, seconds(reuse))
	}
	awsstepfunctions.NewActivity_Override(a, scope, jsii.String(id), options)
	if len(problems) > 0 {
		awscdk.Annotations_Of(a).AddError(jsii.String(printed(problems.Place(at(origin.Here())))))
	}
	return a
}

// Integration returns the task that gives work to the activity, with the key that encrypts it.
func (a *Activity) Integration() tasks.InvokeActivity {
	return tasks.InvokeActivity{Activity: tasks.ActivityRef{ARN: value(a.ActivityArn()), KeyARN: a.key}}
}

// GrantWorker lets the grantee take tasks from the activity and answer them.
func (a *Activity) GrantWorker(grantee awsiam.IGrantable) awsiam.Grant {
	return awsiam.Grant_AddToPrincipal(&awsiam.GrantOnPrincipalOptions{
		Grantee: grantee, ResourceArns: &[]*string{a.ActivityArn()},
		Actions: jsii.Strings("states:GetActivityTask", "states:SendTaskSuccess", "states:SendTaskFailure", "states:SendTaskHeartbeat"),
	})
}

// ToString returns the path of the construct. It is here because the CDK binding asks for at least
// one method of our own.
func (a *Activity) ToString() *string { return a.Activity.ToString() }

// MetricOf returns a metric of the activity over five minutes.
func (a *Activity) MetricOf(metric TaskMetric) awscloudwatch.Metric {
	return stateMetric(metric.metricName("Activity"), statistic(metric.isAmount()), map[string]*string{"ActivityArn": a.ActivityArn()})
}

// AlarmOnFailure makes an alarm for tasks that workers fail.
func (a *Activity) AlarmOnFailure(props ...AlarmProps) awscloudwatch.Alarm {
	return newAlarm(a, "FailureAlarm", "Tasks of the activity fail: "+pathOf(a), a.MetricOf(TaskFailed), props)
}

// AlarmOnHeartbeatTimeout makes an alarm for workers that stop giving signs of life.
func (a *Activity) AlarmOnHeartbeatTimeout(props ...AlarmProps) awscloudwatch.Alarm {
	return newAlarm(a, "HeartbeatAlarm", "Workers of the activity fall silent: "+pathOf(a), a.MetricOf(TaskHeartbeatTimedOut), props)
}
