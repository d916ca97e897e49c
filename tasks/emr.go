package tasks

import "github.com/stepwise-go/stepwise/constructs/sfn"

const emrDoc = "https://docs.aws.amazon.com/step-functions/latest/dg/connect-emr.html"

// EMRConfiguration is a set of properties for an application on a cluster.
type EMRConfiguration struct {
	Classification sfn.Text           `aws:"Classification"`
	Properties     sfn.Value          `aws:"Properties"`
	Configurations []EMRConfiguration `aws:"Configurations"`
}

// emrCluster returns the ARNs of the clusters that a field can be.
func (b *call) emrCluster(id sfn.Text, scope Scope) []string {
	return b.named("ClusterID", id, scope, nameIn("elasticmapreduce", "cluster/"))
}

var emrTerminateCluster = Descriptor{
	Name: "EMRTerminateCluster", Title: "terminates an EMR cluster", Service: "elasticmapreduce", Action: "terminateCluster", Patterns: requestJob,
	Required: []string{"ClusterId"}, EventsRule: "StepFunctionsGetEventForEMRTerminateJobFlowsRule", Doc: emrDoc,
	Grants: []Grant{
		{On: "cluster", Actions: []string{"elasticmapreduce:TerminateJobFlows"}, Why: "terminates the cluster"},
		{On: "cluster", Actions: []string{"elasticmapreduce:DescribeCluster"}, Why: "waits for the cluster to end", Patterns: forJob},
	},
}

// EMRTerminateCluster terminates an EMR cluster.
type EMRTerminateCluster struct {
	Pattern        sfn.Pattern
	ClusterID      sfn.Text `aws:"ClusterId,required"`
	ClusterIDScope Scope    // the clusters an Expression can give
	Extra          map[string]any
}

// Bind implements sfn.Integration.
func (t EMRTerminateCluster) Bind(c *sfn.TaskContext) sfn.Binding {
	b := emrTerminateCluster.bind(c, t.Pattern)
	b.params(t)
	b.on("cluster", b.emrCluster(t.ClusterID, t.ClusterIDScope)...)
	return b.done(t.Extra)
}

var emrSetClusterTerminationProtection = Descriptor{
	Name: "EMRSetClusterTerminationProtection", Title: "protects an EMR cluster from termination, or not", Service: "elasticmapreduce",
	Action: "setClusterTerminationProtection", Patterns: onlyRequest, Required: []string{"ClusterId", "TerminationProtected"}, Doc: emrDoc,
	Grants: []Grant{{On: "cluster", Actions: []string{"elasticmapreduce:SetTerminationProtection"}, Why: "sets the protection"}},
}

// EMRSetClusterTerminationProtection protects an EMR cluster from termination, or takes the protection away.
type EMRSetClusterTerminationProtection struct {
	ClusterID            sfn.Text `aws:"ClusterId,required"`
	ClusterIDScope       Scope    // the clusters an Expression can give
	TerminationProtected sfn.Bool `aws:"TerminationProtected,required"`
	Extra                map[string]any
}

// Bind implements sfn.Integration.
func (t EMRSetClusterTerminationProtection) Bind(c *sfn.TaskContext) sfn.Binding {
	b := emrSetClusterTerminationProtection.bind(c, RequestResponse)
	b.params(t)
	b.on("cluster", b.emrCluster(t.ClusterID, t.ClusterIDScope)...)
	return b.done(t.Extra)
}
