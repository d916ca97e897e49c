package tasks

import "github.com/stepwise-go/stepwise/constructs/sfn"

var eksCreateFargateProfile = Descriptor{
	Name: "EKSCreateFargateProfile", Title: "creates a Fargate profile of an EKS cluster", Service: "eks", Action: "createFargateProfile", Patterns: requestJob,
	Required: []string{"ClusterName", "FargateProfileName", "PodExecutionRoleArn"}, Doc: eksDoc,
	Grants: []Grant{
		{On: "cluster", Actions: []string{"eks:CreateFargateProfile"}, Why: "creates the profile"},
		{On: "profile", Actions: []string{"eks:DescribeFargateProfile"}, Why: "waits for the profile", Patterns: forJob},
		{On: "role", Actions: []string{"iam:PassRole"}, Why: "passes the pods their role", PassedTo: []string{eksService}},
	},
}

// EKSCreateFargateProfile creates a Fargate profile of an EKS cluster. The CDK has no class for it.
//
// https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateFargateProfile.html
type EKSCreateFargateProfile struct {
	Pattern                  sfn.Pattern
	ClusterName              sfn.Text  `aws:"ClusterName,required"`
	ClusterNameScope         Scope     // the names an Expression can give
	FargateProfileName       sfn.Text  `aws:"FargateProfileName,required"`
	FargateProfileNameScope  Scope     // the names an Expression can give
	PodExecutionRoleARN      sfn.Text  `aws:"PodExecutionRoleArn,required"`
	PodExecutionRoleARNScope Scope     // the roles an Expression can give
	Selectors                sfn.Value `aws:"Selectors"` // [{"Namespace": ...}]
	Subnets                  sfn.Value `aws:"Subnets"`
	Tags                     sfn.Value `aws:"Tags"`
	Extra                    map[string]any
}

// Bind implements sfn.Integration.
func (t EKSCreateFargateProfile) Bind(c *sfn.TaskContext) sfn.Binding {
	b := eksCreateFargateProfile.bind(c, t.Pattern)
	b.params(t)
	b.on("cluster", b.named("ClusterName", t.ClusterName, t.ClusterNameScope, nameIn("eks", "cluster/"))...)
	b.on("profile", b.inCluster("fargateprofile", t.ClusterName, t.ClusterNameScope, "FargateProfileName", t.FargateProfileName, t.FargateProfileNameScope)...)
	b.on("role", b.roles("PodExecutionRoleARN", t.PodExecutionRoleARN, t.PodExecutionRoleARNScope)...)
	return b.done(t.Extra)
}

var eksDeleteFargateProfile = Descriptor{
	Name: "EKSDeleteFargateProfile", Title: "deletes a Fargate profile of an EKS cluster", Service: "eks", Action: "deleteFargateProfile", Patterns: requestJob,
	Required: []string{"ClusterName", "FargateProfileName"}, Doc: eksDoc,
	Grants: []Grant{
		{On: "profile", Actions: []string{"eks:DeleteFargateProfile"}, Why: "deletes the profile"},
		{On: "profile", Actions: []string{"eks:DescribeFargateProfile"}, Why: "waits for the profile to be gone", Patterns: forJob},
	},
}

// EKSDeleteFargateProfile deletes a Fargate profile of an EKS cluster. The CDK has no class for it.
type EKSDeleteFargateProfile struct {
	Pattern                 sfn.Pattern
	ClusterName             sfn.Text `aws:"ClusterName,required"`
	ClusterNameScope        Scope    // the names an Expression can give
	FargateProfileName      sfn.Text `aws:"FargateProfileName,required"`
	FargateProfileNameScope Scope    // the names an Expression can give
	Extra                   map[string]any
}

// Bind implements sfn.Integration.
func (t EKSDeleteFargateProfile) Bind(c *sfn.TaskContext) sfn.Binding {
	b := eksDeleteFargateProfile.bind(c, t.Pattern)
	b.params(t)
	b.on("profile", b.inCluster("fargateprofile", t.ClusterName, t.ClusterNameScope, "FargateProfileName", t.FargateProfileName, t.FargateProfileNameScope)...)
	return b.done(t.Extra)
}
