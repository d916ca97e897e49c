package tasks

import "github.com/stepwise-go/stepwise/constructs/sfn"

const codeBuildDoc = "https://docs.aws.amazon.com/step-functions/latest/dg/connect-codebuild.html"

// Project is a project of CodeBuild.
type Project struct {
	Name sfn.Text // a name, an ARN, a token, or an Expression
	ARNs []string // the project, or those an Expression may choose; none is that of the name in the stack's region and account
}

// ProjectOf returns the project of a CDK construct (awscodebuild.IProject).
func ProjectOf(p interface {
	ProjectName() *string
	ProjectArn() *string
}) Project {
	if isNil(p) {
		return Project{}
	}
	return Project{Name: text(p.ProjectName()), ARNs: []string{text(p.ProjectArn())}}
}

// ProjectAt returns the project with that name or ARN. An Expression needs the ARNs it may choose from.
func ProjectAt(name sfn.Text, arns ...string) Project { return Project{name, arns} }

// project adds the permissions on a project.
func (b *call) project(p Project) {
	if !isSet(p.Name) && len(p.ARNs) == 0 {
		b.report(missing(need{"Project", "Project"}))
	}
	b.on("project", b.scoped("Project", p.Name, namedARNs(p.Name, p.ARNs, "codebuild", "project/"))...)
}

// codeBuildRow makes the rows that differ only in their action.
func codeBuildGrants(action, why string, job ...string) []Grant {
	grants := []Grant{{On: "project", Actions: []string{"codebuild:" + action}, Why: why}}
	if len(job) > 0 {
		grants = append(grants, Grant{On: "project", Actions: job, Why: "waits for it, and stops it with the execution", Patterns: forJob})
	}
	return grants
}

// CodeBuildVariable is an environment variable whose value is not plain text.
type CodeBuildVariable struct {
	Type  string // "PARAMETER_STORE", "SECRETS_MANAGER" or "PLAINTEXT"
	Value sfn.Text
}

// variables renders environment variables: a map or Fields of texts, Expressions and CodeBuildVariable.
func (b *call) variables(v sfn.Value) any {
	list, ok := b.pairs("Environment", v, "Name", "Value").([]any)
	if !ok {
		return v
	}
	for i, e := range list {
		f := e.(sfn.Fields)
		variable, ok := f[1].Value.(CodeBuildVariable)
		if !ok {
			variable = CodeBuildVariable{Value: f[1].Value}
		}
		if variable.Type == "" {
			variable.Type = "PLAINTEXT"
		}
		list[i] = sfn.Fields{f[0], {Name: "Type", Value: variable.Type}, {Name: "Value", Value: variable.Value}}
	}
	return list
}
