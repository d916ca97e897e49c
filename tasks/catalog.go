package tasks

import "slices"

// Catalog returns what is known about each integration, by name.
func Catalog() []Descriptor {
	out := make([]Descriptor, len(catalog))
	for i, d := range catalog {
		out[i] = *d
	}
	return out
}

// Describe returns the row of an integration: of "SQSSendMessage", the name of its type.
func Describe(name string) (Descriptor, bool) {
	i := slices.IndexFunc(catalog, func(d *Descriptor) bool { return d.Name == name })
	if i < 0 {
		return Descriptor{}, false
	}
	return *catalog[i], true
}

// Find returns the rows that have the service and action of a resource ARN:
// of "arn:aws:states:::sqs:sendMessage" those are "sqs" and "sendMessage".
func Find(service, action string) []Descriptor {
	var out []Descriptor
	for _, d := range catalog {
		if d.Service == service && d.Action == action {
			out = append(out, *d)
		}
	}
	return out
}

// catalog is in alphabetical order of the names; a test checks the rows.
var catalog = []*Descriptor{
	&apiGatewayInvoke,
	&agentCoreInvokeHarness,
	&athenaGetQueryExecution,
	&athenaGetQueryResults,
	&athenaStartQueryExecution,
	&athenaStopQueryExecution,
	&batchSubmitJob,
	&bedrockCreateModelCustomizationJob,
	&bedrockInvokeModel,
	&codeBuildBatchDeleteBuilds,
	&codeBuildBatchGetReports,
	&codeBuildDeleteBuildBatch,
	&codeBuildRetryBuildBatch,
	&codeBuildStartBuild,
	&codeBuildStartBuildBatch,
	&codeBuildStopBuild,
	&codeBuildStopBuildBatch,
	&dataBrewStartJobRun,
	&dynamoDBDeleteItem,
	&dynamoDBGetItem,
	&dynamoDBPutItem,
	&dynamoDBUpdateItem,
	&ecsRunTask,
	&eksCall,
	&eksCreateCluster,
	&eksCreateFargateProfile,
	&eksCreateNodegroup,
	&eksDeleteCluster,
	&eksDeleteFargateProfile,
	&eksDeleteNodegroup,
	&eksRunJob,
	&emrAddStep,
	&emrCancelStep,
	&emrContainersCreateVirtualCluster,
	&emrContainersDeleteVirtualCluster,
	&emrContainersStartJobRun,
	&emrCreateCluster,
	&emrModifyInstanceFleetByName,
	&emrModifyInstanceGroupByName,
	&emrServerlessCancelJobRun,
	&emrServerlessCreateApplication,
	&emrServerlessDeleteApplication,
	&emrServerlessStartApplication,
	&emrServerlessStartJobRun,
	&emrServerlessStopApplication,
	&emrSetClusterTerminationProtection,
	&emrTerminateCluster,
	&evaluateExpression,
	&eventBridgePutEvents,
	&glueStartCrawler,
	&glueStartJobRun,
	&httpInvoke,
	&invokeActivity,
	&lambdaInvoke,
	&mediaConvertCreateJob,
	&snsPublish,
	&sqsSendMessage,
	&sageMakerCreateEndpoint,
	&sageMakerCreateEndpointConfig,
	&sageMakerCreateHyperParameterTuningJob,
	&sageMakerCreateLabelingJob,
	&sageMakerCreateModel,
	&sageMakerCreateProcessingJob,
	&sageMakerCreateTrainingJob,
	&sageMakerCreateTransformJob,
	&sageMakerUpdateEndpoint,
	&schedulerCreateSchedule,
	&startExecution,
}
