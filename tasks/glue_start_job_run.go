package tasks

import "github.com/stepwise-go/stepwise/constructs/sfn"

var glueStartJobRun = Descriptor{
	Name: "GlueStartJobRun", Title: "runs a job of AWS Glue",
	Service: "glue", Action: "startJobRun", Patterns: requestJob,
	Required: []string{"JobName"},
	Grants: []Grant{
		{On: "job", Actions: []string{"glue:StartJobRun"}, Why: "runs the job"},
		{
			On: "job", Actions: []string{"glue:BatchStopJobRun", "glue:GetJobRun", "glue:GetJobRuns"},
			Why: "waits for the run, and stops it with the execution", Patterns: forJob,
		},
	},
	Errors: []string{"Glue.ConcurrentRunsExceededException", "Glue.EntityNotFoundException"},
	Doc:    "https://docs.aws.amazon.com/step-functions/latest/dg/connect-glue.html",
}

// GlueStartJobRun runs a job of AWS Glue. With RunJob it waits for the end of the run, and fails if the run does.
//
// https://docs.aws.amazon.com/glue/latest/webapi/API_StartJobRun.html
type GlueStartJobRun struct {
	JobName      sfn.Text  `aws:"JobName,required"`
	JobNameScope Scope     // the names an Expression can give
	Arguments    sfn.Value `aws:"Arguments"` // a map of texts, in place of the job's; names begin with --
	// Timeout is how long the run may take, in whole minutes. It is Glue that ends the run.
	Timeout               sfn.Seconds `aws:"Timeout,minutes"`
	SecurityConfiguration sfn.Text    `aws:"SecurityConfiguration"`
	// NotifyDelayAfter is when Glue reports a run as delayed, in whole minutes.
	NotifyDelayAfter sfn.Seconds
	WorkerType       sfn.Text    `aws:"WorkerType"` // "G.1X", "G.2X", "Z.2X" and so on
	NumberOfWorkers  sfn.Number  `aws:"NumberOfWorkers"`
	MaxCapacity      sfn.Number  `aws:"MaxCapacity"`    // DPUs, of jobs without worker type
	ExecutionClass   sfn.Text    `aws:"ExecutionClass"` // "STANDARD" or "FLEX"
	Pattern          sfn.Pattern // RequestResponse or RunJob
	Extra            map[string]any
}

// Bind implements sfn.Integration.
func (t GlueStartJobRun) Bind(c *sfn.TaskContext) sfn.Binding {
	b := glueStartJobRun.bind(c, t.Pattern)
	b.params(t)
	b.set("NotificationProperty", sfn.Fields{}.Maybe("NotifyDelayAfter", b.duration("NotifyDelayAfter", t.NotifyDelayAfter, minute)))
	if isSet(t.MaxCapacity) && isSet(t.WorkerType) {
		b.report(exclusive("MaxCapacity", "WorkerType"))
	}
	b.on("job", b.named("JobName", t.JobName, t.JobNameScope, nameIn("glue", "job/"))...)
	return b.done(t.Extra)
}
