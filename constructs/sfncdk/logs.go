package sfncdk

import (
	"slices"

	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awslogs"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsstepfunctions"
	"github.com/aws/jsii-runtime-go"

	"github.com/stepwise-go/stepwise/iam"
)

// LogLevel says which events are logged.
//
// https://docs.aws.amazon.com/step-functions/latest/dg/cloudwatch-log-level.html
type LogLevel string

const (
	LogOff   LogLevel = ""
	LogAll   LogLevel = "ALL"
	LogError LogLevel = "ERROR"
	LogFatal LogLevel = "FATAL"
)

// Logs say what is logged and where. The zero Logs is nothing. An Express machine has no history but its logs.
type Logs struct {
	Level LogLevel
	// IncludeExecutionData logs inputs and outputs too. They may hold what nobody should read in a log.
	IncludeExecutionData bool
	// Group is the log group; nil makes one, named /aws/vendedlogs/states/ and the machine: the name
	// keeps the resource policy of CloudWatch Logs below its size limit, however many machines there are.
	Group awslogs.ILogGroup
	// Retention of the group that is made; "" is one month.
	Retention awslogs.RetentionDays
	// RemovalPolicy of the group that is made; "" deletes it with the stack.
	RemovalPolicy awscdk.RemovalPolicy
}

func (l Logs) known() bool {
	return slices.Contains([]LogLevel{LogOff, "OFF", LogAll, LogError, LogFatal}, l.Level)
}

func (l Logs) on() bool { return l.Level != LogOff && l.Level != "OFF" && l.known() }

// putLogs sends the log to its group, and makes the group if there is none.
func (m *StateMachine) putLogs() {
	l := m.props.Logs
	if !l.on() {
		return
	}
	m.logGroup = l.Group
	if m.logGroup == nil {
		m.logGroup = m.newLogGroup()
	}
	m.cfn.SetLoggingConfiguration(&awsstepfunctions.CfnStateMachine_LoggingConfigurationProperty{
		Destinations: []any{&awsstepfunctions.CfnStateMachine_LogDestinationProperty{
			CloudWatchLogsLogGroup: &awsstepfunctions.CfnStateMachine_CloudWatchLogsLogGroupProperty{LogGroupArn: m.logGroup.LogGroupArn()},
		}},
		IncludeExecutionData: jsii.Bool(l.IncludeExecutionData),
		Level:                jsii.String(string(l.Level)),
	})
	// These actions take no resource: https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html#cloudwatch-iam-policy
	m.needs(iam.Allow(
		"logs:CreateLogDelivery", "logs:GetLogDelivery", "logs:UpdateLogDelivery", "logs:DeleteLogDelivery", "logs:ListLogDeliveries",
		"logs:PutResourcePolicy", "logs:DescribeResourcePolicies", "logs:DescribeLogGroups",
	).On("*").Because("", "logs to CloudWatch Logs"))
}

func (m *StateMachine) newLogGroup() awslogs.ILogGroup {
	l := m.props.Logs
	if l.Retention == "" {
		l.Retention = awslogs.RetentionDays_ONE_MONTH
	}
	name := awscdk.Names_UniqueResourceName(m, &awscdk.UniqueResourceNameOptions{MaxLength: jsii.Number(200), Separator: jsii.String("-")})
	return awslogs.NewLogGroup(m, jsii.String("Logs"), &awslogs.LogGroupProps{
		LogGroupName: jsii.String("/aws/vendedlogs/states/" + value(name)), Retention: l.Retention, RemovalPolicy: removalPolicy(l.RemovalPolicy),
	})
}

// putTracing sends traces to X-Ray. The actions take no resource.
//
// https://docs.aws.amazon.com/step-functions/latest/dg/xray-iam.html
func (m *StateMachine) putTracing() {
	if !m.props.Tracing {
		return
	}
	m.cfn.SetTracingConfiguration(&awsstepfunctions.CfnStateMachine_TracingConfigurationProperty{Enabled: jsii.Bool(true)})
	m.needs(iam.Allow("xray:PutTraceSegments", "xray:PutTelemetryRecords", "xray:GetSamplingRules", "xray:GetSamplingTargets").
		On("*").Because("", "sends traces to X-Ray"))
}

// needs notes a permission of the machine itself.
func (m *StateMachine) needs(s iam.Statement) { m.required = append(m.required, s) }
