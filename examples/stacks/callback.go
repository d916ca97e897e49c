package stacks

import (
	"time"

	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awslambdaeventsources"
	"github.com/aws/aws-cdk-go/awscdk/v2/awssns"
	"github.com/aws/aws-cdk-go/awscdk/v2/awssqs"
	"github.com/aws/constructs-go/constructs/v10"
	"github.com/aws/jsii-runtime-go"

	"github.com/stepwise-go/stepwise/constructs/sfncdk"
	"github.com/stepwise-go/stepwise/examples/callback"
	"github.com/stepwise-go/stepwise/tasks"
)

// NewCallback returns a stack with the workflow of package callback, and a function that takes the
// messages and answers with their tokens: orders below 100 are approved.
func NewCallback(scope constructs.Construct, id string) awscdk.Stack {
	stack := awscdk.NewStack(scope, jsii.String(id), nil)
	queue := awssqs.NewQueue(stack, jsii.String("Approvals"), nil)
	topic := awssns.NewTopic(stack, jsii.String("Orders"), nil)
	approve := function(stack, "Approve", approveCode)
	approve.AddEventSource(awslambdaeventsources.NewSqsEventSource(queue, nil))

	machine := sfncdk.NewStateMachine(stack, "StateMachine", sfncdk.StateMachineProps{
		Definition: callback.Definition(callback.Resources{Queue: tasks.QueueOf(queue), Notify: tasks.TopicOf(topic)}),
		Timeout:    25 * time.Hour,
	})
	machine.GrantTaskResponse(approve)
	return stack
}

const approveCode = `const {SFNClient, SendTaskSuccessCommand, SendTaskFailureCommand} = require('@aws-sdk/client-sfn');
const sfn = new SFNClient();
exports.handler = async ({Records}) => {
  for (const {body} of Records) {
    const {order, token: taskToken} = JSON.parse(body);
    await sfn.send(order < 100
      ? new SendTaskSuccessCommand({taskToken, output: JSON.stringify('approved')})
      : new SendTaskFailureCommand({taskToken, error: 'Rejected', cause: 'too large'}));
  }
};
`
