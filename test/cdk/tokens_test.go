package cdk_test

import (
	"regexp"
	"strings"
	"testing"

	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awssns"
	"github.com/aws/jsii-runtime-go"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/constructs/sfn"
	"github.com/stepwise-go/stepwise/constructs/sfncdk"
	"github.com/stepwise-go/stepwise/ordjson"
	"github.com/stepwise-go/stepwise/tasks"
	"github.com/stepwise-go/stepwise/test/cdk/stacktest"
)

// deployed is the definition as CloudFormation makes it: placeholders replaced without quoting.
func deployed(t *testing.T, machine resource, values map[string]string) *asl.Machine {
	t.Helper()
	text, _ := machine.Properties["DefinitionString"].(string)
	for name, v := range values {
		text = strings.ReplaceAll(text, "${"+name+"}", v)
	}
	doc, err := asl.Parse("deployed.json", []byte(text))
	if err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	return doc.Machine
}

func TestTokensOfEveryKind(t *testing.T) {
	stack := newStack()
	text := awscdk.NewCfnParameter(stack, jsii.String("Greeting"), nil)
	number := awscdk.NewCfnParameter(stack, jsii.String("Delay"), &awscdk.CfnParameterProps{Type: jsii.String("Number")})
	list := awscdk.NewCfnParameter(stack, jsii.String("Subnets"), &awscdk.CfnParameterProps{Type: jsii.String("CommaDelimitedList")})
	wait := sfn.NewWait("Wait", sfn.WaitProps{Seconds: *number.ValueAsNumber()})
	pass := sfn.NewPass("Pass", sfn.PassProps{Parameters: sfn.Fields{
		{Name: "text", Value: "Say " + *text.ValueAsString() + ", " + *text.ValueAsString()},
		{Name: "number", Value: number.ValueAsNumber()},
		{Name: "list", Value: list.ValueAsList()},
		{Name: "join", Value: awscdk.Fn_Join(jsii.String("-"), jsii.Strings("a", *text.ValueAsString()))},
		{Name: "region", Value: stack.Region()},
		{Name: "literal", Value: "${Untouched"},
	}})
	sfncdk.NewStateMachine(stack, "Machine", sfncdk.StateMachineProps{Definition: wait.Next(pass)})
	_, r := only(t, resources(t, stack), machineType)
	want := `{"AWSRegion":{"Ref":"AWS::Region"},"Delay":{"Ref":"Delay"},"Greeting":{"Ref":"Greeting"},` +
		`"Greeting2":{"Fn::Join":["-",["a",{"Ref":"Greeting"}]]},"Subnets":{"Fn::Join":["\",\"",{"Ref":"Subnets"}]}}`
	if got := jsonOf(r.Properties["DefinitionSubstitutions"]); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	m := deployed(t, r, map[string]string{"Delay": "7", "Greeting": "Hi", "Subnets": `s1","s2`, "Greeting2": "a-Hi", "AWSRegion": "eu-west-1"})
	state := m.States.Get("Pass")
	got := ordjson.String(state.(*asl.Pass).Parameters.Any())
	if want := `{"text":"Say Hi, Hi","number":7,"list":["s1","s2"],"join":"a-Hi","region":"eu-west-1","literal":"${Untouched"}`; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	waiting := m.States.Get("Wait")
	if n := waiting.(*asl.Wait).Seconds.Or(0); n != 7 {
		t.Errorf("waits %d seconds", n)
	}
}

func TestEachTokenIsWrittenOnce(t *testing.T) {
	stack := newStack()
	f := newFunction(stack, "Work It")
	topic := awssns.NewTopic(stack, jsii.String("Topic"), nil)
	chain := sfn.Sequence(invoke("A", f), invoke("B", f), sfn.NewTask("C", tasks.SNSPublish{Topic: tasks.TopicOf(topic), Message: "m"}))
	sfncdk.NewStateMachine(stack, "Machine", sfncdk.StateMachineProps{Definition: chain})
	_, r := only(t, resources(t, stack), machineType)
	definition := r.Properties["DefinitionString"].(string)
	if !strings.Contains(definition, `"FunctionName": "${WorkItArn}"`) || !strings.Contains(definition, `"Resource": "arn:${AWSPartition}:states:::sns:publish"`) {
		t.Error(definition)
	}
	if substitutions := r.Properties["DefinitionSubstitutions"].(map[string]any); len(substitutions) != 3 {
		t.Errorf("%d substitutions: %s", len(substitutions), jsonOf(substitutions))
	}
}

func TestPartition(t *testing.T) {
	for region, partition := range map[string]string{"us-east-1": "aws", "cn-north-1": "aws-cn"} {
		stack := awscdk.NewStack(stacktest.App("../../cdk.json"), jsii.String("In-"+region), &awscdk.StackProps{Env: &awscdk.Environment{Region: jsii.String(region), Account: jsii.String("123456789012")}})
		m := sfn.NewDistributedMap("Each", sfn.NewTask("Send", tasks.SQSSendMessage{Queue: tasks.QueueAt("https://sqs." + region + ".amazonaws.com/123456789012/q"), Body: "b"}))
		sfncdk.NewStateMachine(stack, "Machine", sfncdk.StateMachineProps{Definition: m})
		all := resources(t, stack)
		_, r := only(t, all, machineType)
		if want := `"arn:` + partition + `:states:::sqs:sendMessage"`; !strings.Contains(r.Properties["DefinitionString"].(string), want) {
			t.Errorf("no %s in %s", want, r.Properties["DefinitionString"])
		}
		_, policy := only(t, all, "AWS::IAM::Policy")
		if want := `arn:` + partition + `:sqs:` + region + `:123456789012:q"`; !strings.Contains(jsonOf(policy), want) {
			t.Errorf("no %s in %s", want, jsonOf(policy))
		}
	}
}

func TestLazyValues(t *testing.T) {
	stack := newStack()
	late := &lateText{}
	token := awscdk.Lazy_String(late, nil)
	sfncdk.NewStateMachine(stack, "Machine", sfncdk.StateMachineProps{Definition: sfn.NewPass("A", sfn.PassProps{Parameters: map[string]any{"late": token}})})
	late.text = "there"
	_, r := only(t, resources(t, stack), machineType)
	if got := jsonOf(r.Properties["DefinitionSubstitutions"]); got != `{"Token":"there"}` {
		t.Error(got)
	}
}

type lateText struct{ text string }

func (l *lateText) Produce() *string {
	if l.text == "" {
		panic("not yet")
	}
	return &l.text
}

func TestCrossStackReferencesAndNestedStages(t *testing.T) {
	app := stacktest.App("../../cdk.json")
	stage := awscdk.NewStage(awscdk.NewStage(app, jsii.String("Outer"), nil), jsii.String("Inner"), nil)
	functions := awscdk.NewStack(stage, jsii.String("Functions"), nil)
	machines := awscdk.NewStack(stage, jsii.String("Machines"), nil)
	callers := awscdk.NewStack(stage, jsii.String("Callers"), nil)
	worker := newFunction(functions, "Worker")
	m := sfncdk.NewStateMachine(machines, "Machine", sfncdk.StateMachineProps{Definition: invoke("Work", worker)})
	m.GrantTaskResponse(worker) // in the stack of the machine, or the two stacks would need each other
	caller := newFunction(callers, "Caller")
	caller.AddEnvironment(jsii.String("MACHINE_ARN"), m.StateMachineArn(), nil)
	app.Synth(nil)
	_, r := only(t, resources(t, machines), machineType)
	if got := jsonOf(r.Properties["DefinitionSubstitutions"]); !regexp.MustCompile(`"WorkerArn":\{"Fn::(ImportValue|GetStackOutput)"`).MatchString(got) {
		t.Error(got)
	}
	if !regexp.MustCompile(`"MACHINE_ARN":\{"Fn::(ImportValue|GetStackOutput)"`).MatchString(jsonOf(resources(t, callers))) {
		t.Error(jsonOf(resources(t, callers)))
	}
}

func TestNestedStack(t *testing.T) {
	stack := newStack()
	nested := awscdk.NewNestedStack(stack, jsii.String("Nested"), nil)
	sfncdk.NewStateMachine(nested, "Machine", sfncdk.StateMachineProps{Definition: invoke("Work", newFunction(stack, "Worker"))})
	_, r := only(t, resources(t, nested), machineType)
	if got := jsonOf(r.Properties["DefinitionSubstitutions"]); !strings.Contains(got, `"WorkerArn":{"Ref":"reference`) {
		t.Error(got)
	}
}
