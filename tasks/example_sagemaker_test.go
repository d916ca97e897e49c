package tasks_test

import (
	"github.com/stepwise-go/stepwise/constructs/sfn"
	"github.com/stepwise-go/stepwise/tasks"
)

func ExampleSageMakerCreateEndpoint() {
	show(tasks.SageMakerCreateEndpoint{EndpointConfigName: "c", EndpointName: "e", Tags: sfn.ExecutionName()})
	// Output:
	// {
	//   "Type": "Task",
	//   "Resource": "arn:aws:states:::sagemaker:createEndpoint",
	//   "Parameters": {
	//     "EndpointConfigName": "c",
	//     "EndpointName": "e",
	//     "Tags.$": "$$.Execution.Name"
	//   },
	//   "End": true
	// }
}

func ExampleSageMakerCreateEndpointConfig() {
	show(tasks.SageMakerCreateEndpointConfig{EndpointConfigName: "c", ProductionVariants: []tasks.ProductionVariant{{VariantName: "v", ModelName: "m"}}, Tags: sfn.ExecutionName()})
	// Output:
	// {
	//   "Type": "Task",
	//   "Resource": "arn:aws:states:::sagemaker:createEndpointConfig",
	//   "Parameters": {
	//     "EndpointConfigName": "c",
	//     "ProductionVariants": [
	//       {
	//         "VariantName": "v",
	//         "ModelName": "m"
	//       }
	//     ],
	//     "Tags.$": "$$.Execution.Name"
	//   },
	//   "End": true
	// }
}

func ExampleSageMakerCreateHyperParameterTuningJob() {
	show(tasks.SageMakerCreateHyperParameterTuningJob{Name: "tune", Config: map[string]any{"Strategy": "Bayesian"}, TrainingJob: map[string]any{"RoleArn": "arn:aws:iam::111122223333:role/job"}, RoleARNs: tasks.Scope{"arn:aws:iam::111122223333:role/job"}, Tags: map[string]string{"team": "data"}})
	// Output:
	// {
	//   "Type": "Task",
	//   "Resource": "arn:aws:states:::sagemaker:createHyperParameterTuningJob",
	//   "Parameters": {
	//     "HyperParameterTuningJobName": "tune",
	//     "HyperParameterTuningJobConfig": {
	//       "Strategy": "Bayesian"
	//     },
	//     "TrainingJobDefinition": {
	//       "RoleArn": "arn:aws:iam::111122223333:role/job"
	//     },
	//     "Tags": [
	//       {
	//         "Key": "team",
	//         "Value": "data"
	//       }
	//     ]
	//   },
	//   "End": true
	// }
}

func ExampleSageMakerCreateLabelingJob() {
	show(tasks.SageMakerCreateLabelingJob{LabelingJobName: "label", RoleARN: "arn:aws:iam::111122223333:role/job", LabelAttributeName: "class", Input: map[string]any{"DataSource": 1}, Output: map[string]any{"S3OutputPath": "s3://b/"},
		HumanTask: map[string]any{"WorkteamArn": "w"}, Tags: map[string]string{"team": "data"},
	})
	// Output:
	// {
	//   "Type": "Task",
	//   "Resource": "arn:aws:states:::sagemaker:createLabelingJob",
	//   "Parameters": {
	//     "LabelingJobName": "label",
	//     "RoleArn": "arn:aws:iam::111122223333:role/job",
	//     "LabelAttributeName": "class",
	//     "InputConfig": {
	//       "DataSource": 1
	//     },
	//     "OutputConfig": {
	//       "S3OutputPath": "s3://b/"
	//     },
	//     "HumanTaskConfig": {
	//       "WorkteamArn": "w"
	//     },
	//     "Tags": [
	//       {
	//         "Key": "team",
	//         "Value": "data"
	//       }
	//     ]
	//   },
	//   "End": true
	// }
}

func ExampleSageMakerCreateModel() {
	show(tasks.SageMakerCreateModel{ModelName: "m", RoleARN: "arn:aws:iam::111122223333:role/job", Containers: []tasks.ModelContainer{{Image: "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:v1"}, {Image: "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:v1"}}, Tags: []any{}})
	// Output:
	// {
	//   "Type": "Task",
	//   "Resource": "arn:aws:states:::sagemaker:createModel",
	//   "Parameters": {
	//     "ModelName": "m",
	//     "ExecutionRoleArn": "arn:aws:iam::111122223333:role/job",
	//     "Containers": [
	//       {
	//         "Image": "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:v1"
	//       },
	//       {
	//         "Image": "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:v1"
	//       }
	//     ]
	//   },
	//   "End": true
	// }
}

func ExampleSageMakerCreateProcessingJob() {
	show(tasks.SageMakerCreateProcessingJob{ProcessingJobName: "process", RoleARN: "arn:aws:iam::111122223333:role/job", App: tasks.ProcessingApp{ImageURI: "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:v1"},
		Resources: map[string]any{"ClusterConfig": map[string]any{"InstanceCount": 1}}, Tags: map[string]string{"team": "data"},
	})
	// Output:
	// {
	//   "Type": "Task",
	//   "Resource": "arn:aws:states:::sagemaker:createProcessingJob",
	//   "Parameters": {
	//     "ProcessingJobName": "process",
	//     "RoleArn": "arn:aws:iam::111122223333:role/job",
	//     "AppSpecification": {
	//       "ImageUri": "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:v1"
	//     },
	//     "ProcessingResources": {
	//       "ClusterConfig": {
	//         "InstanceCount": 1
	//       }
	//     },
	//     "Tags": [
	//       {
	//         "Key": "team",
	//         "Value": "data"
	//       }
	//     ]
	//   },
	//   "End": true
	// }
}

func ExampleSageMakerCreateTrainingJob() {
	show(tasks.SageMakerCreateTrainingJob{TrainingJobName: "train", RoleARN: "arn:aws:iam::111122223333:role/job", Algorithm: tasks.SageMakerAlgorithm{TrainingImage: "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:v1", InputMode: "File"},
		InputData: []tasks.SageMakerChannel{{Name: "train", Source: tasks.DataSource{S3: tasks.S3DataSource{URI: "s3://b/in", DataType: "S3Prefix"}}, Shuffle: tasks.ShuffleConfig{Seed: 7}}}, Output: tasks.SageMakerOutput{S3Path: "s3://b/out"},
		Resources: tasks.SageMakerResources{InstanceCount: 1, InstanceType: "ml.m5.large", VolumeSizeInGB: 10},
		Stopping:  tasks.SageMakerStopping{MaxRuntime: 3600}, Tags: map[string]string{"team": "data"},
	})
	// Output:
	// {
	//   "Type": "Task",
	//   "Resource": "arn:aws:states:::sagemaker:createTrainingJob",
	//   "Parameters": {
	//     "TrainingJobName": "train",
	//     "RoleArn": "arn:aws:iam::111122223333:role/job",
	//     "AlgorithmSpecification": {
	//       "TrainingImage": "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:v1",
	//       "TrainingInputMode": "File"
	//     },
	//     "InputDataConfig": [
	//       {
	//         "ChannelName": "train",
	//         "DataSource": {
	//           "S3DataSource": {
	//             "S3Uri": "s3://b/in",
	//             "S3DataType": "S3Prefix"
	//           }
	//         },
	//         "ShuffleConfig": {
	//           "Seed": 7
	//         }
	//       }
	//     ],
	//     "OutputDataConfig": {
	//       "S3OutputPath": "s3://b/out"
	//     },
	//     "ResourceConfig": {
	//       "InstanceCount": 1,
	//       "InstanceType": "ml.m5.large",
	//       "VolumeSizeInGB": 10
	//     },
	//     "StoppingCondition": {
	//       "MaxRuntimeInSeconds": 3600
	//     },
	//     "Tags": [
	//       {
	//         "Key": "team",
	//         "Value": "data"
	//       }
	//     ]
	//   },
	//   "End": true
	// }
}

func ExampleSageMakerCreateTransformJob() {
	show(tasks.SageMakerCreateTransformJob{TransformJobName: "transform", ModelName: "m", Input: tasks.TransformInput{Source: tasks.DataSource{S3: tasks.S3DataSource{URI: "s3://b/in", DataType: "S3Prefix"}}}, Output: tasks.TransformOutput{S3Path: "s3://b/out"},
		Resources: tasks.TransformResources{InstanceCount: 1, InstanceType: "ml.m5.large"}, Tags: map[string]string{"team": "data"},
	})
	// Output:
	// {
	//   "Type": "Task",
	//   "Resource": "arn:aws:states:::sagemaker:createTransformJob",
	//   "Parameters": {
	//     "TransformJobName": "transform",
	//     "ModelName": "m",
	//     "TransformInput": {
	//       "DataSource": {
	//         "S3DataSource": {
	//           "S3Uri": "s3://b/in",
	//           "S3DataType": "S3Prefix"
	//         }
	//       }
	//     },
	//     "TransformOutput": {
	//       "S3OutputPath": "s3://b/out"
	//     },
	//     "TransformResources": {
	//       "InstanceCount": 1,
	//       "InstanceType": "ml.m5.large"
	//     },
	//     "Tags": [
	//       {
	//         "Key": "team",
	//         "Value": "data"
	//       }
	//     ]
	//   },
	//   "End": true
	// }
}

func ExampleSageMakerUpdateEndpoint() {
	show(tasks.SageMakerUpdateEndpoint{EndpointConfigName: "c", EndpointName: "e"})
	// Output:
	// {
	//   "Type": "Task",
	//   "Resource": "arn:aws:states:::sagemaker:updateEndpoint",
	//   "Parameters": {
	//     "EndpointConfigName": "c",
	//     "EndpointName": "e"
	//   },
	//   "End": true
	// }
}
