package stacks_test

import (
	"testing"

	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/assertions"
	"github.com/aws/constructs-go/constructs/v10"
	"github.com/aws/jsii-runtime-go"

	"github.com/stepwise-go/stepwise/examples/stacks"
	"github.com/stepwise-go/stepwise/test/cdk/stacktest"
)

func TestMain(m *testing.M) { stacktest.Main(m) }

func TestSnapshots(t *testing.T) {
	for name, newStack := range map[string]func(constructs.Construct, string) awscdk.Stack{
		"Hello": stacks.NewHello, "Mapping": stacks.NewMapping, "Daycare": stacks.NewDaycare, "Callback": stacks.NewCallback,
	} {
		t.Run(name, func(t *testing.T) {
			stacktest.Snapshot(t, newStack(stacktest.App("../../cdk.json"), name))
		})
	}
}

func TestWhoAnswersMayAnswer(t *testing.T) {
	template := stacktest.Template(t, stacks.NewCallback(stacktest.App("../../cdk.json"), "Callback"))
	template.HasResourceProperties(jsii.String("AWS::IAM::Policy"), map[string]any{
		"PolicyDocument": map[string]any{"Statement": assertions.Match_ArrayWith(&[]any{
			assertions.Match_ObjectLike(&map[string]any{"Action": assertions.Match_ArrayWith(&[]any{"states:SendTaskFailure", "states:SendTaskHeartbeat", "states:SendTaskSuccess"})}),
		})},
	})
}
