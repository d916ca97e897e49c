package validate

var ruleExpress = Rule{
	Code: "SW701", Name: "express", AWS: "SCHEMA_VALIDATION_FAILED", Type: Express,
	Title: "an Express machine does only what Express machines can",
	Doc: `Express machines call services with request-response only: no .sync, no .waitForTaskToken, no activities, and no
distributed Map. Start a Standard machine for that part, or make this one Standard.

https://docs.aws.amazon.com/step-functions/latest/dg/choosing-workflow-type.html`,
	Wrong: `
"Ask": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "HeartbeatSeconds": 60,
  "Parameters": {"QueueUrl": "https://q", "MessageBody": {"token.$": "$$.Task.Token"}}, "End": true}`,
	Right: `
"Tell": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Parameters": {"QueueUrl": "https://q", "MessageBody": "hi"}, "End": true}`,
	check: func(r *run) {
		if !r.opts.express() {
			return
		}
		for _, p := range r.places {
			r.notInExpress(p, msgInExpressMachine, fixExpress)
		}
	},
}
