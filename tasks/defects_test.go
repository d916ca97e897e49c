package tasks_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/constructs/sfn"
	"github.com/stepwise-go/stepwise/iam"
	"github.com/stepwise-go/stepwise/tasks"
)

// The tests of this file show what is right where aws-cdk-lib 2.270.0 is not. The names are those of
// docs/differences-from-aws-cdk.md.

const functionARN = account + "function:f"

func build(t *testing.T, do sfn.Integration, language asl.QueryLanguage) (text string, permissions []string) {
	t.Helper()
	d, err := sfn.Build(sfn.NewTask("Task", do), sfn.MachineProps{QueryLanguage: language})
	if err != nil {
		t.Fatal(err)
	}
	out, err := asl.RenderCompact(d.ASL())
	if err != nil {
		t.Fatal(err)
	}
	return string(out), iam.Permissions(d.Statements())
}

func refused(t *testing.T, do sfn.Integration, code string) {
	t.Helper()
	_, err := sfn.Build(sfn.NewTask("Task", do))
	if err == nil || !strings.Contains(err.Error(), code) {
		t.Errorf("want %s, got %v", code, err)
	}
}

func has(t *testing.T, text, part string) {
	t.Helper()
	if !strings.Contains(text, part) {
		t.Errorf("%s is not in %s", part, text)
	}
}

func allows(t *testing.T, permissions []string, want ...string) {
	t.Helper()
	for _, w := range want {
		if !slices.Contains(permissions, w) {
			t.Errorf("%q is not in\n%s", w, strings.Join(permissions, "\n"))
		}
	}
}

func forbids(t *testing.T, permissions []string, part string) {
	t.Helper()
	for _, p := range permissions {
		if strings.Contains(p, part) {
			t.Errorf("%q should not be there", p)
		}
	}
}

func TestD17DefaultInputOfAnExecutionInJSONata(t *testing.T) {
	text, _ := build(t, tasks.StartExecution{Machine: tasks.MachineAt("arn:aws:states:us-east-1:111122223333:stateMachine:child")}, asl.JSONata)
	has(t, text, `"Input":"{% $states.input %}"`)
}

func TestD18EndpointInAJSONataMachine(t *testing.T) {
	text, _ := build(t, tasks.HTTPInvoke{Endpoint: "https://api.example.com/o", Method: "GET", Connection: tasks.ConnectionAt("arn:c")}, asl.JSONata)
	has(t, text, `"ApiEndpoint":"https://api.example.com/o"`)
}

func TestD19EndpointOfAnExpression(t *testing.T) {
	call := tasks.HTTPInvoke{Endpoint: sfn.At("$.url"), Method: "GET", Connection: tasks.ConnectionAt("arn:c")}
	refused(t, call, "SWT05")
	call.Endpoints = []string{"https://api.example.com/*"}
	_, permissions := build(t, call, asl.JSONPath)
	allows(t, permissions, `Allow states:invokehttpendpoint on ${Stepwise::StateMachineArn} if {"StringEquals":{"states:HTTPMethod":"GET"},"StringLike":{"states:HTTPEndpoint":"https://api.example.com/*"}}`)
}

func TestD20CustomizationJobWaits(t *testing.T) {
	text, permissions := build(t, allSamples()["BedrockCreateModelCustomizationJob"](tasks.RunJob), asl.JSONPath)
	has(t, text, `bedrock:createModelCustomizationJob.sync"`)
	has(t, strings.Join(permissions, "\n"), "bedrock:getmodelcustomizationjob")
	has(t, strings.Join(permissions, "\n"), "bedrock:stopmodelcustomizationjob")
}

func TestD21ContainersOfAModel(t *testing.T) {
	text, _ := build(t, tasks.SageMakerCreateModel{ModelName: "m", RoleARN: jobRole, Containers: []tasks.ModelContainer{{Image: "a"}, {Image: "b"}}}, asl.JSONPath)
	has(t, text, `"Containers":[{"Image":"a"},{"Image":"b"}]`)
}

func TestD22ArraysAsMessageAttributes(t *testing.T) {
	text, _ := build(t, tasks.SNSPublish{Topic: tasks.TopicAt("arn:t"), Message: "m", Attributes: map[string]any{
		"to": tasks.MessageAttribute{Type: "String.Array", Value: []string{"a", "b"}},
	}}, asl.JSONPath)
	has(t, text, `"to":{"DataType":"String.Array","StringValue":"[\"a\",\"b\"]"}`)
}

func TestD23DynamicAttributeValues(t *testing.T) {
	item := map[string]any{"id": "1", "m": tasks.DynamoMap(sfn.At("$.m")), "b": tasks.DynamoBool(sfn.At("$.b")), "l": tasks.DynamoList(sfn.At("$.l")), "n": tasks.DynamoNumber(sfn.At("$.n"))}
	text, _ := build(t, tasks.DynamoDBPutItem{Table: tasks.TableAt("t"), Item: item}, asl.JSONPath)
	has(t, text, `"Item":{"b":{"BOOL.$":"$.b"},"id":{"S":"1"},"l":{"L.$":"$.l"},"m":{"M.$":"$.m"},"n":{"N.$":"States.Format('{}', $.n)"}}`)
}

func TestD24DynamicNames(t *testing.T) {
	refused(t, tasks.GlueStartJobRun{JobName: sfn.At("$.job")}, "SWT14")
	_, permissions := build(t, tasks.GlueStartJobRun{JobName: sfn.At("$.job"), JobNameScope: tasks.Scope{"nightly-*"}}, asl.JSONPath)
	allows(t, permissions, "Allow glue:startjobrun on arn:${AWS::Partition}:glue:${AWS::Region}:${AWS::AccountId}:job/nightly-*")
	open := tasks.APIGatewayInvoke{API: tasks.APIAt("abc.execute-api.us-east-1.amazonaws.com"), Method: "GET"}
	if _, permissions = build(t, open, asl.JSONPath); len(permissions) > 0 {
		t.Errorf("a call without credentials needs no permission: %v", permissions)
	}
	open.AuthType = "IAM_ROLE"
	_, permissions = build(t, open, asl.JSONPath)
	allows(t, permissions, "Allow execute-api:invoke on arn:${AWS::Partition}:execute-api:us-east-1:${AWS::AccountId}:abc/$default/GET/")
}

func TestD25ResultsOfAQueryInAWholeBucket(t *testing.T) {
	text, permissions := build(t, tasks.AthenaStartQueryExecution{QueryString: "SELECT 1", OutputLocation: "s3://b/"}, asl.JSONPath)
	has(t, text, `"OutputLocation":"s3://b/"`)
	allows(t, permissions, "Allow s3:putobject on arn:${AWS::Partition}:s3:::b/*")
}

func TestD26ResourcesOfOtherAccounts(t *testing.T) {
	const arn = "arn:aws:dynamodb:eu-west-1:444455556666:table/t"
	_, permissions := build(t, tasks.DynamoDBGetItem{Table: tasks.TableAt("t", arn), Key: key}, asl.JSONPath)
	allows(t, permissions, "Allow dynamodb:getitem on "+arn)
	_, permissions = build(t, tasks.StartExecution{Machine: tasks.MachineAt("arn:aws:states:eu-west-1:444455556666:stateMachine:m"), Pattern: tasks.RunJob}, asl.JSONPath)
	allows(t, permissions, "Allow states:stopexecution on arn:aws:states:eu-west-1:444455556666:execution:m:*")
}

func TestD27AliasesOfMachines(t *testing.T) {
	const machine = "arn:aws:states:us-east-1:111122223333:stateMachine:m"
	text, permissions := build(t, tasks.StartExecution{Machine: tasks.MachineAt(machine + ":PROD"), Pattern: tasks.RunJob}, asl.JSONPath)
	has(t, text, `"StateMachineArn":"`+machine+`:PROD"`)
	allows(t, permissions, `Allow states:startexecution on `+machine+` if {"StringEquals":{"states:StateMachineQualifier":"PROD"}}`,
		"Allow states:describeexecution on arn:aws:states:us-east-1:111122223333:execution:m:*")
}

func TestD28JobsOfBatch(t *testing.T) {
	submit := tasks.BatchSubmitJob{JobName: "j", JobDefinition: "d:1", JobQueue: "q", Tags: tags}
	_, permissions := build(t, submit, asl.JSONPath)
	allows(t, permissions, "Allow batch:submitjob on arn:${AWS::Partition}:batch:${AWS::Region}:${AWS::AccountId}:job-definition/d:1",
		"Allow batch:tagresource on arn:${AWS::Partition}:batch:${AWS::Region}:${AWS::AccountId}:job/*")
	forbids(t, permissions, "events:")
	submit.Pattern = tasks.RunJob
	_, permissions = build(t, submit, asl.JSONPath)
	allows(t, permissions, "Allow batch:describejobs on *", "Allow batch:terminatejob on arn:${AWS::Partition}:batch:${AWS::Region}:${AWS::AccountId}:job/*")
}

func TestD29KeyOfATopic(t *testing.T) {
	_, permissions := build(t, tasks.SNSPublish{Topic: tasks.Topic{ARN: "arn:t", KeyARN: keyARN}, Message: "m"}, asl.JSONPath)
	allows(t, permissions, "Allow kms:decrypt on "+keyARN, "Allow kms:generatedatakey on "+keyARN)
}

func TestD32MetricsOfAFunction(t *testing.T) {
	for _, c := range []struct {
		bare         bool
		family, want string
	}{
		{false, "ServiceIntegration", "arn:${AWS::Partition}:states:${AWS::Region}:${AWS::AccountId}:lambda:invoke"},
		{true, "LambdaFunction", functionARN},
	} {
		d, err := sfn.Build(sfn.NewTask("Task", tasks.LambdaInvoke{Function: tasks.FunctionAt(functionARN), PayloadOnly: c.bare}))
		if err != nil {
			t.Fatal(err)
		}
		if m := d.Tasks()[0].Binding.Metrics; m.Family != c.family || m.ARN != c.want {
			t.Errorf("PayloadOnly %v: the metrics are %+v", c.bare, m)
		}
	}
}

func TestD33NameOfAVirtualCluster(t *testing.T) {
	text, _ := build(t, tasks.EMRContainersCreateVirtualCluster{Name: sfn.JSONata("$states.context.Execution.Name"), EKSCluster: "c"}, asl.JSONata)
	has(t, text, `"Name":"{% $states.context.Execution.Name %}"`)
	refused(t, tasks.EMRContainersCreateVirtualCluster{EKSCluster: "c"}, "SWT02")
}

func TestD34ExpressionsInJSONata(t *testing.T) {
	do := tasks.EvaluateExpression{Function: tasks.FunctionAt(functionARN), Expression: "$.a + $.b"}
	text, _ := build(t, do, asl.JSONPath)
	has(t, text, `"expressionAttributeValues":{"$.a.$":"$.a","$.b.$":"$.b"}`)
	if _, err := sfn.Build(sfn.NewJSONataTask("Task", do)); err == nil || !strings.Contains(err.Error(), "computes by itself") {
		t.Errorf("got %v", err)
	}
}

func TestD35ScheduleInItsOwnTimezone(t *testing.T) {
	when := time.Date(2030, 1, 2, 3, 4, 5, 0, time.FixedZone("JST", 9*3600))
	text, _ := build(t, tasks.SchedulerCreateSchedule{
		Name: "s", Schedule: tasks.ScheduleAt(when), Target: tasks.ScheduleTarget{ARN: "arn:q", RoleARN: jobRole},
	}, asl.JSONPath)
	has(t, text, `"ScheduleExpression":"at(2030-01-01T18:04:05)"`)
}

func TestD37PropsAreNotIgnored(t *testing.T) {
	text, _ := build(t, allSamples()["SageMakerCreateTrainingJob"](""), asl.JSONPath)
	has(t, text, `"ShuffleConfig":{"Seed":7}`)
	text, _ = build(t, tasks.ECSRunTask{TaskDefinition: tasks.TaskDefinitionAt("f:1"), Subnets: []string{"s"}, AssignPublicIP: false}, asl.JSONPath)
	has(t, text, `"AssignPublicIp":"DISABLED"`)
	refused(t, tasks.GlueStartJobRun{JobName: "j", Pattern: tasks.WaitForTaskToken}, "SWT01")
}
