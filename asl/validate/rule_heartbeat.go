package validate

import "github.com/stepwise-go/stepwise/asl"

var ruleHeartbeat = Rule{
	Code: "SW207", Name: "heartbeat", AWS: "SCHEMA_VALIDATION_FAILED",
	Title: "HeartbeatSeconds is less than TimeoutSeconds",
	Doc: `A task whose worker is silent for HeartbeatSeconds fails with States.HeartbeatTimeout. With a timeout that is
not longer than that, the heartbeat never comes into play.

https://docs.aws.amazon.com/step-functions/latest/dg/state-task.html`,
	Wrong: `
"Ask": {"Type": "Task", "Resource": "arn:aws:states:us-east-1:111122223333:activity:ask", "TimeoutSeconds": 60, "HeartbeatSeconds": 600, "End": true}`,
	Right: `
"Ask": {"Type": "Task", "Resource": "arn:aws:states:us-east-1:111122223333:activity:ask", "TimeoutSeconds": 3600, "HeartbeatSeconds": 600, "End": true}`,
	check: func(r *run) {
		for _, p := range r.places {
			t, ok := p.State.(*asl.Task)
			if !ok {
				continue
			}
			timeout, a := t.TimeoutSeconds.Number()
			beat, b := t.HeartbeatSeconds.Number()
			if a && b && beat >= timeout {
				r.at(p, "/HeartbeatSeconds").say(msgHeartbeat, beat, timeout).fix(fixHeartbeat).related(relTimeout, p.Pointer+"/TimeoutSeconds")
			}
		}
	},
}
