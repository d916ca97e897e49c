package sfn_test

import (
	"time"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/constructs/sfn"
)

func ExampleNewTask() {
	printDefinition(sfn.NewTask("Send", call{"arn:aws:states:::sqs:sendMessage.waitForTaskToken", sfn.Fields{
		{Name: "QueueUrl", Value: "https://sqs.eu-west-1.amazonaws.com/111122223333/q"},
		{Name: "MessageBody", Value: map[string]any{"order": sfn.Input("order"), "token": sfn.TaskToken()}},
	}}, sfn.TaskProps{Timeout: time.Hour, ResultPath: sfn.Discard}))
	// Output:
	// {"StartAt":"Send","States":{"Send":{"Type":"Task","Resource":"arn:aws:states:::sqs:sendMessage.waitForTaskToken","Parameters":{"QueueUrl":"https://sqs.eu-west-1.amazonaws.com/111122223333/q","MessageBody":{"order.$":"$.order","token.$":"$$.Task.Token"}},"TimeoutSeconds":3600,"ResultPath":null,"End":true}}}
}

func ExampleNewPass() {
	printDefinition(sfn.Sequence(
		sfn.NewPass("Fixed", sfn.PassProps{Result: map[string]any{"a": 1}, ResultPath: "$.fixed"}),
		sfn.NewPass("Computed", sfn.PassProps{Parameters: map[string]any{"id": sfn.UUID(), "was": sfn.EntireInput()}}),
		sfn.NewPass("Remembered", sfn.PassProps{Assign: map[string]any{"tries": sfn.MathAdd(sfn.At("$.was.tries"), 1)}}),
	))
	// Output:
	// {"StartAt":"Fixed","States":{"Fixed":{"Type":"Pass","Result":{"a":1},"ResultPath":"$.fixed","Next":"Computed"},"Computed":{"Type":"Pass","Parameters":{"id.$":"States.UUID()","was.$":"$"},"Next":"Remembered"},"Remembered":{"Type":"Pass","Assign":{"tries.$":"States.MathAdd($.was.tries, 1)"},"End":true}}}
}

func ExampleNewWait() {
	printDefinition(sfn.Sequence(
		sfn.NewWait("A while", sfn.WaitProps{Seconds: 90 * time.Second}),
		sfn.NewWait("As long as it says", sfn.WaitProps{Seconds: sfn.At("$.delay")}),
		sfn.NewWait("Until a moment", sfn.WaitProps{Timestamp: time.Date(2030, 1, 1, 0, 0, 0, 0, time.UTC)}),
		sfn.NewWait("Until it says", sfn.WaitProps{Timestamp: sfn.At("$.due")}),
		sfn.NewJSONataWait("Computed", sfn.JSONataWaitProps{Seconds: sfn.JSONata("$power(2, $tries)")}),
	))
	// Output:
	// {"StartAt":"A while","States":{"A while":{"Type":"Wait","Seconds":90,"Next":"As long as it says"},"As long as it says":{"Type":"Wait","SecondsPath":"$.delay","Next":"Until a moment"},"Until a moment":{"Type":"Wait","Timestamp":"2030-01-01T00:00:00Z","Next":"Until it says"},"Until it says":{"Type":"Wait","TimestampPath":"$.due","Next":"Computed"},"Computed":{"Type":"Wait","QueryLanguage":"JSONata","Seconds":"{% $power(2, $tries) %}","End":true}}}
}

func ExampleNewFail() {
	printDefinition(sfn.NewFail("Failed", sfn.FailProps{Error: "OrderRefused", Cause: sfn.Format("Order {} was refused", sfn.At("$.id"))}))
	// Output:
	// {"StartAt":"Failed","States":{"Failed":{"Type":"Fail","Error":"OrderRefused","CausePath":"States.Format('Order {} was refused', $.id)"}}}
}

func ExampleAnd() {
	printDefinition(sfn.NewChoice("Urgent?").
		When(sfn.And(sfn.IsPresent("$.due"), sfn.Or(sfn.StringMatches("$.customer", "VIP-*"), sfn.Not(sfn.NumberLessThan("$.total", 1000)))), sfn.NewPass("Now")).
		Otherwise(sfn.NewSucceed("Later")))
	// Output:
	// {"StartAt":"Urgent?","States":{"Urgent?":{"Type":"Choice","Choices":[{"And":[{"Variable":"$.due","IsPresent":true},{"Or":[{"Variable":"$.customer","StringMatches":"VIP-*"},{"Not":{"Variable":"$.total","NumericLessThan":1000}}]}],"Next":"Now"}],"Default":"Later"},"Now":{"Type":"Pass","End":true},"Later":{"Type":"Succeed"}}}
}

func ExampleChoice_WhenJSONata() {
	printDefinition(sfn.NewJSONataChoice("Urgent?").
		WhenJSONata(sfn.JSONataCondition("$count($states.input.lines) > 10"), sfn.NewPass("Now"), sfn.JSONataWhenProps{Assign: map[string]any{"urgent": true}}).
		Otherwise(sfn.NewSucceed("Later")), sfn.MachineProps{QueryLanguage: asl.JSONata})
	// Output:
	// {"QueryLanguage":"JSONata","StartAt":"Urgent?","States":{"Urgent?":{"Type":"Choice","Choices":[{"Condition":"{% $count($states.input.lines) > 10 %}","Assign":{"urgent":true},"Next":"Now"}],"Default":"Later"},"Now":{"Type":"Pass","End":true},"Later":{"Type":"Succeed"}}}
}

func ExampleClone() {
	prepare := sfn.NewPass("Prepare")
	printDefinition(sfn.Clone(prepare).Next(sfn.NewSucceed("Done")))
	printDefinition(prepare)
	// Output:
	// {"StartAt":"Prepare","States":{"Prepare":{"Type":"Pass","Next":"Done"},"Done":{"Type":"Succeed"}}}
	// {"StartAt":"Prepare","States":{"Prepare":{"Type":"Pass","End":true}}}
}
