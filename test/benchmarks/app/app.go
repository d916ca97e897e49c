// Package app is what the apps of the benchmarks share.
package app

import (
	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/jsii-runtime-go"
)

// Synth synthesizes an app with one stack.
func Synth(fill func(awscdk.Stack)) {
	defer jsii.Close()
	app := awscdk.NewApp(&awscdk.AppProps{AnalyticsReporting: jsii.Bool(false), TreeMetadata: jsii.Bool(false)})
	fill(awscdk.NewStack(app, jsii.String("Bench"), nil))
	app.Synth(nil)
}
