// Command stepwise synthesizes the machine with Stepwise.
package main

import (
	"github.com/aws/aws-cdk-go/awscdk/v2"

	"github.com/stepwise-go/stepwise/constructs/sfncdk"
	"github.com/stepwise-go/stepwise/test/benchmarks/app"
	"github.com/stepwise-go/stepwise/test/benchmarks/flow"
	"github.com/stepwise-go/stepwise/test/benchmarks/lambda"
)

func main() {
	app.Synth(func(stack awscdk.Stack) {
		sfncdk.NewStateMachine(stack, "Machine", sfncdk.StateMachineProps{Definition: flow.Definition(lambda.NewFunction(stack))})
	})
}
