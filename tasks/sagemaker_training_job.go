package tasks

import "github.com/stepwise-go/stepwise/constructs/sfn"

var sageMakerCreateTrainingJob = Descriptor{
	Name: "SageMakerCreateTrainingJob", Title: "trains a model", Service: "sagemaker", Action: "createTrainingJob", Patterns: requestJob,
	Required: []string{"TrainingJobName", "AlgorithmSpecification", "OutputDataConfig", "ResourceConfig", "RoleArn", "StoppingCondition"},
	Grants:   sageMakerGrants("TrainingJob"), EventsRule: "StepFunctionsGetEventsForSageMakerTrainingJobsRule", Doc: sageMakerDoc,
}

// SageMakerCreateTrainingJob trains a model with SageMaker.
//
// The job's role must exist: Stepwise makes none behind your back. The role of the machine may pass it
// to SageMaker and to no other service.
//
// https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateTrainingJob.html
type SageMakerCreateTrainingJob struct {
	Pattern              sfn.Pattern
	TrainingJobName      sfn.Text           `aws:"TrainingJobName,required"`
	TrainingJobNameScope Scope              // the names an Expression can give
	RoleARN              sfn.Text           `aws:"RoleArn,required"`
	RoleARNScope         Scope              // the roles an Expression can give
	Algorithm            SageMakerAlgorithm `aws:"AlgorithmSpecification,required"`
	InputData            []SageMakerChannel `aws:"InputDataConfig"`
	Output               SageMakerOutput    `aws:"OutputDataConfig,required"`
	Resources            SageMakerResources `aws:"ResourceConfig,required"`
	Stopping             SageMakerStopping  `aws:"StoppingCondition,required"`
	HyperParameters      map[string]any     `aws:"HyperParameters"` // all values are texts
	Environment          map[string]any     `aws:"Environment"`
	VPC                  SageMakerVPC       `aws:"VpcConfig"`
	NetworkIsolation     sfn.Bool           `aws:"EnableNetworkIsolation"`
	ManagedSpotTraining  sfn.Bool           `aws:"EnableManagedSpotTraining"`
	EncryptTraffic       sfn.Bool           `aws:"EnableInterContainerTrafficEncryption"`
	Tags                 map[string]string
	Extra                map[string]any
}

// SageMakerAlgorithm is what trains: a built-in algorithm or a container, one of the two.
type SageMakerAlgorithm struct {
	Name          sfn.Text           `aws:"AlgorithmName"`
	TrainingImage sfn.Text           `aws:"TrainingImage"`              // in ECR, with tag or digest
	InputMode     string             `aws:"TrainingInputMode,required"` // File, Pipe, FastFile
	Metrics       []MetricDefinition `aws:"MetricDefinitions"`
}

// MetricDefinition is a metric that is read out of the logs of a job.
type MetricDefinition struct {
	Name  string `aws:"Name,required"`
	Regex string `aws:"Regex,required"`
}

// SageMakerChannel is one input of a training job.
type SageMakerChannel struct {
	Name            string        `aws:"ChannelName,required"`
	Source          DataSource    `aws:"DataSource,required"`
	CompressionType string        `aws:"CompressionType"` // None, Gzip
	ContentType     sfn.Text      `aws:"ContentType"`
	InputMode       string        `aws:"InputMode"`         // File, Pipe, FastFile
	RecordWrapper   string        `aws:"RecordWrapperType"` // None, RecordIO
	Shuffle         ShuffleConfig `aws:"ShuffleConfig"`
}

// ShuffleConfig is the seed with which the records of a channel are shuffled.
type ShuffleConfig struct {
	Seed sfn.Number `aws:"Seed"`
}

// Bind implements sfn.Integration.
func (t SageMakerCreateTrainingJob) Bind(c *sfn.TaskContext) sfn.Binding {
	b := sageMakerCreateTrainingJob.bind(c, t.Pattern)
	b.params(t)
	if isSet(t.Algorithm.Name) == isSet(t.Algorithm.TrainingImage) {
		b.report(oneOf("Algorithm.Name", "Algorithm.TrainingImage"))
	}
	b.sageMakerJob("training-job", "TrainingJobName", t.TrainingJobName, t.TrainingJobNameScope, t.Tags)
	b.on("role", b.roles("RoleARN", t.RoleARN, t.RoleARNScope)...)
	return b.done(t.Extra)
}
