package tasks

import "github.com/stepwise-go/stepwise/constructs/sfn"

var sageMakerCreateLabelingJob = Descriptor{
	Name: "SageMakerCreateLabelingJob", Title: "has people label data", Service: "sagemaker", Action: "createLabelingJob", Patterns: requestJob,
	Required: []string{"HumanTaskConfig", "InputConfig", "LabelAttributeName", "LabelingJobName", "OutputConfig", "RoleArn"},
	Grants:   sageMakerGrants("LabelingJob"), EventsRule: "StepFunctionsGetEventsForSageMakerLabelingJobsRule", Doc: sageMakerDoc,
}

// SageMakerCreateLabelingJob has people label data. The CDK has no class for it.
//
// https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateLabelingJob.html
type SageMakerCreateLabelingJob struct {
	Pattern              sfn.Pattern
	LabelingJobName      sfn.Text  `aws:"LabelingJobName,required"`
	LabelingJobNameScope Scope     // the names an Expression can give
	RoleARN              sfn.Text  `aws:"RoleArn,required"`
	RoleARNScope         Scope     // the roles an Expression can give
	LabelAttributeName   sfn.Text  `aws:"LabelAttributeName,required"`
	Input                sfn.Value `aws:"InputConfig,required"`
	Output               sfn.Value `aws:"OutputConfig,required"`
	HumanTask            sfn.Value `aws:"HumanTaskConfig,required"`
	LabelCategoryS3URI   sfn.Text  `aws:"LabelCategoryConfigS3Uri"`
	Algorithms           sfn.Value `aws:"LabelingJobAlgorithmsConfig"`
	Stopping             sfn.Value `aws:"StoppingConditions"`
	Tags                 map[string]string
	Extra                map[string]any
}

// Bind implements sfn.Integration.
func (t SageMakerCreateLabelingJob) Bind(c *sfn.TaskContext) sfn.Binding {
	b := sageMakerCreateLabelingJob.bind(c, t.Pattern)
	b.params(t)
	b.sageMakerJob("labeling-job", "LabelingJobName", t.LabelingJobName, t.LabelingJobNameScope, t.Tags)
	b.on("role", b.roles("RoleARN", t.RoleARN, t.RoleARNScope)...)
	return b.done(t.Extra)
}
