package tasks_test

import (
	"maps"

	"github.com/stepwise-go/stepwise/constructs/sfn"
	"github.com/stepwise-go/stepwise/tasks"
)

// payload is a value that has the task token if the pattern needs it.
func payload(p sfn.Pattern) any {
	if p == tasks.WaitForTaskToken {
		return map[string]any{"token": sfn.TaskToken()}
	}
	return map[string]any{"n": 1}
}

const (
	account = "arn:aws:lambda:us-east-1:111122223333:"
	keyARN  = "arn:aws:kms:us-east-1:111122223333:key/k"
)

var (
	table = tasks.Table{Name: "Orders", KeyARN: keyARN}
	key   = map[string]any{"id": "7"}
)

type samples = map[string]func(sfn.Pattern) sfn.Integration

// allSamples are the smallest uses of the integrations that need every permission of their row.
func allSamples() samples {
	all := samples{}
	for _, some := range []samples{messagingSamples, computeSamples, dataSamples, sageMakerSamples, emrSamples, eksSamples} {
		maps.Copy(all, some)
	}
	return all
}

var messagingSamples = samples{
	"DynamoDBDeleteItem": func(sfn.Pattern) sfn.Integration { return tasks.DynamoDBDeleteItem{Table: table, Key: key} },
	"DynamoDBGetItem":    func(sfn.Pattern) sfn.Integration { return tasks.DynamoDBGetItem{Table: table, Key: key} },
	"DynamoDBPutItem":    func(sfn.Pattern) sfn.Integration { return tasks.DynamoDBPutItem{Table: table, Item: key} },
	"DynamoDBUpdateItem": func(sfn.Pattern) sfn.Integration {
		return tasks.DynamoDBUpdateItem{Table: table, Key: key, Update: "SET n = :n", Values: map[string]any{":n": 1}}
	},
	"EventBridgePutEvents": func(p sfn.Pattern) sfn.Integration {
		return tasks.EventBridgePutEvents{Pattern: p, Entries: []tasks.EventBridgeEvent{{Source: "shop", DetailType: "Ordered", Detail: payload(p)}}}
	},
	"HTTPInvoke": func(sfn.Pattern) sfn.Integration {
		return tasks.HTTPInvoke{Endpoint: "https://api.example.com/orders", Method: "GET", Connection: tasks.Connection{
			ARN: "arn:aws:events:us-east-1:111122223333:connection/shop/1", KeyARN: keyARN,
		}}
	},
	"InvokeActivity": func(sfn.Pattern) sfn.Integration {
		return tasks.InvokeActivity{Activity: tasks.ActivityRef{ARN: "arn:aws:states:us-east-1:111122223333:activity:pack", KeyARN: keyARN}}
	},
	"LambdaInvoke": func(p sfn.Pattern) sfn.Integration {
		return tasks.LambdaInvoke{Function: tasks.FunctionAt(account + "function:charge"), Payload: payload(p), Pattern: p}
	},
	"SNSPublish": func(p sfn.Pattern) sfn.Integration {
		return tasks.SNSPublish{Topic: tasks.Topic{ARN: "arn:aws:sns:us-east-1:111122223333:news", KeyARN: keyARN}, Message: payload(p), Pattern: p}
	},
	"SQSSendMessage": func(p sfn.Pattern) sfn.Integration {
		return tasks.SQSSendMessage{
			Queue: tasks.Queue{URL: "https://sqs.us-east-1.amazonaws.com/111122223333/orders", KeyARN: keyARN}, Body: payload(p), Pattern: p,
		}
	},
	"StartExecution": func(p sfn.Pattern) sfn.Integration {
		return tasks.StartExecution{Machine: tasks.MachineAt("arn:aws:states:us-east-1:111122223333:stateMachine:child"), Input: payload(p), Pattern: p}
	},
}
