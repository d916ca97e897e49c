package tasks

import (
	"github.com/stepwise-go/stepwise/constructs/sfn"
)

var mediaConvertCreateJob = Descriptor{
	Name: "MediaConvertCreateJob", Title: "transcodes media", Service: "mediaconvert", Action: "createJob", Patterns: requestJob,
	Required: []string{"Role", "Settings"}, EventsRule: "StepFunctionsGetEventsForMediaConvertJobRule",
	Doc: "https://docs.aws.amazon.com/step-functions/latest/dg/connect-mediaconvert.html",
	Grants: []Grant{
		{On: "queue", Actions: []string{"mediaconvert:CreateJob"}, Why: "starts the job in its queue"},
		{On: "jobs", Actions: []string{"mediaconvert:GetJob", "mediaconvert:CancelJob"}, Why: "watches the job and cancels it with the execution", Patterns: forJob},
		{On: "role", Actions: []string{"iam:PassRole"}, Why: "passes the job its role", PassedTo: []string{"mediaconvert.amazonaws.com"}},
	},
}

// MediaConvertCreateJob transcodes media.
//
// https://docs.aws.amazon.com/mediaconvert/latest/apireference/jobs.html
type MediaConvertCreateJob struct {
	Pattern      sfn.Pattern
	Role         sfn.Text  `aws:"Role,required"` // ARN
	RoleScope    Scope     // the roles an Expression can give
	Settings     sfn.Value `aws:"Settings,required"` // inputs and output groups
	Queue        sfn.Text  `aws:"Queue"`             // name or ARN; nil is the default queue of the account
	QueueScope   Scope     // the queues an Expression can give
	JobTemplate  sfn.Text  `aws:"JobTemplate"`
	UserMetadata sfn.Value `aws:"UserMetadata"`
	Tags         sfn.Value `aws:"Tags"`
	Extra        map[string]any
}

// Bind implements sfn.Integration.
func (t MediaConvertCreateJob) Bind(c *sfn.TaskContext) sfn.Binding {
	b := mediaConvertCreateJob.bind(c, t.Pattern)
	b.params(t)
	queues := []string{localARN("mediaconvert", "queues/Default")}
	if isSet(t.Queue) {
		queues = b.named("Queue", t.Queue, t.QueueScope, nameIn("mediaconvert", "queues/"))
	}
	if name, ok := literal(t.JobTemplate); ok {
		queues = append(queues, nameIn("mediaconvert", "jobTemplates/")(name))
	}
	b.on("queue", queues...)
	b.on("jobs", localARN("mediaconvert", "jobs/*"))
	b.on("role", b.roles("Role", t.Role, t.RoleScope)...)
	return b.done(t.Extra)
}
