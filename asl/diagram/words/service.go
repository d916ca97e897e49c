package words

import "strings"

// Category is the group of services that AWS gives one colour.
type Category string

const (
	Compute     Category = "compute"
	Database    Category = "database"
	Storage     Category = "storage"
	Integration Category = "integration"
	Analytics   Category = "analytics"
	Network     Category = "network"
	Learning    Category = "learning"
	Other       Category = "other"
)

// Service is an AWS service as people know it.
type Service struct {
	Name     string // DynamoDB
	Badge    string // two or three letters for a small tile: DDB
	Category Category
}

var activityService = Service{"Activity", "ACT", Integration}

// ServiceOf returns the service of a name as it stands in a Resource: "dynamodb", "bedrockagent".
// An unknown one gets its own name and first letters.
func ServiceOf(id string) Service {
	key := strings.ToLower(strings.ReplaceAll(id, "-", ""))
	if s, ok := services[key]; ok {
		return s
	}
	if key == "" || strings.ContainsAny(id, "${}") {
		return Service{Name: id, Badge: "AWS", Category: Other}
	}
	letters := []rune(strings.ToUpper(id))
	return Service{Name: upperFirst(id), Badge: string(letters[:min(3, len(letters))]), Category: Other}
}

// services by name in a Resource, in lower case and without hyphens. Categories follow
// https://docs.aws.amazon.com/whitepapers/latest/aws-overview/amazon-web-services-cloud-platform.html
var services = map[string]Service{
	"apprunner":        {"App Runner", "APR", Compute},
	"autoscaling":      {"Auto Scaling", "ASG", Compute},
	"batch":            {"Batch", "BAT", Compute},
	"ec2":              {"EC2", "EC2", Compute},
	"ecr":              {"ECR", "ECR", Compute},
	"ecs":              {"ECS", "ECS", Compute},
	"eks":              {"EKS", "EKS", Compute},
	"elasticbeanstalk": {"Elastic Beanstalk", "EB", Compute},
	"lambda":           {"Lambda", "λ", Compute},
	"lightsail":        {"Lightsail", "LS", Compute},

	"dax":             {"DynamoDB Accelerator", "DAX", Database},
	"docdb":           {"DocumentDB", "DOC", Database},
	"dsql":            {"Aurora DSQL", "SQL", Database},
	"dynamodb":        {"DynamoDB", "DDB", Database},
	"elasticache":     {"ElastiCache", "EC", Database},
	"keyspaces":       {"Keyspaces", "KS", Database},
	"memorydb":        {"MemoryDB", "MDB", Database},
	"neptune":         {"Neptune", "NPT", Database},
	"neptunedata":     {"Neptune", "NPT", Database},
	"rds":             {"RDS", "RDS", Database},
	"rdsdata":         {"RDS Data", "RDS", Database},
	"timestreamquery": {"Timestream", "TS", Database},
	"timestreamwrite": {"Timestream", "TS", Database},

	"backup":         {"Backup", "BKP", Storage},
	"datasync":       {"DataSync", "DS", Storage},
	"ebs":            {"EBS", "EBS", Storage},
	"efs":            {"EFS", "EFS", Storage},
	"fsx":            {"FSx", "FSX", Storage},
	"glacier":        {"S3 Glacier", "S3G", Storage},
	"s3":             {"S3", "S3", Storage},
	"s3control":      {"S3 Control", "S3", Storage},
	"s3tables":       {"S3 Tables", "S3T", Storage},
	"s3vectors":      {"S3 Vectors", "S3V", Storage},
	"storagegateway": {"Storage Gateway", "SGW", Storage},
	"transfer":       {"Transfer Family", "TF", Storage},

	"apigateway":              {"API Gateway", "API", Integration},
	"apigatewayv2":            {"API Gateway", "API", Integration},
	"appflow":                 {"AppFlow", "AF", Integration},
	"appsync":                 {"AppSync", "AS", Integration},
	"eventbridge":             {"EventBridge", "EVB", Integration},
	"events":                  {"EventBridge", "EVB", Integration},
	"http":                    {"HTTP", "HTTP", Integration},
	"mq":                      {"MQ", "MQ", Integration},
	"mwaa":                    {"Managed Airflow", "MWA", Integration},
	"pinpoint":                {"Pinpoint", "PIN", Integration},
	"pinpointsmsvoicev2":      {"End User Messaging", "SMS", Integration},
	"pipes":                   {"EventBridge Pipes", "PIP", Integration},
	"scheduler":               {"EventBridge Scheduler", "SCH", Integration},
	"schemas":                 {"EventBridge Schemas", "SCM", Integration},
	"ses":                     {"SES", "SES", Integration},
	"sesv2":                   {"SES", "SES", Integration},
	"sfn":                     {"Step Functions", "SFN", Integration},
	"sns":                     {"SNS", "SNS", Integration},
	"sqs":                     {"SQS", "SQS", Integration},
	"states":                  {"Step Functions", "SFN", Integration},
	"connect":                 {"Connect", "CON", Integration},
	"iot":                     {"IoT Core", "IOT", Integration},
	"iotdataplane":            {"IoT Data", "IOT", Integration},
	"mediaconvert":            {"MediaConvert", "MC", Integration},
	"apigatewaymanagementapi": {"API Gateway", "API", Integration},

	"athena":             {"Athena", "ATH", Analytics},
	"cleanrooms":         {"Clean Rooms", "CR", Analytics},
	"databrew":           {"Glue DataBrew", "GDB", Analytics},
	"datazone":           {"DataZone", "DZ", Analytics},
	"elasticmapreduce":   {"EMR", "EMR", Analytics},
	"emr":                {"EMR", "EMR", Analytics},
	"emrcontainers":      {"EMR on EKS", "EMR", Analytics},
	"emrserverless":      {"EMR Serverless", "EMR", Analytics},
	"firehose":           {"Data Firehose", "KDF", Analytics},
	"glue":               {"Glue", "GLU", Analytics},
	"kafka":              {"MSK", "MSK", Analytics},
	"kinesis":            {"Kinesis", "KDS", Analytics},
	"kinesisanalytics":   {"Kinesis Analytics", "KDA", Analytics},
	"lakeformation":      {"Lake Formation", "LF", Analytics},
	"opensearch":         {"OpenSearch", "OS", Analytics},
	"quicksight":         {"QuickSight", "QS", Analytics},
	"redshift":           {"Redshift", "RS", Analytics},
	"redshiftdata":       {"Redshift Data", "RS", Analytics},
	"redshiftserverless": {"Redshift Serverless", "RS", Analytics},

	"cloudfront":             {"CloudFront", "CF", Network},
	"elasticloadbalancing":   {"Elastic Load Balancing", "ELB", Network},
	"elasticloadbalancingv2": {"Elastic Load Balancing", "ELB", Network},
	"globalaccelerator":      {"Global Accelerator", "GA", Network},
	"route53":                {"Route 53", "R53", Network},
	"servicediscovery":       {"Cloud Map", "MAP", Network},
	"vpclattice":             {"VPC Lattice", "VPC", Network},

	"bedrock":                 {"Bedrock", "BR", Learning},
	"bedrockagent":            {"Bedrock Agents", "BR", Learning},
	"bedrockagentruntime":     {"Bedrock Agents", "BR", Learning},
	"bedrockagentcore":        {"Bedrock AgentCore", "BR", Learning},
	"bedrockruntime":          {"Bedrock", "BR", Learning},
	"comprehend":              {"Comprehend", "CMP", Learning},
	"comprehendmedical":       {"Comprehend Medical", "CMP", Learning},
	"forecast":                {"Forecast", "FC", Learning},
	"kendra":                  {"Kendra", "KEN", Learning},
	"lexruntimev2":            {"Lex", "LEX", Learning},
	"personalize":             {"Personalize", "PER", Learning},
	"personalizeruntime":      {"Personalize", "PER", Learning},
	"polly":                   {"Polly", "POL", Learning},
	"qbusiness":               {"Q Business", "Q", Learning},
	"rekognition":             {"Rekognition", "REK", Learning},
	"sagemaker":               {"SageMaker", "SM", Learning},
	"sagemakerruntime":        {"SageMaker", "SM", Learning},
	"textract":                {"Textract", "TXT", Learning},
	"transcribe":              {"Transcribe", "TRS", Learning},
	"translate":               {"Translate", "TRL", Learning},
	"accessanalyzer":          {"Access Analyzer", "AA", Other},
	"account":                 {"Account", "ACC", Other},
	"acm":                     {"Certificate Manager", "ACM", Other},
	"appconfig":               {"AppConfig", "CFG", Other},
	"appconfigdata":           {"AppConfig", "CFG", Other},
	"cloudformation":          {"CloudFormation", "CFN", Other},
	"cloudtrail":              {"CloudTrail", "CT", Other},
	"cloudwatch":              {"CloudWatch", "CW", Other},
	"cloudwatchlogs":          {"CloudWatch Logs", "CWL", Other},
	"codebuild":               {"CodeBuild", "CB", Other},
	"codecommit":              {"CodeCommit", "CC", Other},
	"codedeploy":              {"CodeDeploy", "CD", Other},
	"codepipeline":            {"CodePipeline", "CP", Other},
	"cognitoidentity":         {"Cognito", "COG", Other},
	"cognitoidentityprovider": {"Cognito", "COG", Other},
	"config":                  {"Config", "CFG", Other},
	"costexplorer":            {"Cost Explorer", "CE", Other},
	"guardduty":               {"GuardDuty", "GD", Other},
	"iam":                     {"IAM", "IAM", Other},
	"identitystore":           {"Identity Store", "IDS", Other},
	"inspector2":              {"Inspector", "INS", Other},
	"kms":                     {"KMS", "KMS", Other},
	"location":                {"Location", "LOC", Other},
	"macie2":                  {"Macie", "MAC", Other},
	"organizations":           {"Organizations", "ORG", Other},
	"secretsmanager":          {"Secrets Manager", "SEC", Other},
	"securityhub":             {"Security Hub", "SH", Other},
	"servicecatalog":          {"Service Catalog", "SC", Other},
	"servicequotas":           {"Service Quotas", "SQ", Other},
	"ssm":                     {"Systems Manager", "SSM", Other},
	"ssoadmin":                {"IAM Identity Center", "SSO", Other},
	"sts":                     {"STS", "STS", Other},
	"wafv2":                   {"WAF", "WAF", Other},
	"workspaces":              {"WorkSpaces", "WS", Other},
	"xray":                    {"X-Ray", "XR", Other},
}
