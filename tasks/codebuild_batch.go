package tasks

import (
	"github.com/stepwise-go/stepwise/constructs/sfn"
	"github.com/stepwise-go/stepwise/iam"
)

const codeBuildBatchRule = "StepFunctionsGetEventForCodeBuildStartBuildBatchRule"

var codeBuildStartBuildBatch = Descriptor{
	Name: "CodeBuildStartBuildBatch", Title: "runs a batch of builds of CodeBuild",
	Service: "codebuild", Action: "startBuildBatch", Patterns: requestJob, Required: []string{"ProjectName"}, Doc: codeBuildDoc,
	Grants:     codeBuildGrants("StartBuildBatch", "runs the batch", "codebuild:BatchGetBuildBatches", "codebuild:StopBuildBatch"),
	EventsRule: codeBuildBatchRule,
}

// CodeBuildStartBuildBatch runs a batch of builds. With RunJob it waits for the batch, and fails if the batch does.
type CodeBuildStartBuildBatch struct {
	Project Project
	// Environment variables in place of the project's: a map of texts, Expressions and
	// CodeBuildVariable, or Fields in an order.
	Environment   sfn.Value
	SourceVersion sfn.Text    `aws:"SourceVersion"`
	Buildspec     sfn.Text    `aws:"BuildspecOverride"`
	Pattern       sfn.Pattern // RequestResponse or RunJob
	Extra         map[string]any
}

// Bind implements sfn.Integration.
func (t CodeBuildStartBuildBatch) Bind(c *sfn.TaskContext) sfn.Binding {
	b := codeBuildStartBuildBatch.bind(c, t.Pattern)
	b.need("ProjectName", t.Project.Name, "Project")
	b.set("EnvironmentVariablesOverride", b.variables(t.Environment))
	b.params(t)
	b.project(t.Project)
	return b.done(t.Extra)
}

var codeBuildRetryBuildBatch = Descriptor{
	Name: "CodeBuildRetryBuildBatch", Title: "runs a failed batch of builds again",
	Service: "codebuild", Action: "retryBuildBatch", Patterns: requestJob, Required: []string{"Id"}, Doc: codeBuildDoc,
	Grants:     codeBuildGrants("RetryBuildBatch", "runs the batch again", "codebuild:BatchGetBuildBatches", "codebuild:StopBuildBatch"),
	EventsRule: codeBuildBatchRule,
}

// CodeBuildRetryBuildBatch runs a failed batch of builds again.
type CodeBuildRetryBuildBatch struct {
	ID        sfn.Text    `aws:"Id,required"` // of the batch
	Project   Project     // of the batch, for the permissions
	RetryType sfn.Text    `aws:"RetryType"` // "RETRY_ALL_BUILDS" or "RETRY_FAILED_BUILDS"
	Pattern   sfn.Pattern // RequestResponse or RunJob
	Extra     map[string]any
}

// Bind implements sfn.Integration.
func (t CodeBuildRetryBuildBatch) Bind(c *sfn.TaskContext) sfn.Binding {
	b := codeBuildRetryBuildBatch.bind(c, t.Pattern)
	b.params(t)
	b.project(t.Project)
	if t.Pattern == RunJob {
		// The guide does not name the rule of retries; both names are of rules that Step Functions manages.
		b.allow(iam.Allow("events:PutTargets", "events:PutRule", "events:DescribeRule").
			On(localARN("events", "rule/StepFunctionsGetEventForCodeBuildRetryBuildBatchRule")), "hears of the end of the job from EventBridge")
	}
	return b.done(t.Extra)
}

var codeBuildStopBuildBatch = Descriptor{
	Name: "CodeBuildStopBuildBatch", Title: "stops a batch of builds",
	Service: "codebuild", Action: "stopBuildBatch", Patterns: onlyRequest, Required: []string{"Id"}, Doc: codeBuildDoc,
	Grants: codeBuildGrants("StopBuildBatch", "stops the batch"),
}

// CodeBuildStopBuildBatch stops a batch of builds.
type CodeBuildStopBuildBatch struct {
	ID      sfn.Text `aws:"Id,required"` // of the batch
	Project Project  // of the batch, for the permissions
	Extra   map[string]any
}

// Bind implements sfn.Integration.
func (t CodeBuildStopBuildBatch) Bind(c *sfn.TaskContext) sfn.Binding {
	b := codeBuildStopBuildBatch.bind(c, RequestResponse)
	b.params(t)
	b.project(t.Project)
	return b.done(t.Extra)
}

var codeBuildDeleteBuildBatch = Descriptor{
	Name: "CodeBuildDeleteBuildBatch", Title: "deletes a batch of builds",
	Service: "codebuild", Action: "deleteBuildBatch", Patterns: onlyRequest, Required: []string{"Id"}, Doc: codeBuildDoc,
	Grants: codeBuildGrants("DeleteBuildBatch", "deletes the batch"),
}

// CodeBuildDeleteBuildBatch deletes a batch of builds. Right after a stop the service tries for a while.
type CodeBuildDeleteBuildBatch struct {
	ID      sfn.Text `aws:"Id,required"` // of the batch
	Project Project  // of the batch, for the permissions
	Extra   map[string]any
}

// Bind implements sfn.Integration.
func (t CodeBuildDeleteBuildBatch) Bind(c *sfn.TaskContext) sfn.Binding {
	b := codeBuildDeleteBuildBatch.bind(c, RequestResponse)
	b.params(t)
	b.project(t.Project)
	return b.done(t.Extra)
}
