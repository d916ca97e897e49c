package callback

import (
	"time"

	"github.com/stepwise-go/stepwise/constructs/sfn"
	"github.com/stepwise-go/stepwise/tasks"
)

// Resources are what the workflow works with.
type Resources struct {
	Queue  tasks.Queue
	Notify tasks.Topic
}

// Definition returns the workflow. Its input is {"order": ...}; the answer to the token is put at $.answer.
func Definition(r Resources) *sfn.Chain {
	ask := sfn.NewTask("Ask For Approval", tasks.SQSSendMessage{
		Queue:   r.Queue,
		Body:    map[string]any{"order": sfn.At("$.order"), "token": sfn.TaskToken()},
		Pattern: tasks.WaitForTaskToken,
	}, sfn.TaskProps{ResultPath: "$.answer", Heartbeat: time.Hour, Timeout: 24 * time.Hour})

	succeeded := sfn.NewTask("Notify Of Success", tasks.SNSPublish{
		Topic: r.Notify, Subject: "Approved", Message: map[string]any{"order": sfn.At("$.order"), "answer": sfn.At("$.answer")},
	})
	failed := sfn.NewTask("Notify Of Failure", tasks.SNSPublish{
		Topic: r.Notify, Subject: "Not approved", Message: map[string]any{"order": sfn.At("$.order"), "error": sfn.At("$.error")},
	})
	notApproved := sfn.NewFail("Not Approved", sfn.FailProps{Error: "NotApproved", Cause: "Nobody approved the order"})

	ask.Catch(failed.Next(notApproved), sfn.CatchProps{ResultPath: "$.error"})
	return ask.Next(succeeded)
}
