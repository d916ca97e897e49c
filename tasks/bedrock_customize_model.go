package tasks

import "github.com/stepwise-go/stepwise/constructs/sfn"

var bedrockCreateModelCustomizationJob = Descriptor{
	Name: "BedrockCreateModelCustomizationJob", Title: "trains a model of your own from another", Service: "bedrock", Action: "createModelCustomizationJob",
	Patterns: requestJob, Required: []string{"BaseModelIdentifier", "CustomModelName", "JobName", "OutputDataConfig", "RoleArn", "TrainingDataConfig"},
	Doc: bedrockDoc, EventsRule: "StepFunctionsGetEventsForBedrockRule",
	Grants: []Grant{
		{On: "job", Actions: []string{"bedrock:CreateModelCustomizationJob"}, Why: "starts the job"},
		{On: "jobs", Actions: []string{"bedrock:GetModelCustomizationJob", "bedrock:StopModelCustomizationJob"}, Why: "watches the job and stops it with the execution", Patterns: forJob},
		{On: "tagged", Actions: []string{"bedrock:TagResource"}, Why: "tags the job and the model", When: "JobTags or CustomModelTags are set"},
		{On: "role", Actions: []string{"iam:PassRole"}, Why: "passes the job its role", PassedTo: []string{"bedrock.amazonaws.com"}},
	},
}

// BedrockCreateModelCustomizationJob trains a model of your own from another. With RunJob it waits for
// the end, which the CDK's class does not.
//
// The job's role must exist, and may read the data and write the output.
//
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_CreateModelCustomizationJob.html
type BedrockCreateModelCustomizationJob struct {
	Pattern           sfn.Pattern
	BaseModelID       sfn.Text     `aws:"BaseModelIdentifier,required"` // ID or ARN
	BaseModelIDScope  Scope        // the models an Expression can give
	CustomModelName   sfn.Text     `aws:"CustomModelName,required"`
	JobName           sfn.Text     `aws:"JobName,required"`
	RoleARN           sfn.Text     `aws:"RoleArn,required"`
	RoleARNScope      Scope        // the roles an Expression can give
	TrainingData      S3Location   `aws:"TrainingDataConfig,required"`
	ValidationData    []S3Location // at most ten
	Output            S3Location   `aws:"OutputDataConfig,required"`
	CustomizationType string       `aws:"CustomizationType"` // FINE_TUNING, CONTINUED_PRE_TRAINING, DISTILLATION
	CustomModelKMSKey sfn.Text     `aws:"CustomModelKmsKeyId"`
	HyperParameters   sfn.Value    `aws:"HyperParameters"`
	VPC               BedrockVPC   `aws:"VpcConfig"`
	ClientToken       sfn.Text     `aws:"ClientRequestToken"`
	JobTags           map[string]string
	CustomModelTags   map[string]string
	Extra             map[string]any
}

// S3Location is an object or a prefix in S3.
type S3Location struct {
	URI sfn.Text `aws:"S3Uri,required"` // s3://bucket/key
}

// BedrockVPC is the network of a job of Bedrock.
type BedrockVPC struct {
	SecurityGroupIDs []string `aws:"SecurityGroupIds,required"`
	SubnetIDs        []string `aws:"SubnetIds,required"`
}

// Bind implements sfn.Integration.
func (t BedrockCreateModelCustomizationJob) Bind(c *sfn.TaskContext) sfn.Binding {
	b := bedrockCreateModelCustomizationJob.bind(c, t.Pattern)
	b.params(t)
	if len(t.ValidationData) > 0 {
		validators := make([]any, len(t.ValidationData))
		for i, v := range t.ValidationData {
			validators[i] = sfn.Fields{{Name: "S3Uri", Value: v.URI}}
		}
		b.set("ValidationDataConfig", sfn.Fields{{Name: "Validators", Value: validators}})
	}
	b.set("JobTags", tagList(t.JobTags))
	b.set("CustomModelTags", tagList(t.CustomModelTags))
	jobs, models := localARN("bedrock", "model-customization-job/*"), localARN("bedrock", "custom-model/*")
	b.on("job", append(b.named("BaseModelID", t.BaseModelID, t.BaseModelIDScope, bedrockModelARN), models, jobs)...)
	b.on("jobs", jobs)
	if len(t.JobTags)+len(t.CustomModelTags) > 0 {
		b.on("tagged", models, jobs)
	}
	b.on("role", b.roles("RoleARN", t.RoleARN, t.RoleARNScope)...)
	return b.done(t.Extra)
}
