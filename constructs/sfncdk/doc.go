// Package sfncdk deploys workflows with the AWS CDK: a state machine is a construct whose definition
// is a value of package sfn.
//
//	app := awscdk.NewApp(nil)
//	stack := awscdk.NewStack(app, jsii.String("Hello"), nil)
//	sfncdk.NewStateMachine(stack, "StateMachine", sfncdk.StateMachineProps{
//		Definition: sfn.NewPass("Hello").Next(sfn.NewSucceed("Done")),
//		Timeout:    5 * time.Minute,
//	})
//	app.Synth(nil)
//
// A StateMachine is the CDK's own awsstepfunctions.StateMachine with more: it can be passed wherever
// the CDK takes one. The definition is one readable text with names such as ${SubmitFunctionArn} for
// what is known only at deployment. Permissions follow from the tasks; Explain says why each is there.
//
// What is wrong with a workflow does not panic: it is an error annotation with the Go file and line,
// with which cdk synth and cdk deploy fail.
package sfncdk
