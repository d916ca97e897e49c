package integrations

import "strings"

// parameters are the parameters of the integrations whose page in the developer guide lists them, by
// service:action. Services get new ones now and then, so a name that is not here need not be wrong.
//
// https://docs.aws.amazon.com/step-functions/latest/dg/integrate-optimized.html
var parameters = map[string]string{
	"apigateway:invoke":          "AllowNullValues ApiEndpoint AuthType Headers Method Path QueryParameters RequestBody Stage",
	"athena:getQueryExecution":   "QueryExecutionId",
	"athena:getQueryResults":     "MaxResults NextToken QueryExecutionId QueryResultType",
	"athena:startQueryExecution": "ClientRequestToken EngineConfiguration ExecutionParameters QueryExecutionContext QueryString ResultConfiguration ResultReuseConfiguration WorkGroup",
	"athena:stopQueryExecution":  "QueryExecutionId",
	"batch:submitJob": "ArrayProperties ConsumableResourcePropertiesOverride ContainerOverrides DependsOn EcsPropertiesOverride EksPropertiesOverride " +
		"JobDefinition JobName JobQueue NodeOverrides Parameters PropagateTags RetryStrategy SchedulingPriorityOverride ShareIdentifier Tags Timeout",
	"dynamodb:deleteItem": "ConditionalOperator ConditionExpression Expected ExpressionAttributeNames ExpressionAttributeValues Key " +
		"ReturnConsumedCapacity ReturnItemCollectionMetrics ReturnValues ReturnValuesOnConditionCheckFailure TableName",
	"dynamodb:getItem": "AttributesToGet ConsistentRead ExpressionAttributeNames Key ProjectionExpression ReturnConsumedCapacity TableName",
	"dynamodb:putItem": "ConditionalOperator ConditionExpression Expected ExpressionAttributeNames ExpressionAttributeValues Item " +
		"ReturnConsumedCapacity ReturnItemCollectionMetrics ReturnValues ReturnValuesOnConditionCheckFailure TableName",
	"dynamodb:updateItem": "AttributeUpdates ConditionalOperator ConditionExpression Expected ExpressionAttributeNames ExpressionAttributeValues Key " +
		"ReturnConsumedCapacity ReturnItemCollectionMetrics ReturnValues ReturnValuesOnConditionCheckFailure TableName UpdateExpression",
	"ecs:runTask": "CapacityProviderStrategy ClientToken Cluster Count EnableECSManagedTags EnableExecuteCommand Group LaunchType NetworkConfiguration " +
		"Overrides PlacementConstraints PlacementStrategy PlatformVersion PropagateTags ReferenceId StartedBy Tags TaskDefinition VolumeConfigurations",
	"events:putEvents": "EndpointId Entries",
	"glue:startJobRun": "AllocatedCapacity Arguments ExecutionClass ExecutionRoleSessionPolicy JobName JobRunId JobRunQueuingEnabled MaxCapacity " +
		"NotificationProperty NumberOfWorkers SecurityConfiguration Timeout WorkerType",
	"http:invoke":           "ApiEndpoint Authentication Headers InvocationConfig Method QueryParameters RequestBody Transform",
	"lambda:invoke":         "ClientContext DurableExecutionName FunctionName InvocationType LogType Payload Qualifier TenantId",
	"sns:publish":           "Message MessageAttributes MessageDeduplicationId MessageGroupId MessageStructure PhoneNumber Subject TargetArn TopicArn",
	"sqs:sendMessage":       "DelaySeconds MessageAttributes MessageBody MessageDeduplicationId MessageGroupId MessageSystemAttributes QueueUrl",
	"states:startExecution": "Input Name StateMachineArn TraceHeader",
}

// Parameters returns the names of the parameters of an integration, nil if they are not known.
func Parameters(service, action string) []string {
	if names, ok := parameters[service+":"+action]; ok {
		return strings.Fields(names)
	}
	return nil
}
