package sfncdk

import (
	"time"

	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awscloudwatch"
	"github.com/aws/jsii-runtime-go"

	"github.com/stepwise-go/stepwise/constructs/sfn"
)

// Metric names a metric of the machine. The CDK's own methods, such as MetricFailed, give six of them
// as well.
//
// https://docs.aws.amazon.com/step-functions/latest/dg/procedure-cw-metrics.html
type Metric string

const (
	ExecutionsStarted      Metric = "ExecutionsStarted"
	ExecutionsSucceeded    Metric = "ExecutionsSucceeded"
	ExecutionsFailed       Metric = "ExecutionsFailed"
	ExecutionsAborted      Metric = "ExecutionsAborted"
	ExecutionsTimedOut     Metric = "ExecutionsTimedOut"
	ExecutionThrottled     Metric = "ExecutionThrottled" // state transitions, each of them
	ExecutionTime          Metric = "ExecutionTime"      // milliseconds
	ExecutionsRedriven     Metric = "ExecutionsRedriven"
	ExpressExecutionMemory Metric = "ExpressExecutionMemory"         // bytes, Express only
	ExpressBilledDuration  Metric = "ExpressExecutionBilledDuration" // milliseconds, Express only
	ExpressBilledMemory    Metric = "ExpressExecutionBilledMemory"   // bytes, Express only
)

// isAmount tells whether a metric is a size or a time, of which the average says something, and not a count.
func (n Metric) isAmount() bool {
	switch n {
	case ExecutionTime, ExpressExecutionMemory, ExpressBilledDuration, ExpressBilledMemory:
		return true
	}
	return false
}

// MetricOf returns a metric of the machine over five minutes: the average of times and sizes, the
// sum of everything else.
func (m *StateMachine) MetricOf(name Metric) awscloudwatch.Metric {
	return stateMetric(string(name), statistic(name.isAmount()), map[string]*string{"StateMachineArn": m.StateMachineArn()})
}

func statistic(amount bool) string {
	if amount {
		return "Average"
	}
	return "Sum"
}

// alarmPeriod is the period of metrics and alarms that do not say.
const alarmPeriod = 5 * time.Minute

func stateMetric(name, statistic string, dimensions map[string]*string) awscloudwatch.Metric {
	props := &awscloudwatch.MetricProps{
		Namespace: jsii.String("AWS/States"), MetricName: jsii.String(name), Statistic: jsii.String(statistic),
		Period: seconds(alarmPeriod),
	}
	if len(dimensions) > 0 {
		props.DimensionsMap = &dimensions
	}
	return awscloudwatch.NewMetric(props)
}

// TaskMetric names a metric of one task. Not all kinds of tasks have all of them.
type TaskMetric string

const (
	TaskScheduled         TaskMetric = "Scheduled"
	TaskStarted           TaskMetric = "Started"
	TaskSucceeded         TaskMetric = "Succeeded"
	TaskFailed            TaskMetric = "Failed"
	TaskTimedOut          TaskMetric = "TimedOut"
	TaskHeartbeatTimedOut TaskMetric = "HeartbeatTimedOut" // activities only
	TaskScheduleTime      TaskMetric = "ScheduleTime"      // milliseconds from scheduled to started
	TaskRunTime           TaskMetric = "RunTime"           // milliseconds from started to ended
	TaskTime              TaskMetric = "Time"              // milliseconds from scheduled to ended
)

// metricName is ServiceIntegrationsFailed, but ServiceIntegrationRunTime.
func (n TaskMetric) metricName(family string) string {
	if n.isAmount() {
		return family + string(n)
	}
	if family == "Activity" {
		return "Activities" + string(n)
	}
	return family + "s" + string(n)
}

func (n TaskMetric) isAmount() bool {
	return n == TaskScheduleTime || n == TaskRunTime || n == TaskTime
}

// TaskMetric returns a metric of a task, in the family that its integration emits: a function that is
// invoked through lambda:invoke is a service integration, and has no metrics as a function. All tasks
// of the account with the same resource share it.
func (m *StateMachine) TaskMetric(task string, metric TaskMetric) awscloudwatch.Metric {
	info, ok := m.task(task)
	family := info.Binding.Metrics
	switch {
	case !ok:
		m.reportAt(unknownTask(task))
	case family.Family == "":
		m.reportAt(noTaskMetrics(task))
	case metric == TaskHeartbeatTimedOut && family.Family != "Activity":
		m.reportAt(noHeartbeatMetric(task))
	}
	if family.Family == "" {
		family.Family = "ServiceIntegration" // a metric that exists; the app has an error anyway
	}
	dimensions := map[string]*string{}
	if family.Dimension != "" {
		dimensions[family.Dimension] = jsii.String(m.own().Replace(family.ARN))
	}
	return stateMetric(metric.metricName(family.Family), statistic(metric.isAmount()), dimensions)
}

func (m *StateMachine) task(name string) (sfn.TaskInfo, bool) {
	for _, t := range m.flow.tasks {
		if t.Name == name {
			return t, true
		}
	}
	return sfn.TaskInfo{}, false
}

// TransitionMetric names a metric of the state transitions of the whole account.
type TransitionMetric string

const (
	ProvisionedBucketSize TransitionMetric = "ProvisionedBucketSize"
	ProvisionedRefillRate TransitionMetric = "ProvisionedRefillRate"
	ConsumedCapacity      TransitionMetric = "ConsumedCapacity"
	ThrottledEvents       TransitionMetric = "ThrottledEvents"
)

// StateTransitionMetric returns a metric of the state transitions of all Standard machines in the
// account and region: the sum of throttled events over five minutes, the average of the others.
func StateTransitionMetric(name TransitionMetric) awscloudwatch.Metric {
	return stateMetric(string(name), statistic(name != ThrottledEvents), map[string]*string{"ServiceMetric": jsii.String("StateTransition")})
}

func seconds(d time.Duration) awscdk.Duration {
	return awscdk.Duration_Seconds(jsii.Number(d.Seconds()))
}
