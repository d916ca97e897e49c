// Package services has small stand-ins for AWS services that live in memory, so that a whole workflow
// runs in a test without a mock for each call.
//
//	aws := services.New()
//	orders := aws.Table("Orders", "id")
//	aws.Queue("jobs").Consume(func(ctx context.Context, m services.Message) error {
//		run := sim.ControlFrom(ctx)
//		return run.SendTaskSuccess(run.Call().Token, "done")
//	})
//	run, err := plan.Run(ctx, input, sim.WithService(aws))
//	fmt.Println(orders.Items())
//
// It serves SQS, SNS, DynamoDB, S3 and EventBridge, by the names of the optimized integrations
// (dynamodb:putItem) and of the SDK integrations (aws-sdk:dynamodb:putItem). Results and errors have
// the names that each kind gives them: DynamoDB.ConditionalCheckFailedException is
// DynamoDb.ConditionalCheckFailedException when it comes from the SDK.
//
// A mock of a state comes first, so a test can still make one call fail. SQS, SNS, DynamoDB and
// EventBridge are served once the test has made a queue, a topic, a table or a bus; then a name that
// was not made is AWS's error inside the workflow. S3 works on the objects of the run, in any bucket.
//
// Functions that get messages run at once, in the order of their subscriptions. What they do on
// sim.ControlFrom happens on the virtual clock. An error that they return ends the run: the test is wrong.
//
// The stand-ins keep state, so give each test its own. They may be used by many goroutines.
package services
