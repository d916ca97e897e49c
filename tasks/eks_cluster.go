package tasks

import "github.com/stepwise-go/stepwise/constructs/sfn"

const eksService = "eks.amazonaws.com"

var eksCreateCluster = Descriptor{
	Name: "EKSCreateCluster", Title: "creates an EKS cluster", Service: "eks", Action: "createCluster", Patterns: requestJob,
	Required: []string{"Name", "ResourcesVpcConfig", "RoleArn"}, Doc: eksDoc,
	Grants: []Grant{
		{On: "cluster", Actions: []string{"eks:CreateCluster"}, Why: "creates the cluster"},
		{On: "cluster", Actions: []string{"eks:DescribeCluster"}, Why: "waits for the cluster", Patterns: forJob},
		{On: "role", Actions: []string{"iam:PassRole"}, Why: "passes the cluster its role", PassedTo: []string{eksService}},
	},
}

// EKSCreateCluster creates an EKS cluster. Stopping the execution does not delete it. The CDK has no
// class for it.
//
// https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateCluster.html
type EKSCreateCluster struct {
	Pattern      sfn.Pattern
	Name         sfn.Text  `aws:"Name,required"`
	NameScope    Scope     // the names an Expression can give
	RoleARN      sfn.Text  `aws:"RoleArn,required"`
	RoleARNScope Scope     // the roles an Expression can give
	VPC          sfn.Value `aws:"ResourcesVpcConfig,required"` // {"SubnetIds": [...]}
	Version      sfn.Text  `aws:"Version"`
	Logging      sfn.Value `aws:"Logging"`
	Tags         sfn.Value `aws:"Tags"`
	Extra        map[string]any
}

// Bind implements sfn.Integration.
func (t EKSCreateCluster) Bind(c *sfn.TaskContext) sfn.Binding {
	b := eksCreateCluster.bind(c, t.Pattern)
	b.params(t)
	b.on("cluster", b.named("Name", t.Name, t.NameScope, nameIn("eks", "cluster/"))...)
	b.on("role", b.roles("RoleARN", t.RoleARN, t.RoleARNScope)...)
	return b.done(t.Extra)
}

var eksDeleteCluster = Descriptor{
	Name: "EKSDeleteCluster", Title: "deletes an EKS cluster", Service: "eks", Action: "deleteCluster", Patterns: requestJob,
	Required: []string{"Name"}, Doc: eksDoc,
	Grants: []Grant{
		{On: "cluster", Actions: []string{"eks:DeleteCluster"}, Why: "deletes the cluster"},
		{On: "cluster", Actions: []string{"eks:DescribeCluster"}, Why: "waits for the cluster to be gone", Patterns: forJob},
	},
}

// EKSDeleteCluster deletes an EKS cluster. The CDK has no class for it.
type EKSDeleteCluster struct {
	Pattern   sfn.Pattern
	Name      sfn.Text `aws:"Name,required"`
	NameScope Scope    // the names an Expression can give
	Extra     map[string]any
}

// Bind implements sfn.Integration.
func (t EKSDeleteCluster) Bind(c *sfn.TaskContext) sfn.Binding {
	b := eksDeleteCluster.bind(c, t.Pattern)
	b.params(t)
	b.on("cluster", b.named("Name", t.Name, t.NameScope, nameIn("eks", "cluster/"))...)
	return b.done(t.Extra)
}

// inCluster returns the ARNs of a part of a cluster: PREFIX/CLUSTER/NAME/ID.
func (b *call) inCluster(prefix string, cluster sfn.Text, clusterScope Scope, field string, name sfn.Text, scope Scope) []string {
	var out []string
	for _, c := range b.named("ClusterName", cluster, clusterScope, func(s string) string { return s }) {
		out = append(out, b.named(field, name, scope, func(s string) string { return localARN("eks", prefix+"/"+c+"/"+s+"/*") })...)
	}
	return out
}
