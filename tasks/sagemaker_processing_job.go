package tasks

import "github.com/stepwise-go/stepwise/constructs/sfn"

var sageMakerCreateProcessingJob = Descriptor{
	Name: "SageMakerCreateProcessingJob", Title: "runs a processing container over data", Service: "sagemaker", Action: "createProcessingJob", Patterns: requestJob,
	Required: []string{"AppSpecification", "ProcessingJobName", "ProcessingResources", "RoleArn"},
	Grants:   sageMakerGrants("ProcessingJob"), EventsRule: "StepFunctionsGetEventsForSageMakerProcessingJobsRule", Doc: sageMakerDoc,
}

// SageMakerCreateProcessingJob runs a processing container over data. The CDK has no class for it.
//
// https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateProcessingJob.html
type SageMakerCreateProcessingJob struct {
	Pattern                sfn.Pattern
	ProcessingJobName      sfn.Text          `aws:"ProcessingJobName,required"`
	ProcessingJobNameScope Scope             // the names an Expression can give
	RoleARN                sfn.Text          `aws:"RoleArn,required"`
	RoleARNScope           Scope             // the roles an Expression can give
	App                    ProcessingApp     `aws:"AppSpecification,required"`
	Resources              sfn.Value         `aws:"ProcessingResources,required"` // {"ClusterConfig": {...}}
	Inputs                 sfn.Value         `aws:"ProcessingInputs"`
	Output                 sfn.Value         `aws:"ProcessingOutputConfig"`
	Network                sfn.Value         `aws:"NetworkConfig"`
	Stopping               SageMakerStopping `aws:"StoppingCondition"`
	Environment            map[string]any    `aws:"Environment"`
	Tags                   map[string]string
	Extra                  map[string]any
}

// ProcessingApp is the container of a processing job.
type ProcessingApp struct {
	ImageURI   sfn.Text  `aws:"ImageUri,required"`
	Entrypoint sfn.Value `aws:"ContainerEntrypoint"`
	Arguments  sfn.Value `aws:"ContainerArguments"`
}

// Bind implements sfn.Integration.
func (t SageMakerCreateProcessingJob) Bind(c *sfn.TaskContext) sfn.Binding {
	b := sageMakerCreateProcessingJob.bind(c, t.Pattern)
	b.params(t)
	b.sageMakerJob("processing-job", "ProcessingJobName", t.ProcessingJobName, t.ProcessingJobNameScope, t.Tags)
	b.on("role", b.roles("RoleARN", t.RoleARN, t.RoleARNScope)...)
	return b.done(t.Extra)
}
