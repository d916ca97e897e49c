// Package incumbent is the machine of the benchmarks through aws-cdk-go.
package incumbent

import (
	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awslambda"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsstepfunctions"
	tasks "github.com/aws/aws-cdk-go/awscdk/v2/awsstepfunctionstasks"
	"github.com/aws/jsii-runtime-go"

	"github.com/stepwise-go/stepwise/test/benchmarks/flow"
)

// NewStateMachine makes the machine as a user of aws-cdk-go writes it.
func NewStateMachine(stack awscdk.Stack, f awslambda.IFunction) awsstepfunctions.StateMachine {
	all := awsstepfunctions.NewParallel(stack, jsii.String("All"), nil)
	all.AddRetry(nil)
	for b := range flow.Branches {
		var chain awsstepfunctions.Chain
		for s := range flow.Steps {
			task := tasks.NewLambdaInvoke(stack, jsii.String(flow.Name(b, s)), &tasks.LambdaInvokeProps{
				LambdaFunction: f, ResultPath: jsii.String("$.result"), RetryOnServiceExceptions: jsii.Bool(false),
			})
			if chain == nil {
				chain = awsstepfunctions.Chain_Start(task)
			} else {
				chain = chain.Next(task)
			}
		}
		all.Branch(chain)
	}
	return awsstepfunctions.NewStateMachine(stack, jsii.String("Machine"), &awsstepfunctions.StateMachineProps{
		DefinitionBody: awsstepfunctions.DefinitionBody_FromChainable(all),
	})
}
