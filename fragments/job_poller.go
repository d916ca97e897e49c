package fragments

import (
	"time"

	"github.com/stepwise-go/stepwise/constructs/sfn"
)

// JobPollerProps say which job is run and how it is watched.
type JobPollerProps struct {
	// Submit starts the job. Its result, the ID of the job, is put at IDPath.
	Submit sfn.Integration
	// Status asks how the job is. It is given the value at IDPath as its input; its result is put at
	// StatusPath, and is one of Succeeded, Failed, or anything else while the job runs.
	Status sfn.Integration
	// Final is asked once more after success; its result is the output. nil takes Status.
	Final sfn.Integration

	Interval     sfn.Seconds // between two questions; nil is 30 seconds, sfn.At("$.wait_time") takes it from the input
	IDPath       string      // "" is $.guid
	StatusPath   string      // "" is $.status
	Succeeded    string      // "" is SUCCEEDED
	Failed       string      // "" is FAILED
	FailureError string      // of the Fail state; "" is JobFailed
	FailureCause string      // "" is "The job ended with the status FAILED"
}

// JobPoller submits a job, asks for its status until it has ended, and goes on with its result or
// ends with a Fail state. It is the workflow of the CDK's own README.
//
// The one open end is after "Get Final Job Status". The states are "Submit Job", "Wait for Job", "Get
// Job Status", "Job Complete?", "Job Failed" and "Get Final Job Status": use PrefixStates to have two
// in one machine. A job that never ends is polled until the machine's Timeout: set one.
func JobPoller(p JobPollerProps) *sfn.Chain {
	p = p.withDefaults()
	submit := sfn.NewTask("Submit Job", p.Submit, sfn.TaskProps{ResultPath: p.IDPath})
	wait := sfn.NewWait("Wait for Job", sfn.WaitProps{Seconds: p.Interval})
	status := sfn.NewTask("Get Job Status", p.Status, sfn.TaskProps{InputPath: p.IDPath, ResultPath: p.StatusPath})
	failed := sfn.NewFail("Job Failed", sfn.FailProps{Error: p.FailureError, Cause: p.FailureCause})
	final := sfn.NewTask("Get Final Job Status", p.Final, sfn.TaskProps{InputPath: p.IDPath})

	return submit.Next(wait).Next(status).Next(
		sfn.NewChoice("Job Complete?").
			When(sfn.StringEquals(p.StatusPath, p.Failed), failed).
			When(sfn.StringEquals(p.StatusPath, p.Succeeded), final).
			Otherwise(wait))
}

func (p JobPollerProps) withDefaults() JobPollerProps {
	if p.Final == nil {
		p.Final = p.Status
	}
	if p.Interval == nil {
		p.Interval = 30 * time.Second
	}
	for _, d := range []struct {
		field *string
		value string
	}{
		{&p.IDPath, "$.guid"}, {&p.StatusPath, "$.status"}, {&p.Succeeded, "SUCCEEDED"}, {&p.Failed, "FAILED"},
		{&p.FailureError, "JobFailed"},
	} {
		if *d.field == "" {
			*d.field = d.value
		}
	}
	if p.FailureCause == "" {
		p.FailureCause = "The job ended with the status " + p.Failed
	}
	return p
}
