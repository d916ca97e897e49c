package services_test

import (
	"context"
	"fmt"
	"time"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/sim"
	"github.com/stepwise-go/stepwise/sim/services"
)

const exampleText = `{"StartAt": "Claim", "States": {
	"Claim": {"Type": "Task", "Resource": "arn:aws:states:::dynamodb:putItem", "ResultPath": null, "Next": "Ask",
		"Parameters": {"TableName": "Orders", "Item": {"id": {"S.$": "$.id"}}, "ConditionExpression": "attribute_not_exists(id)"},
		"Catch": [{"ErrorEquals": ["DynamoDB.ConditionalCheckFailedException"], "Next": "Known"}]},
	"Known": {"Type": "Pass", "Result": "known", "End": true},
	"Ask": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "End": true,
		"Parameters": {"QueueUrl": "https://sqs.us-east-1.amazonaws.com/123456789012/approvals", "MessageBody": {"order.$": "$.id", "token.$": "$$.Task.Token"}}}}}`

func Example() {
	doc, err := asl.Parse("order.asl.json", []byte(exampleText))
	if err != nil {
		fmt.Println(err)
		return
	}
	plan := sim.MustNew(doc.Machine)
	aws := services.New()
	orders := aws.Table("Orders", "id")
	aws.Queue("approvals").Consume(func(ctx context.Context, m services.Message) error {
		var body struct{ Order, Token string }
		if err := m.Decode(&body); err != nil {
			return err
		}
		return sim.ControlFrom(ctx).After(time.Hour).SendTaskSuccess(body.Token, "approved "+body.Order)
	})
	for range 2 {
		run, err := plan.Run(context.Background(), map[string]any{"id": "o-1"}, sim.WithService(aws))
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(run.Output, run.Elapsed)
	}
	fmt.Println(orders.Items())
	// Output:
	// approved o-1 1h0m0s
	// known 0s
	// [map[id:o-1]]
}
