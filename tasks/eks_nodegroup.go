package tasks

import "github.com/stepwise-go/stepwise/constructs/sfn"

var eksCreateNodegroup = Descriptor{
	Name: "EKSCreateNodegroup", Title: "creates a node group of an EKS cluster", Service: "eks", Action: "createNodegroup", Patterns: requestJob,
	Required: []string{"ClusterName", "NodeRole", "NodegroupName", "Subnets"}, Doc: eksDoc,
	Grants: []Grant{
		{On: "cluster", Actions: []string{"eks:CreateNodegroup"}, Why: "creates the node group"},
		{On: "*", Actions: []string{"ec2:DescribeSubnets"}, Why: "looks at the subnets, as EKS asks of whoever creates a node group"},
		{On: "nodegroup", Actions: []string{"eks:DescribeNodegroup"}, Why: "waits for the node group", Patterns: forJob},
		{On: "node role", Actions: []string{"iam:GetRole", "iam:ListAttachedRolePolicies"}, Why: "checks the role of the nodes, as EKS asks"},
		{On: "role", Actions: []string{"iam:PassRole"}, Why: "passes the nodes their role", PassedTo: []string{eksService}},
	},
}

// EKSCreateNodegroup creates a node group of an EKS cluster. The CDK has no class for it.
//
// https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateNodegroup.html
type EKSCreateNodegroup struct {
	Pattern            sfn.Pattern
	ClusterName        sfn.Text   `aws:"ClusterName,required"`
	ClusterNameScope   Scope      // the names an Expression can give
	NodegroupName      sfn.Text   `aws:"NodegroupName,required"`
	NodegroupNameScope Scope      // the names an Expression can give
	NodeRoleARN        sfn.Text   `aws:"NodeRole,required"`
	NodeRoleARNScope   Scope      // the roles an Expression can give
	Subnets            sfn.Value  `aws:"Subnets,required"` // a list of IDs
	InstanceTypes      sfn.Value  `aws:"InstanceTypes"`
	Scaling            sfn.Value  `aws:"ScalingConfig"`
	DiskSize           sfn.Number `aws:"DiskSize"` // GiB
	Tags               sfn.Value  `aws:"Tags"`
	Extra              map[string]any
}

// Bind implements sfn.Integration.
func (t EKSCreateNodegroup) Bind(c *sfn.TaskContext) sfn.Binding {
	b := eksCreateNodegroup.bind(c, t.Pattern)
	b.params(t)
	b.on("cluster", b.named("ClusterName", t.ClusterName, t.ClusterNameScope, nameIn("eks", "cluster/"))...)
	b.on("nodegroup", b.inCluster("nodegroup", t.ClusterName, t.ClusterNameScope, "NodegroupName", t.NodegroupName, t.NodegroupNameScope)...)
	roles := b.roles("NodeRoleARN", t.NodeRoleARN, t.NodeRoleARNScope)
	b.on("node role", roles...)
	b.on("role", roles...)
	return b.done(t.Extra)
}

var eksDeleteNodegroup = Descriptor{
	Name: "EKSDeleteNodegroup", Title: "deletes a node group of an EKS cluster", Service: "eks", Action: "deleteNodegroup", Patterns: requestJob,
	Required: []string{"ClusterName", "NodegroupName"}, Doc: eksDoc,
	Grants: []Grant{
		{On: "nodegroup", Actions: []string{"eks:DeleteNodegroup"}, Why: "deletes the node group"},
		{On: "nodegroup", Actions: []string{"eks:DescribeNodegroup"}, Why: "waits for the node group to be gone", Patterns: forJob},
	},
}

// EKSDeleteNodegroup deletes a node group of an EKS cluster. The CDK has no class for it.
type EKSDeleteNodegroup struct {
	Pattern            sfn.Pattern
	ClusterName        sfn.Text `aws:"ClusterName,required"`
	ClusterNameScope   Scope    // the names an Expression can give
	NodegroupName      sfn.Text `aws:"NodegroupName,required"`
	NodegroupNameScope Scope    // the names an Expression can give
	Extra              map[string]any
}

// Bind implements sfn.Integration.
func (t EKSDeleteNodegroup) Bind(c *sfn.TaskContext) sfn.Binding {
	b := eksDeleteNodegroup.bind(c, t.Pattern)
	b.params(t)
	b.on("nodegroup", b.inCluster("nodegroup", t.ClusterName, t.ClusterNameScope, "NodegroupName", t.NodegroupName, t.NodegroupNameScope)...)
	return b.done(t.Extra)
}
