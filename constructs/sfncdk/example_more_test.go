package sfncdk_test

import (
	"fmt"
	"time"

	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awscloudwatch"
	"github.com/aws/aws-cdk-go/awscdk/v2/awssqs"
	"github.com/aws/jsii-runtime-go"

	"github.com/stepwise-go/stepwise/constructs/sfn"
	"github.com/stepwise-go/stepwise/constructs/sfncdk"
	"github.com/stepwise-go/stepwise/iam"
)

// A definition that is there as text has its placeholders filled in, and its permissions found as far
// as it shows what they are about.
func ExampleStateMachineProps_definitionText() {
	stack := awscdk.NewStack(awscdk.NewApp(nil), jsii.String("Orders"), nil)
	queue := awssqs.NewQueue(stack, jsii.String("Queue"), nil)
	machine := sfncdk.NewStateMachine(stack, "StateMachine", sfncdk.StateMachineProps{
		DefinitionText: `{"StartAt": "Send", "States": {"Send": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage",
			"Parameters": {"QueueUrl": "${QueueUrl}", "MessageBody.$": "$"}, "End": true}}}`,
		Substitutions: map[string]string{"QueueUrl": *queue.QueueUrl()},
		Statements:    []iam.Statement{iam.Allow("sqs:SendMessage").On(*queue.QueueArn())}, // the URL does not show the ARN
	})
	fmt.Print(machine.Explain())
	// Output:
	// sqs:SendMessage
	//     on ${QueueArn}
	//     the machine asks for it in its Statements
}

func ExampleStateMachine_GrantTaskResponse() {
	stack := awscdk.NewStack(awscdk.NewApp(nil), jsii.String("Orders"), nil)
	machine := sfncdk.NewStateMachine(stack, "StateMachine", sfncdk.StateMachineProps{Definition: sfn.NewPass("Hello")})
	other := sfncdk.NewStateMachine(stack, "Other", sfncdk.StateMachineProps{Definition: sfn.NewPass("Hello")})
	grant := machine.GrantTaskResponse(other) // any IGrantable: a function, a role, another machine
	fmt.Println(*grant.Success())
	// Output: true
}

// A new version takes over ten percent of the executions, and all of them ten minutes later, unless
// the alarm goes off.
func ExampleStateMachine_NewAlias() {
	stack := awscdk.NewStack(awscdk.NewApp(nil), jsii.String("Orders"), nil)
	machine := sfncdk.NewStateMachine(stack, "StateMachine", sfncdk.StateMachineProps{
		Definition: sfn.NewPass("Hello"), Logs: sfncdk.Logs{Level: sfncdk.LogError}, Tracing: true,
	})
	live := machine.NewAlias("live", sfncdk.AliasProps{
		Version: machine.NewVersion("Version", ""),
		Shift:   sfncdk.Shift{Percent: 10, Interval: 10 * time.Minute, Alarms: []awscloudwatch.IAlarm{machine.AlarmOnFailure()}},
	})
	fmt.Println(live.Machine().Qualifier)
	// Output: live
}

func ExampleStateMachine_RequiredStatements() {
	stack := awscdk.NewStack(awscdk.NewApp(nil), jsii.String("Orders"), nil)
	machine := sfncdk.NewStateMachine(stack, "StateMachine", sfncdk.StateMachineProps{
		Definition: sfn.NewPass("Hello"), Tracing: true, NoGrants: true, // somebody else gives the role what it needs
	})
	for _, s := range machine.RequiredStatements() {
		fmt.Println(s.Actions, s.Resources)
	}
	// Output: [xray:GetSamplingRules xray:GetSamplingTargets xray:PutTelemetryRecords xray:PutTraceSegments] [*]
}
