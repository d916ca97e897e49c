package sfn_test

import (
	"time"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/constructs/sfn"
)

func ExampleTask_Catch() {
	refund := sfn.NewPass("Refund").Next(sfn.NewFail("Not Charged", sfn.FailProps{Error: "NotCharged", Cause: sfn.At("$.error.Cause")}))
	printDefinition(sfn.NewTask("Charge", call{arn: "arn:aws:states:::aws-sdk:demo:charge"}).
		Catch(refund, sfn.CatchProps{Errors: []string{"CardDeclined"}, ResultPath: "$.error"}))
	// Output:
	// {"StartAt":"Charge","States":{"Charge":{"Type":"Task","Resource":"arn:aws:states:::aws-sdk:demo:charge","Catch":[{"ErrorEquals":["CardDeclined"],"ResultPath":"$.error","Next":"Refund"}],"End":true},"Refund":{"Type":"Pass","Next":"Not Charged"},"Not Charged":{"Type":"Fail","Error":"NotCharged","CausePath":"$.error.Cause"}}}
}

func ExampleTask_CatchJSONata() {
	printDefinition(sfn.NewJSONataTask("Charge", call{arn: "arn:aws:states:::aws-sdk:demo:charge"}).
		CatchJSONata(sfn.NewFail("Not Charged"), sfn.JSONataCatchProps{Assign: map[string]any{"why": sfn.JSONata("$states.errorOutput.Cause")}}),
		sfn.MachineProps{QueryLanguage: asl.JSONata})
	// Output:
	// {"QueryLanguage":"JSONata","StartAt":"Charge","States":{"Charge":{"Type":"Task","Resource":"arn:aws:states:::aws-sdk:demo:charge","Catch":[{"ErrorEquals":["States.ALL"],"Assign":{"why":"{% $states.errorOutput.Cause %}"},"Next":"Not Charged"}],"End":true},"Not Charged":{"Type":"Fail"}}}
}

func ExampleNoRetry() {
	printDefinition(sfn.NewTask("Charge", call{arn: "arn:aws:states:::aws-sdk:demo:charge"}).
		Retry(sfn.NoRetry("CardDeclined"), sfn.RetryProps{MaxAttempts: 5, MaxDelay: time.Minute, Jitter: sfn.JitterFull}))
	// Output:
	// {"StartAt":"Charge","States":{"Charge":{"Type":"Task","Resource":"arn:aws:states:::aws-sdk:demo:charge","Retry":[{"ErrorEquals":["CardDeclined"],"MaxAttempts":0},{"ErrorEquals":["States.ALL"],"MaxAttempts":5,"MaxDelaySeconds":60,"JitterStrategy":"FULL"}],"End":true}}}
}

func ExampleCredentials() {
	printDefinition(sfn.NewTask("Read", call{arn: "arn:aws:states:::aws-sdk:demo:read"}, sfn.TaskProps{Credentials: sfn.Credentials{
		RoleARN: sfn.At("$.role"), AssumableRoleARNs: []string{"arn:aws:iam::111122223333:role/reader"}, // what the machine's role may assume
	}}))
	// Output:
	// {"StartAt":"Read","States":{"Read":{"Type":"Task","Resource":"arn:aws:states:::aws-sdk:demo:read","Credentials":{"RoleArn.$":"$.role"},"End":true}}}
}
