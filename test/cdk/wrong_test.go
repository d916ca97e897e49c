package cdk_test

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-cdk-go/awscdk/v2/assertions"
	"github.com/aws/aws-cdk-go/awscdk/v2/awscloudwatch"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsiam"
	"github.com/aws/jsii-runtime-go"

	"github.com/stepwise-go/stepwise/constructs/sfn"
	"github.com/stepwise-go/stepwise/constructs/sfncdk"
	"github.com/stepwise-go/stepwise/test/cdk/stacktest"
)

// TestWrongCallsAreReported makes calls that the CDK or AWS would refuse: each is an error with its
// line, and the stack can still be synthesized.
func TestWrongCallsAreReported(t *testing.T) {
	alarm := func(p ...sfncdk.AlarmProps) func(*sfncdk.StateMachine) {
		return func(m *sfncdk.StateMachine) { m.AlarmOnFailure(p...) }
	}
	activity := func(p ...sfncdk.ActivityProps) func(*sfncdk.StateMachine) {
		return func(m *sfncdk.StateMachine) { sfncdk.NewActivity(m, "Activity", p...) }
	}
	alias := func(name string, s sfncdk.Shift) func(*sfncdk.StateMachine) {
		return func(m *sfncdk.StateMachine) {
			m.NewAlias(name, sfncdk.AliasProps{Version: m.NewVersion("V", ""), Shift: s})
		}
	}
	for i, c := range []struct {
		code string
		call func(*sfncdk.StateMachine)
	}{
		{"", alarm()},
		{"", alarm(sfncdk.AlarmProps{Period: time.Minute, EvaluationPeriods: 1440, Actions: []awscloudwatch.IAlarmAction{nil}})},
		{"", alarm(sfncdk.AlarmProps{Period: time.Hour, EvaluationPeriods: 168})},
		{"SWC23", alarm(sfncdk.AlarmProps{Period: 20 * time.Second})},
		{"SWC23", alarm(sfncdk.AlarmProps{Period: -time.Minute})},
		{"SWC24", alarm(sfncdk.AlarmProps{Threshold: -1})},
		{"SWC24", alarm(sfncdk.AlarmProps{Threshold: math.NaN()})},
		{"SWC25", alarm(sfncdk.AlarmProps{EvaluationPeriods: -1})},
		{"SWC25", alarm(sfncdk.AlarmProps{Period: time.Minute, EvaluationPeriods: 1441})},
		{"SWC25", alarm(sfncdk.AlarmProps{Period: time.Hour, EvaluationPeriods: 169})},
		{"SWC26", alarm(sfncdk.AlarmProps{}, sfncdk.AlarmProps{})},
		{"", activity(sfncdk.ActivityProps{Name: "orders"})},
		{"SWC08", activity(sfncdk.ActivityProps{Encryption: sfncdk.Encryption{ReusePeriod: 61500 * time.Millisecond}})},
		{"SWC09", activity(sfncdk.ActivityProps{Encryption: sfncdk.Encryption{ReusePeriod: time.Minute}})},
		{"SWC26", activity(sfncdk.ActivityProps{}, sfncdk.ActivityProps{})},
		{"SWC27", activity(sfncdk.ActivityProps{Name: "no/name"})},
		{"", alias("live", sfncdk.Shift{Percent: 10})},
		{"SWC21", alias("live", sfncdk.Shift{Percent: -10})},
		{"SWC21", alias("live", sfncdk.Shift{Percent: 10, Interval: time.Second})},
		{"SWC28", alias("no name", sfncdk.Shift{})},
		{"SWC28", alias("12", sfncdk.Shift{})},
		{"SWC29", func(m *sfncdk.StateMachine) {
			v := m.NewVersion("V", "")
			m.NewAlias("live", sfncdk.AliasProps{Version: v})
			m.NewAlias("live", sfncdk.AliasProps{Version: v})
		}},
		{"", func(m *sfncdk.StateMachine) { // two names, of which the same ID could be made
			v := m.NewVersion("V", "")
			m.NewAlias("a.b", sfncdk.AliasProps{Version: v})
			m.NewAlias("ab", sfncdk.AliasProps{Version: v})
		}},
		{"SWC18", func(m *sfncdk.StateMachine) { m.AlarmOnTaskFailure("Nobody") }},
		{"SWC32", func(m *sfncdk.StateMachine) {
			work := sfncdk.NewStateMachine(m, "Inner", sfncdk.StateMachineProps{Definition: invoke("Work", newFunction(m, "F"))})
			work.TaskMetric("Work", sfncdk.TaskHeartbeatTimedOut)
		}},
		{"SWC20", func(m *sfncdk.StateMachine) { m.NewAlias("live", sfncdk.AliasProps{}) }},
		{"SWC31", func(m *sfncdk.StateMachine) {
			m.Grant(awsiam.User_FromUserName(m, jsii.String("Joe"), jsii.String("joe")))
		}},
		{"SWC31", func(m *sfncdk.StateMachine) { m.GrantExecution(m) }},
	} {
		stack := newStack()
		c.call(sfncdk.NewStateMachine(stack, "Machine", sfncdk.StateMachineProps{Definition: sfn.NewPass("A")}))
		assertions.Template_FromStack(stack, nil)
		errors := strings.Join(stacktest.Errors(stack), "\n")
		if c.code == "" && errors != "" || c.code != "" && (!strings.Contains(errors, c.code) || !strings.Contains(errors, "wrong_test.go:")) {
			t.Errorf("case %d: no %q in %q", i, c.code, errors)
		}
	}
}

func TestIgnoreInATextNamesAState(t *testing.T) {
	stack := newStack()
	sfncdk.NewStateMachine(stack, "Machine", sfncdk.StateMachineProps{DefinitionText: passText, Timeout: 1500 * time.Millisecond, Ignore: []sfn.Ignore{{Code: "SW902", State: "B", Reason: "r"}}})
	assertions.Template_FromStack(stack, nil)
	if errors := strings.Join(stacktest.Errors(stack), "\n"); !strings.Contains(errors, "SWC30") || !strings.Contains(errors, "SWC22") {
		t.Error(errors)
	}
}

// TestAlarms compares every alarm with what AWS documents of its metric: the namespace is AWS/States,
// a metric without events has no data, and the sum over five minutes is one event or more.
//
// https://docs.aws.amazon.com/step-functions/latest/dg/procedure-cw-metrics.html
func TestAlarms(t *testing.T) {
	stack := newStack()
	f := newFunction(stack, "F")
	a := sfncdk.NewActivity(stack, "Activity")
	m := sfncdk.NewStateMachine(stack, "Machine", sfncdk.StateMachineProps{Definition: invoke("Work", f)})
	m.RecommendedAlarms()
	m.AlarmOnTaskFailure("Work")
	m.AlarmOnFailure(sfncdk.AlarmProps{Threshold: 3, Period: time.Minute, EvaluationPeriods: 2, Name: "n", Description: "d"})
	a.AlarmOnFailure()
	a.AlarmOnFailure()
	a.AlarmOnHeartbeatTimeout()
	var got []string
	for _, r := range resources(t, stack) {
		if p := r.Properties; r.Type == "AWS::CloudWatch::Alarm" {
			dimension := p["Dimensions"].([]any)[0].(map[string]any)["Name"]
			got = append(got, fmt.Sprintf("%s %s by %s, %s over %v s, %v of %v times, missing data %s", p["Namespace"], p["MetricName"], dimension,
				p["Statistic"], p["Period"], p["Threshold"], p["EvaluationPeriods"], p["TreatMissingData"]))
			if p["ComparisonOperator"] != "GreaterThanOrEqualToThreshold" {
				t.Error(p)
			}
		}
	}
	slices.Sort(got)
	want := []string{
		"AWS/States ActivitiesFailed by ActivityArn, Sum over 300 s, 1 of 1 times, missing data notBreaching",
		"AWS/States ActivitiesFailed by ActivityArn, Sum over 300 s, 1 of 1 times, missing data notBreaching",
		"AWS/States ActivitiesHeartbeatTimedOut by ActivityArn, Sum over 300 s, 1 of 1 times, missing data notBreaching",
		"AWS/States ExecutionThrottled by StateMachineArn, Sum over 300 s, 1 of 1 times, missing data notBreaching",
		"AWS/States ExecutionsAborted by StateMachineArn, Sum over 300 s, 1 of 1 times, missing data notBreaching",
		"AWS/States ExecutionsFailed by StateMachineArn, Sum over 300 s, 1 of 1 times, missing data notBreaching",
		"AWS/States ExecutionsFailed by StateMachineArn, Sum over 60 s, 3 of 2 times, missing data notBreaching",
		"AWS/States ExecutionsTimedOut by StateMachineArn, Sum over 300 s, 1 of 1 times, missing data notBreaching",
		"AWS/States ServiceIntegrationsFailed by ServiceIntegrationResourceArn, Sum over 300 s, 1 of 1 times, missing data notBreaching",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}
