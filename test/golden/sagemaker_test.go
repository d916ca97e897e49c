package golden

import (
	"time"

	"github.com/stepwise-go/stepwise/constructs/sfn"
	"github.com/stepwise-go/stepwise/tasks"
)

const regionalS3 = "https://s3.${AWS::Region}.${AWS::URLSuffix}/${Bucket.Ref}/"

var anyName = tasks.Scope{"*"}

func s3Data(uri any) tasks.DataSource {
	return tasks.DataSource{S3: tasks.S3DataSource{URI: uri, DataType: "S3Prefix"}}
}

func train(p sfn.Pattern) tasks.SageMakerCreateTrainingJob {
	return tasks.SageMakerCreateTrainingJob{
		TrainingJobName: "MyTrainJob", RoleARN: "${Task/SagemakerRole.Arn}", Algorithm: tasks.SageMakerAlgorithm{Name: "BlazingText", InputMode: "File"},
		InputData: []tasks.SageMakerChannel{{Name: "train", Source: s3Data(regionalS3 + "mytrainpath")}}, Output: tasks.SageMakerOutput{S3Path: regionalS3 + "myoutputpath"},
		Resources: tasks.SageMakerResources{InstanceCount: 1, InstanceType: "ml.m4.xlarge", VolumeSizeInGB: 10}, Stopping: tasks.SageMakerStopping{MaxRuntime: time.Hour}, Pattern: p,
	}
}

const trainImage = "${Fn::Select(4, Fn::Split(:, ${Repo.Arn}))}.dkr.ecr.${Fn::Select(3, Fn::Split(:, ${Repo.Arn}))}.${AWS::URLSuffix}/${Repo.Ref}"

var fullTraining = tasks.SageMakerCreateTrainingJob{
	TrainingJobName: at("$.JobName"), TrainingJobNameScope: anyName, NetworkIsolation: true, RoleARN: "${Role.Arn}", Pattern: job,
	Algorithm: tasks.SageMakerAlgorithm{InputMode: "FastFile", TrainingImage: trainImage + ":v1", Metrics: []tasks.MetricDefinition{{Name: "mymetric", Regex: "regex_pattern"}}},
	InputData: []tasks.SageMakerChannel{{
		Name: "train", CompressionType: "Gzip", ContentType: "image/jpeg", InputMode: "Pipe", RecordWrapper: "RecordIO", Shuffle: tasks.ShuffleConfig{Seed: 1234},
		Source: tasks.DataSource{S3: tasks.S3DataSource{URI: at("$.S3"), DataType: "AugmentedManifestFile", DistributionType: "ShardedByS3Key", AttributeNames: []string{"source-ref"}}},
	}},
	Output:          tasks.SageMakerOutput{S3Path: regionalS3 + "out", KMSKeyID: "${Key.Arn}"},
	Resources:       tasks.SageMakerResources{InstanceCount: 2, InstanceType: "ml.m5.xlarge", VolumeSizeInGB: 50, VolumeKMSKeyID: "${Key.Arn}"},
	Stopping:        tasks.SageMakerStopping{MaxRuntime: 2 * time.Hour},
	HyperParameters: m{"lr": "0.1", "dyn": at("$.hp")}, Tags: map[string]string{"Project": "MyProject"}, Environment: m{"SOMEVAR": "myvalue"},
	VPC: tasks.SageMakerVPC{SecurityGroupIDs: []string{"${Task/TrainJobSecurityGroup.GroupId}"}, Subnets: []string{"subnet-priv1"}},
}

func noAlgorithm(t tasks.SageMakerCreateTrainingJob) tasks.SageMakerCreateTrainingJob {
	t.Algorithm.Name = nil
	return t
}

func transform(p sfn.Pattern) tasks.SageMakerCreateTransformJob {
	return tasks.SageMakerCreateTransformJob{
		TransformJobName: "MyTransformJob", ModelName: "MyModelName", Input: tasks.TransformInput{Source: s3Data("s3://inputbucket/prefix")},
		Output: tasks.TransformOutput{S3Path: "s3://outputbucket/prefix"}, Resources: tasks.TransformResources{InstanceCount: 1, InstanceType: "ml.m4.xlarge"}, Pattern: p,
	}
}

func fullTransform(text func(string) sfn.Expression, p sfn.Pattern) tasks.SageMakerCreateTransformJob {
	return tasks.SageMakerCreateTransformJob{
		TransformJobName: text("TransformJobName"), TransformJobNameScope: anyName, ModelName: text("ModelName"), BatchStrategy: "MultiRecord",
		Input:       tasks.TransformInput{CompressionType: "Gzip", ContentType: "image/jpg", Source: s3Data(text("S3Uri")), SplitType: "Line"},
		Output:      tasks.TransformOutput{S3Path: "s3://outputbucket/prefix", KMSKeyID: "${Key.Arn}", Accept: "text/csv", AssembleWith: "Line"},
		Resources:   tasks.TransformResources{InstanceCount: 1, InstanceType: "ml.m5.xlarge", VolumeKMSKeyID: "${Key.Arn}"},
		Environment: m{"SOMEVAR": "myvalue"}, MaxConcurrentTransforms: 3, MaxPayloadInMB: 100, ModelClient: tasks.ModelClient{MaxRetries: 1, Timeout: 20 * time.Minute},
		Tags: map[string]string{"Project": "MyProject"}, Pattern: p,
	}
}

func variants(accelerator any, name string) []tasks.ProductionVariant {
	return []tasks.ProductionVariant{{InitialInstanceCount: 1, InstanceType: "ml.m5.xlarge", ModelName: "MyModel", VariantName: sfn.Text(name), AcceleratorType: accelerator}}
}

var endpointConfig = tasks.SageMakerCreateEndpointConfig{EndpointConfigName: "MyEndpointConfig", ProductionVariants: variants(nil, "awesome-variant")}

func fullConfig(text func(string) sfn.Expression) tasks.SageMakerCreateEndpointConfig {
	return tasks.SageMakerCreateEndpointConfig{
		EndpointConfigName: text("ConfigName"), EndpointConfigNameScope: anyName, Tags: text("tags"), KMSKeyID: "${Key.Ref}", ProductionVariants: []tasks.ProductionVariant{
			{InitialInstanceCount: 2, InstanceType: "ml.m5.xlarge", ModelName: text("ModelName"), VariantName: "first", InitialVariantWeight: 0.5},
			{InitialInstanceCount: 1, InstanceType: text("InstanceType"), ModelName: "MyModel2", VariantName: "second"},
		},
	}
}

var (
	endpoint       = tasks.SageMakerCreateEndpoint{EndpointConfigName: "MyEndpointConfig", EndpointName: "MyEndpoint"}
	updateEndpoint = tasks.SageMakerUpdateEndpoint{EndpointConfigName: "MyEndpointConfig", EndpointName: "MyEndpoint"}
)

var sageMaker = cases{
	"SageMakerCreateTrainingJob__jsonata_min":               train(""),
	"SageMakerCreateTrainingJob__jsonpath_job_full":         fullTraining,
	"SageMakerCreateTrainingJob__jsonpath_job_min":          train(job),
	"SageMakerCreateTrainingJob__jsonpath_min":              train(""),
	"SageMakerCreateTrainingJob__jsonpath_no_algorithm":     noAlgorithm(train("")),
	"SageMakerCreateTrainingJob__toplevel_jsonata_ctor_min": train(""),
	"SageMakerCreateTrainingJob__toplevel_jsonata_min":      train(""),

	"SageMakerCreateTransformJob__jsonata_job_full":           fullTransform(in, job),
	"SageMakerCreateTransformJob__jsonata_min":                transform(""),
	"SageMakerCreateTransformJob__jsonpath_rr_full":           fullTransform(atField, ""),
	"SageMakerCreateTransformJob__jsonpath_unsupported_token": transform(token),
	"SageMakerCreateTransformJob__toplevel_jsonata_min":       transform(""),

	"SageMakerCreateEndpointConfig__jsonata_min":     endpointConfig,
	"SageMakerCreateEndpointConfig__jsonata_rr_full": fullConfig(in),
	"SageMakerCreateEndpointConfig__jsonpath_accelerator": tasks.SageMakerCreateEndpointConfig{
		EndpointConfigName: "MyEndpointConfig", ProductionVariants: variants("ml.eia2.medium", "v"),
	},
	"SageMakerCreateEndpointConfig__jsonpath_min":              endpointConfig,
	"SageMakerCreateEndpointConfig__jsonpath_rr_full":          fullConfig(atField),
	"SageMakerCreateEndpointConfig__jsonpath_unsupported_job":  noPattern,
	"SageMakerCreateEndpointConfig__toplevel_jsonata_ctor_min": endpointConfig,
	"SageMakerCreateEndpointConfig__toplevel_jsonata_min":      endpointConfig,

	"SageMakerCreateEndpoint__jsonata_min":                endpoint,
	"SageMakerCreateEndpoint__jsonpath_unsupported_job":   noPattern,
	"SageMakerCreateEndpoint__jsonpath_unsupported_token": noPattern,
	"SageMakerCreateEndpoint__toplevel_jsonata_ctor_min":  endpoint,
	"SageMakerUpdateEndpoint__jsonata_min":                updateEndpoint,
	"SageMakerUpdateEndpoint__jsonata_rr_full": tasks.SageMakerUpdateEndpoint{
		EndpointConfigName: in("Endpoint.Config"), EndpointConfigNameScope: anyName, EndpointName: in("Endpoint.Name"), EndpointNameScope: anyName,
	},
	"SageMakerUpdateEndpoint__jsonpath_min":         updateEndpoint,
	"SageMakerUpdateEndpoint__toplevel_jsonata_min": updateEndpoint,

	"SageMakerCreateModel__jsonpath_min": tasks.SageMakerCreateModel{
		ModelName: "MyModel", RoleARN: "${Task/SagemakerRole.Arn}", PrimaryContainer: tasks.ModelContainer{Image: trainImage + ":latest"},
	},
	"SageMakerCreateModel__jsonpath_rr_full": tasks.SageMakerCreateModel{
		ModelName: at("$.ModelName"), ModelNameScope: anyName, RoleARN: "${Role.Arn}", NetworkIsolation: true, Tags: l{m{"Key": "Project", "Value": "ML"}},
		PrimaryContainer: tasks.ModelContainer{
			Hostname: "host", Image: at("$.Image"), Mode: "SingleModel", ModelDataURL: at("$.Artifacts"), ModelPackageName: "pkg", Environment: m{"KEY": "v"},
		},
		VPC: tasks.SageMakerVPC{SecurityGroupIDs: []string{"${Task/ModelSecurityGroup.GroupId}"}, Subnets: []string{"subnet-priv1"}},
	},
	"SageMakerCreateModel__jsonpath_unsupported_job":   noPattern,
	"SageMakerCreateModel__jsonpath_unsupported_token": noPattern,
	"SageMakerCreateModel__jsonpath_vpc_security_group": tasks.SageMakerCreateModel{
		ModelName: "MyModel", RoleARN: "${Task/SagemakerRole.Arn}", PrimaryContainer: tasks.ModelContainer{Image: "a/b"},
		VPC: tasks.SageMakerVPC{SecurityGroupIDs: []string{"sg-12345", "${Task/ModelSecurityGroup.GroupId}"}, Subnets: []string{"subnet-priv1"}},
	},
}
