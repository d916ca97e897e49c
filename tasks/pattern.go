package tasks

import "github.com/stepwise-go/stepwise/constructs/sfn"

// The patterns of sfn, so that a file of tasks needs one import less.
const (
	RequestResponse  = sfn.RequestResponse  // goes on when the service has answered
	RunJob           = sfn.RunJob           // goes on when the job has ended: .sync
	WaitForTaskToken = sfn.WaitForTaskToken // goes on when the token comes back: .waitForTaskToken
)

// The sets of patterns that integrations have. An integration has one of them in its row.
var (
	onlyRequest  = []sfn.Pattern{RequestResponse}
	requestJob   = []sfn.Pattern{RequestResponse, RunJob}
	requestToken = []sfn.Pattern{RequestResponse, WaitForTaskToken}
	allPatterns  = []sfn.Pattern{RequestResponse, RunJob, WaitForTaskToken}

	forJob = []sfn.Pattern{RunJob}
)
