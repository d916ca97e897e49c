package cdk_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/assertions"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsiam"
	"github.com/aws/aws-cdk-go/awscdk/v2/awskms"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsstepfunctions"
	"github.com/aws/jsii-runtime-go"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/constructs/sfn"
	"github.com/stepwise-go/stepwise/constructs/sfncdk"
	"github.com/stepwise-go/stepwise/iam"
	"github.com/stepwise-go/stepwise/tasks"
	"github.com/stepwise-go/stepwise/test/cdk/stacktest"
)

func TestTheWrapperIsAStateMachineAndAConstruct(t *testing.T) {
	stack := newStack()
	m := sfncdk.NewStateMachine(stack, "Machine", sfncdk.StateMachineProps{Definition: sfn.NewPass("A")})
	role := awsiam.NewRole(stack, jsii.String("Caller"), &awsiam.RoleProps{AssumedBy: awsiam.NewServicePrincipal(jsii.String("events.amazonaws.com"), nil)})
	var machine awsstepfunctions.IStateMachine = m
	awsstepfunctions.StateMachineGrants_FromStateMachine(machine).StartExecution(role)
	key := awskms.NewKey(stack, jsii.String("Key"), nil)
	key.GrantDecrypt(m) // an IGrantable
	awscdk.Tags_Of(m).Add(jsii.String("team"), jsii.String("orders"), nil)
	awscdk.NewCfnOutput(m, jsii.String("Arn"), &awscdk.CfnOutputProps{Value: machine.StateMachineArn()})
	awscdk.Aspects_Of(m).Add(awscdk.NewTag(jsii.String("aspect"), jsii.String("yes"), nil), nil)
	all := resources(t, stack)
	id, r := only(t, all, machineType)
	if got := jsonOf(r.Properties["Tags"]); !strings.Contains(got, `"team"`) || !strings.Contains(got, `"aspect"`) {
		t.Error(got)
	}
	if text := jsonOf(all); !strings.Contains(text, `"Action":"states:StartExecution","Effect":"Allow","Resource":{"Ref":"`+id+`"}`) || !strings.Contains(text, "MachineRoleDefaultPolicy") {
		t.Error(text)
	}
}

func TestEverything(t *testing.T) {
	stack := newStack()
	key := awskms.NewKey(stack, jsii.String("Key"), nil)
	m := sfncdk.NewStateMachine(stack, "Machine", sfncdk.StateMachineProps{
		Definition: invoke("Work", newFunction(stack, "Worker")), Type: sfn.Express, Name: "orders", Timeout: time.Minute, Comment: "all of it", QueryLanguage: asl.JSONPath,
		Logs: sfncdk.Logs{Level: sfncdk.LogAll, IncludeExecutionData: true}, Tracing: true,
		Encryption:          sfncdk.Encryption{Key: key, ReusePeriod: 2 * time.Minute},
		PermissionsBoundary: awsiam.ManagedPolicy_FromAwsManagedPolicyName(jsii.String("PowerUserAccess")),
		RemovalPolicy:       awscdk.RemovalPolicy_RETAIN,
		Statements:          []iam.Statement{iam.Allow("s3:GetObject").On("arn:${AWS::Partition}:s3:::orders/*")},
	})
	m.RecommendedAlarms()
	stacktest.Snapshot(t, stack)
}

func TestLogsComeBeforeTheMachine(t *testing.T) {
	stack := newStack()
	sfncdk.NewStateMachine(stack, "Machine", sfncdk.StateMachineProps{Definition: sfn.NewPass("A"), Logs: sfncdk.Logs{Level: sfncdk.LogError}})
	all := resources(t, stack)
	_, r := only(t, all, machineType)
	policy, _ := only(t, all, "AWS::IAM::Policy")
	if !slices.Equal(r.DependsOn, []string{policy}) {
		t.Errorf("waits for %v", r.DependsOn)
	}
	_, group := only(t, all, "AWS::Logs::LogGroup")
	if name := group.Properties["LogGroupName"]; name != "/aws/vendedlogs/states/Test-Machine"+name.(string)[len("/aws/vendedlogs/states/Test-Machine"):] {
		t.Error(name)
	}
}

func TestD31KeyOfAnUnnamedMachine(t *testing.T) {
	for _, name := range []string{"", "orders"} {
		stack := newStack()
		key := awskms.NewKey(stack, jsii.String("Key"), nil)
		sfncdk.NewStateMachine(stack, "Machine", sfncdk.StateMachineProps{
			Definition: sfn.NewPass("A"), Name: name, Encryption: sfncdk.Encryption{Key: key}, Logs: sfncdk.Logs{Level: sfncdk.LogAll},
		})
		all := resources(t, stack)
		id, _ := only(t, all, machineType)
		if want := `"kms:EncryptionContext:aws:states:stateMachineArn":{"Ref":"` + id + `"}`; !strings.Contains(jsonOf(all), want) {
			t.Errorf("no %s in %s", want, jsonOf(all))
		}
		_, k := only(t, all, "AWS::KMS::Key")
		if text := jsonOf(k.Properties["KeyPolicy"]); !strings.Contains(text, `"aws:SourceAccount":{"Ref":"AWS::AccountId"}`) || !strings.Contains(text, `"aws:SourceArn"`) {
			t.Errorf("the key lets any log delivery decrypt: %s", text)
		}
	}
}

func TestD30GrantRead(t *testing.T) {
	stack := newStack()
	m := sfncdk.NewStateMachine(stack, "Machine", sfncdk.StateMachineProps{Definition: sfn.NewPass("A")})
	role := awsiam.NewRole(stack, jsii.String("Reader"), &awsiam.RoleProps{AssumedBy: awsiam.NewServicePrincipal(jsii.String("lambda.amazonaws.com"), nil)})
	m.GrantRead(role)
	all := resources(t, stack)
	id, _ := only(t, all, machineType)
	_, policy := only(t, all, "AWS::IAM::Policy")
	on := map[string]string{}
	for _, s := range policy.Properties["PolicyDocument"].(map[string]any)["Statement"].([]any) {
		statement := s.(map[string]any)
		actions, many := statement["Action"].([]any)
		if !many {
			actions = []any{statement["Action"]}
		}
		for _, a := range actions {
			on[a.(string)] = jsonOf(statement["Resource"])
		}
	}
	machine, execution := `{"Ref":"`+id+`"}`, `:execution:",{"Fn::GetAtt":["`+id+`","Name"]},":*"`
	for action, want := range map[string]string{
		"states:DescribeStateMachine": machine, "states:ListExecutions": machine, "states:ListStateMachines": `"*"`,
		"states:DescribeExecution": execution, "states:GetExecutionHistory": execution, "states:DescribeStateMachineForExecution": execution,
	} {
		if !strings.Contains(on[action], want) {
			t.Errorf("%s is on %s, want %s", action, on[action], want)
		}
	}
	if _, activities := on["states:DescribeActivity"]; activities {
		t.Error("reading a machine gives activities too")
	}
}

// Who reads an encrypted machine needs its key, for this machine only.
func TestReadersOfAnEncryptedMachineHaveItsKey(t *testing.T) {
	stack := newStack()
	m := sfncdk.NewStateMachine(stack, "Machine", sfncdk.StateMachineProps{Definition: sfn.NewPass("A"), Encryption: sfncdk.Encryption{Key: awskms.NewKey(stack, jsii.String("Key"), nil)}})
	m.GrantRead(awsiam.NewRole(stack, jsii.String("Reader"), &awsiam.RoleProps{AssumedBy: awsiam.NewServicePrincipal(jsii.String("lambda.amazonaws.com"), nil)}))
	all := resources(t, stack)
	id, _ := only(t, all, machineType)
	want := `{"Action":"kms:Decrypt","Condition":{"StringEquals":{"kms:EncryptionContext:aws:states:stateMachineArn":{"Ref":"` + id + `"}}},"Effect":"Allow"`
	for name, r := range all {
		if strings.HasPrefix(name, "MachineGrantTo") && !strings.Contains(jsonOf(r), want) {
			t.Errorf("no %s in %s", want, jsonOf(r))
		}
	}
}

func TestM14RedriveIsOnExecutions(t *testing.T) {
	stack := newStack()
	m := sfncdk.NewStateMachine(stack, "Machine", sfncdk.StateMachineProps{Definition: sfn.NewPass("A")})
	m.GrantRedriveExecution(newFunction(stack, "F"))
	if text := jsonOf(resources(t, stack)); !strings.Contains(text, `:execution:`) || !strings.Contains(text, "states:RedriveExecution") {
		t.Error(text)
	}
}

func TestD32MetricFamilies(t *testing.T) {
	stack := newStack()
	f := newFunction(stack, "F")
	activity := sfncdk.NewActivity(stack, "Activity")
	m := sfncdk.NewStateMachine(stack, "Machine", sfncdk.StateMachineProps{Definition: sfn.Sequence(
		invoke("Through the service", f),
		sfn.NewTask("As the resource", tasks.LambdaInvoke{Function: f, PayloadOnly: true}),
		sfn.NewTask("By a worker", activity.Integration()),
	)})
	for task, want := range map[string][]string{
		"Through the service": {"ServiceIntegrationsFailed", "ServiceIntegrationRunTime", "ServiceIntegrationResourceArn"},
		"As the resource":     {"LambdaFunctionsFailed", "LambdaFunctionRunTime", "LambdaFunctionArn"},
		"By a worker":         {"ActivitiesFailed", "ActivityRunTime", "ActivityArn"},
	} {
		failed, time := m.TaskMetric(task, sfncdk.TaskFailed), m.TaskMetric(task, sfncdk.TaskRunTime)
		dimensions := *failed.Dimensions()
		if *failed.MetricName() != want[0] || *time.MetricName() != want[1] || dimensions[want[2]] == nil {
			t.Errorf("%s: %s, %s, %v", task, *failed.MetricName(), *time.MetricName(), dimensions)
		}
		m.AlarmOnTaskFailure(task)
	}
	stacktest.Template(t, stack).ResourceCountIs(jsii.String("AWS::CloudWatch::Alarm"), jsii.Number(3))
}

func TestMetricsOfUnknownTasks(t *testing.T) {
	stack := newStack()
	m := sfncdk.NewStateMachine(stack, "Machine", sfncdk.StateMachineProps{Definition: sfn.NewPass("A")})
	m.TaskMetric("Nothing", sfncdk.TaskFailed)
	assertions.Template_FromStack(stack, nil)
	if e := strings.Join(stacktest.Errors(stack), ""); !strings.Contains(e, "SWC18") || !strings.Contains(e, "machine_test.go") {
		t.Error(e)
	}
}

func TestMetricsOfMachines(t *testing.T) {
	stack := newStack()
	m := sfncdk.NewStateMachine(stack, "Machine", sfncdk.StateMachineProps{Definition: sfn.NewPass("A")})
	for _, n := range []sfncdk.Metric{sfncdk.ExecutionsStarted, sfncdk.ExecutionsSucceeded, sfncdk.ExecutionsFailed, sfncdk.ExecutionsAborted, sfncdk.ExecutionsTimedOut, sfncdk.ExecutionThrottled} {
		if metric := m.MetricOf(n); *metric.MetricName() != string(n) || *metric.Statistic() != "Sum" {
			t.Errorf("%s %s", *metric.MetricName(), *metric.Statistic())
		}
	}
	if metric := m.MetricOf(sfncdk.ExecutionTime); *metric.Statistic() != "Average" {
		t.Error(*metric.Statistic())
	}
	if metric := sfncdk.StateTransitionMetric(sfncdk.ThrottledEvents); *metric.Statistic() != "Sum" || (*metric.Dimensions())["ServiceMetric"] != "StateTransition" {
		t.Error(*metric.Statistic(), *metric.Dimensions())
	}
}

func TestNoGrants(t *testing.T) {
	stack := newStack()
	role := awsiam.Role_FromRoleArn(stack, jsii.String("Role"), jsii.String("arn:aws:iam::123456789012:role/mine"), nil)
	m := sfncdk.NewStateMachine(stack, "Machine", sfncdk.StateMachineProps{Definition: invoke("Work", newFunction(stack, "F")), Role: role, NoGrants: true, Tracing: true})
	if n := len(m.RequiredStatements()); n != 2 {
		t.Errorf("%d statements are required", n)
	}
	for id, r := range resources(t, stack) {
		if r.Type == "AWS::IAM::Policy" {
			t.Errorf("there is a policy %s", id)
		}
	}
}

// A role that must not be changed, or cannot, does not get a policy by its name.
func TestRolesThatStay(t *testing.T) {
	many := make([]iam.Statement, 300)
	for i := range many {
		many[i] = iam.Allow(fmt.Sprint("s3:Get", i)).On(fmt.Sprint("arn:aws:s3:::a-bucket-with-a-long-name-", i))
	}
	for _, c := range []struct {
		account  string
		mutable  bool
		policies int
		code     string
	}{
		{"123456789012", true, 5, ""}, {"123456789012", false, 0, "SWC34"}, {"210987654321", true, 0, "SWC33"},
	} {
		stack := awscdk.NewStack(stacktest.App("../../cdk.json"), jsii.String("Test"), &awscdk.StackProps{
			Env: &awscdk.Environment{Account: jsii.String("123456789012"), Region: jsii.String("eu-west-1")},
		})
		role := awsiam.Role_FromRoleArn(stack, jsii.String("Role"), jsii.String("arn:aws:iam::"+c.account+":role/mine"), &awsiam.FromRoleArnOptions{Mutable: &c.mutable})
		sfncdk.NewStateMachine(stack, "Machine", sfncdk.StateMachineProps{Definition: sfn.NewPass("A"), Role: role, Statements: many})
		policies := strings.Count(jsonOf(*assertions.Template_FromStack(stack, nil).ToJSON()), `"PolicyDocument"`)
		notes := strings.Join(append(stacktest.Errors(stack), stacktest.Warnings(stack)...), "\n")
		if policies != c.policies || !strings.Contains(notes, c.code) || c.code == "" && notes != "" {
			t.Errorf("%+v: %d policies, %s", c, policies, notes)
		}
	}
}

func TestExplain(t *testing.T) {
	stack := newStack()
	m := sfncdk.NewStateMachine(stack, "Machine", sfncdk.StateMachineProps{Definition: invoke("Work", newFunction(stack, "Worker")), Tracing: true})
	want := `lambda:InvokeFunction
    on ${WorkerArn}
    "Work" invokes the function
        https://docs.aws.amazon.com/step-functions/latest/dg/connect-lambda.html

xray:GetSamplingRules xray:GetSamplingTargets xray:PutTelemetryRecords xray:PutTraceSegments
    on *
    the machine sends traces to X-Ray
`
	if got := m.Explain(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
