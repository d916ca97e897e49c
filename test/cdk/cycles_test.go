package cdk_test

import (
	"strings"
	"testing"

	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsiam"
	"github.com/aws/jsii-runtime-go"

	"github.com/stepwise-go/stepwise/constructs/sfn"
	"github.com/stepwise-go/stepwise/constructs/sfncdk"
	"github.com/stepwise-go/stepwise/tasks"
)

// Template_FromStack throws when resources wait for each other, so that building the template is the test.

func TestD13CallbackIsNoCycle(t *testing.T) {
	stack := newStack()
	worker := newFunction(stack, "Worker")
	task := sfn.NewTask("Ask", tasks.LambdaInvoke{
		Function: worker, Pattern: sfn.WaitForTaskToken, Payload: map[string]any{"token": sfn.TaskToken()},
	}, sfn.TaskProps{Heartbeat: 60})
	m := sfncdk.NewStateMachine(stack, "Machine", sfncdk.StateMachineProps{Definition: task})
	grant := m.GrantTaskResponse(worker)
	if !*grant.Success() {
		t.Error("the grant says it was not given")
	}
	all := resources(t, stack)
	id, _ := only(t, all, machineType)
	found := false
	for _, r := range all {
		text := jsonOf(r.Properties)
		if r.Type == "AWS::IAM::Policy" && strings.Contains(text, "states:SendTaskSuccess") {
			found = strings.Contains(text, `{"Ref":"`+id+`"}`) && strings.Contains(text, "WorkerServiceRole")
		}
	}
	if !found {
		t.Errorf("no policy lets the worker answer: %s", jsonOf(all))
	}
}

func TestD13StartExecutionIsNoCycle(t *testing.T) {
	stack := newStack()
	f := newFunction(stack, "Starter")
	m := sfncdk.NewStateMachine(stack, "Machine", sfncdk.StateMachineProps{Definition: invoke("Start", f)})
	m.GrantStartExecution(f)
	m.GrantRead(f)
	resources(t, stack)
}

func TestD13StartingItselfIsNoCycle(t *testing.T) {
	stack := newStack()
	m := sfncdk.NewStateMachine(stack, "Machine", sfncdk.StateMachineProps{Definition: sfn.NewPass("A")})
	m.GrantStartExecution(m)
	all := resources(t, stack)
	_, r := only(t, all, machineType)
	if len(r.DependsOn) > 0 {
		t.Errorf("the machine waits for %v", r.DependsOn)
	}
}

func TestD13OwnARNInEnvironmentIsNoCycle(t *testing.T) {
	stack := newStack()
	f := newFunction(stack, "Worker")
	other := newFunction(stack, "Other")
	m := sfncdk.NewStateMachine(stack, "Machine", sfncdk.StateMachineProps{Definition: invoke("Work", f)})
	f.AddEnvironment(jsii.String("MACHINE_ARN"), m.StateMachineArn(), nil)
	other.AddEnvironment(jsii.String("MACHINE_ARN"), m.StateMachineArn(), nil)
	all := resources(t, stack)
	id, machine := only(t, all, machineType)
	name, _ := machine.Properties["StateMachineName"].(string)
	if name == "" {
		t.Error("the machine has no name", jsonOf(all))
	}
	for k, r := range all {
		if r.Type != "AWS::Lambda::Function" {
			continue
		}
		env := jsonOf(r.Properties["Environment"])
		if byName := strings.Contains(env, ":stateMachine:"+name); byName != strings.HasPrefix(k, "Worker") {
			t.Errorf("%s has %s", k, env)
		}
		if byRef := strings.Contains(env, `{"Ref":"`+id+`"}`); byRef != strings.HasPrefix(k, "Other") {
			t.Errorf("%s has %s", k, env)
		}
	}
}

func TestD13AliasOfTheFunctionIsNoCycle(t *testing.T) {
	stack := newStack()
	f := newFunction(stack, "Worker")
	alias := f.AddAlias(jsii.String("live"), nil)
	m := sfncdk.NewStateMachine(stack, "Machine", sfncdk.StateMachineProps{Definition: invoke("Work", alias)})
	f.AddEnvironment(jsii.String("MACHINE_ARN"), m.StateMachineArn(), nil)
	m.GrantTaskResponse(f)
	resources(t, stack)
}

func TestD13SharedRoleIsNoCycle(t *testing.T) {
	stack := newStack()
	role := awsiam.NewRole(stack, jsii.String("Role"), &awsiam.RoleProps{AssumedBy: awsiam.NewServicePrincipal(jsii.String("states.amazonaws.com"), nil)})
	child := sfncdk.NewStateMachine(stack, "Child", sfncdk.StateMachineProps{Definition: invoke("Work", newFunction(stack, "Worker")), Role: role})
	parent := sfncdk.NewStateMachine(stack, "Parent", sfncdk.StateMachineProps{
		Definition: sfn.NewTask("Run Child", tasks.StartExecution{Machine: child, Pattern: sfn.RunJob}), Role: role,
	})
	child.GrantStartExecution(parent)
	all := resources(t, stack)
	for id, r := range all {
		if r.Type != machineType {
			continue
		}
		waits := strings.Join(r.DependsOn, " ")
		if want := strings.HasPrefix(id, "Parent"); want != strings.Contains(waits, "ParentSetupPermissions") {
			t.Errorf("%s waits for %v", id, r.DependsOn)
		}
	}
}

func TestD13GrantsToTheMachineAreNoCycle(t *testing.T) {
	stack := newStack()
	f := newFunction(stack, "Worker")
	m := sfncdk.NewStateMachine(stack, "Machine", sfncdk.StateMachineProps{Definition: sfn.NewPass("A"), Name: "known"})
	f.AddEnvironment(jsii.String("MACHINE_ARN"), m.StateMachineArn(), nil)
	f.GrantInvoke(m)
	m.AddToRolePolicy(awsiam.NewPolicyStatement(&awsiam.PolicyStatementProps{Actions: jsii.Strings("states:StopExecution"), Resources: &[]*string{m.StateMachineArn()}}))
	resources(t, stack)
}

func TestDependenciesOfTheUserStay(t *testing.T) {
	stack := newStack()
	m := sfncdk.NewStateMachine(stack, "Machine", sfncdk.StateMachineProps{Definition: sfn.NewPass("A")})
	first := awscdk.NewCfnResource(stack, jsii.String("First"), &awscdk.CfnResourceProps{Type: jsii.String("AWS::CloudFormation::WaitConditionHandle")})
	m.Node().AddDependency(first)
	_, r := only(t, resources(t, stack), machineType)
	if len(r.DependsOn) != 1 || r.DependsOn[0] != "First" {
		t.Errorf("the machine waits for %v", r.DependsOn)
	}
}
