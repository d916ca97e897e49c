package tasks

import (
	"github.com/stepwise-go/stepwise/constructs/sfn"
	"github.com/stepwise-go/stepwise/iam"
)

const emrContainersDoc = "https://docs.aws.amazon.com/step-functions/latest/dg/connect-emr-eks.html"

// virtualClusters returns the ARNs of the virtual clusters that a field can be.
func (b *call) virtualClusters(field string, id sfn.Text, scope Scope) []string {
	return b.named(field, id, scope, nameIn("emr-containers", "/virtualclusters/"))
}

var emrContainersCreateVirtualCluster = Descriptor{
	Name: "EMRContainersCreateVirtualCluster", Title: "creates a virtual cluster on EKS", Service: "emr-containers", Action: "createVirtualCluster",
	Patterns: onlyRequest, Required: []string{"Name", "ContainerProvider"}, Doc: emrContainersDoc,
	Grants: []Grant{{On: "*", Actions: []string{"emr-containers:CreateVirtualCluster"}, Why: "creates the virtual cluster"}},
}

// EMRContainersCreateVirtualCluster creates a virtual cluster of EMR on a namespace of an EKS cluster.
type EMRContainersCreateVirtualCluster struct {
	Name         sfn.Text // required
	EKSCluster   sfn.Text // required; the name of the cluster
	EKSNamespace sfn.Text // nil is "default"
	Tags         sfn.Value
	Extra        map[string]any
}

// Bind implements sfn.Integration.
func (t EMRContainersCreateVirtualCluster) Bind(c *sfn.TaskContext) sfn.Binding {
	b := emrContainersCreateVirtualCluster.bind(c, RequestResponse)
	b.need("Name", t.Name)
	namespace := t.EKSNamespace
	if !isSet(namespace) {
		namespace = "default"
	}
	if !isSet(t.EKSCluster) {
		b.report(missing(need{"ContainerProvider.Id", "EKSCluster"}))
	}
	b.set("ContainerProvider", sfn.Fields{
		{Name: "Id", Value: t.EKSCluster},
		{Name: "Info", Value: sfn.Fields{{Name: "EksInfo", Value: sfn.Fields{{Name: "Namespace", Value: namespace}}}}},
		{Name: "Type", Value: "EKS"},
	})
	b.set("Tags", t.Tags)
	b.allow(iam.Allow("iam:CreateServiceLinkedRole").
		On("arn:${AWS::Partition}:iam::${AWS::AccountId}:role/aws-service-role/emr-containers.amazonaws.com/AWSServiceRoleForAmazonEMRContainers").
		If("StringLike", "iam:AWSServiceName", "emr-containers.amazonaws.com"), "lets EMR on EKS make its role at the first use in the account")
	return b.done(t.Extra)
}

var emrContainersDeleteVirtualCluster = Descriptor{
	Name: "EMRContainersDeleteVirtualCluster", Title: "deletes a virtual cluster on EKS", Service: "emr-containers", Action: "deleteVirtualCluster",
	Patterns: requestJob, Required: []string{"Id"}, Doc: emrContainersDoc,
	Grants: []Grant{
		{On: "cluster", Actions: []string{"emr-containers:DeleteVirtualCluster"}, Why: "deletes the virtual cluster"},
		{On: "cluster", Actions: []string{"emr-containers:DescribeVirtualCluster"}, Why: "waits for it to be gone", Patterns: forJob},
	},
}

// EMRContainersDeleteVirtualCluster deletes a virtual cluster.
type EMRContainersDeleteVirtualCluster struct {
	Pattern               sfn.Pattern
	VirtualClusterID      sfn.Text `aws:"Id,required"`
	VirtualClusterIDScope Scope    // the IDs an Expression can give
	Extra                 map[string]any
}

// Bind implements sfn.Integration.
func (t EMRContainersDeleteVirtualCluster) Bind(c *sfn.TaskContext) sfn.Binding {
	b := emrContainersDeleteVirtualCluster.bind(c, t.Pattern)
	b.params(t)
	b.on("cluster", b.virtualClusters("VirtualClusterID", t.VirtualClusterID, t.VirtualClusterIDScope)...)
	return b.done(t.Extra)
}

var emrContainersStartJobRun = Descriptor{
	Name: "EMRContainersStartJobRun", Title: "runs a job on a virtual cluster", Service: "emr-containers", Action: "startJobRun", Patterns: requestJob,
	Required: []string{"VirtualClusterId", "ExecutionRoleArn", "JobDriver", "ReleaseLabel"}, Doc: emrContainersDoc,
	Grants: []Grant{
		{On: "cluster", Actions: []string{"emr-containers:StartJobRun"}, Why: "starts the job with its role"},
		{On: "jobs", Actions: []string{"emr-containers:DescribeJobRun", "emr-containers:CancelJobRun"}, Why: "watches the job and cancels it with the execution", Patterns: forJob},
	},
}

// EMRContainersStartJobRun runs a job on a virtual cluster of EMR on EKS.
//
// The job's role must exist and trust the cluster's service account.
//
// https://docs.aws.amazon.com/emr-on-eks/latest/APIReference/API_StartJobRun.html
type EMRContainersStartJobRun struct {
	Pattern               sfn.Pattern
	VirtualClusterID      sfn.Text     `aws:"VirtualClusterId,required"`
	VirtualClusterIDScope Scope        // the IDs an Expression can give
	Name                  sfn.Text     `aws:"Name"`
	ExecutionRoleARN      sfn.Text     `aws:"ExecutionRoleArn,required"`
	ExecutionRoleARNScope Scope        // the roles an Expression can give
	ReleaseLabel          sfn.Text     `aws:"ReleaseLabel,required"` // emr-7.0.0-latest
	Driver                JobDriver    `aws:"JobDriver,required"`
	Overrides             JobOverrides `aws:"ConfigurationOverrides"`
	Tags                  sfn.Value    `aws:"Tags"`
	Extra                 map[string]any
}

// JobDriver says what a job on EKS runs: one of the two.
type JobDriver struct {
	SparkSubmit SparkSubmit `aws:"SparkSubmitJobDriver"`
	SparkSQL    SparkSQL    `aws:"SparkSqlJobDriver"`
}

// SparkSubmit is a Spark program.
type SparkSubmit struct {
	EntryPoint sfn.Text  `aws:"EntryPoint,required"`
	Arguments  sfn.Value `aws:"EntryPointArguments"` // a list of texts
	Parameters sfn.Text  `aws:"SparkSubmitParameters"`
}

// SparkSQL is a Spark SQL script.
type SparkSQL struct {
	EntryPoint sfn.Text `aws:"EntryPoint"`
	Parameters sfn.Text `aws:"SparkSqlParameters"`
}

// JobOverrides change the configuration of a job on EKS.
type JobOverrides struct {
	Applications []EMRConfiguration `aws:"ApplicationConfiguration"`
	Monitoring   JobMonitoring      `aws:"MonitoringConfiguration"`
}

// JobMonitoring is where a job on EKS writes its logs.
type JobMonitoring struct {
	PersistentAppUI string       `aws:"PersistentAppUI"` // ENABLED, DISABLED
	CloudWatch      JobLogGroup  `aws:"CloudWatchMonitoringConfiguration"`
	S3              JobLogBucket `aws:"S3MonitoringConfiguration"`
}

// JobLogGroup is a log group for a job on EKS.
type JobLogGroup struct {
	LogGroupName        sfn.Text `aws:"LogGroupName,required"`
	LogStreamNamePrefix sfn.Text `aws:"LogStreamNamePrefix"`
}

// JobLogBucket is an S3 prefix for the logs of a job on EKS.
type JobLogBucket struct {
	LogURI sfn.Text `aws:"LogUri,required"`
}

// Bind implements sfn.Integration.
func (t EMRContainersStartJobRun) Bind(c *sfn.TaskContext) sfn.Binding {
	b := emrContainersStartJobRun.bind(c, t.Pattern)
	b.params(t)
	clusters := b.virtualClusters("VirtualClusterID", t.VirtualClusterID, t.VirtualClusterIDScope)
	roles := b.roles("ExecutionRoleARN", t.ExecutionRoleARN, t.ExecutionRoleARNScope)
	b.on("cluster", clusters...).under("StringEquals", "emr-containers:ExecutionRoleArn", roles...)
	for _, arn := range clusters {
		b.on("jobs", arn+"/jobruns/*")
	}
	return b.done(t.Extra)
}
