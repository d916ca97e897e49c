package tasks

import "github.com/stepwise-go/stepwise/constructs/sfn"

var emrAddStep = Descriptor{
	Name: "EMRAddStep", Title: "runs a step on an EMR cluster", Service: "elasticmapreduce", Action: "addStep", Patterns: requestJob,
	Required: []string{"ClusterId", "Step"}, EventsRule: "StepFunctionsGetEventForEMRAddJobFlowStepsRule", Doc: emrDoc,
	Grants: []Grant{
		{On: "cluster", Actions: []string{"elasticmapreduce:AddJobFlowSteps"}, Why: "adds the step"},
		{On: "cluster", Actions: []string{"elasticmapreduce:DescribeStep", "elasticmapreduce:CancelSteps"}, Why: "watches the step and cancels it with the execution", Patterns: forJob},
		{On: "role", Actions: []string{"iam:PassRole"}, Why: "passes the step its runtime role", When: "ExecutionRoleARN is set", PassedTo: []string{"elasticmapreduce.amazonaws.com"}},
	},
}

// EMRAddStep runs a step on an EMR cluster.
//
// https://docs.aws.amazon.com/emr/latest/APIReference/API_StepConfig.html
type EMRAddStep struct {
	Pattern               sfn.Pattern
	ClusterID             sfn.Text `aws:"ClusterId,required"`
	ClusterIDScope        Scope    // the clusters an Expression can give
	ExecutionRoleARN      sfn.Text `aws:"ExecutionRoleArn"` // the runtime role of the step
	ExecutionRoleARNScope Scope    // the roles an Expression can give
	Step                  EMRStep  `aws:"Step,required"`
	Extra                 map[string]any
}

// EMRStep is a step of a cluster.
type EMRStep struct {
	Name            sfn.Text  `aws:"Name,required"`
	ActionOnFailure string    `aws:"ActionOnFailure"` // TERMINATE_CLUSTER, CANCEL_AND_WAIT, CONTINUE
	Jar             HadoopJar `aws:"HadoopJarStep,required"`
}

// HadoopJar is what a step runs.
type HadoopJar struct {
	Jar        sfn.Text   `aws:"Jar,required"`
	MainClass  sfn.Text   `aws:"MainClass"`
	Args       sfn.Value  `aws:"Args"` // a list of texts
	Properties []KeyValue `aws:"Properties"`
}

// KeyValue is a name and a value.
type KeyValue struct {
	Key   sfn.Text `aws:"Key,required"`
	Value sfn.Text `aws:"Value,required"`
}

// Bind implements sfn.Integration.
func (t EMRAddStep) Bind(c *sfn.TaskContext) sfn.Binding {
	b := emrAddStep.bind(c, t.Pattern)
	b.params(t)
	b.on("cluster", b.emrCluster(t.ClusterID, t.ClusterIDScope)...)
	b.on("role", b.roles("ExecutionRoleARN", t.ExecutionRoleARN, t.ExecutionRoleARNScope)...)
	return b.done(t.Extra)
}

var emrCancelStep = Descriptor{
	Name: "EMRCancelStep", Title: "cancels a step of an EMR cluster", Service: "elasticmapreduce", Action: "cancelStep", Patterns: onlyRequest,
	Required: []string{"ClusterId", "StepId"}, Doc: emrDoc,
	Grants: []Grant{{On: "cluster", Actions: []string{"elasticmapreduce:CancelSteps"}, Why: "cancels the step"}},
}

// EMRCancelStep cancels a step of an EMR cluster.
type EMRCancelStep struct {
	ClusterID      sfn.Text `aws:"ClusterId,required"`
	ClusterIDScope Scope    // the clusters an Expression can give
	StepID         sfn.Text `aws:"StepId,required"`
	Extra          map[string]any
}

// Bind implements sfn.Integration.
func (t EMRCancelStep) Bind(c *sfn.TaskContext) sfn.Binding {
	b := emrCancelStep.bind(c, RequestResponse)
	b.params(t)
	b.on("cluster", b.emrCluster(t.ClusterID, t.ClusterIDScope)...)
	return b.done(t.Extra)
}
