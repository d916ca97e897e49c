package stacks

import (
	"time"

	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/constructs-go/constructs/v10"
	"github.com/aws/jsii-runtime-go"

	"github.com/stepwise-go/stepwise/constructs/sfncdk"
	"github.com/stepwise-go/stepwise/examples/hello"
)

// NewHello returns a stack with the workflow of package hello.
func NewHello(scope constructs.Construct, id string) awscdk.Stack {
	stack := awscdk.NewStack(scope, jsii.String(id), nil)
	sfncdk.NewStateMachine(stack, "StateMachine", sfncdk.StateMachineProps{
		Definition: hello.Definition(hello.Functions{
			Hello:      function(stack, "Hello", "exports.handler = async ({name}) => ({greeting: `Hello, ${name}`});\n"),
			NiceToMeet: function(stack, "NiceToMeet", "exports.handler = async ({greeting}) => `${greeting}, nice to meet you`;\n"),
		}),
		Timeout: time.Minute,
	})
	return stack
}
