package tasks

import (
	"strings"

	"github.com/stepwise-go/stepwise/constructs/sfn"
)

// ECSCluster is a cluster of ECS.
type ECSCluster struct {
	Name sfn.Text // a name, an ARN, a token, or an Expression
	ARNs []string // the cluster, or those an Expression may choose; none is that of the name in the stack's region and account
}

// ECSClusterOf returns the cluster of a CDK construct (awsecs.ICluster).
func ECSClusterOf(c interface {
	ClusterArn() *string
	ClusterName() *string
}) ECSCluster {
	if isNil(c) {
		return ECSCluster{}
	}
	arn, name := text(c.ClusterArn()), text(c.ClusterName())
	if !strings.HasPrefix(arn, "arn:") || sfn.HasToken(arn) {
		return ECSCluster{Name: arn, ARNs: []string{localARN("ecs", "cluster/"+name)}}
	}
	return ECSCluster{Name: arn, ARNs: []string{arn}}
}

// ECSClusterAt returns the cluster with that name or ARN. An Expression needs the ARNs it may choose from.
func ECSClusterAt(name sfn.Text, arns ...string) ECSCluster { return ECSCluster{name, arns} }

func (c ECSCluster) arns(b *call) []string {
	if !isSet(c.Name) {
		c.Name = "default"
	}
	arns := namedARNs(c.Name, c.ARNs, "ecs", "cluster/")
	b.scoped("Cluster", c.Name, arns)
	return arns
}

// TaskDefinition is a task definition of ECS.
type TaskDefinition struct {
	Name        sfn.Text // an ARN, "family", "family:revision", a token, or an Expression
	ARNs        []string // the definition, or those an Expression may choose; none is made from the name
	RoleARNs    []string // the task role and the execution role, which the machine's role passes on
	NetworkMode string   // if it is known: "awsvpc", "bridge", "host" or "none"
}

// TaskDefinitionOf returns the task definition of a CDK construct (awsecs.TaskDefinition,
// FargateTaskDefinition, Ec2TaskDefinition), its roles included. The state names its revision, so
// that it runs what was deployed with it.
func TaskDefinitionOf[T, E Role, M ~string](d interface {
	TaskDefinitionArn() *string
	TaskRole() T
	ExecutionRole() E
	NetworkMode() M
}) TaskDefinition {
	if isNil(d) {
		return TaskDefinition{}
	}
	arn := text(d.TaskDefinitionArn())
	mode := strings.ReplaceAll(strings.ToLower(string(d.NetworkMode())), "_", "")
	return TaskDefinition{Name: arn, ARNs: []string{arn}, RoleARNs: presentRoles(d.TaskRole(), d.ExecutionRole()), NetworkMode: mode}
}

// TaskDefinitionAt returns the task definition with that ARN, family or family:revision, whose roles
// the machine's role may pass on. A family is its latest revision: every revision is then allowed.
func TaskDefinitionAt(name sfn.Text, roleARNs ...string) TaskDefinition {
	return TaskDefinition{Name: name, RoleARNs: roleARNs}
}

func (d TaskDefinition) arns() []string {
	name, ok := literal(d.Name)
	switch {
	case len(d.ARNs) > 0 || !ok:
		return d.ARNs
	case isARN(name) || sfn.HasToken(name):
		return []string{name}
	case strings.Contains(name, ":"):
		return []string{localARN("ecs", "task-definition/"+name)}
	}
	return []string{localARN("ecs", "task-definition/"+name+":*")}
}

// Role is a role of IAM: every awsiam.IRole.
type Role interface{ RoleArn() *string }

// presentRoles returns the ARNs of the roles that are not nil.
func presentRoles(roles ...Role) []string {
	var out []string
	for _, r := range roles {
		if !isNil(r) {
			out = append(out, text(r.RoleArn()))
		}
	}
	return out
}

// IDs returns the values of a list of the CDK, such as that of vpc.SelectSubnets(...).SubnetIds.
func IDs(list *[]*string) []string {
	if list == nil {
		return nil
	}
	out := make([]string, len(*list))
	for i, s := range *list {
		out[i] = text(s)
	}
	return out
}

// SecurityGroupIDs returns the IDs of security groups of the CDK (awsec2.ISecurityGroup). What the task
// may reach is said at the group: group.Connections().AllowToDefaultPort(database, nil).
func SecurityGroupIDs[G interface{ SecurityGroupId() *string }](groups ...G) []string {
	out := make([]string, len(groups))
	for i, g := range groups {
		out[i] = text(g.SecurityGroupId())
	}
	return out
}
