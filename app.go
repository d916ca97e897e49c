// The CDK app of the job poller: a workflow that submits a job, asks how it is until it has ended, and
// tells an SNS topic when it failed or did not end in time.
package main

import (
	"time"

	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awslambda"
	"github.com/aws/aws-cdk-go/awscdk/v2/awssns"
	"github.com/aws/constructs-go/constructs/v10"
	"github.com/aws/jsii-runtime-go"

	"github.com/stepwise-go/stepwise/constructs/sfn"
	"github.com/stepwise-go/stepwise/constructs/sfncdk"
	"github.com/stepwise-go/stepwise/fragments"
	"github.com/stepwise-go/stepwise/tasks"
)

// jobPoller is the workflow. It needs no stack, so that a test can run it with functions of its own.
func jobPoller(submit, status tasks.Function) sfn.Chainable {
	return fragments.JobPoller(fragments.JobPollerProps{
		Submit:       tasks.LambdaInvoke{Function: submit, PayloadOnly: true},
		Status:       tasks.LambdaInvoke{Function: status, PayloadOnly: true},
		Interval:     sfn.At("$.wait_time"),
		FailureError: "DescribeJob returned FAILED",
		FailureCause: "AWS Batch Job Failed",
	})
}

// newJobPollerStack puts the workflow in a stack, with its functions and alarms.
func newJobPollerStack(scope constructs.Construct, id string, props *awscdk.StackProps) awscdk.Stack {
	stack := awscdk.NewStack(scope, jsii.String(id), props)
	submit := newFunction(stack, "SubmitFunction", submitCode)
	status := newFunction(stack, "StatusFunction", statusCode)
	topic := awssns.NewTopic(stack, jsii.String("FailureTopic"), nil)

	machine := sfncdk.NewStateMachine(stack, "StateMachine", sfncdk.StateMachineProps{
		Definition: jobPoller(submit, status),
		Comment:    "Submits a job and waits until it has ended",
		Timeout:    5 * time.Minute,
		Tracing:    true,
	})
	machine.AlarmOnFailure(sfncdk.AlarmProps{Notify: topic})
	machine.AlarmOnTimeout(sfncdk.AlarmProps{Notify: topic})

	awscdk.NewCfnOutput(stack, jsii.String("StateMachineArn"), &awscdk.CfnOutputProps{Value: machine.StateMachineArn()})
	return stack
}

func newFunction(scope constructs.Construct, id, code string) awslambda.Function {
	return awslambda.NewFunction(scope, jsii.String(id), &awslambda.FunctionProps{
		Runtime: awslambda.Runtime_NODEJS_22_X(),
		Handler: jsii.String("index.handler"),
		Code:    awslambda.Code_FromInline(jsii.String(code)),
	})
}

// The functions stand in for a service that runs jobs: a job is done a while after it was submitted.
const (
	submitCode = `exports.handler = async () => String(Date.now());
`
	statusCode = `exports.handler = async (guid) => Date.now() - Number(guid) < 10000 ? "RUNNING" : "SUCCEEDED";
`
)

func main() {
	defer jsii.Close()
	app := awscdk.NewApp(nil)
	newJobPollerStack(app, "JobPoller", nil)
	app.Synth(nil)
}
