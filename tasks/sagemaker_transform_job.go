package tasks

import "github.com/stepwise-go/stepwise/constructs/sfn"

var sageMakerCreateTransformJob = Descriptor{
	Name: "SageMakerCreateTransformJob", Title: "runs a batch of data through a model", Service: "sagemaker", Action: "createTransformJob", Patterns: requestJob,
	Required: []string{"ModelName", "TransformInput", "TransformJobName", "TransformOutput", "TransformResources"},
	Grants:   sageMakerGrants("TransformJob")[:4], EventsRule: "StepFunctionsGetEventsForSageMakerTransformJobsRule", Doc: sageMakerDoc,
}

// SageMakerCreateTransformJob runs a batch of data through a model. It uses the role of the model.
//
// https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateTransformJob.html
type SageMakerCreateTransformJob struct {
	Pattern                 sfn.Pattern
	TransformJobName        sfn.Text           `aws:"TransformJobName,required"`
	TransformJobNameScope   Scope              // the names an Expression can give
	ModelName               sfn.Text           `aws:"ModelName,required"`
	Input                   TransformInput     `aws:"TransformInput,required"`
	Output                  TransformOutput    `aws:"TransformOutput,required"`
	Resources               TransformResources `aws:"TransformResources,required"`
	BatchStrategy           string             `aws:"BatchStrategy"` // MultiRecord, SingleRecord
	MaxConcurrentTransforms sfn.Number         `aws:"MaxConcurrentTransforms"`
	MaxPayloadInMB          sfn.Number         `aws:"MaxPayloadInMB"` // 0 is no limit
	ModelClient             ModelClient        `aws:"ModelClientConfig"`
	Environment             map[string]any     `aws:"Environment"`
	Tags                    map[string]string
	Extra                   map[string]any
}

// TransformInput is what a transform job reads.
type TransformInput struct {
	Source          DataSource `aws:"DataSource,required"`
	CompressionType string     `aws:"CompressionType"` // None, Gzip
	ContentType     sfn.Text   `aws:"ContentType"`
	SplitType       string     `aws:"SplitType"` // None, Line, RecordIO, TFRecord
}

// TransformOutput is what a transform job writes.
type TransformOutput struct {
	S3Path       sfn.Text `aws:"S3OutputPath,required"`
	Accept       sfn.Text `aws:"Accept"`
	AssembleWith string   `aws:"AssembleWith"` // None, Line
	KMSKeyID     sfn.Text `aws:"KmsKeyId"`
}

// TransformResources are the machines of a transform job.
type TransformResources struct {
	InstanceCount  sfn.Number `aws:"InstanceCount,required"`
	InstanceType   sfn.Text   `aws:"InstanceType,required"`
	VolumeKMSKeyID sfn.Text   `aws:"VolumeKmsKeyId"`
}

// ModelClient says how a transform job calls the model.
type ModelClient struct {
	MaxRetries sfn.Number  `aws:"InvocationsMaxRetries"`               // 0 to 3
	Timeout    sfn.Seconds `aws:"InvocationsTimeoutInSeconds,seconds"` // 1 to 3,600
}

// Bind implements sfn.Integration.
func (t SageMakerCreateTransformJob) Bind(c *sfn.TaskContext) sfn.Binding {
	b := sageMakerCreateTransformJob.bind(c, t.Pattern)
	b.params(t)
	b.sageMakerJob("transform-job", "TransformJobName", t.TransformJobName, t.TransformJobNameScope, t.Tags)
	return b.done(t.Extra)
}
