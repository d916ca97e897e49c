package sfncdk

import (
	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awscloudwatch"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsiam"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsstepfunctions"
	"github.com/aws/constructs-go/constructs/v10"
	"github.com/aws/jsii-runtime-go"

	"github.com/stepwise-go/stepwise/constructs/sfn"
	"github.com/stepwise-go/stepwise/tasks"
)

// ActivityProps are the options of an activity.
type ActivityProps struct {
	Name string // at most 80 characters, those of a machine's name; "" lets the CDK or CloudFormation make one
	// Encryption of what the activity is given and answers.
	Encryption Encryption
}

// Activity is a queue of tasks for workers that poll it. It is the CDK's Activity, and
// tasks.InvokeActivity takes it; Integration brings its key too.
//
// https://docs.aws.amazon.com/step-functions/latest/dg/concepts-activities.html
type Activity struct {
	awsstepfunctions.Activity
	key    string
	alarms counter
}

// NewActivity returns an activity in the scope.
func NewActivity(scope constructs.Construct, id string, props ...ActivityProps) *Activity {
	var p ActivityProps
	if len(props) > 0 {
		p = props[len(props)-1]
	}
	a := &Activity{alarms: counter{}}
	options := &awsstepfunctions.ActivityProps{}
	problems := p.Encryption.problems()
	if len(props) > 1 {
		problems.Add(propsTwice(len(props)))
	}
	switch {
	case p.Name == "":
	case sfn.HasToken(p.Name) || machineName.MatchString(p.Name):
		options.ActivityName = jsii.String(p.Name)
	default:
		problems.Add(badActivityName(p.Name))
	}
	if p.Encryption.Key != nil {
		a.key = value(p.Encryption.Key.KeyArn())
		options.EncryptionConfiguration = awsstepfunctions.NewCustomerManagedEncryptionConfiguration(p.Encryption.Key, awscdk.Duration_Seconds(p.Encryption.seconds()))
	}
	awsstepfunctions.NewActivity_Override(a, scope, jsii.String(id), options)
	reportOn(a, problems)
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
	return newAlarm(a, a.alarms.next("Failure")+"Alarm", "Tasks of the activity fail: "+pathOf(a), a.MetricOf(TaskFailed), props)
}

// AlarmOnHeartbeatTimeout makes an alarm for workers that stop giving signs of life.
func (a *Activity) AlarmOnHeartbeatTimeout(props ...AlarmProps) awscloudwatch.Alarm {
	return newAlarm(a, a.alarms.next("Heartbeat")+"Alarm", "Workers of the activity fall silent: "+pathOf(a), a.MetricOf(TaskHeartbeatTimedOut), props)
}
