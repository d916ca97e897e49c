package tasks

import (
	"regexp"
	"strconv"

	"github.com/stepwise-go/stepwise/constructs/sfn"
	"github.com/stepwise-go/stepwise/iam"
)

var emrCreateCluster = Descriptor{
	Name: "EMRCreateCluster", Title: "creates an EMR cluster", Service: "elasticmapreduce", Action: "createCluster", Patterns: requestJob,
	Required: []string{"Name", "Instances"}, EventsRule: "StepFunctionsGetEventForEMRRunJobFlowRule", Doc: emrDoc,
	Grants: []Grant{
		{On: "*", Actions: []string{"elasticmapreduce:RunJobFlow"}, Why: "creates the cluster"},
		{On: "created clusters", Actions: []string{"elasticmapreduce:DescribeCluster", "elasticmapreduce:TerminateJobFlows"}, Why: "watches the cluster and terminates it with the execution", Patterns: forJob},
		{On: "tagged clusters", Actions: []string{"elasticmapreduce:AddTags"}, Why: "tags the cluster", When: "Tags are set"},
		{On: "role", Actions: []string{"iam:PassRole"}, Why: "passes EMR its role", PassedTo: []string{"elasticmapreduce.amazonaws.com"}},
		{On: "instance role", Actions: []string{"iam:PassRole"}, Why: "passes the instances their role", PassedTo: []string{"ec2.amazonaws.com"}},
		{On: "autoscaling role", Actions: []string{"iam:PassRole"}, Why: "passes automatic scaling its role", PassedTo: []string{"application-autoscaling.amazonaws.com"}},
	},
}

// EMRCreateCluster creates an EMR cluster. With RunJob it waits until the cluster is ready.
//
// The roles must exist: Stepwise makes none behind your back. The cluster has no ID yet when the
// permissions are written, so watching and terminating is allowed on the clusters of the account.
//
// https://docs.aws.amazon.com/emr/latest/APIReference/API_RunJobFlow.html
type EMRCreateCluster struct {
	Pattern                 sfn.Pattern
	Name                    sfn.Text           `aws:"Name,required"`
	Instances               EMRInstances       `aws:"Instances,required"`
	ServiceRole             sfn.Text           `aws:"ServiceRole"` // name or ARN
	ServiceRoleScope        Scope              // the roles an Expression can give
	JobFlowRole             sfn.Text           `aws:"JobFlowRole"` // instance profile, name or ARN
	InstanceRoleARNs        Scope              // the roles in the instance profile; none is a role named as JobFlowRole
	AutoScalingRole         sfn.Text           `aws:"AutoScalingRole"`
	AutoScalingRoleScope    Scope              // the roles an Expression can give
	ReleaseLabel            sfn.Text           `aws:"ReleaseLabel"` // emr-7.9.0
	Applications            []EMRApplication   `aws:"Applications"`
	BootstrapActions        []BootstrapAction  `aws:"BootstrapActions"`
	Configurations          []EMRConfiguration `aws:"Configurations"`
	AdditionalInfo          sfn.Text           `aws:"AdditionalInfo"`
	AutoTermination         AutoTermination    `aws:"AutoTerminationPolicy"`
	ManagedScaling          sfn.Value          `aws:"ManagedScalingPolicy"`
	CustomAMIID             sfn.Text           `aws:"CustomAmiId"`
	EBSRootVolumeSize       sfn.Number         `aws:"EbsRootVolumeSize"` // GiB
	EBSRootVolumeIOPS       sfn.Number         `aws:"EbsRootVolumeIops"`
	EBSRootVolumeThroughput sfn.Number         `aws:"EbsRootVolumeThroughput"` // MiB/s
	Kerberos                KerberosAttributes `aws:"KerberosAttributes"`
	LogURI                  sfn.Text           `aws:"LogUri"`
	ScaleDownBehavior       string             `aws:"ScaleDownBehavior"` // TERMINATE_AT_INSTANCE_HOUR, TERMINATE_AT_TASK_COMPLETION
	SecurityConfiguration   sfn.Text           `aws:"SecurityConfiguration"`
	StepConcurrencyLevel    sfn.Number         `aws:"StepConcurrencyLevel"` // 1 to 256
	VisibleToAllUsers       sfn.Bool           `aws:"VisibleToAllUsers"`
	Tags                    map[string]string
	Extra                   map[string]any
}

// EMRApplication is an application on a cluster.
type EMRApplication struct {
	Name           sfn.Text  `aws:"Name,required"`
	Version        sfn.Text  `aws:"Version"`
	Args           sfn.Value `aws:"Args"`
	AdditionalInfo sfn.Value `aws:"AdditionalInfo"`
}

// BootstrapAction is a script that runs before applications start.
type BootstrapAction struct {
	Name   sfn.Text        `aws:"Name,required"`
	Script BootstrapScript `aws:"ScriptBootstrapAction,required"`
}

// BootstrapScript is the script of a bootstrap action.
type BootstrapScript struct {
	Path sfn.Text  `aws:"Path,required"`
	Args sfn.Value `aws:"Args"`
}

// AutoTermination terminates a cluster that has nothing to do.
type AutoTermination struct {
	IdleTimeout sfn.Seconds `aws:"IdleTimeout,seconds"` // 60 s to 7 days
}

// KerberosAttributes are for a cluster with Kerberos.
type KerberosAttributes struct {
	Realm                   sfn.Text `aws:"Realm,required"`
	KDCAdminPassword        sfn.Text `aws:"KdcAdminPassword"`
	CrossRealmTrustPassword sfn.Text `aws:"CrossRealmTrustPrincipalPassword"`
	ADDomainJoinUser        sfn.Text `aws:"ADDomainJoinUser"`
	ADDomainJoinPassword    sfn.Text `aws:"ADDomainJoinPassword"`
}

// Bind implements sfn.Integration.
func (t EMRCreateCluster) Bind(c *sfn.TaskContext) sfn.Binding {
	b := emrCreateCluster.bind(c, t.Pattern)
	b.params(t)
	t.check(b)
	clusters := localARN("elasticmapreduce", "cluster/*")
	b.on("created clusters", clusters)
	if len(t.Tags) > 0 {
		b.set("Tags", tagList(t.Tags))
		b.on("tagged clusters", clusters)
	}
	b.on("role", b.roles("ServiceRole", t.ServiceRole, t.ServiceRoleScope)...)
	instances := roleARNs(t.InstanceRoleARNs)
	if len(instances) == 0 {
		instances = b.roles("JobFlowRole", t.JobFlowRole, nil)
	}
	b.on("instance role", instances...)
	b.on("autoscaling role", b.roles("AutoScalingRole", t.AutoScalingRole, t.AutoScalingRoleScope)...)
	b.allow(iam.Allow("iam:CreateServiceLinkedRole").
		On("arn:${AWS::Partition}:iam::${AWS::AccountId}:role/aws-service-role/elasticmapreduce.amazonaws.com*/AWSServiceRoleForEMRCleanup*").
		If("StringEquals", "iam:AWSServiceName", "elasticmapreduce.amazonaws.com", "elasticmapreduce.amazonaws.com.cn"),
		"lets EMR clean up after the first cluster of the account")
	return b.done(t.Extra)
}

// check looks at what EMR refuses only when the cluster is created.
//
// https://docs.aws.amazon.com/emr/latest/APIReference/API_RunJobFlow.html
func (t EMRCreateCluster) check(b *call) {
	if isSet(t.AutoScalingRole) && len(t.Instances.InstanceFleets) > 0 {
		b.report(exclusive("AutoScalingRole", "Instances.InstanceFleets"))
	}
	b.within("AutoTermination.IdleTimeout", t.AutoTermination.IdleTimeout, 60, 604800)
	b.within("StepConcurrencyLevel", t.StepConcurrencyLevel, 1, 256)
	label, ok := literal(t.ReleaseLabel)
	if !ok || sfn.HasToken(label) {
		return
	}
	release := regexp.MustCompile(`^emr-(?:spark-)?(\d+)\.(\d+)`).FindStringSubmatch(label)
	if release == nil {
		b.report(wrongShape("ReleaseLabel", "a release such as emr-7.9.0"))
		return
	}
	major, _ := strconv.Atoi(release[1])
	minor, _ := strconv.Atoi(release[2])
	if steps, ok := whole(t.StepConcurrencyLevel); ok && steps > 1 && (major < 5 || major == 5 && minor < 28) {
		b.report(notAllowed("StepConcurrencyLevel", "it needs release 5.28.0"))
	}
}
