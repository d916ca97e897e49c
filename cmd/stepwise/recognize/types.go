package recognize

import (
	"reflect"

	"github.com/stepwise-go/stepwise/tasks"
)

// prototypes are the integrations by name; a test compares them with the catalogue.
func prototypes() map[string]any {
	return map[string]any{
		"APIGatewayInvoke":                       tasks.APIGatewayInvoke{},
		"AgentCoreInvokeHarness":                 tasks.AgentCoreInvokeHarness{},
		"AthenaGetQueryExecution":                tasks.AthenaGetQueryExecution{},
		"AthenaGetQueryResults":                  tasks.AthenaGetQueryResults{},
		"AthenaStartQueryExecution":              tasks.AthenaStartQueryExecution{},
		"AthenaStopQueryExecution":               tasks.AthenaStopQueryExecution{},
		"BatchSubmitJob":                         tasks.BatchSubmitJob{},
		"BedrockCreateModelCustomizationJob":     tasks.BedrockCreateModelCustomizationJob{},
		"BedrockInvokeModel":                     tasks.BedrockInvokeModel{},
		"CodeBuildBatchDeleteBuilds":             tasks.CodeBuildBatchDeleteBuilds{},
		"CodeBuildBatchGetReports":               tasks.CodeBuildBatchGetReports{},
		"CodeBuildDeleteBuildBatch":              tasks.CodeBuildDeleteBuildBatch{},
		"CodeBuildRetryBuildBatch":               tasks.CodeBuildRetryBuildBatch{},
		"CodeBuildStartBuild":                    tasks.CodeBuildStartBuild{},
		"CodeBuildStartBuildBatch":               tasks.CodeBuildStartBuildBatch{},
		"CodeBuildStopBuild":                     tasks.CodeBuildStopBuild{},
		"CodeBuildStopBuildBatch":                tasks.CodeBuildStopBuildBatch{},
		"DataBrewStartJobRun":                    tasks.DataBrewStartJobRun{},
		"DynamoDBDeleteItem":                     tasks.DynamoDBDeleteItem{},
		"DynamoDBGetItem":                        tasks.DynamoDBGetItem{},
		"DynamoDBPutItem":                        tasks.DynamoDBPutItem{},
		"DynamoDBUpdateItem":                     tasks.DynamoDBUpdateItem{},
		"ECSRunTask":                             tasks.ECSRunTask{},
		"EKSCall":                                tasks.EKSCall{},
		"EKSCreateCluster":                       tasks.EKSCreateCluster{},
		"EKSCreateFargateProfile":                tasks.EKSCreateFargateProfile{},
		"EKSCreateNodegroup":                     tasks.EKSCreateNodegroup{},
		"EKSDeleteCluster":                       tasks.EKSDeleteCluster{},
		"EKSDeleteFargateProfile":                tasks.EKSDeleteFargateProfile{},
		"EKSDeleteNodegroup":                     tasks.EKSDeleteNodegroup{},
		"EKSRunJob":                              tasks.EKSRunJob{},
		"EMRAddStep":                             tasks.EMRAddStep{},
		"EMRCancelStep":                          tasks.EMRCancelStep{},
		"EMRContainersCreateVirtualCluster":      tasks.EMRContainersCreateVirtualCluster{},
		"EMRContainersDeleteVirtualCluster":      tasks.EMRContainersDeleteVirtualCluster{},
		"EMRContainersStartJobRun":               tasks.EMRContainersStartJobRun{},
		"EMRCreateCluster":                       tasks.EMRCreateCluster{},
		"EMRModifyInstanceFleetByName":           tasks.EMRModifyInstanceFleetByName{},
		"EMRModifyInstanceGroupByName":           tasks.EMRModifyInstanceGroupByName{},
		"EMRServerlessCancelJobRun":              tasks.EMRServerlessCancelJobRun{},
		"EMRServerlessCreateApplication":         tasks.EMRServerlessCreateApplication{},
		"EMRServerlessDeleteApplication":         tasks.EMRServerlessDeleteApplication{},
		"EMRServerlessStartApplication":          tasks.EMRServerlessStartApplication{},
		"EMRServerlessStartJobRun":               tasks.EMRServerlessStartJobRun{},
		"EMRServerlessStopApplication":           tasks.EMRServerlessStopApplication{},
		"EMRSetClusterTerminationProtection":     tasks.EMRSetClusterTerminationProtection{},
		"EMRTerminateCluster":                    tasks.EMRTerminateCluster{},
		"EventBridgePutEvents":                   tasks.EventBridgePutEvents{},
		"GlueStartCrawler":                       tasks.GlueStartCrawler{},
		"GlueStartJobRun":                        tasks.GlueStartJobRun{},
		"HTTPInvoke":                             tasks.HTTPInvoke{},
		"InvokeActivity":                         tasks.InvokeActivity{},
		"LambdaInvoke":                           tasks.LambdaInvoke{},
		"MediaConvertCreateJob":                  tasks.MediaConvertCreateJob{},
		"SNSPublish":                             tasks.SNSPublish{},
		"SQSSendMessage":                         tasks.SQSSendMessage{},
		"SageMakerCreateEndpoint":                tasks.SageMakerCreateEndpoint{},
		"SageMakerCreateEndpointConfig":          tasks.SageMakerCreateEndpointConfig{},
		"SageMakerCreateHyperParameterTuningJob": tasks.SageMakerCreateHyperParameterTuningJob{},
		"SageMakerCreateLabelingJob":             tasks.SageMakerCreateLabelingJob{},
		"SageMakerCreateModel":                   tasks.SageMakerCreateModel{},
		"SageMakerCreateProcessingJob":           tasks.SageMakerCreateProcessingJob{},
		"SageMakerCreateTrainingJob":             tasks.SageMakerCreateTrainingJob{},
		"SageMakerCreateTransformJob":            tasks.SageMakerCreateTransformJob{},
		"SageMakerUpdateEndpoint":                tasks.SageMakerUpdateEndpoint{},
		"SchedulerCreateSchedule":                tasks.SchedulerCreateSchedule{},
		"StartExecution":                         tasks.StartExecution{},
	}
}

// references are the types that stand for resources which integrations take as interfaces.
var references = map[reflect.Type]reflect.Type{
	reflect.TypeFor[tasks.Function](): reflect.TypeFor[tasks.FunctionRef](),
	reflect.TypeFor[tasks.Activity](): reflect.TypeFor[tasks.ActivityRef](),
	reflect.TypeFor[tasks.Machine]():  reflect.TypeFor[tasks.MachineRef](),
}
