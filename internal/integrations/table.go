package integrations

// Pattern is a way to call a service.
// https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html
type Pattern uint8

const (
	RequestResponse Pattern = 1 << iota // go on as soon as the service answers
	Sync                                // .sync: wait until the job is done
	Callback                            // .waitForTaskToken: wait until somebody answers with the token
)

// Has tells whether one of the patterns of p is other.
func (p Pattern) Has(other Pattern) bool { return p&other != 0 }

// Suffix returns what a Resource of this one pattern ends with: "", ".sync" or ".waitForTaskToken".
func (p Pattern) Suffix() string {
	switch p {
	case Sync:
		return ".sync"
	case Callback:
		return ".waitForTaskToken"
	}
	return ""
}

// Integration is one action with an optimised integration.
type Integration struct {
	Service  string // as in the Resource: sqs
	Action   string // as in the Resource: sendMessage
	Patterns Pattern
	// Required are the parameters that AWS asks for; of names joined by | one is enough.
	Required []string
	Title    string // of the service: Amazon SQS
}

const (
	r   = RequestResponse
	rs  = RequestResponse | Sync
	rt  = RequestResponse | Callback
	rst = RequestResponse | Sync | Callback
)

// services are the optimised integrations by service. Express machines call them with request-response only.
var services = []struct {
	name, title string
	actions     []action
}{
	{"apigateway", "Amazon API Gateway", []action{{"invoke", rt, []string{"ApiEndpoint", "Method"}}}},
	{"athena", "Amazon Athena", []action{
		{"startQueryExecution", rs, []string{"QueryString"}}, {"stopQueryExecution", r, []string{"QueryExecutionId"}},
		{"getQueryExecution", r, []string{"QueryExecutionId"}}, {"getQueryResults", r, []string{"QueryExecutionId"}},
	}},
	{"batch", "AWS Batch", []action{{"submitJob", rs, []string{"JobDefinition", "JobName", "JobQueue"}}}},
	{"bedrock", "Amazon Bedrock", []action{
		{"invokeModel", rt, []string{"ModelId"}}, {"createModelCustomizationJob", rs, nil},
	}},
	{"bedrockagentcore", "Amazon Bedrock AgentCore", []action{{"invokeHarness", r, []string{"HarnessArn"}}}},
	{"codebuild", "AWS CodeBuild", []action{
		{"startBuild", rs, []string{"ProjectName"}}, {"stopBuild", r, []string{"Id"}}, {"batchDeleteBuilds", r, []string{"Ids"}},
		{"batchGetReports", r, []string{"ReportArns"}}, {"startBuildBatch", rs, []string{"ProjectName"}},
		{"stopBuildBatch", r, []string{"Id"}}, {"retryBuildBatch", rs, []string{"Id"}}, {"deleteBuildBatch", r, []string{"Id"}},
	}},
	{"databrew", "AWS Glue DataBrew", []action{{"startJobRun", rs, []string{"Name"}}}},
	{"dynamodb", "Amazon DynamoDB", []action{
		{"getItem", r, []string{"TableName", "Key"}}, {"putItem", r, []string{"TableName", "Item"}},
		{"updateItem", r, []string{"TableName", "Key"}}, {"deleteItem", r, []string{"TableName", "Key"}},
	}},
	{"ecs", "Amazon ECS and AWS Fargate", []action{{"runTask", rst, []string{"TaskDefinition"}}}},
	{"eks", "Amazon EKS", []action{
		{"call", r, []string{"ClusterName", "CertificateAuthority", "Endpoint", "Method", "Path"}},
		{"runJob", rst, []string{"ClusterName", "CertificateAuthority", "Endpoint", "Job"}},
		{"createCluster", rs, nil}, {"deleteCluster", rs, nil}, {"createFargateProfile", rs, nil},
		{"deleteFargateProfile", rs, nil}, {"createNodegroup", rs, nil}, {"deleteNodegroup", rs, nil},
	}},
	{"elasticmapreduce", "Amazon EMR", []action{
		{"createCluster", rs, nil}, {"terminateCluster", rs, []string{"ClusterId"}}, {"addStep", rs, []string{"ClusterId", "Step"}},
		{"cancelStep", r, []string{"ClusterId", "StepId"}}, {"setClusterTerminationProtection", r, []string{"ClusterId"}},
		{"modifyInstanceFleetByName", r, []string{"ClusterId"}}, {"modifyInstanceGroupByName", r, []string{"ClusterId"}},
	}},
	{"emr-containers", "Amazon EMR on EKS", []action{
		{"createVirtualCluster", r, nil}, {"deleteVirtualCluster", rs, nil}, {"startJobRun", rs, nil},
	}},
	{"emr-serverless", "Amazon EMR Serverless", []action{
		{"createApplication", rs, nil}, {"startApplication", rs, []string{"ApplicationId"}}, {"stopApplication", rs, []string{"ApplicationId"}},
		{"deleteApplication", rs, []string{"ApplicationId"}}, {"startJobRun", rs, []string{"ApplicationId"}},
		{"cancelJobRun", rs, []string{"ApplicationId", "JobRunId"}},
	}},
	{"events", "Amazon EventBridge", []action{{"putEvents", rt, []string{"Entries"}}}},
	{"glue", "AWS Glue", []action{{"startJobRun", rs, []string{"JobName"}}}},
	{"http", "HTTPS APIs", []action{{"invoke", r, []string{"ApiEndpoint", "Method"}}}},
	{"lambda", "AWS Lambda", []action{{"invoke", rt, []string{"FunctionName"}}}},
	{"mediaconvert", "AWS Elemental MediaConvert", []action{{"createJob", rs, nil}}},
	{"sagemaker", "Amazon SageMaker AI", []action{
		{"createEndpoint", r, nil}, {"createEndpointConfig", r, nil}, {"createHyperParameterTuningJob", rs, nil},
		{"createLabelingJob", rs, nil}, {"createModel", r, nil}, {"createProcessingJob", rs, nil},
		{"createTrainingJob", rs, nil}, {"createTransformJob", rs, nil}, {"updateEndpoint", r, nil},
	}},
	{"sns", "Amazon SNS", []action{{"publish", rt, []string{"Message", "TopicArn|TargetArn|PhoneNumber"}}}},
	{"sqs", "Amazon SQS", []action{{"sendMessage", rt, []string{"QueueUrl", "MessageBody"}}}},
	{"states", "AWS Step Functions", []action{{"startExecution", rst, []string{"StateMachineArn"}}}},
}

type action struct {
	name     string
	patterns Pattern
	required []string
}

// All returns the optimised integrations, by service and action.
func All() []Integration {
	var out []Integration
	for _, s := range services {
		for _, a := range s.actions {
			out = append(out, Integration{s.name, a.name, a.patterns, a.required, s.title})
		}
	}
	return out
}

// Lookup returns the integration of a service and action and whether there is one.
func Lookup(service, name string) (Integration, bool) {
	for _, s := range services {
		if s.name != service {
			continue
		}
		for _, a := range s.actions {
			if a.name == name {
				return Integration{s.name, a.name, a.patterns, a.required, s.title}, true
			}
		}
	}
	return Integration{}, false
}

// Services returns the names of the services with optimised integrations, in order.
func Services() []string {
	var out []string
	for _, s := range services {
		out = append(out, s.name)
	}
	return out
}

// Actions returns the actions of a service, nil if it has no optimised integration.
func Actions(service string) []string {
	var out []string
	for _, s := range services {
		if s.name == service {
			for _, a := range s.actions {
				out = append(out, a.name)
			}
		}
	}
	return out
}
