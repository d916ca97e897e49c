package golden

import (
	"github.com/stepwise-go/stepwise/constructs/sfn"
	"github.com/stepwise-go/stepwise/iam"
	"github.com/stepwise-go/stepwise/tasks"
	"github.com/stepwise-go/stepwise/tasks/awssdk"
	"github.com/stepwise-go/stepwise/tasks/sdk"
)

var (
	listBuckets = awssdk.Call{Service: "s3", Action: "listBuckets"}
	viaS3       = iam.Allow("kms:Decrypt").On("*").If("StringEquals", "kms:ViaService", "s3.amazonaws.com")
	forwarder   = tasks.FunctionAt("${CrossRegionAwsSdk8a0c93f3dbef4b71ac137aaf2048ce7e.Arn}")
)

func getObject(parameters m, p sfn.Pattern) awssdk.Call {
	return awssdk.Call{
		Service: "s3", Action: "getObject", Parameters: parameters, IAMActions: []string{"s3:GetObject*"}, Resources: []string{"${Bucket.Arn}/*"},
		Statements: []iam.Statement{viaS3}, Pattern: p,
	}
}

// anything calls an action with "x" for each parameter that it requires.
func anything(service, action string) awssdk.Call {
	parameters := m{}
	if a, err := sdk.Lookup(service, action); err == nil {
		for _, name := range a.Required {
			parameters[name] = "x"
		}
	}
	return awssdk.Call{Service: service, Action: action, Parameters: parameters, Resources: []string{"*"}}
}

func far(service, action string) awssdk.CrossRegionCall {
	return awssdk.CrossRegionCall{Function: forwarder, Region: "eu-central-1", Service: service, Action: action}
}

var sdkCalls = cases{
	"CallAwsService__jsonata_min":                               listBuckets,
	"CallAwsService__jsonata_rr_full":                           getObject(m{"Bucket": "${Bucket.Ref}", "Key": in("key")}, ""),
	"CallAwsService__jsonata_token_min":                         awssdk.Call{Service: "s3", Action: "listBuckets", Parameters: m{"Token": sfn.TaskToken()}, Pattern: token},
	"CallAwsService__jsonpath_min":                              listBuckets,
	"CallAwsService__jsonpath_rest_api_lambda":                  awssdk.Call{Service: "lambda", Action: "listFunctions"},
	"CallAwsService__jsonpath_rr_full":                          getObject(m{"Bucket": "${Bucket.Ref}", "Key": at("$.key")}, ""),
	"CallAwsService__jsonpath_service_bedrockagent":             anything("bedrockagent", "startIngestionJob"),
	"CallAwsService__jsonpath_service_bedrockagentruntime":      anything("bedrockagentruntime", "retrieve"),
	"CallAwsService__jsonpath_service_bedrockruntime":           anything("bedrockruntime", "invokeModel"),
	"CallAwsService__jsonpath_service_cloudwatchlogs":           anything("cloudwatchlogs", "describeLogGroups"),
	"CallAwsService__jsonpath_service_cognitoidentityprovider":  anything("cognitoidentityprovider", "listUsers"),
	"CallAwsService__jsonpath_service_ecs":                      anything("ecs", "describeTasks"),
	"CallAwsService__jsonpath_service_efs":                      anything("efs", "describeFileSystems"),
	"CallAwsService__jsonpath_service_elasticloadbalancingv2":   anything("elasticloadbalancingv2", "describeLoadBalancers"),
	"CallAwsService__jsonpath_service_eventbridge":              anything("eventbridge", "putEvents"),
	"CallAwsService__jsonpath_service_mediapackagevod":          anything("mediapackagevod", "listAssets"),
	"CallAwsService__jsonpath_service_mwaa":                     anything("mwaa", "createCliToken"),
	"CallAwsService__jsonpath_service_opensearch":               anything("opensearch", "listDomainNames"),
	"CallAwsService__jsonpath_service_rdsdata":                  anything("rdsdata", "executeStatement"),
	"CallAwsService__jsonpath_service_redshiftdata":             anything("redshiftdata", "executeStatement"),
	"CallAwsService__jsonpath_service_resourcegroupstaggingapi": anything("resourcegroupstaggingapi", "getResources"),
	"CallAwsService__jsonpath_service_sagemakerruntime":         anything("sagemakerruntime", "invokeEndpoint"),
	"CallAwsService__jsonpath_service_scheduler":                anything("scheduler", "createSchedule"),
	"CallAwsService__jsonpath_token_full":                       getObject(m{"Token": sfn.TaskToken()}, token),
	"CallAwsService__jsonpath_unsupported_job":                  awssdk.Call{Service: "s3", Action: "listBuckets", Pattern: job},
	"CallAwsService__toplevel_jsonata_ctor_min":                 listBuckets,

	"CallAwsServiceCrossRegion__jsonata_min": far("s3", "listBuckets"),
	"CallAwsServiceCrossRegion__jsonata_token_full": awssdk.CrossRegionCall{
		Function: forwarder, Region: in("region"), Endpoint: "https://s3.example.com", Service: "s3", Action: "getObject",
		Parameters: m{"Token": sfn.TaskToken()}, NoRetry: true, Pattern: token,
	},
	"CallAwsServiceCrossRegion__jsonpath_rr_full": awssdk.CrossRegionCall{
		Function: forwarder, Region: at("$.region"), Endpoint: "https://s3.example.com", Service: "s3", Action: "getObject",
		Parameters: m{"Bucket": "${Bucket.Ref}", "Key": at("$.key")}, NoRetry: true,
	},
	"CallAwsServiceCrossRegion__jsonpath_service_cloudwatch_logs": far("cloudwatch-logs", "describeThing"),
	"CallAwsServiceCrossRegion__jsonpath_service_efs":             far("efs", "describeThing"),
	"CallAwsServiceCrossRegion__jsonpath_service_sfn":             far("sfn", "describeThing"),
}

func evaluate(function, expression string) tasks.EvaluateExpression {
	return tasks.EvaluateExpression{Function: tasks.FunctionAt("${" + function + ".Arn}"), Expression: expression, NoRetry: true}
}

const evalFunction = "Eval41256dc5445742738ed917bc818694e5"

var expressions = cases{
	"EvaluateExpression__jsonpath_full":             evaluate("Eval672bfe1976c9448b9584ee75ca09edbf", "`Now waiting ${$.waitSeconds} seconds for ${$.who[0].name}...`"),
	"EvaluateExpression__jsonpath_min":              evaluate(evalFunction, "$.a + $.b"),
	"EvaluateExpression__jsonpath_unsupported_job":  noPattern,
	"EvaluateExpression__jsonpath_unsupported_rr":   noPattern,
	"EvaluateExpression__no_paths":                  evaluate(evalFunction, "1 + 1"),
	"EvaluateExpression__path_in_string":            evaluate(evalFunction, "'waiting $.waitSeconds'"),
	"EvaluateExpression__path_in_template_text":     evaluate(evalFunction, "`waiting $.waitSeconds`"),
	"EvaluateExpression__runtime_nodejs20":          evaluate("Eval9757c2676d7c45c2af7737a30d93d2c6", "$.a"),
	"EvaluateExpression__toplevel_jsonata_ctor_min": evaluate(evalFunction, "$.a + $.b"),
}
