package tasks_test

import (
	"time"

	"github.com/stepwise-go/stepwise/tasks"
)

func ExampleAgentCoreInvokeHarness() {
	show(tasks.AgentCoreInvokeHarness{
		HarnessARN: "arn:aws:bedrock-agentcore:us-east-1:111122223333:harness/support",
		Messages:   []any{map[string]any{"Role": "user", "Content": []any{map[string]any{"Text": "Where is my order?"}}}}, Timeout: 5 * time.Minute,
	})
	// Output:
	// {
	//   "Type": "Task",
	//   "Resource": "arn:aws:states:::bedrockagentcore:invokeHarness",
	//   "Parameters": {
	//     "HarnessArn": "arn:aws:bedrock-agentcore:us-east-1:111122223333:harness/support",
	//     "Messages": [
	//       {
	//         "Content": [
	//           {
	//             "Text": "Where is my order?"
	//           }
	//         ],
	//         "Role": "user"
	//       }
	//     ],
	//     "TimeoutSeconds": 300
	//   },
	//   "Retry": [
	//     {
	//       "ErrorEquals": [
	//         "BedrockAgentCore.ThrottlingException"
	//       ],
	//       "IntervalSeconds": 2,
	//       "MaxAttempts": 3,
	//       "BackoffRate": 2,
	//       "JitterStrategy": "FULL"
	//     }
	//   ],
	//   "End": true
	// }
}

func ExampleBatchSubmitJob() {
	show(tasks.BatchSubmitJob{JobName: "nightly", JobDefinition: "report:2", JobQueue: "night", Timeout: time.Hour, Tags: map[string]string{"team": "data"}})
	// Output:
	// {
	//   "Type": "Task",
	//   "Resource": "arn:aws:states:::batch:submitJob",
	//   "Parameters": {
	//     "JobName": "nightly",
	//     "JobDefinition": "report:2",
	//     "JobQueue": "night",
	//     "Timeout": {
	//       "AttemptDurationSeconds": 3600
	//     },
	//     "Tags": {
	//       "team": "data"
	//     }
	//   },
	//   "End": true
	// }
}

func ExampleBedrockCreateModelCustomizationJob() {
	show(tasks.BedrockCreateModelCustomizationJob{BaseModelID: "amazon.titan-text-express-v1", CustomModelName: "mine", JobName: "job", RoleARN: "arn:aws:iam::111122223333:role/job",
		TrainingData: tasks.S3Location{URI: "s3://b/train.jsonl"}, Output: tasks.S3Location{URI: "s3://b/out"}, JobTags: map[string]string{"team": "data"},
	})
	// Output:
	// {
	//   "Type": "Task",
	//   "Resource": "arn:aws:states:::bedrock:createModelCustomizationJob",
	//   "Parameters": {
	//     "BaseModelIdentifier": "amazon.titan-text-express-v1",
	//     "CustomModelName": "mine",
	//     "JobName": "job",
	//     "RoleArn": "arn:aws:iam::111122223333:role/job",
	//     "TrainingDataConfig": {
	//       "S3Uri": "s3://b/train.jsonl"
	//     },
	//     "OutputDataConfig": {
	//       "S3Uri": "s3://b/out"
	//     },
	//     "JobTags": [
	//       {
	//         "Key": "team",
	//         "Value": "data"
	//       }
	//     ]
	//   },
	//   "End": true
	// }
}

func ExampleBedrockInvokeModel() {
	show(tasks.BedrockInvokeModel{ModelID: "amazon.titan-text-express-v1", Input: "s3://b/in.json", Output: "s3://b/out.json", Guardrail: tasks.Guardrail{ID: "g", Version: "1"}})
	// Output:
	// {
	//   "Type": "Task",
	//   "Resource": "arn:aws:states:::bedrock:invokeModel",
	//   "Parameters": {
	//     "ModelId": "amazon.titan-text-express-v1",
	//     "Input": {
	//       "S3Uri": "s3://b/in.json"
	//     },
	//     "Output": {
	//       "S3Uri": "s3://b/out.json"
	//     },
	//     "GuardrailIdentifier": "g",
	//     "GuardrailVersion": "1"
	//   },
	//   "End": true
	// }
}

func ExampleECSRunTask() {
	show(tasks.ECSRunTask{
		TaskDefinition: tasks.TaskDefinitionAt("render:3", "arn:aws:iam::111122223333:role/job"), Cluster: tasks.ECSClusterAt("films"), LaunchType: "FARGATE",
		Subnets: []string{"subnet-1"}, Tags: map[string]string{"team": "data"},
		Overrides: tasks.ECSOverrides{Containers: []tasks.ECSContainer{{Name: "main", Environment: map[string]any{"MODE": "fast"}}}},
	})
	// Output:
	// {
	//   "Type": "Task",
	//   "Resource": "arn:aws:states:::ecs:runTask",
	//   "Parameters": {
	//     "Cluster": "films",
	//     "TaskDefinition": "render:3",
	//     "NetworkConfiguration": {
	//       "AwsvpcConfiguration": {
	//         "Subnets": [
	//           "subnet-1"
	//         ]
	//       }
	//     },
	//     "LaunchType": "FARGATE",
	//     "Overrides": {
	//       "ContainerOverrides": [
	//         {
	//           "Name": "main",
	//           "Environment": [
	//             {
	//               "Name": "MODE",
	//               "Value": "fast"
	//             }
	//           ]
	//         }
	//       ]
	//     },
	//     "Tags": [
	//       {
	//         "Key": "team",
	//         "Value": "data"
	//       }
	//     ]
	//   },
	//   "End": true
	// }
}

func ExampleEvaluateExpression() {
	show(tasks.EvaluateExpression{Function: tasks.FunctionAt("arn:aws:lambda:us-east-1:111122223333:function:eval"), Expression: "$.a + $.b"})
	// Output:
	// {
	//   "Type": "Task",
	//   "Resource": "arn:aws:lambda:us-east-1:111122223333:function:eval",
	//   "Parameters": {
	//     "expression": "$.a + $.b",
	//     "expressionAttributeValues": {
	//       "$.a.$": "$.a",
	//       "$.b.$": "$.b"
	//     }
	//   },
	//   "Retry": [
	//     {
	//       "ErrorEquals": [
	//         "Lambda.ClientExecutionTimeoutException",
	//         "Lambda.ServiceException",
	//         "Lambda.AWSLambdaException",
	//         "Lambda.SdkClientException",
	//         "Lambda.TooManyRequestsException"
	//       ],
	//       "IntervalSeconds": 2,
	//       "MaxAttempts": 6,
	//       "BackoffRate": 2,
	//       "JitterStrategy": "FULL"
	//     }
	//   ],
	//   "End": true
	// }
}

func ExampleInvokeActivity() {
	show(tasks.InvokeActivity{Activity: tasks.ActivityRef{ARN: "arn:aws:states:us-east-1:111122223333:activity:pack", KeyARN: "arn:aws:kms:us-east-1:111122223333:key/k"}})
	// Output:
	// {
	//   "Type": "Task",
	//   "Resource": "arn:aws:states:us-east-1:111122223333:activity:pack",
	//   "End": true
	// }
}

func ExampleLambdaInvoke() {
	show(tasks.LambdaInvoke{Function: tasks.FunctionAt("arn:aws:lambda:us-east-1:111122223333:function:charge"), Payload: map[string]any{"n": 1}})
	// Output:
	// {
	//   "Type": "Task",
	//   "Resource": "arn:aws:states:::lambda:invoke",
	//   "Parameters": {
	//     "FunctionName": "arn:aws:lambda:us-east-1:111122223333:function:charge",
	//     "Payload": {
	//       "n": 1
	//     }
	//   },
	//   "Retry": [
	//     {
	//       "ErrorEquals": [
	//         "Lambda.ClientExecutionTimeoutException",
	//         "Lambda.ServiceException",
	//         "Lambda.AWSLambdaException",
	//         "Lambda.SdkClientException",
	//         "Lambda.TooManyRequestsException"
	//       ],
	//       "IntervalSeconds": 2,
	//       "MaxAttempts": 6,
	//       "BackoffRate": 2,
	//       "JitterStrategy": "FULL"
	//     }
	//   ],
	//   "End": true
	// }
}

func ExampleMediaConvertCreateJob() {
	show(tasks.MediaConvertCreateJob{Role: "arn:aws:iam::111122223333:role/job", Settings: map[string]any{"Inputs": []any{}}, Queue: "fast"})
	// Output:
	// {
	//   "Type": "Task",
	//   "Resource": "arn:aws:states:::mediaconvert:createJob",
	//   "Parameters": {
	//     "Role": "arn:aws:iam::111122223333:role/job",
	//     "Settings": {
	//       "Inputs": []
	//     },
	//     "Queue": "fast"
	//   },
	//   "End": true
	// }
}

func ExampleStartExecution() {
	show(tasks.StartExecution{Machine: tasks.MachineAt("arn:aws:states:us-east-1:111122223333:stateMachine:child"), Input: map[string]any{"n": 1}})
	// Output:
	// {
	//   "Type": "Task",
	//   "Resource": "arn:aws:states:::states:startExecution",
	//   "Parameters": {
	//     "StateMachineArn": "arn:aws:states:us-east-1:111122223333:stateMachine:child",
	//     "Input": {
	//       "n": 1
	//     }
	//   },
	//   "End": true
	// }
}
