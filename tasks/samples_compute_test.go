package tasks_test

import (
	"time"

	"github.com/stepwise-go/stepwise/constructs/sfn"
	"github.com/stepwise-go/stepwise/tasks"
)

var project = tasks.ProjectAt("site")

// environment passes the task token if the pattern needs it.
func environment(p sfn.Pattern) map[string]any {
	if p == tasks.WaitForTaskToken {
		return map[string]any{"TOKEN": sfn.TaskToken()}
	}
	return map[string]any{"MODE": "fast"}
}

var computeSamples = samples{
	"ECSRunTask": func(p sfn.Pattern) sfn.Integration {
		return tasks.ECSRunTask{
			TaskDefinition: tasks.TaskDefinitionAt("render:3", jobRole), Cluster: tasks.ECSClusterAt("films"), LaunchType: "FARGATE",
			Subnets: []string{"subnet-1"}, Tags: tags, Pattern: p,
			Overrides: tasks.ECSOverrides{Containers: []tasks.ECSContainer{{Name: "main", Environment: environment(p)}}},
		}
	},
	"AgentCoreInvokeHarness": func(sfn.Pattern) sfn.Integration {
		return tasks.AgentCoreInvokeHarness{
			HarnessARN: "arn:aws:bedrock-agentcore:us-east-1:111122223333:harness/support",
			Messages:   []any{map[string]any{"Role": "user", "Content": []any{map[string]any{"Text": "Where is my order?"}}}}, Timeout: 5 * time.Minute,
		}
	},
	"BatchSubmitJob": func(p sfn.Pattern) sfn.Integration {
		return tasks.BatchSubmitJob{JobName: "nightly", JobDefinition: "report:2", JobQueue: "night", Timeout: time.Hour, Tags: tags, Pattern: p}
	},
	"CodeBuildStartBuild": func(p sfn.Pattern) sfn.Integration {
		return tasks.CodeBuildStartBuild{
			Project: project, Environment: map[string]any{"ZONE": "eu"}, ReportGroups: []string{"arn:aws:codebuild:us-east-1:111122223333:report-group/site"}, Pattern: p,
		}
	},
	"CodeBuildStartBuildBatch": func(p sfn.Pattern) sfn.Integration {
		return tasks.CodeBuildStartBuildBatch{Project: project, Pattern: p}
	},
	"CodeBuildRetryBuildBatch": func(p sfn.Pattern) sfn.Integration {
		return tasks.CodeBuildRetryBuildBatch{ID: "site:1", Project: project, Pattern: p}
	},
	"CodeBuildStopBuild": func(sfn.Pattern) sfn.Integration { return tasks.CodeBuildStopBuild{ID: "site:1", Project: project} },
	"CodeBuildStopBuildBatch": func(sfn.Pattern) sfn.Integration {
		return tasks.CodeBuildStopBuildBatch{ID: "site:1", Project: project}
	},
	"CodeBuildDeleteBuildBatch": func(sfn.Pattern) sfn.Integration {
		return tasks.CodeBuildDeleteBuildBatch{ID: "site:1", Project: project}
	},
	"CodeBuildBatchDeleteBuilds": func(sfn.Pattern) sfn.Integration {
		return tasks.CodeBuildBatchDeleteBuilds{IDs: []string{"site:1"}, Project: project}
	},
	"CodeBuildBatchGetReports": func(sfn.Pattern) sfn.Integration {
		return tasks.CodeBuildBatchGetReports{ReportARNs: []string{"arn:aws:codebuild:us-east-1:111122223333:report/site:1"}, ReportGroups: tasks.Scope{"site"}}
	},
	"EvaluateExpression": func(sfn.Pattern) sfn.Integration {
		return tasks.EvaluateExpression{Function: tasks.FunctionAt(account + "function:eval"), Expression: "$.a + $.b"}
	},
	"APIGatewayInvoke": func(p sfn.Pattern) sfn.Integration {
		return tasks.APIGatewayInvoke{
			API: tasks.APIAt("abc123.execute-api.us-east-1.amazonaws.com"), Method: "POST", Stage: "prod", Path: "/orders", AuthType: "IAM_ROLE",
			Body: payload(p), Pattern: p,
		}
	},
}

var dataSamples = samples{
	"GlueStartJobRun":     func(p sfn.Pattern) sfn.Integration { return tasks.GlueStartJobRun{JobName: "clean", Pattern: p} },
	"GlueStartCrawler":    func(sfn.Pattern) sfn.Integration { return tasks.GlueStartCrawler{CrawlerName: "lake"} },
	"DataBrewStartJobRun": func(p sfn.Pattern) sfn.Integration { return tasks.DataBrewStartJobRun{JobName: "clean", Pattern: p} },
	"AthenaStartQueryExecution": func(p sfn.Pattern) sfn.Integration {
		return tasks.AthenaStartQueryExecution{
			QueryString: "INSERT INTO days SELECT 1", Database: "shop", Tables: tasks.Scope{"days"}, Data: []string{"s3://lake/days/"}, Writes: true,
			OutputLocation: "s3://results/athena/", Encryption: "SSE_KMS", KMSKeyARN: keyARN, Pattern: p,
		}
	},
	"AthenaStopQueryExecution": func(sfn.Pattern) sfn.Integration { return tasks.AthenaStopQueryExecution{QueryExecutionID: "q"} },
	"AthenaGetQueryExecution":  func(sfn.Pattern) sfn.Integration { return tasks.AthenaGetQueryExecution{QueryExecutionID: "q"} },
	"AthenaGetQueryResults": func(sfn.Pattern) sfn.Integration {
		return tasks.AthenaGetQueryResults{QueryExecutionID: "q", Results: []string{"s3://results/athena/"}}
	},
}
