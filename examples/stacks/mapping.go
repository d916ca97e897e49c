package stacks

import (
	"time"

	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/constructs-go/constructs/v10"
	"github.com/aws/jsii-runtime-go"

	"github.com/stepwise-go/stepwise/constructs/sfncdk"
	"github.com/stepwise-go/stepwise/examples/mapping"
)

// NewMapping returns a stack with the workflow of package mapping.
func NewMapping(scope constructs.Construct, id string) awscdk.Stack {
	stack := awscdk.NewStack(scope, jsii.String(id), nil)
	sfncdk.NewStateMachine(stack, "StateMachine", sfncdk.StateMachineProps{
		Definition: mapping.Definition(mapping.Functions{
			Price: function(stack, "Price", "exports.handler = async ({items}) => ({total: 12.5 * items.length, currency: 'EUR'});\n"),
			Bill:  function(stack, "Bill", "exports.handler = async ({reference}) => ({bill: `B-${reference}`});\n"),
		}),
		Timeout: time.Minute,
	})
	return stack
}
