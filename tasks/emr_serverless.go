package tasks

import (
	"github.com/stepwise-go/stepwise/constructs/sfn"
	"github.com/stepwise-go/stepwise/iam"
)

const emrServerlessDoc = "https://docs.aws.amazon.com/step-functions/latest/dg/connect-emr-serverless.html"

// applications returns the ARNs of the EMR Serverless applications that a field can be.
func (b *call) applications(id sfn.Text, scope Scope) []string {
	return b.named("ApplicationID", id, scope, nameIn("emr-serverless", "/applications/"))
}

const emrServerlessRule = "StepFunctionsGetEventsForEMRServerlessApplicationRule"

var emrServerlessCreateApplication = Descriptor{
	Name: "EMRServerlessCreateApplication", Title: "creates an EMR Serverless application", Service: "emr-serverless", Action: "createApplication",
	Patterns: requestJob, Required: []string{"ReleaseLabel", "Type"}, EventsRule: emrServerlessRule, Doc: emrServerlessDoc,
	Grants: []Grant{
		{On: "account", Actions: []string{"emr-serverless:CreateApplication"}, Why: "creates the application"},
		{On: "created applications", Actions: []string{"emr-serverless:GetApplication", "emr-serverless:DeleteApplication"}, Why: "waits for the application and deletes it if the execution is stopped", Patterns: forJob},
		{On: "tagged applications", Actions: []string{"emr-serverless:TagResource"}, Why: "tags the application", When: "Tags are set"},
	},
}

// EMRServerlessCreateApplication creates an EMR Serverless application. The CDK has no class for it.
//
// https://docs.aws.amazon.com/emr-serverless/latest/APIReference/API_CreateApplication.html
type EMRServerlessCreateApplication struct {
	Pattern         sfn.Pattern
	Name            sfn.Text  `aws:"Name"`
	ReleaseLabel    sfn.Text  `aws:"ReleaseLabel,required"` // emr-7.0.0
	Type            sfn.Text  `aws:"Type,required"`         // SPARK, HIVE
	Architecture    sfn.Text  `aws:"Architecture"`          // ARM64, X86_64
	InitialCapacity sfn.Value `aws:"InitialCapacity"`
	MaximumCapacity sfn.Value `aws:"MaximumCapacity"`
	Network         sfn.Value `aws:"NetworkConfiguration"`
	AutoStart       sfn.Value `aws:"AutoStartConfiguration"`
	AutoStop        sfn.Value `aws:"AutoStopConfiguration"`
	ClientToken     sfn.Text  `aws:"ClientToken"`
	Tags            sfn.Value `aws:"Tags"`
	Extra           map[string]any
}

// Bind implements sfn.Integration.
func (t EMRServerlessCreateApplication) Bind(c *sfn.TaskContext) sfn.Binding {
	b := emrServerlessCreateApplication.bind(c, t.Pattern)
	b.params(t)
	b.on("account", localARN("emr-serverless", "/*"))
	b.on("created applications", localARN("emr-serverless", "/applications/*"))
	if isSet(t.Tags) {
		b.on("tagged applications", localARN("emr-serverless", "/applications/*"))
	}
	b.allow(iam.Allow("iam:CreateServiceLinkedRole").
		On("arn:${AWS::Partition}:iam::${AWS::AccountId}:role/aws-service-role/ops.emr-serverless.amazonaws.com/AWSServiceRoleForAmazonEMRServerless*").
		If("StringLike", "iam:AWSServiceName", "ops.emr-serverless.amazonaws.com"), "lets EMR Serverless make its role at the first use in the account")
	return b.done(t.Extra)
}

// applicationRow is the row of an action on an application.
func applicationRow(name, title, action string, grants ...Grant) Descriptor {
	return Descriptor{
		Name: name, Title: title, Service: "emr-serverless", Action: action, Patterns: requestJob, Required: []string{"ApplicationId"},
		EventsRule: emrServerlessRule, Doc: emrServerlessDoc, Grants: grants,
	}
}

var emrServerlessStartApplication = applicationRow("EMRServerlessStartApplication", "starts an EMR Serverless application", "startApplication",
	Grant{On: "application", Actions: []string{"emr-serverless:StartApplication"}, Why: "starts the application"},
	Grant{On: "application", Actions: []string{"emr-serverless:GetApplication", "emr-serverless:StopApplication"}, Why: "waits for the application and stops it if the execution is stopped", Patterns: forJob})

// EMRServerlessStartApplication starts an EMR Serverless application. The CDK has no class for it.
type EMRServerlessStartApplication struct {
	Pattern            sfn.Pattern
	ApplicationID      sfn.Text `aws:"ApplicationId,required"`
	ApplicationIDScope Scope    // the IDs an Expression can give
	Extra              map[string]any
}

// Bind implements sfn.Integration.
func (t EMRServerlessStartApplication) Bind(c *sfn.TaskContext) sfn.Binding {
	b := emrServerlessStartApplication.bind(c, t.Pattern)
	b.params(t)
	b.on("application", b.applications(t.ApplicationID, t.ApplicationIDScope)...)
	return b.done(t.Extra)
}

var emrServerlessStopApplication = applicationRow("EMRServerlessStopApplication", "stops an EMR Serverless application", "stopApplication",
	Grant{On: "application", Actions: []string{"emr-serverless:StopApplication"}, Why: "stops the application"},
	Grant{On: "application", Actions: []string{"emr-serverless:GetApplication"}, Why: "waits for the application to have stopped", Patterns: forJob})

// EMRServerlessStopApplication stops an EMR Serverless application. The CDK has no class for it.
type EMRServerlessStopApplication struct {
	Pattern            sfn.Pattern
	ApplicationID      sfn.Text `aws:"ApplicationId,required"`
	ApplicationIDScope Scope    // the IDs an Expression can give
	Extra              map[string]any
}

// Bind implements sfn.Integration.
func (t EMRServerlessStopApplication) Bind(c *sfn.TaskContext) sfn.Binding {
	b := emrServerlessStopApplication.bind(c, t.Pattern)
	b.params(t)
	b.on("application", b.applications(t.ApplicationID, t.ApplicationIDScope)...)
	return b.done(t.Extra)
}

var emrServerlessDeleteApplication = applicationRow("EMRServerlessDeleteApplication", "deletes an EMR Serverless application", "deleteApplication",
	Grant{On: "application", Actions: []string{"emr-serverless:DeleteApplication"}, Why: "deletes the application"},
	Grant{On: "application", Actions: []string{"emr-serverless:GetApplication"}, Why: "waits for the application to be gone", Patterns: forJob})

// EMRServerlessDeleteApplication deletes an EMR Serverless application. The CDK has no class for it.
type EMRServerlessDeleteApplication struct {
	Pattern            sfn.Pattern
	ApplicationID      sfn.Text `aws:"ApplicationId,required"`
	ApplicationIDScope Scope    // the IDs an Expression can give
	Extra              map[string]any
}

// Bind implements sfn.Integration.
func (t EMRServerlessDeleteApplication) Bind(c *sfn.TaskContext) sfn.Binding {
	b := emrServerlessDeleteApplication.bind(c, t.Pattern)
	b.params(t)
	b.on("application", b.applications(t.ApplicationID, t.ApplicationIDScope)...)
	return b.done(t.Extra)
}
