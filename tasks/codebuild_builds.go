package tasks

import "github.com/stepwise-go/stepwise/constructs/sfn"

var codeBuildStopBuild = Descriptor{
	Name: "CodeBuildStopBuild", Title: "stops a build",
	Service: "codebuild", Action: "stopBuild", Patterns: onlyRequest, Required: []string{"Id"}, Doc: codeBuildDoc,
	Grants: codeBuildGrants("StopBuild", "stops the build"),
}

// CodeBuildStopBuild stops a build of CodeBuild.
type CodeBuildStopBuild struct {
	ID      sfn.Text `aws:"Id,required"` // of the build
	Project Project  // of the build, for the permissions
	Extra   map[string]any
}

// Bind implements sfn.Integration.
func (t CodeBuildStopBuild) Bind(c *sfn.TaskContext) sfn.Binding {
	b := codeBuildStopBuild.bind(c, RequestResponse)
	b.params(t)
	b.project(t.Project)
	return b.done(t.Extra)
}

var codeBuildBatchDeleteBuilds = Descriptor{
	Name: "CodeBuildBatchDeleteBuilds", Title: "deletes builds",
	Service: "codebuild", Action: "batchDeleteBuilds", Patterns: onlyRequest, Required: []string{"Ids"}, Doc: codeBuildDoc,
	Grants: codeBuildGrants("BatchDeleteBuilds", "deletes the builds"),
}

// CodeBuildBatchDeleteBuilds deletes builds. Right after a stop the service tries for a while.
type CodeBuildBatchDeleteBuilds struct {
	IDs     sfn.Value `aws:"Ids,required"` // of the builds: a list of texts, or an Expression
	Project Project   // of the builds, for the permissions
	Extra   map[string]any
}

// Bind implements sfn.Integration.
func (t CodeBuildBatchDeleteBuilds) Bind(c *sfn.TaskContext) sfn.Binding {
	b := codeBuildBatchDeleteBuilds.bind(c, RequestResponse)
	b.params(t)
	b.project(t.Project)
	return b.done(t.Extra)
}

var codeBuildBatchGetReports = Descriptor{
	Name: "CodeBuildBatchGetReports", Title: "reads test reports of builds",
	Service: "codebuild", Action: "batchGetReports", Patterns: onlyRequest, Required: []string{"ReportArns"}, Doc: codeBuildDoc,
	Grants: []Grant{{On: "report group", Actions: []string{"codebuild:BatchGetReports"}, Why: "reads the reports"}},
}

// CodeBuildBatchGetReports reads test reports of builds.
type CodeBuildBatchGetReports struct {
	ReportARNs   sfn.Value `aws:"ReportArns,required"` // a list of texts, or an Expression
	ReportGroups Scope     // names or ARNs of the groups of the reports, for the permissions; required
	Extra        map[string]any
}

// Bind implements sfn.Integration.
func (t CodeBuildBatchGetReports) Bind(c *sfn.TaskContext) sfn.Binding {
	b := codeBuildBatchGetReports.bind(c, RequestResponse)
	b.params(t)
	if len(t.ReportGroups) == 0 {
		b.report(missing(need{"ReportGroups", "ReportGroups"}))
	}
	for _, name := range t.ReportGroups {
		b.on("report group", nameIn("codebuild", "report-group/")(name))
	}
	return b.done(t.Extra)
}
