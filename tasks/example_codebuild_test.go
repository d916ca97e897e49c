package tasks_test

import (
	"github.com/stepwise-go/stepwise/tasks"
)

func ExampleCodeBuildBatchDeleteBuilds() {
	show(tasks.CodeBuildBatchDeleteBuilds{IDs: []string{"site:1"}, Project: tasks.ProjectAt("site")})
	// Output:
	// {
	//   "Type": "Task",
	//   "Resource": "arn:aws:states:::codebuild:batchDeleteBuilds",
	//   "Parameters": {
	//     "Ids": [
	//       "site:1"
	//     ]
	//   },
	//   "End": true
	// }
}

func ExampleCodeBuildBatchGetReports() {
	show(tasks.CodeBuildBatchGetReports{ReportARNs: []string{"arn:aws:codebuild:us-east-1:111122223333:report/site:1"}, ReportGroups: tasks.Scope{"site"}})
	// Output:
	// {
	//   "Type": "Task",
	//   "Resource": "arn:aws:states:::codebuild:batchGetReports",
	//   "Parameters": {
	//     "ReportArns": [
	//       "arn:aws:codebuild:us-east-1:111122223333:report/site:1"
	//     ]
	//   },
	//   "End": true
	// }
}

func ExampleCodeBuildDeleteBuildBatch() {
	show(tasks.CodeBuildDeleteBuildBatch{ID: "site:1", Project: tasks.ProjectAt("site")})
	// Output:
	// {
	//   "Type": "Task",
	//   "Resource": "arn:aws:states:::codebuild:deleteBuildBatch",
	//   "Parameters": {
	//     "Id": "site:1"
	//   },
	//   "End": true
	// }
}

func ExampleCodeBuildRetryBuildBatch() {
	show(tasks.CodeBuildRetryBuildBatch{ID: "site:1", Project: tasks.ProjectAt("site")})
	// Output:
	// {
	//   "Type": "Task",
	//   "Resource": "arn:aws:states:::codebuild:retryBuildBatch",
	//   "Parameters": {
	//     "Id": "site:1"
	//   },
	//   "End": true
	// }
}

func ExampleCodeBuildStartBuild() {
	show(tasks.CodeBuildStartBuild{
		Project: tasks.ProjectAt("site"), Environment: map[string]any{"ZONE": "eu"}, ReportGroups: []string{"arn:aws:codebuild:us-east-1:111122223333:report-group/site"},
	})
	// Output:
	// {
	//   "Type": "Task",
	//   "Resource": "arn:aws:states:::codebuild:startBuild",
	//   "Parameters": {
	//     "ProjectName": "site",
	//     "EnvironmentVariablesOverride": [
	//       {
	//         "Name": "ZONE",
	//         "Type": "PLAINTEXT",
	//         "Value": "eu"
	//       }
	//     ]
	//   },
	//   "End": true
	// }
}

func ExampleCodeBuildStartBuildBatch() {
	show(tasks.CodeBuildStartBuildBatch{Project: tasks.ProjectAt("site")})
	// Output:
	// {
	//   "Type": "Task",
	//   "Resource": "arn:aws:states:::codebuild:startBuildBatch",
	//   "Parameters": {
	//     "ProjectName": "site"
	//   },
	//   "End": true
	// }
}

func ExampleCodeBuildStopBuild() {
	show(tasks.CodeBuildStopBuild{ID: "site:1", Project: tasks.ProjectAt("site")})
	// Output:
	// {
	//   "Type": "Task",
	//   "Resource": "arn:aws:states:::codebuild:stopBuild",
	//   "Parameters": {
	//     "Id": "site:1"
	//   },
	//   "End": true
	// }
}

func ExampleCodeBuildStopBuildBatch() {
	show(tasks.CodeBuildStopBuildBatch{ID: "site:1", Project: tasks.ProjectAt("site")})
	// Output:
	// {
	//   "Type": "Task",
	//   "Resource": "arn:aws:states:::codebuild:stopBuildBatch",
	//   "Parameters": {
	//     "Id": "site:1"
	//   },
	//   "End": true
	// }
}
