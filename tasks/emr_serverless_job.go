package tasks

import "github.com/stepwise-go/stepwise/constructs/sfn"

const emrServerlessJobRule = "StepFunctionsGetEventsForEMRServerlessJobRule"

var emrServerlessStartJobRun = Descriptor{
	Name: "EMRServerlessStartJobRun", Title: "runs a job on EMR Serverless", Service: "emr-serverless", Action: "startJobRun", Patterns: requestJob,
	Required: []string{"ApplicationId", "ExecutionRoleArn"}, EventsRule: emrServerlessJobRule, Doc: emrServerlessDoc,
	Grants: []Grant{
		{On: "application", Actions: []string{"emr-serverless:StartJobRun"}, Why: "starts the job"},
		{On: "jobs", Actions: []string{"emr-serverless:GetJobRun", "emr-serverless:CancelJobRun"}, Why: "watches the job and cancels it with the execution", Patterns: forJob},
		{On: "tagged jobs", Actions: []string{"emr-serverless:TagResource"}, Why: "tags the job", When: "Tags are set"},
		{On: "role", Actions: []string{"iam:PassRole"}, Why: "passes the job its role", PassedTo: []string{"emr-serverless.amazonaws.com"}},
	},
}

// EMRServerlessStartJobRun runs a job on an EMR Serverless application. The CDK has no class for it.
//
// https://docs.aws.amazon.com/emr-serverless/latest/APIReference/API_StartJobRun.html
type EMRServerlessStartJobRun struct {
	Pattern               sfn.Pattern
	ApplicationID         sfn.Text    `aws:"ApplicationId,required"`
	ApplicationIDScope    Scope       // the IDs an Expression can give
	ExecutionRoleARN      sfn.Text    `aws:"ExecutionRoleArn,required"`
	ExecutionRoleARNScope Scope       // the roles an Expression can give
	Name                  sfn.Text    `aws:"Name"`
	Driver                sfn.Value   `aws:"JobDriver"` // {"SparkSubmit": {...}} or {"Hive": {...}}
	Overrides             sfn.Value   `aws:"ConfigurationOverrides"`
	ExecutionTimeout      sfn.Seconds `aws:"ExecutionTimeoutMinutes,minutes"` // 0 is none; nil is 12 hours
	ClientToken           sfn.Text    `aws:"ClientToken"`
	Tags                  sfn.Value   `aws:"Tags"`
	Extra                 map[string]any
}

// Bind implements sfn.Integration.
func (t EMRServerlessStartJobRun) Bind(c *sfn.TaskContext) sfn.Binding {
	b := emrServerlessStartJobRun.bind(c, t.Pattern)
	b.params(t)
	applications := b.applications(t.ApplicationID, t.ApplicationIDScope)
	b.on("application", applications...)
	for _, arn := range applications {
		b.on("jobs", arn+"/jobruns/*")
		if isSet(t.Tags) {
			b.on("tagged jobs", arn+"/jobruns/*")
		}
	}
	b.on("role", b.roles("ExecutionRoleARN", t.ExecutionRoleARN, t.ExecutionRoleARNScope)...)
	return b.done(t.Extra)
}

var emrServerlessCancelJobRun = Descriptor{
	Name: "EMRServerlessCancelJobRun", Title: "cancels a job on EMR Serverless", Service: "emr-serverless", Action: "cancelJobRun", Patterns: requestJob,
	Required: []string{"ApplicationId", "JobRunId"}, EventsRule: emrServerlessJobRule, Doc: emrServerlessDoc,
	Grants: []Grant{
		{On: "jobs", Actions: []string{"emr-serverless:CancelJobRun"}, Why: "cancels the job"},
		{On: "jobs", Actions: []string{"emr-serverless:GetJobRun"}, Why: "waits for the job to end", Patterns: forJob},
	},
}

// EMRServerlessCancelJobRun cancels a job on an EMR Serverless application. The CDK has no class for it.
type EMRServerlessCancelJobRun struct {
	Pattern            sfn.Pattern
	ApplicationID      sfn.Text `aws:"ApplicationId,required"`
	ApplicationIDScope Scope    // the IDs an Expression can give
	JobRunID           sfn.Text `aws:"JobRunId,required"`
	Extra              map[string]any
}

// Bind implements sfn.Integration.
func (t EMRServerlessCancelJobRun) Bind(c *sfn.TaskContext) sfn.Binding {
	b := emrServerlessCancelJobRun.bind(c, t.Pattern)
	b.params(t)
	job := "*"
	if id, ok := literal(t.JobRunID); ok {
		job = id
	}
	for _, arn := range b.applications(t.ApplicationID, t.ApplicationIDScope) {
		b.on("jobs", arn+"/jobruns/"+job)
	}
	return b.done(t.Extra)
}
