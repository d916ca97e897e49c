package tasks

import (
	"strings"

	"github.com/stepwise-go/stepwise/constructs/sfn"
)

var ecsRunTask = Descriptor{
	Name: "ECSRunTask", Title: "runs a task on ECS: Fargate, EC2 or external instances",
	Service: "ecs", Action: "runTask", Patterns: allPatterns,
	Required: []string{"TaskDefinition"},
	Grants: []Grant{
		{On: "task definition", Actions: []string{"ecs:RunTask"}, Why: "runs the task"},
		{On: "task", Actions: []string{"ecs:DescribeTasks", "ecs:StopTask"}, Why: "waits for the task, and stops it with the execution", Patterns: forJob},
		{On: "tagged task", Actions: []string{"ecs:TagResource"}, Why: "tags the task", When: "Tags are set"},
		{On: "role", Actions: []string{"iam:PassRole"}, Why: "gives the task its roles", PassedTo: []string{"ecs-tasks.amazonaws.com"}},
	},
	EventsRule: "StepFunctionsGetEventsForECSTaskRule",
	Errors:     []string{"ECS.AmazonECSException"},
	Doc:        "https://docs.aws.amazon.com/step-functions/latest/dg/connect-ecs.html",
}

// ECSRunTask runs a task on ECS. With RunJob it waits until the task has stopped, and fails if the
// essential container did. The parameters are those of the API:
// https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html
type ECSRunTask struct {
	TaskDefinition TaskDefinition
	Cluster        ECSCluster // the zero ECSCluster is the cluster "default"
	// LaunchType is "FARGATE", "EC2", "EXTERNAL" or "MANAGED_INSTANCES"; nil is what the cluster says.
	// CapacityProviders take its place.
	LaunchType        sfn.Text              `aws:"LaunchType"`
	CapacityProviders []ECSCapacityProvider `aws:"CapacityProviderStrategy"`
	PlatformVersion   sfn.Text              `aws:"PlatformVersion"` // of Fargate: "1.4.0", "LATEST"
	// Subnets and SecurityGroups are for tasks with network mode awsvpc, which Fargate always has:
	// IDs, or one Expression. See IDs.
	Subnets        sfn.Value
	SecurityGroups sfn.Value
	// AssignPublicIP is true or false; nil is what ECS does, which is false.
	AssignPublicIP       sfn.Bool
	Overrides            ECSOverrides             `aws:"Overrides"`
	PlacementConstraints []ECSPlacementConstraint `aws:"PlacementConstraints"`
	PlacementStrategy    []ECSPlacementStrategy   `aws:"PlacementStrategy"`
	Count                sfn.Number               `aws:"Count"` // 1 to 10; nil is 1
	Group                sfn.Text                 `aws:"Group"`
	// PropagateTags is "TASK_DEFINITION" or "NONE".
	PropagateTags        sfn.Text `aws:"PropagateTags"`
	EnableExecuteCommand sfn.Bool `aws:"EnableExecuteCommand"`
	EnableManagedTags    sfn.Bool `aws:"EnableECSManagedTags"`
	Tags                 map[string]string
	Pattern              sfn.Pattern // RequestResponse, RunJob or WaitForTaskToken
	Extra                map[string]any
}

// ECSCapacityProvider is one part of a capacity provider strategy.
type ECSCapacityProvider struct {
	Name   sfn.Text   `aws:"CapacityProvider,required"`
	Weight sfn.Number `aws:"Weight"`
	Base   sfn.Number `aws:"Base"`
}

// ECSPlacementConstraint says on which instances a task may run.
type ECSPlacementConstraint struct {
	Type       sfn.Text `aws:"Type,required"` // "distinctInstance" or "memberOf"
	Expression sfn.Text `aws:"Expression"`    // of memberOf
}

// ECSPlacementStrategy says which instances are preferred.
type ECSPlacementStrategy struct {
	Type  sfn.Text `aws:"Type,required"` // "random", "spread" or "binpack"
	Field sfn.Text `aws:"Field"`         // "instanceId", "CPU", "MEMORY" and so on
}

// Bind implements sfn.Integration.
func (t ECSRunTask) Bind(c *sfn.TaskContext) sfn.Binding {
	b := ecsRunTask.bind(c, t.Pattern)
	b.set("Cluster", t.Cluster.Name)
	b.need("TaskDefinition", t.TaskDefinition.Name)
	b.set("NetworkConfiguration", t.network(b))
	t.Overrides.Containers = t.Overrides.withEnvironment(b)
	b.params(t)
	b.set("Tags", tagList(t.Tags))
	if isSet(t.LaunchType) && len(t.CapacityProviders) > 0 {
		b.report(exclusive("LaunchType", "CapacityProviders"))
	}
	b.within("Count", t.Count, 1, 10)
	t.permissions(b)
	return b.done(t.Extra)
}

func (t ECSRunTask) network(b *call) any {
	launch, _ := literal(t.LaunchType)
	given := isSet(t.Subnets) || isSet(t.SecurityGroups) || t.AssignPublicIP != nil
	switch mode := t.TaskDefinition.NetworkMode; {
	case given && mode != "" && mode != "awsvpc":
		b.report(notAllowed("Subnets", "the task definition has network mode "+mode+", not awsvpc"))
	case (launch == "FARGATE" || mode == "awsvpc") && !isSet(t.Subnets) && t.Extra["NetworkConfiguration"] == nil:
		b.report(missing(need{"NetworkConfiguration", "Subnets"}))
	}
	if !given {
		return nil
	}
	public := any(t.AssignPublicIP)
	if on, ok := deref(t.AssignPublicIP).(bool); ok {
		public = map[bool]string{true: "ENABLED", false: "DISABLED"}[on]
	}
	return sfn.Fields{{Name: "AwsvpcConfiguration", Value: sfn.Fields{}.
		Maybe("AssignPublicIp", public).Maybe("Subnets", t.Subnets).Maybe("SecurityGroups", t.SecurityGroups)}}
}

// permissions are those of the guide's page ecs-iam, on the tasks of the cluster:
// https://docs.aws.amazon.com/step-functions/latest/dg/connect-ecs.html
func (t ECSRunTask) permissions(b *call) {
	clusters := t.Cluster.arns(b)
	g := b.on("task definition", b.scoped("TaskDefinition", t.TaskDefinition.Name, t.TaskDefinition.arns())...)
	if len(clusters) > 0 {
		g.under("ArnEquals", "ecs:cluster", clusters...)
	}
	var tasks []string
	for _, arn := range clusters {
		tasks = append(tasks, ecsTasksOf(arn))
	}
	b.on("task", tasks...)
	if len(t.Tags) > 0 {
		b.on("tagged task", tasks...).under("StringEquals", "ecs:CreateAction", "RunTask")
	}
	roles := append(arnsOf(t.Overrides.TaskRoleARN, nil), arnsOf(t.Overrides.ExecutionRoleARN, nil)...)
	b.on("role", append(roles, t.TaskDefinition.RoleARNs...)...)
	for field, role := range map[string]sfn.Text{"TaskRoleARN": t.Overrides.TaskRoleARN, "ExecutionRoleARN": t.Overrides.ExecutionRoleARN} {
		if isExpression(role) && len(t.TaskDefinition.RoleARNs) == 0 {
			b.report(problem{"SWT05", field + " is known only when the state runs, so the role cannot be allowed to pass it", "say in TaskDefinition.RoleARNs which roles it can be"})
		}
	}
}

// ecsTasksOf returns the pattern of the tasks of a cluster.
func ecsTasksOf(cluster string) string {
	return strings.Replace(cluster, ":cluster/", ":task/", 1) + "/*"
}
