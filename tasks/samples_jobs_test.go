package tasks_test

import (
	"github.com/stepwise-go/stepwise/constructs/sfn"
	"github.com/stepwise-go/stepwise/tasks"
)

const (
	jobRole = "arn:aws:iam::111122223333:role/job"
	image   = "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:v1"
)

var (
	tags    = map[string]string{"team": "data"}
	data    = tasks.DataSource{S3: tasks.S3DataSource{URI: "s3://b/in", DataType: "S3Prefix"}}
	output  = tasks.SageMakerOutput{S3Path: "s3://b/out"}
	cluster = tasks.EKSCluster{Name: "c", Endpoint: "https://c.gr7.us-east-1.eks.amazonaws.com", CertificateAuthority: "LS0t"}
)

var sageMakerSamples = samples{
	"SageMakerCreateTrainingJob": func(p sfn.Pattern) sfn.Integration {
		return tasks.SageMakerCreateTrainingJob{
			Pattern: p, TrainingJobName: "train", RoleARN: jobRole, Algorithm: tasks.SageMakerAlgorithm{TrainingImage: image, InputMode: "File"},
			InputData: []tasks.SageMakerChannel{{Name: "train", Source: data, Shuffle: tasks.ShuffleConfig{Seed: 7}}}, Output: output,
			Resources: tasks.SageMakerResources{InstanceCount: 1, InstanceType: "ml.m5.large", VolumeSizeInGB: 10},
			Stopping:  tasks.SageMakerStopping{MaxRuntime: 3600}, Tags: tags,
		}
	},
	"SageMakerCreateTransformJob": func(p sfn.Pattern) sfn.Integration {
		return tasks.SageMakerCreateTransformJob{
			Pattern: p, TransformJobName: "transform", ModelName: "m", Input: tasks.TransformInput{Source: data}, Output: tasks.TransformOutput{S3Path: "s3://b/out"},
			Resources: tasks.TransformResources{InstanceCount: 1, InstanceType: "ml.m5.large"}, Tags: tags,
		}
	},
	"SageMakerCreateProcessingJob": func(p sfn.Pattern) sfn.Integration {
		return tasks.SageMakerCreateProcessingJob{
			Pattern: p, ProcessingJobName: "process", RoleARN: jobRole, App: tasks.ProcessingApp{ImageURI: image},
			Resources: map[string]any{"ClusterConfig": map[string]any{"InstanceCount": 1}}, Tags: tags,
		}
	},
	"SageMakerCreateHyperParameterTuningJob": func(p sfn.Pattern) sfn.Integration {
		return tasks.SageMakerCreateHyperParameterTuningJob{
			Pattern: p, Name: "tune", Config: map[string]any{"Strategy": "Bayesian"}, TrainingJob: map[string]any{"RoleArn": jobRole}, RoleARNs: tasks.Scope{jobRole}, Tags: tags,
		}
	},
	"SageMakerCreateLabelingJob": func(p sfn.Pattern) sfn.Integration {
		return tasks.SageMakerCreateLabelingJob{
			Pattern: p, LabelingJobName: "label", RoleARN: jobRole, LabelAttributeName: "class", Input: map[string]any{"DataSource": 1}, Output: map[string]any{"S3OutputPath": "s3://b/"},
			HumanTask: map[string]any{"WorkteamArn": "w"}, Tags: tags,
		}
	},
	"SageMakerCreateModel": func(sfn.Pattern) sfn.Integration {
		return tasks.SageMakerCreateModel{ModelName: "m", RoleARN: jobRole, Containers: []tasks.ModelContainer{{Image: image}, {Image: image}}, Tags: []any{}}
	},
	"SageMakerCreateEndpointConfig": func(sfn.Pattern) sfn.Integration {
		return tasks.SageMakerCreateEndpointConfig{EndpointConfigName: "c", ProductionVariants: []tasks.ProductionVariant{{VariantName: "v", ModelName: "m"}}, Tags: sfn.ExecutionName()}
	},
	"SageMakerCreateEndpoint": func(sfn.Pattern) sfn.Integration {
		return tasks.SageMakerCreateEndpoint{EndpointConfigName: "c", EndpointName: "e", Tags: sfn.ExecutionName()}
	},
	"SageMakerUpdateEndpoint": func(sfn.Pattern) sfn.Integration {
		return tasks.SageMakerUpdateEndpoint{EndpointConfigName: "c", EndpointName: "e"}
	},
	"BedrockInvokeModel": func(p sfn.Pattern) sfn.Integration {
		ask := tasks.BedrockInvokeModel{Pattern: p, ModelID: "amazon.titan-text-express-v1", Input: "s3://b/in.json", Output: "s3://b/out.json", Guardrail: tasks.Guardrail{ID: "g", Version: "1"}}
		if p == tasks.WaitForTaskToken {
			ask.Extra = map[string]any{"ContentType": sfn.TaskToken()}
		}
		return ask
	},
	"BedrockCreateModelCustomizationJob": func(p sfn.Pattern) sfn.Integration {
		return tasks.BedrockCreateModelCustomizationJob{
			Pattern: p, BaseModelID: "amazon.titan-text-express-v1", CustomModelName: "mine", JobName: "job", RoleARN: jobRole,
			TrainingData: tasks.S3Location{URI: "s3://b/train.jsonl"}, Output: tasks.S3Location{URI: "s3://b/out"}, JobTags: tags,
		}
	},
	"MediaConvertCreateJob": func(p sfn.Pattern) sfn.Integration {
		return tasks.MediaConvertCreateJob{Pattern: p, Role: jobRole, Settings: map[string]any{"Inputs": []any{}}, Queue: "fast"}
	},
	"SchedulerCreateSchedule": func(p sfn.Pattern) sfn.Integration {
		input := any("text")
		if p == tasks.WaitForTaskToken {
			input = sfn.TaskToken()
		}
		return tasks.SchedulerCreateSchedule{
			Pattern: p, Name: "nightly", Schedule: tasks.ScheduleCron("0 2 * * ? *"), FlexibleTimeWindow: 600,
			Target: tasks.ScheduleTarget{ARN: "arn:aws:sqs:us-east-1:111122223333:q", RoleARN: jobRole, Input: input},
		}
	},
}

var emrSamples = samples{
	"EMRCreateCluster": func(p sfn.Pattern) sfn.Integration {
		return tasks.EMRCreateCluster{
			Pattern: p, Name: "cluster", Instances: tasks.EMRInstances{InstanceCount: 1, KeepJobFlowAliveWhenNoSteps: true}, ServiceRole: jobRole, JobFlowRole: "EMR_EC2_DefaultRole",
			AutoScalingRole: jobRole, Tags: tags,
		}
	},
	"EMRAddStep": func(p sfn.Pattern) sfn.Integration {
		return tasks.EMRAddStep{
			Pattern: p, ClusterID: sfn.ExecutionName(), ClusterIDScope: tasks.Scope{"*"}, ExecutionRoleARN: jobRole,
			Step: tasks.EMRStep{Name: "step", Jar: tasks.HadoopJar{Jar: "command-runner.jar", Args: []string{"a"}}},
		}
	},
	"EMRCancelStep":       func(sfn.Pattern) sfn.Integration { return tasks.EMRCancelStep{ClusterID: "j-1", StepID: "s-1"} },
	"EMRTerminateCluster": func(p sfn.Pattern) sfn.Integration { return tasks.EMRTerminateCluster{Pattern: p, ClusterID: "j-1"} },
	"EMRSetClusterTerminationProtection": func(sfn.Pattern) sfn.Integration {
		return tasks.EMRSetClusterTerminationProtection{ClusterID: "j-1", TerminationProtected: false}
	},
	"EMRModifyInstanceFleetByName": func(sfn.Pattern) sfn.Integration {
		return tasks.EMRModifyInstanceFleetByName{ClusterID: "j-1", InstanceFleetName: "f", InstanceFleet: tasks.InstanceFleetChange{TargetSpotCapacity: 2}}
	},
	"EMRModifyInstanceGroupByName": func(sfn.Pattern) sfn.Integration {
		return tasks.EMRModifyInstanceGroupByName{ClusterID: "j-1", InstanceGroupName: "g", InstanceGroup: tasks.InstanceGroupChange{InstanceCount: 2}}
	},
	"EMRContainersCreateVirtualCluster": func(sfn.Pattern) sfn.Integration {
		return tasks.EMRContainersCreateVirtualCluster{Name: "v", EKSCluster: "c"}
	},
	"EMRContainersDeleteVirtualCluster": func(p sfn.Pattern) sfn.Integration {
		return tasks.EMRContainersDeleteVirtualCluster{Pattern: p, VirtualClusterID: "v1"}
	},
	"EMRContainersStartJobRun": func(p sfn.Pattern) sfn.Integration {
		return tasks.EMRContainersStartJobRun{
			Pattern: p, VirtualClusterID: "v1", ExecutionRoleARN: jobRole, ReleaseLabel: "emr-7.0.0-latest",
			Driver: tasks.JobDriver{SparkSubmit: tasks.SparkSubmit{EntryPoint: "local:///pi.py"}},
		}
	},
	"EMRServerlessCreateApplication": func(p sfn.Pattern) sfn.Integration {
		return tasks.EMRServerlessCreateApplication{Pattern: p, ReleaseLabel: "emr-7.0.0", Type: "SPARK", Tags: map[string]any{"team": "data"}}
	},
	"EMRServerlessStartApplication": func(p sfn.Pattern) sfn.Integration {
		return tasks.EMRServerlessStartApplication{Pattern: p, ApplicationID: "a"}
	},
	"EMRServerlessStopApplication": func(p sfn.Pattern) sfn.Integration {
		return tasks.EMRServerlessStopApplication{Pattern: p, ApplicationID: "a"}
	},
	"EMRServerlessDeleteApplication": func(p sfn.Pattern) sfn.Integration {
		return tasks.EMRServerlessDeleteApplication{Pattern: p, ApplicationID: "a"}
	},
	"EMRServerlessStartJobRun": func(p sfn.Pattern) sfn.Integration {
		return tasks.EMRServerlessStartJobRun{Pattern: p, ApplicationID: "a", ExecutionRoleARN: jobRole, Tags: map[string]any{"team": "data"}}
	},
	"EMRServerlessCancelJobRun": func(p sfn.Pattern) sfn.Integration {
		return tasks.EMRServerlessCancelJobRun{Pattern: p, ApplicationID: "a", JobRunID: "j"}
	},
}

var eksSamples = samples{
	"EKSCall": func(sfn.Pattern) sfn.Integration {
		return tasks.EKSCall{Cluster: cluster, Method: "GET", Path: "/api/v1/namespaces/default/pods"}
	},
	"EKSRunJob": func(p sfn.Pattern) sfn.Integration {
		return tasks.EKSRunJob{Pattern: p, Cluster: cluster, Job: map[string]any{"kind": "Job"}}
	},
	"EKSCreateCluster": func(p sfn.Pattern) sfn.Integration {
		return tasks.EKSCreateCluster{Pattern: p, Name: "c", RoleARN: jobRole, VPC: map[string]any{"SubnetIds": []string{"s"}}}
	},
	"EKSDeleteCluster": func(p sfn.Pattern) sfn.Integration { return tasks.EKSDeleteCluster{Pattern: p, Name: "c"} },
	"EKSCreateNodegroup": func(p sfn.Pattern) sfn.Integration {
		return tasks.EKSCreateNodegroup{Pattern: p, ClusterName: "c", NodegroupName: "n", NodeRoleARN: jobRole, Subnets: []string{"s"}}
	},
	"EKSDeleteNodegroup": func(p sfn.Pattern) sfn.Integration {
		return tasks.EKSDeleteNodegroup{Pattern: p, ClusterName: "c", NodegroupName: "n"}
	},
	"EKSCreateFargateProfile": func(p sfn.Pattern) sfn.Integration {
		return tasks.EKSCreateFargateProfile{Pattern: p, ClusterName: "c", FargateProfileName: "f", PodExecutionRoleARN: jobRole}
	},
	"EKSDeleteFargateProfile": func(p sfn.Pattern) sfn.Integration {
		return tasks.EKSDeleteFargateProfile{Pattern: p, ClusterName: "c", FargateProfileName: "f"}
	},
}
