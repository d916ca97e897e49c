// Command incumbent synthesizes the machine with aws-cdk-go.
package main

import (
	"github.com/aws/aws-cdk-go/awscdk/v2"

	"github.com/stepwise-go/stepwise/test/benchmarks/app"
	"github.com/stepwise-go/stepwise/test/benchmarks/incumbent"
	"github.com/stepwise-go/stepwise/test/benchmarks/lambda"
)

func main() {
	app.Synth(func(stack awscdk.Stack) {
		incumbent.NewStateMachine(stack, lambda.NewFunction(stack))
	})
}
