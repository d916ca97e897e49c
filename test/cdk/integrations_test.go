package cdk_test

import (
	"strings"
	"testing"

	"github.com/aws/aws-cdk-go/awscdk/v2/awskms"
	"github.com/aws/aws-cdk-go/awscdk/v2/awssns"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsstepfunctions"
	"github.com/aws/jsii-runtime-go"

	"github.com/stepwise-go/stepwise/constructs/sfn"
	"github.com/stepwise-go/stepwise/constructs/sfncdk"
	"github.com/stepwise-go/stepwise/tasks"
)

func TestD9ResultWriterNeedsNoFlag(t *testing.T) {
	for _, flags := range []string{"", "../../cdk.json"} {
		stack := newStackWith(flags)
		each := sfn.NewDistributedMap("Each", sfn.NewPass("Item"), sfn.DistributedMapProps{DistributedProps: sfn.DistributedProps{
			Writer: &sfn.ResultWriter{Bucket: sfn.BucketNamed("results"), Prefix: "out"},
		}})
		sfncdk.NewStateMachine(stack, "Machine", sfncdk.StateMachineProps{Definition: each})
		_, r := only(t, resources(t, stack), machineType)
		if !strings.Contains(r.Properties["DefinitionString"].(string), `"ResultWriter": {`) {
			t.Errorf("flags of %q: %s", flags, r.Properties["DefinitionString"])
		}
	}
}

func TestD26ResourcesOfAnotherAccount(t *testing.T) {
	stack := newStack()
	const arn = "arn:aws:states:eu-west-1:210987654321:stateMachine:theirs"
	theirs := awsstepfunctions.StateMachine_FromStateMachineArn(stack, jsii.String("Theirs"), jsii.String(arn))
	sfncdk.NewStateMachine(stack, "Machine", sfncdk.StateMachineProps{Definition: sfn.NewTask("Run", tasks.StartExecution{Machine: theirs, Pattern: sfn.RunJob})})
	text := jsonOf(resources(t, stack))
	for _, want := range []string{`"Resource":"` + arn + `"`, `"Resource":"arn:aws:states:eu-west-1:210987654321:execution:theirs:*"`} {
		if !strings.Contains(text, want) {
			t.Errorf("no %s in %s", want, text)
		}
	}
}

func TestD27VersionsAndAliases(t *testing.T) {
	stack := newStack()
	child := sfncdk.NewStateMachine(stack, "Child", sfncdk.StateMachineProps{Definition: sfn.NewPass("A")})
	version := child.NewVersion("V1", "first")
	alias := child.NewAlias("live", sfncdk.AliasProps{Version: version, Shift: sfncdk.Shift{Percent: 10, Alarms: nil}})
	sfncdk.NewStateMachine(stack, "Parent", sfncdk.StateMachineProps{Definition: sfn.NewTask("Run", tasks.StartExecution{Machine: alias.Machine()})})
	all := resources(t, stack)
	for id, r := range all {
		if !strings.HasPrefix(id, "ParentPermissions") {
			continue
		}
		text := jsonOf(r.Properties)
		if !strings.Contains(text, `"Action":"states:StartExecution","Condition":{"StringEquals":{"states:StateMachineQualifier":"live"}},"Effect":"Allow","Resource":{"Ref":"Child`) {
			t.Error(text)
		}
	}
}

func TestD29TopicWithAKey(t *testing.T) {
	stack := newStack()
	key := awskms.NewKey(stack, jsii.String("Key"), nil)
	topic := awssns.NewTopic(stack, jsii.String("Topic"), &awssns.TopicProps{MasterKey: key})
	sfncdk.NewStateMachine(stack, "Machine", sfncdk.StateMachineProps{Definition: sfn.NewTask("Tell", tasks.SNSPublish{Topic: tasks.TopicOf(topic), Message: "m"})})
	id, _ := only(t, resources(t, stack), "AWS::KMS::Key")
	text := jsonOf(resources(t, stack))
	if !strings.Contains(text, `"kms:GenerateDataKey`) || !strings.Contains(text, `{"Fn::GetAtt":["`+id+`","Arn"]}`) {
		t.Error(text)
	}
}

func TestExecutionsOfAMachineInTheStack(t *testing.T) {
	stack := newStack()
	child := sfncdk.NewStateMachine(stack, "Child", sfncdk.StateMachineProps{Definition: sfn.NewPass("A")})
	sfncdk.NewStateMachine(stack, "Parent", sfncdk.StateMachineProps{Definition: sfn.NewTask("Run", tasks.StartExecution{Machine: child, Pattern: sfn.RunJob})})
	text := jsonOf(resources(t, stack))
	if want := `{"Fn::Join":["",[{"Fn::Join":[":execution:",{"Fn::Split":[":stateMachine:",{"Ref":"Child`; !strings.Contains(text, want) {
		t.Errorf("no %s in %s", want, text)
	}
}

func TestD26TablesOfAnotherAccount(t *testing.T) {
	stack := newStack()
	const arn = "arn:aws:dynamodb:eu-west-1:210987654321:table/theirs"
	get := tasks.DynamoDBGetItem{Table: tasks.TableAt(arn), Key: map[string]any{"id": "1"}}
	sfncdk.NewStateMachine(stack, "Machine", sfncdk.StateMachineProps{Definition: sfn.NewTask("Get", get)})
	if text := jsonOf(resources(t, stack)); !strings.Contains(text, `"Resource":"`+arn+`"`) {
		t.Error(text)
	}
}
