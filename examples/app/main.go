// The CDK app of the examples: one stack for each.
//
//	npx --yes aws-cdk@2.1148.1 synth --app "go run ./examples/app"
package main

import (
	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/jsii-runtime-go"

	"github.com/stepwise-go/stepwise/examples/stacks"
)

func main() {
	defer jsii.Close()
	app := awscdk.NewApp(nil)
	stacks.NewHello(app, "Hello")
	stacks.NewMapping(app, "Mapping")
	stacks.NewDaycare(app, "Daycare")
	stacks.NewCallback(app, "Callback")
	app.Synth(nil)
}
