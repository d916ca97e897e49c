package tasks_test

import (
	"github.com/stepwise-go/stepwise/tasks"
)

func ExampleAPIGatewayInvoke() {
	show(tasks.APIGatewayInvoke{
		API: tasks.APIAt("abc123.execute-api.us-east-1.amazonaws.com"), Method: "POST", Stage: "prod", Path: "/orders", AuthType: "IAM_ROLE",
		Body: map[string]any{"n": 1},
	})
	// Output:
	// {
	//   "Type": "Task",
	//   "Resource": "arn:aws:states:::apigateway:invoke",
	//   "Parameters": {
	//     "ApiEndpoint": "abc123.execute-api.us-east-1.amazonaws.com",
	//     "Method": "POST",
	//     "Stage": "prod",
	//     "Path": "/orders",
	//     "RequestBody": {
	//       "n": 1
	//     },
	//     "AuthType": "IAM_ROLE"
	//   },
	//   "End": true
	// }
}

func ExampleEventBridgePutEvents() {
	show(tasks.EventBridgePutEvents{Entries: []tasks.EventBridgeEvent{{Source: "shop", DetailType: "Ordered", Detail: map[string]any{"n": 1}}}})
	// Output:
	// {
	//   "Type": "Task",
	//   "Resource": "arn:aws:states:::events:putEvents",
	//   "Parameters": {
	//     "Entries": [
	//       {
	//         "Detail": {
	//           "n": 1
	//         },
	//         "DetailType": "Ordered",
	//         "Source": "shop"
	//       }
	//     ]
	//   },
	//   "End": true
	// }
}

func ExampleHTTPInvoke() {
	show(tasks.HTTPInvoke{Endpoint: "https://api.example.com/orders", Method: "GET", Connection: tasks.Connection{
		ARN: "arn:aws:events:us-east-1:111122223333:connection/shop/1", KeyARN: "arn:aws:kms:us-east-1:111122223333:key/k",
	}})
	// Output:
	// {
	//   "Type": "Task",
	//   "Resource": "arn:aws:states:::http:invoke",
	//   "Parameters": {
	//     "ApiEndpoint": "https://api.example.com/orders",
	//     "Authentication": {
	//       "ConnectionArn": "arn:aws:events:us-east-1:111122223333:connection/shop/1"
	//     },
	//     "Method": "GET"
	//   },
	//   "End": true
	// }
}

func ExampleSNSPublish() {
	show(tasks.SNSPublish{Topic: tasks.Topic{ARN: "arn:aws:sns:us-east-1:111122223333:news", KeyARN: "arn:aws:kms:us-east-1:111122223333:key/k"}, Message: map[string]any{"n": 1}})
	// Output:
	// {
	//   "Type": "Task",
	//   "Resource": "arn:aws:states:::sns:publish",
	//   "Parameters": {
	//     "TopicArn": "arn:aws:sns:us-east-1:111122223333:news",
	//     "Message": {
	//       "n": 1
	//     }
	//   },
	//   "End": true
	// }
}

func ExampleSQSSendMessage() {
	show(tasks.SQSSendMessage{
		Queue: tasks.Queue{URL: "https://sqs.us-east-1.amazonaws.com/111122223333/orders", KeyARN: "arn:aws:kms:us-east-1:111122223333:key/k"}, Body: map[string]any{"n": 1},
	})
	// Output:
	// {
	//   "Type": "Task",
	//   "Resource": "arn:aws:states:::sqs:sendMessage",
	//   "Parameters": {
	//     "QueueUrl": "https://sqs.us-east-1.amazonaws.com/111122223333/orders",
	//     "MessageBody": {
	//       "n": 1
	//     }
	//   },
	//   "End": true
	// }
}

func ExampleSchedulerCreateSchedule() {
	show(tasks.SchedulerCreateSchedule{Name: "nightly", Schedule: tasks.ScheduleCron("0 2 * * ? *"), FlexibleTimeWindow: 600,
		Target: tasks.ScheduleTarget{ARN: "arn:aws:sqs:us-east-1:111122223333:q", RoleARN: "arn:aws:iam::111122223333:role/job", Input: "text"},
	})
	// Output:
	// {
	//   "Type": "Task",
	//   "Resource": "arn:aws:states:::aws-sdk:scheduler:createSchedule",
	//   "Parameters": {
	//     "FlexibleTimeWindow": {
	//       "Mode": "FLEXIBLE",
	//       "MaximumWindowInMinutes": 600
	//     },
	//     "Name": "nightly",
	//     "ScheduleExpression": "cron(0 2 * * ? *)",
	//     "State": "ENABLED",
	//     "Target": {
	//       "Arn": "arn:aws:sqs:us-east-1:111122223333:q",
	//       "RoleArn": "arn:aws:iam::111122223333:role/job",
	//       "Input": "text"
	//     }
	//   },
	//   "End": true
	// }
}
