package tasks

import (
	"strings"

	"github.com/stepwise-go/stepwise/constructs/sfn"
)

var sageMakerCreateModel = Descriptor{
	Name: "SageMakerCreateModel", Title: "creates a model", Service: "sagemaker", Action: "createModel", Patterns: onlyRequest,
	Required: []string{"ModelName", "ExecutionRoleArn"}, Doc: sageMakerDoc,
	Grants: []Grant{
		{On: "model", Actions: []string{"sagemaker:CreateModel"}, Why: "creates the model"},
		{On: "tagged model", Actions: []string{"sagemaker:AddTags"}, Why: "tags the model", When: "Tags are set"},
		{On: "role", Actions: []string{"iam:PassRole"}, Why: "passes the model its role", PassedTo: []string{sageMakerService}},
	},
}

// SageMakerCreateModel creates a model of one container, or of several in a line.
//
// https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateModel.html
type SageMakerCreateModel struct {
	ModelName        sfn.Text         `aws:"ModelName,required"`
	ModelNameScope   Scope            // the names an Expression can give
	RoleARN          sfn.Text         `aws:"ExecutionRoleArn,required"`
	RoleARNScope     Scope            // the roles an Expression can give
	PrimaryContainer ModelContainer   `aws:"PrimaryContainer"` // or
	Containers       []ModelContainer `aws:"Containers"`
	VPC              SageMakerVPC     `aws:"VpcConfig"`
	NetworkIsolation sfn.Bool         `aws:"EnableNetworkIsolation"`
	Tags             sfn.Value        `aws:"Tags"` // a list of {"Key": ..., "Value": ...}
	Extra            map[string]any
}

// ModelContainer is a container of a model.
type ModelContainer struct {
	Hostname         string    `aws:"ContainerHostname"`
	Image            sfn.Text  `aws:"Image"`
	Mode             string    `aws:"Mode"` // SingleModel, MultiModel
	ModelDataURL     sfn.Text  `aws:"ModelDataUrl"`
	ModelPackageName sfn.Text  `aws:"ModelPackageName"`
	Environment      sfn.Value `aws:"Environment"`
}

// Bind implements sfn.Integration.
func (t SageMakerCreateModel) Bind(c *sfn.TaskContext) sfn.Binding {
	b := sageMakerCreateModel.bind(c, RequestResponse)
	b.params(t)
	if (t.PrimaryContainer == ModelContainer{}) == (len(t.Containers) == 0) {
		b.report(oneOf("PrimaryContainer", "Containers"))
	}
	arns := b.named("ModelName", t.ModelName, t.ModelNameScope, sageMakerLower("model/"))
	b.on("model", arns...)
	if isSet(t.Tags) {
		b.on("tagged model", arns...)
	}
	b.on("role", b.roles("RoleARN", t.RoleARN, t.RoleARNScope)...)
	return b.done(t.Extra)
}

// sageMakerLower makes the ARN of a model or endpoint, which SageMaker writes in lower case.
func sageMakerLower(prefix string) func(string) string {
	return func(name string) string {
		if !sfn.HasToken(name) {
			name = strings.ToLower(name)
		}
		return localARN("sagemaker", prefix+name)
	}
}
