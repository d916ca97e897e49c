package tasks_test

import (
	"github.com/stepwise-go/stepwise/tasks"
)

func ExampleEMRServerlessCancelJobRun() {
	show(tasks.EMRServerlessCancelJobRun{ApplicationID: "a", JobRunID: "j"})
	// Output:
	// {
	//   "Type": "Task",
	//   "Resource": "arn:aws:states:::emr-serverless:cancelJobRun",
	//   "Parameters": {
	//     "ApplicationId": "a",
	//     "JobRunId": "j"
	//   },
	//   "End": true
	// }
}

func ExampleEMRServerlessCreateApplication() {
	show(tasks.EMRServerlessCreateApplication{ReleaseLabel: "emr-7.0.0", Type: "SPARK", Tags: map[string]any{"team": "data"}})
	// Output:
	// {
	//   "Type": "Task",
	//   "Resource": "arn:aws:states:::emr-serverless:createApplication",
	//   "Parameters": {
	//     "ReleaseLabel": "emr-7.0.0",
	//     "Type": "SPARK",
	//     "Tags": {
	//       "team": "data"
	//     }
	//   },
	//   "End": true
	// }
}

func ExampleEMRServerlessDeleteApplication() {
	show(tasks.EMRServerlessDeleteApplication{ApplicationID: "a"})
	// Output:
	// {
	//   "Type": "Task",
	//   "Resource": "arn:aws:states:::emr-serverless:deleteApplication",
	//   "Parameters": {
	//     "ApplicationId": "a"
	//   },
	//   "End": true
	// }
}

func ExampleEMRServerlessStartApplication() {
	show(tasks.EMRServerlessStartApplication{ApplicationID: "a"})
	// Output:
	// {
	//   "Type": "Task",
	//   "Resource": "arn:aws:states:::emr-serverless:startApplication",
	//   "Parameters": {
	//     "ApplicationId": "a"
	//   },
	//   "End": true
	// }
}

func ExampleEMRServerlessStartJobRun() {
	show(tasks.EMRServerlessStartJobRun{ApplicationID: "a", ExecutionRoleARN: "arn:aws:iam::111122223333:role/job", Tags: map[string]any{"team": "data"}})
	// Output:
	// {
	//   "Type": "Task",
	//   "Resource": "arn:aws:states:::emr-serverless:startJobRun",
	//   "Parameters": {
	//     "ApplicationId": "a",
	//     "ExecutionRoleArn": "arn:aws:iam::111122223333:role/job",
	//     "Tags": {
	//       "team": "data"
	//     }
	//   },
	//   "End": true
	// }
}

func ExampleEMRServerlessStopApplication() {
	show(tasks.EMRServerlessStopApplication{ApplicationID: "a"})
	// Output:
	// {
	//   "Type": "Task",
	//   "Resource": "arn:aws:states:::emr-serverless:stopApplication",
	//   "Parameters": {
	//     "ApplicationId": "a"
	//   },
	//   "End": true
	// }
}
