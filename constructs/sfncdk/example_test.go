package sfncdk_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awssqs"
	"github.com/aws/jsii-runtime-go"

	"github.com/stepwise-go/stepwise/constructs/sfn"
	"github.com/stepwise-go/stepwise/constructs/sfncdk"
	"github.com/stepwise-go/stepwise/tasks"
	"github.com/stepwise-go/stepwise/test/cdk/stacktest"
)

func TestMain(m *testing.M) { stacktest.Main(m) }

func ExampleNewStateMachine() {
	app := awscdk.NewApp(nil)
	stack := awscdk.NewStack(app, jsii.String("Orders"), nil)
	queue := awssqs.NewQueue(stack, jsii.String("Queue"), nil)

	machine := sfncdk.NewStateMachine(stack, "StateMachine", sfncdk.StateMachineProps{
		Definition: sfn.NewTask("Send", tasks.SQSSendMessage{Queue: tasks.QueueOf(queue), Body: sfn.EntireInput()}),
		Timeout:    time.Minute,
	})
	fmt.Println(*machine.CfnStateMachine().DefinitionString())
	fmt.Println()
	fmt.Print(machine.Explain())
	// Output:
	// {
	//   "TimeoutSeconds": 60,
	//   "StartAt": "Send",
	//   "States": {
	//     "Send": {
	//       "Type": "Task",
	//       "Resource": "arn:${AWSPartition}:states:::sqs:sendMessage",
	//       "Parameters": {"QueueUrl": "${Queue}", "MessageBody.$": "$"},
	//       "End": true
	//     }
	//   }
	// }
	//
	// sqs:SendMessage
	//     on ${QueueArn}
	//     "Send" sends the message
	//         https://docs.aws.amazon.com/step-functions/latest/dg/connect-sqs.html
}

func ExampleStateMachine_AlarmOnFailure() {
	stack := awscdk.NewStack(awscdk.NewApp(nil), jsii.String("Orders"), nil)
	machine := sfncdk.NewStateMachine(stack, "StateMachine", sfncdk.StateMachineProps{Definition: sfn.NewPass("Hello")})
	alarm := machine.AlarmOnFailure(sfncdk.AlarmProps{Threshold: 3, Period: time.Hour})
	fmt.Println(*alarm.Node().Path())
	// Output: Orders/StateMachine/FailureAlarm
}

func ExampleNewActivity() {
	stack := awscdk.NewStack(awscdk.NewApp(nil), jsii.String("Orders"), nil)
	packing := sfncdk.NewActivity(stack, "Packing", sfncdk.ActivityProps{Name: "packing"})
	machine := sfncdk.NewStateMachine(stack, "StateMachine", sfncdk.StateMachineProps{
		Definition: sfn.NewTask("Pack", packing.Integration(), sfn.TaskProps{Heartbeat: time.Minute, Timeout: time.Hour}),
	})
	fmt.Println(*machine.TaskMetric("Pack", sfncdk.TaskHeartbeatTimedOut).MetricName())
	// Output: ActivitiesHeartbeatTimedOut
}

func ExampleSynth() {
	app := awscdk.NewApp(&awscdk.AppProps{Context: &map[string]any{"@aws-cdk/core:annotationsInValidationReport": true}})
	stack := awscdk.NewStack(app, jsii.String("Orders"), nil)
	sfncdk.NewStateMachine(stack, "StateMachine", sfncdk.StateMachineProps{}) // has no definition
	fmt.Println(sfncdk.Synth(app) != nil)
	// Output: true
}
