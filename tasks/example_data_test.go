package tasks_test

import (
	"github.com/stepwise-go/stepwise/tasks"
)

func ExampleAthenaGetQueryExecution() {
	show(tasks.AthenaGetQueryExecution{QueryExecutionID: "q"})
	// Output:
	// {
	//   "Type": "Task",
	//   "Resource": "arn:aws:states:::athena:getQueryExecution",
	//   "Parameters": {
	//     "QueryExecutionId": "q"
	//   },
	//   "End": true
	// }
}

func ExampleAthenaGetQueryResults() {
	show(tasks.AthenaGetQueryResults{QueryExecutionID: "q", Results: []string{"s3://results/athena/"}})
	// Output:
	// {
	//   "Type": "Task",
	//   "Resource": "arn:aws:states:::athena:getQueryResults",
	//   "Parameters": {
	//     "QueryExecutionId": "q"
	//   },
	//   "End": true
	// }
}

func ExampleAthenaStartQueryExecution() {
	show(tasks.AthenaStartQueryExecution{
		QueryString: "INSERT INTO days SELECT 1", Database: "shop", Tables: tasks.Scope{"days"}, Data: []string{"s3://lake/days/"}, Writes: true,
		OutputLocation: "s3://results/athena/", Encryption: "SSE_KMS", KMSKeyARN: "arn:aws:kms:us-east-1:111122223333:key/k",
	})
	// Output:
	// {
	//   "Type": "Task",
	//   "Resource": "arn:aws:states:::athena:startQueryExecution",
	//   "Parameters": {
	//     "QueryString": "INSERT INTO days SELECT 1",
	//     "QueryExecutionContext": {
	//       "Database": "shop"
	//     },
	//     "ResultConfiguration": {
	//       "EncryptionConfiguration": {
	//         "EncryptionOption": "SSE_KMS",
	//         "KmsKey": "arn:aws:kms:us-east-1:111122223333:key/k"
	//       },
	//       "OutputLocation": "s3://results/athena/"
	//     }
	//   },
	//   "End": true
	// }
}

func ExampleAthenaStopQueryExecution() {
	show(tasks.AthenaStopQueryExecution{QueryExecutionID: "q"})
	// Output:
	// {
	//   "Type": "Task",
	//   "Resource": "arn:aws:states:::athena:stopQueryExecution",
	//   "Parameters": {
	//     "QueryExecutionId": "q"
	//   },
	//   "End": true
	// }
}

func ExampleDataBrewStartJobRun() {
	show(tasks.DataBrewStartJobRun{JobName: "clean"})
	// Output:
	// {
	//   "Type": "Task",
	//   "Resource": "arn:aws:states:::databrew:startJobRun",
	//   "Parameters": {
	//     "Name": "clean"
	//   },
	//   "End": true
	// }
}

func ExampleDynamoDBDeleteItem() {
	show(tasks.DynamoDBDeleteItem{Table: tasks.TableAt("Orders"), Key: map[string]any{"id": "7"}})
	// Output:
	// {
	//   "Type": "Task",
	//   "Resource": "arn:aws:states:::dynamodb:deleteItem",
	//   "Parameters": {
	//     "Key": {
	//       "id": {
	//         "S": "7"
	//       }
	//     },
	//     "TableName": "Orders"
	//   },
	//   "End": true
	// }
}

func ExampleDynamoDBGetItem() {
	show(tasks.DynamoDBGetItem{Table: tasks.TableAt("Orders"), Key: map[string]any{"id": "7"}})
	// Output:
	// {
	//   "Type": "Task",
	//   "Resource": "arn:aws:states:::dynamodb:getItem",
	//   "Parameters": {
	//     "Key": {
	//       "id": {
	//         "S": "7"
	//       }
	//     },
	//     "TableName": "Orders"
	//   },
	//   "End": true
	// }
}

func ExampleDynamoDBPutItem() {
	show(tasks.DynamoDBPutItem{Table: tasks.TableAt("Orders"), Item: map[string]any{"id": "7"}})
	// Output:
	// {
	//   "Type": "Task",
	//   "Resource": "arn:aws:states:::dynamodb:putItem",
	//   "Parameters": {
	//     "Item": {
	//       "id": {
	//         "S": "7"
	//       }
	//     },
	//     "TableName": "Orders"
	//   },
	//   "End": true
	// }
}

func ExampleDynamoDBUpdateItem() {
	show(tasks.DynamoDBUpdateItem{Table: tasks.TableAt("Orders"), Key: map[string]any{"id": "7"}, Update: "SET n = :n", Values: map[string]any{":n": 1}})
	// Output:
	// {
	//   "Type": "Task",
	//   "Resource": "arn:aws:states:::dynamodb:updateItem",
	//   "Parameters": {
	//     "Key": {
	//       "id": {
	//         "S": "7"
	//       }
	//     },
	//     "TableName": "Orders",
	//     "UpdateExpression": "SET n = :n",
	//     "ExpressionAttributeValues": {
	//       ":n": {
	//         "N": "1"
	//       }
	//     }
	//   },
	//   "End": true
	// }
}

func ExampleGlueStartCrawler() {
	show(tasks.GlueStartCrawler{CrawlerName: "lake"})
	// Output:
	// {
	//   "Type": "Task",
	//   "Resource": "arn:aws:states:::aws-sdk:glue:startCrawler",
	//   "Parameters": {
	//     "Name": "lake"
	//   },
	//   "End": true
	// }
}

func ExampleGlueStartJobRun() {
	show(tasks.GlueStartJobRun{JobName: "clean"})
	// Output:
	// {
	//   "Type": "Task",
	//   "Resource": "arn:aws:states:::glue:startJobRun",
	//   "Parameters": {
	//     "JobName": "clean"
	//   },
	//   "End": true
	// }
}
