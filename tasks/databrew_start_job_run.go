package tasks

import "github.com/stepwise-go/stepwise/constructs/sfn"

var dataBrewStartJobRun = Descriptor{
	Name: "DataBrewStartJobRun", Title: "runs a job of AWS Glue DataBrew",
	Service: "databrew", Action: "startJobRun", Patterns: requestJob,
	Required: []string{"Name"},
	Grants: []Grant{
		{On: "job", Actions: []string{"databrew:StartJobRun"}, Why: "runs the job"},
		{On: "job", Actions: []string{"databrew:ListJobRuns", "databrew:StopJobRun"}, Why: "waits for the run, and stops it with the execution", Patterns: forJob},
	},
	Doc: "https://docs.aws.amazon.com/step-functions/latest/dg/connect-databrew.html",
}

// DataBrewStartJobRun runs a job of AWS Glue DataBrew. With RunJob it waits for the end of the run.
type DataBrewStartJobRun struct {
	JobName      sfn.Text    `aws:"Name,required"`
	JobNameScope Scope       // the names an Expression can give
	Pattern      sfn.Pattern // RequestResponse or RunJob
	Extra        map[string]any
}

// Bind implements sfn.Integration.
func (t DataBrewStartJobRun) Bind(c *sfn.TaskContext) sfn.Binding {
	b := dataBrewStartJobRun.bind(c, t.Pattern)
	b.params(t)
	b.on("job", b.named("JobName", t.JobName, t.JobNameScope, nameIn("databrew", "job/"))...)
	return b.done(t.Extra)
}
