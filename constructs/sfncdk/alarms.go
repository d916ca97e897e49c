package sfncdk

import (
	"cmp"
	"fmt"
	"math"
	"time"

	"github.com/aws/aws-cdk-go/awscdk/v2/awscloudwatch"
	"github.com/aws/constructs-go/constructs/v10"
	"github.com/aws/jsii-runtime-go"

	"github.com/stepwise-go/stepwise/diag"
	"github.com/stepwise-go/stepwise/internal/origin"
)

// AlarmProps say when an alarm goes off and whom it tells. The zero AlarmProps goes off at the first
// event in five minutes and tells nobody.
type AlarmProps struct {
	// Notify is the SNS topic that is told when the alarm goes off: any awssns.ITopic.
	Notify interface{ TopicArn() *string }
	// NotifyOK tells the topic also when the alarm is over.
	NotifyOK bool
	// Actions are further actions.
	Actions []awscloudwatch.IAlarmAction

	Threshold         float64       // events in a period; 0 is 1
	Period            time.Duration // whole minutes, as Step Functions counts events by the minute; 0 is five minutes
	EvaluationPeriods int           // that must be over the threshold in a row; 0 is 1. All of them are a day at most, or a week if each is an hour or more
	Name              string        // "" lets CloudFormation make one
	Description       string        // "" says what happened
}

// AlarmOnFailure makes an alarm for executions that fail.
func (m *StateMachine) AlarmOnFailure(props ...AlarmProps) awscloudwatch.Alarm {
	return m.alarm("Failure", "Executions fail", m.MetricOf(ExecutionsFailed), props)
}

// AlarmOnTimeout makes an alarm for executions that reach the timeout of the machine.
func (m *StateMachine) AlarmOnTimeout(props ...AlarmProps) awscloudwatch.Alarm {
	return m.alarm("Timeout", "Executions time out", m.MetricOf(ExecutionsTimedOut), props)
}

// AlarmOnAbort makes an alarm for executions that somebody stops.
func (m *StateMachine) AlarmOnAbort(props ...AlarmProps) awscloudwatch.Alarm {
	return m.alarm("Abort", "Executions are stopped", m.MetricOf(ExecutionsAborted), props)
}

// AlarmOnThrottle makes an alarm for state transitions that are slowed down by the quota of the account.
func (m *StateMachine) AlarmOnThrottle(props ...AlarmProps) awscloudwatch.Alarm {
	return m.alarm("Throttle", "State transitions are throttled", m.MetricOf(ExecutionThrottled), props)
}

// AlarmOnTaskFailure makes an alarm for failures of what a task calls, retried ones included. See TaskMetric.
func (m *StateMachine) AlarmOnTaskFailure(task string, props ...AlarmProps) awscloudwatch.Alarm {
	return m.alarm("TaskFailure"+identifier(task), fmt.Sprintf("The task %q fails", task), m.TaskMetric(task, TaskFailed), props)
}

// RecommendedAlarms makes the alarms for failed, timed out, aborted and throttled executions; an
// Express machine is not throttled by state transitions, and its executions are not aborted.
func (m *StateMachine) RecommendedAlarms(props ...AlarmProps) []awscloudwatch.Alarm {
	out := []awscloudwatch.Alarm{m.AlarmOnFailure(props...), m.AlarmOnTimeout(props...)}
	if m.express() {
		return out
	}
	return append(out, m.AlarmOnAbort(props...), m.AlarmOnThrottle(props...))
}

func (m *StateMachine) express() bool { return string(m.props.Type) == "EXPRESS" }

// alarm makes an alarm below the machine.
func (m *StateMachine) alarm(id, what string, metric awscloudwatch.Metric, props []AlarmProps) awscloudwatch.Alarm {
	return newAlarm(m, m.ids.next(id)+"Alarm", fmt.Sprintf("%s: %s", what, pathOf(m)), metric, props)
}

// counter counts constructs of a kind, so that each has an ID of its own.
type counter map[string]int

// next returns the ID, with a number if there is one already.
func (c counter) next(id string) string {
	if c[id]++; c[id] > 1 {
		return fmt.Sprint(id, c[id])
	}
	return id
}

// checked returns the props with what CloudWatch refuses left out, and what that was.
//
// https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html
func (p AlarmProps) checked() (AlarmProps, diag.List) {
	var out diag.List
	if p.Period < 0 || p.Period%time.Minute != 0 {
		out.Add(badPeriod(p.Period))
		p.Period = 0
	}
	if !(p.Threshold >= 0) || math.IsInf(p.Threshold, 0) {
		out.Add(badThreshold(p.Threshold))
		p.Threshold = 0
	}
	limit := 24 * time.Hour
	if p.Period >= time.Hour {
		limit *= 7
	}
	if n := p.EvaluationPeriods; n < 0 || time.Duration(n) > limit/cmp.Or(p.Period, alarmPeriod) {
		out.Add(badPeriods(n, cmp.Or(p.Period, alarmPeriod), limit))
		p.EvaluationPeriods = 0
	}
	return p, out
}

func newAlarm(scope constructs.Construct, id, what string, metric awscloudwatch.Metric, props []AlarmProps) awscloudwatch.Alarm {
	var p AlarmProps
	if len(props) > 0 {
		p = props[len(props)-1]
	}
	p, problems := p.checked()
	if len(props) > 1 {
		problems.Add(propsTwice(len(props)))
	}
	reportOn(scope, problems)
	if p.Period != 0 {
		metric = metric.With(&awscloudwatch.MetricOptions{Period: seconds(p.Period)})
	}
	options := &awscloudwatch.CreateAlarmOptions{
		Threshold:          jsii.Number(max(p.Threshold, 1)),
		EvaluationPeriods:  jsii.Number(float64(max(p.EvaluationPeriods, 1))),
		ComparisonOperator: awscloudwatch.ComparisonOperator_GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
		TreatMissingData:   awscloudwatch.TreatMissingData_NOT_BREACHING,
		AlarmDescription:   jsii.String(what),
	}
	if p.Description != "" {
		options.AlarmDescription = jsii.String(p.Description)
	}
	if p.Name != "" {
		options.AlarmName = jsii.String(p.Name)
	}
	alarm := metric.CreateAlarm(scope, jsii.String(id), options)
	if p.Notify != nil {
		alarm.AddAlarmAction(&notify{p.Notify.TopicArn()})
		if p.NotifyOK {
			alarm.AddOkAction(&notify{p.Notify.TopicArn()})
		}
	}
	for _, a := range p.Actions {
		if a != nil {
			alarm.AddAlarmAction(a)
		}
	}
	return alarm
}

// notify is the action of telling a topic. The CDK's own is in a package with a hundred others.
type notify struct{ topicARN *string }

// Bind implements awscloudwatch.IAlarmAction.
func (n *notify) Bind(constructs.Construct, awscloudwatch.IAlarm) *awscloudwatch.AlarmActionConfig {
	return &awscloudwatch.AlarmActionConfig{AlarmActionArn: n.topicARN}
}

// reportAt reports a problem of a call on the machine.
func (m *StateMachine) reportAt(d diag.Diagnostic) { reportOn(m, diag.List{d}) }

// reportOn reports problems of a call on a construct, with the line of the call.
func reportOn(scope constructs.Construct, problems diag.List) {
	report(scope, problems.Place(at(origin.Here())))
}
