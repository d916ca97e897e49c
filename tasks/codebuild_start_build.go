package tasks

import "github.com/stepwise-go/stepwise/constructs/sfn"

var codeBuildStartBuild = Descriptor{
	Name: "CodeBuildStartBuild", Title: "runs a build of CodeBuild",
	Service: "codebuild", Action: "startBuild", Patterns: requestJob, Required: []string{"ProjectName"}, Doc: codeBuildDoc,
	Grants: append(codeBuildGrants("StartBuild", "runs the build", "codebuild:BatchGetBuilds", "codebuild:StopBuild"),
		Grant{On: "report group", Actions: []string{"codebuild:BatchGetReports"}, Why: "reads the reports of the build", Patterns: forJob, When: "ReportGroups are set"}),
	EventsRule: "StepFunctionsGetEventForCodeBuildStartBuildRule",
}

// CodeBuildStartBuild runs a build of CodeBuild. With RunJob it waits for the build, and fails if the build does.
//
// https://docs.aws.amazon.com/codebuild/latest/APIReference/API_StartBuild.html
type CodeBuildStartBuild struct {
	Project Project
	// Environment variables in place of the project's: a map of texts, Expressions and
	// CodeBuildVariable, or Fields in an order.
	Environment   sfn.Value
	SourceVersion sfn.Text    `aws:"SourceVersion"` // a commit, branch, tag or version of the source
	Buildspec     sfn.Text    `aws:"BuildspecOverride"`
	Image         sfn.Text    `aws:"ImageOverride"`
	ComputeType   sfn.Text    `aws:"ComputeTypeOverride"`
	Timeout       sfn.Seconds `aws:"TimeoutInMinutesOverride,minutes"` // whole minutes, 5 to 2,160
	ReportGroups  []string    // ARNs of report groups whose reports are part of the result of RunJob
	Pattern       sfn.Pattern // RequestResponse or RunJob
	Extra         map[string]any
}

// Bind implements sfn.Integration.
func (t CodeBuildStartBuild) Bind(c *sfn.TaskContext) sfn.Binding {
	b := codeBuildStartBuild.bind(c, t.Pattern)
	b.need("ProjectName", t.Project.Name, "Project")
	b.set("EnvironmentVariablesOverride", b.variables(t.Environment))
	b.params(t)
	b.project(t.Project)
	b.on("report group", t.ReportGroups...)
	return b.done(t.Extra)
}
