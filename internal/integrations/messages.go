package integrations

const (
	msgNotARN          = "%q is not an ARN of the form arn:partition:service:region:account:resource"
	msgNoActivity      = "the ARN of an activity ends with its name: arn:aws:states:REGION:ACCOUNT:activity:NAME"
	msgNoFunction      = "%q is not a Lambda function: the ARN ends with function:NAME"
	msgNoRegion        = "the ARN of a Lambda function has a region and an account"
	msgSuffix          = "%q is not a pattern: there are .sync, .sync:2 and .waitForTaskToken"
	msgSDKForm         = "an AWS SDK integration is aws-sdk:service:action, such as aws-sdk:ec2:startInstances"
	msgIntegrationForm = "%q is not service:action, such as sqs:sendMessage"
)
