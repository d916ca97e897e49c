// Command empty synthesizes an empty CDK app.
package main

import (
	"github.com/aws/aws-cdk-go/awscdk/v2"

	"github.com/stepwise-go/stepwise/test/benchmarks/app"
)

func main() { app.Synth(func(awscdk.Stack) {}) }
