package sdk

import (
	"errors"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// Facts from the service authorization reference and the API references.
func TestLookupIAM(t *testing.T) {
	for _, c := range []struct{ service, action, iam string }{
		{"s3", "listObjectsV2", "s3:ListBucket"},
		{"s3", "listBuckets", "s3:ListAllMyBuckets"},
		{"s3", "getObject", "s3:GetObject"},
		{"s3", "headObject", "s3:GetObject"},
		{"s3", "headBucket", "s3:ListBucket"},
		{"s3", "copyObject", "s3:GetObject s3:PutObject"},
		{"s3", "deleteObjects", "s3:DeleteObject"},
		{"s3", "getBucketCors", "s3:GetBucketCORS"},
		{"s3", "putPublicAccessBlock", "s3:PutBucketPublicAccessBlock"},
		{"s3control", "createJob", "s3:CreateJob"},
		{"s3control", "getPublicAccessBlock", "s3:GetAccountPublicAccessBlock"},
		{"lambda", "invoke", "lambda:InvokeFunction"},
		{"lambda", "listFunctions", "lambda:ListFunctions"},
		{"sesv2", "sendEmail", "ses:SendEmail"},
		{"emr", "runJobFlow", "elasticmapreduce:RunJobFlow"},
		{"emrserverless", "startJobRun", "emr-serverless:StartJobRun"},
		{"emrcontainers", "startJobRun", "emr-containers:StartJobRun"},
		{"bedrockruntime", "invokeModel", "bedrock:InvokeModel"},
		{"bedrockruntime", "converse", "bedrock:InvokeModel"},
		{"bedrockagent", "startIngestionJob", "bedrock:StartIngestionJob"},
		{"bedrockagentruntime", "retrieve", "bedrock:Retrieve"},
		{"bedrockagentcore", "invokeAgentRuntime", "bedrock-agentcore:InvokeAgentRuntime"},
		{"eventbridge", "putEvents", "events:PutEvents"},
		{"cognitoidentityprovider", "listUsers", "cognito-idp:ListUsers"},
		{"databasemigration", "startReplicationTask", "dms:StartReplicationTask"},
		{"databasemigration", "describeDataProviders", "dms:ListDataProviders"},
		{"costexplorer", "getCostAndUsage", "ce:GetCostAndUsage"},
		{"apigateway", "getRestApis", "apigateway:GET"},
		{"apigatewayv2", "createApi", "apigateway:POST"},
		{"resourcegroupstaggingapi", "getResources", "tag:GetResources"},
		{"opensearch", "listDomainNames", "es:ListDomainNames"},
		{"redshiftdata", "executeStatement", "redshift-data:ExecuteStatement"},
		{"rdsdata", "executeStatement", "rds-data:ExecuteStatement"},
		{"servicecatalogappregistry", "listApplications", "servicecatalog:ListApplications"},
		{"sagemakerruntime", "invokeEndpoint", "sagemaker:InvokeEndpoint"},
		{"sfn", "startExecution", "states:StartExecution"},
		{"sfn", "sendTaskSuccess", "states:SendTaskSuccess"},
		{"cloudwatchlogs", "describeLogGroups", "logs:DescribeLogGroups"},
		{"cloudwatch", "putMetricData", "cloudwatch:PutMetricData"},
		{"efs", "describeFileSystems", "elasticfilesystem:DescribeFileSystems"},
		{"elasticloadbalancingv2", "describeLoadBalancers", "elasticloadbalancing:DescribeLoadBalancers"},
		{"mediapackagevod", "listAssets", "mediapackage-vod:ListAssets"},
		{"mwaa", "createCliToken", "airflow:CreateCliToken"},
		{"ec2", "describeInstances", "ec2:DescribeInstances"},
		{"ecs", "describeTasks", "ecs:DescribeTasks"},
		{"dynamodb", "query", "dynamodb:Query"},
		{"dynamodb", "transactWriteItems", "dynamodb:ConditionCheckItem dynamodb:DeleteItem dynamodb:PutItem dynamodb:UpdateItem"},
		{"sqs", "sendMessageBatch", "sqs:SendMessage"},
		{"sns", "publishBatch", "sns:Publish"},
		{"kms", "reEncrypt", "kms:ReEncryptFrom kms:ReEncryptTo"},
		{"scheduler", "createSchedule", "scheduler:CreateSchedule"},
		{"secretsmanager", "listSecrets", "secretsmanager:ListSecrets"},
		{"keyspaces", "getTable", "cassandra:Select"},
		{"docdb", "describeDBClusters", "rds:DescribeDBClusters"},
		{"rds", "startDBInstance", "rds:StartDBInstance"},
		{"iam", "getSSHPublicKey", "iam:GetSSHPublicKey"},
		{"mturk", "createHIT", "mechanicalturk:CreateHIT"},
		{"amp", "createWorkspace", "aps:CreateWorkspace"},
		{"opensearchserverless", "createCollection", "aoss:CreateCollection"},
		{"timestreamquery", "query", "timestream:DescribeEndpoints timestream:Select"},
		{"sts", "getCallerIdentity", ""},
	} {
		a, err := Lookup(c.service, c.action)
		if err != nil {
			t.Errorf("%s:%s: %v", c.service, c.action, err)
			continue
		}
		if got := strings.Join(a.IAMActions(), " "); got != c.iam {
			t.Errorf("%s:%s needs %q, want %q", c.service, c.action, got, c.iam)
		}
		if a.Inferred || !a.Modelled {
			t.Errorf("%s:%s: inferred %v, modelled %v", c.service, c.action, a.Inferred, a.Modelled)
		}
	}
}

func TestLookupParameters(t *testing.T) {
	for _, c := range []struct{ service, action, required, others string }{
		{"s3", "getObject", "Bucket Key", "VersionId SseCustomerKeyMD5"},
		{"s3", "putObject", "Bucket Key", "Acl Body ContentMD5 SsekmsKeyId ChecksumCRC32"},
		{"rds", "startDBInstance", "DbInstanceIdentifier", ""},
		{"sfn", "startExecution", "StateMachineArn", "Input Name"},
		{"emrserverless", "startJobRun", "ApplicationId ClientToken ExecutionRoleArn", "JobDriver"},
		{"dynamodb", "putItem", "Item TableName", "ConditionExpression"},
		{"lambda", "invoke", "FunctionName", "InvocationType Payload"},
		{"sqs", "sendMessage", "MessageBody QueueUrl", "MessageGroupId"},
		{"codeconnections", "createConnection", "ConnectionName", "HostArn"},
		{"ec2", "runInstances", "MaxCount MinCount", "BlockDeviceMappings UserData"},
		{"applicationdiscovery", "describeConfigurations", "ConfigurationIds", ""},
	} {
		a, err := Lookup(c.service, c.action)
		if err != nil {
			t.Error(err)
			continue
		}
		if got := slices.Sorted(slices.Values(a.Required)); strings.Join(got, " ") != c.required {
			t.Errorf("%s:%s requires %v, want %s", c.service, c.action, got, c.required)
		}
		if unknown := a.Unknown(strings.Fields(c.others)...); len(unknown) > 0 {
			t.Errorf("%s:%s lacks %v", c.service, c.action, unknown)
		}
	}
}

func TestResources(t *testing.T) {
	for _, c := range []struct{ service, action, want string }{
		{"s3", "getObject", "arn:${Partition}:s3:::${BucketName}/${ObjectName}"},
		{"s3", "listObjectsV2", "arn:${Partition}:s3:::${BucketName}"},
		{"s3", "listBuckets", ""},
		{"dynamodb", "putItem", "arn:${Partition}:dynamodb:${Region}:${Account}:table/${TableName}"},
		{"lambda", "invoke", "arn:${Partition}:lambda:${Region}:${Account}:function:${FunctionName}"},
		{"ec2", "describeInstances", ""},
		{"sfn", "startExecution", "arn:${Partition}:states:${Region}:${Account}:stateMachine:${StateMachineName}"},
	} {
		a, err := Lookup(c.service, c.action)
		if err != nil {
			t.Error(err)
			continue
		}
		var arns []string
		for _, r := range a.IAM[0].Resources {
			arns = append(arns, r.ARN)
		}
		if c.want == "" && len(arns) > 0 || c.want != "" && !slices.Contains(arns, c.want) {
			t.Errorf("%s:%s: resources %v, want %q", c.service, c.action, arns, c.want)
		}
	}
	run, _ := Lookup("ecs", "runTask")
	if !slices.Contains(run.Dependent, "iam:PassRole") {
		t.Errorf("ecs:runTask: dependents %v, want iam:PassRole", run.Dependent)
	}
}

func TestNearest(t *testing.T) {
	for _, c := range []struct{ service, action, want string }{
		{"S3", "getObject", "s3"},
		{"states", "startExecution", "sfn"},
		{"stepfunctions", "startExecution", "sfn"},
		{"events", "putEvents", "eventbridge"},
		{"emr-serverless", "startJobRun", "emrserverless"},
		{"cognito-idp", "listUsers", "cognitoidentityprovider"},
		{"cloudwatch-logs", "putLogEvents", "cloudwatchlogs"},
		{"logs", "putLogEvents", "cloudwatchlogs"},
		{"dynamobd", "getItem", "dynamodb"},
		{"bedrockruntim", "invokeModel", "bedrockruntime"},
		{"s3", "ListObjectsV2", "listObjectsV2"},
		{"s3", "getObjct", "getObject"},
		{"sfn", "startExecutions", "startExecution"},
		{"lambda", "invokeFunction", ""},
		{"", "x", ""},
		{"s3", "", ""},
	} {
		_, err := Lookup(c.service, c.action)
		var service *UnknownServiceError
		var action *UnknownActionError
		var got []string
		switch {
		case errors.As(err, &service):
			got = service.Nearest
		case errors.As(err, &action):
			got = action.Nearest
		default:
			t.Errorf("%s:%s: %v", c.service, c.action, err)
			continue
		}
		if c.want != "" && (len(got) == 0 || got[0] != c.want || !strings.Contains(err.Error(), `"`+c.want+`"`)) {
			t.Errorf("%s:%s: %v, want %q first", c.service, c.action, err, c.want)
		}
		if len(got) > maxNearest {
			t.Errorf("%s:%s: %d names", c.service, c.action, len(got))
		}
	}
}

func TestUnsupported(t *testing.T) {
	for _, name := range []string{"lambda:invokeAsync", "lambda:invokeWithResponseStream", "s3:selectObjectContent", "sts:assumeRole",
		"bedrockruntime:converseStream", "bedrockagentruntime:invokeAgent", "kinesis:subscribeToShard", "cloudwatchlogs:startLiveTail"} {
		service, action, _ := strings.Cut(name, ":")
		_, err := Lookup(service, action)
		var unsupported *UnsupportedError
		if !errors.As(err, &unsupported) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestPartialService(t *testing.T) {
	a, err := Lookup("wickr", "somethingNew")
	if err != nil || a.Modelled || !a.Inferred || a.IAM[0].Action != "wickr:SomethingNew" {
		t.Errorf("%+v, %v", a, err)
	}
	if a.Missing() != nil || a.Unknown("X") != nil {
		t.Error("parameters are not known")
	}
}

func TestParameterChecks(t *testing.T) {
	a, err := Lookup("s3", "putObject")
	if err != nil {
		t.Fatal(err)
	}
	if got := a.Missing("Bucket", "Body"); !slices.Equal(got, []string{"Key"}) {
		t.Errorf("missing %v", got)
	}
	got := a.Unknown("Bucket", "bucket", "SSEKMSKeyID", "Zzzzzz")
	if len(got) != 3 || got["bucket"] != "Bucket" || got["SSEKMSKeyID"] != "SsekmsKeyId" || got["Zzzzzz"] != "" {
		t.Errorf("unknown %v", got)
	}
}

func TestParseResource(t *testing.T) {
	for _, c := range []struct{ arn, want string }{
		{"arn:aws:states:::aws-sdk:s3:getObject", "s3 getObject  true"},
		{"arn:aws-cn:states:::aws-sdk:sqs:sendMessage.waitForTaskToken", "sqs sendMessage waitForTaskToken true"},
		{"arn:${AWS::Partition}:states:::aws-sdk:ec2:describeInstances", "ec2 describeInstances  true"},
		{"arn:aws:states:::sqs:sendMessage", "   false"},
		{"arn:aws:states:::aws-sdk:s3", "   false"},
		{"", "   false"},
	} {
		s, a, p, ok := ParseResource(c.arn)
		if got := strings.Join([]string{s, a, p}, " "); ok != strings.HasSuffix(c.want, "true") || ok && got != strings.TrimSuffix(c.want, " true") {
			t.Errorf("%s: %q %v, want %q", c.arn, got, ok, c.want)
		}
	}
}

func TestErrorNames(t *testing.T) {
	for _, c := range []struct{ service, name, want string }{
		{"s3", "NoSuchKey", "S3.NoSuchKeyException"},
		{"s3", "BucketAlreadyExists", "S3.BucketAlreadyExistsException"},
		{"acmpca", "ResourceNotFoundException", "AcmPca.ResourceNotFoundException"},
		{"sfn", "InvalidToken", "Sfn.InvalidTokenException"},
		{"dynamodb", "DynamoDb", "DynamoDb.DynamoDbException"},
	} {
		s, err := LookupService(c.service)
		if err != nil {
			t.Fatal(err)
		}
		if got := s.Error(c.name); got != c.want {
			t.Errorf("%s, want %s", got, c.want)
		}
	}
}

// Every row of the table reads well.
func TestTable(t *testing.T) {
	var (
		serviceName = regexp.MustCompile(`^[a-z0-9]+$`)
		prefixName  = regexp.MustCompile(`^[A-Z][A-Za-z0-9]+$`)
		actionName  = regexp.MustCompile(`^[a-z][A-Za-z0-9]+$`)
		iamAction   = regexp.MustCompile(`^[a-z0-9-]+:[A-Z][A-Za-z0-9]+$`)
		parameter   = regexp.MustCompile(`^[A-Z][A-Za-z0-9]*$`)
		services    []string
		actions     int
	)
	for s := range Services() {
		services = append(services, s.Name)
		if !serviceName.MatchString(s.Name) || !prefixName.MatchString(s.ErrorPrefix) || strings.ToLower(s.ErrorPrefix) != s.Name {
			t.Errorf("service %+v", s)
		}
		var names []string
		for a := range s.Actions() {
			names = append(names, a.Name)
			if again, err := Lookup(s.Name, a.Name); err != nil || again.ResourceARN() != a.ResourceARN() {
				t.Errorf("%s: %v", a.ResourceARN(), err)
			}
			if !actionName.MatchString(a.Name) || a.Service != s.Name {
				t.Errorf("%s:%s", s.Name, a.Name)
			}
			for _, p := range slices.Concat(a.IAMActions(), a.Dependent) {
				if !iamAction.MatchString(p) {
					t.Errorf("%s:%s: IAM action %q", s.Name, a.Name, p)
				}
			}
			for _, p := range a.IAM {
				for _, r := range p.Resources {
					if r.Name == "" || r.ARN != "" && !strings.HasPrefix(r.ARN, "arn:") {
						t.Errorf("%s:%s: resource %+v", s.Name, a.Name, r)
					}
				}
			}
			seen := map[string]bool{}
			for _, p := range a.Parameters {
				if !parameter.MatchString(p) || seen[p] {
					t.Errorf("%s:%s: parameter %q", s.Name, a.Name, p)
				}
				seen[p] = true
			}
			if len(a.Missing(a.Parameters...)) > 0 || len(a.Unknown(a.Required...)) > 0 {
				t.Errorf("%s:%s: required and parameters disagree", s.Name, a.Name)
			}
		}
		if !slices.IsSorted(names) || len(slices.Compact(names)) != s.Len() {
			t.Errorf("%s: %d actions in order %v, index says %d", s.Name, len(names), slices.IsSorted(names), s.Len())
		}
		if len(names) == 0 && s.Modelled {
			t.Errorf("%s: no actions", s.Name)
		}
		actions += len(names)
	}
	if !slices.IsSorted(services) {
		t.Error("services are not sorted")
	}
	t.Logf("%d services, %d actions as of %s, %d bytes", len(services), actions, AsOf(), len(indexText)+len(tableData))
	if len(services) < 400 || actions < 15000 {
		t.Errorf("%d services, %d actions", len(services), actions)
	}
}
