package stacks

import (
	"time"

	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/constructs-go/constructs/v10"
	"github.com/aws/jsii-runtime-go"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/constructs/sfncdk"
	"github.com/stepwise-go/stepwise/examples/daycare"
)

// NewDaycare returns a stack with the workflow of package daycare.
func NewDaycare(scope constructs.Construct, id string) awscdk.Stack {
	stack := awscdk.NewStack(scope, jsii.String(id), nil)
	sfncdk.NewStateMachine(stack, "StateMachine", sfncdk.StateMachineProps{
		Definition: daycare.Definition(daycare.Functions{
			CheckInformation: function(stack, "CheckInformation", "exports.handler = async ({child}) => ({statusCode: child && child.name && child.age ? 200 : 422, child});\n"),
			FindSpot:         function(stack, "FindSpot", "exports.handler = async ({age}) => ({free: age % 2});\n"),
			Register:         function(stack, "Register", "exports.handler = async ({child}) => ({registration: `R-${child.name}`});\n"),
		}),
		QueryLanguage: asl.JSONata,
		Timeout:       5 * time.Minute,
	})
	return stack
}
