package golden

import (
	"github.com/stepwise-go/stepwise/constructs/sfn"
	"github.com/stepwise-go/stepwise/tasks"
)

const noCluster = doesNotCompile("the cluster and the containers belong to the CDK, which checks them itself")

var (
	taskDefinition = tasks.TaskDefinition{Name: "${TD.Ref}", ARNs: []string{"${TD.Ref}"}, RoleARNs: []string{"${TD/TaskRole.Arn}"}}
	ec2            = tasks.ECSRunTask{
		TaskDefinition: taskDefinition, Cluster: tasks.ECSClusterAt("arn:${AWS::Partition}:ecs:${AWS::Region}:${AWS::AccountId}:cluster/my-cluster"), LaunchType: "EC2",
	}
	fargate = tasks.ECSRunTask{
		TaskDefinition: taskDefinition, Cluster: tasks.ECSClusterAt("${Cluster.Arn}", "arn:${AWS::Partition}:ecs:${AWS::Region}:${AWS::AccountId}:cluster/${Cluster.Ref}"),
		LaunchType: "FARGATE", Subnets: []string{"subnet-priv1", "subnet-priv2"}, SecurityGroups: []string{"${Task/SecurityGroup.GroupId}"},
	}
)

func waiting(t tasks.ECSRunTask, p sfn.Pattern) tasks.ECSRunTask {
	t.Pattern = p
	return t
}

func overriding(t tasks.ECSRunTask, c tasks.ECSContainer, p sfn.Pattern) tasks.ECSRunTask {
	c.Name = "TheContainer"
	t.Overrides.Containers = []tasks.ECSContainer{c}
	t.Pattern = p
	return t
}

func withToken(t tasks.ECSRunTask) tasks.ECSRunTask {
	return overriding(t, tasks.ECSContainer{Environment: m{"TOKEN": sfn.TaskToken()}}, token)
}

func placed(t tasks.ECSRunTask) tasks.ECSRunTask {
	t.PropagateTags, t.EnableExecuteCommand = "NONE", false
	t.PlacementConstraints = []tasks.ECSPlacementConstraint{{Type: "memberOf", Expression: "blieptuut"}, {Type: "distinctInstance"}}
	t.PlacementStrategy = []tasks.ECSPlacementStrategy{{Type: "spread", Field: "instanceId"}, {Type: "binpack", Field: "CPU"}, {Type: "random"}}
	return t
}

func fullFargate(key any) tasks.ECSRunTask {
	t := fargate
	t.TaskDefinition = tasks.TaskDefinitionAt("StackTDA28C8ABC:7", "${TD/TaskRole.Arn}")
	t.LaunchType, t.PlatformVersion = nil, "1.4.0"
	t.CapacityProviders = []tasks.ECSCapacityProvider{{Name: "FARGATE_SPOT", Weight: 2, Base: 1}, {Name: "FARGATE", Weight: 1}}
	t.Subnets, t.SecurityGroups, t.AssignPublicIP = []string{"subnet-pub1", "subnet-pub2"}, []string{"sg-12345"}, true
	t.PropagateTags, t.EnableExecuteCommand = "TASK_DEFINITION", true
	t.Overrides = tasks.ECSOverrides{CPU: "1024", Memory: "2048"}
	return overriding(t, tasks.ECSContainer{Command: []string{"run", "it"}, CPU: 5, Memory: 10, MemoryReservation: 5, Environment: m{"SOME_KEY": key}}, "")
}

func private(t tasks.ECSRunTask) tasks.ECSRunTask {
	t.AssignPublicIP = false
	return t
}

func bridge(t tasks.ECSRunTask) tasks.ECSRunTask {
	t.TaskDefinition.NetworkMode, t.SecurityGroups = "bridge", []string{"sg-1"}
	return t
}

var ecs = cases{
	"EcsRunTask__ec2_jsonata_job_min":                waiting(ec2, job),
	"EcsRunTask__ec2_jsonata_min":                    ec2,
	"EcsRunTask__ec2_jsonata_token_full":             withToken(placed(ec2)),
	"EcsRunTask__ec2_jsonata_token_min":              withToken(ec2),
	"EcsRunTask__ec2_jsonpath_min":                   ec2,
	"EcsRunTask__ec2_jsonpath_rr_full":               overriding(placed(ec2), tasks.ECSContainer{Environment: m{"SOME_KEY": at("$.SomeKey")}}, ""),
	"EcsRunTask__ec2_jsonpath_token_full":            withToken(placed(ec2)),
	"EcsRunTask__ec2_jsonpath_token_min":             withToken(ec2),
	"EcsRunTask__ec2_no_capacity":                    noCluster,
	"EcsRunTask__ec2_security_groups_without_awsvpc": bridge(ec2),
	"EcsRunTask__ec2_toplevel_jsonata_ctor_min":      ec2,
	"EcsRunTask__ec2_toplevel_jsonata_min":           ec2,
	"EcsRunTask__fargate_dynamic_overrides":          overriding(fargate, tasks.ECSContainer{Command: at("$.command"), CPU: at("$.cpu")}, ""),
	"EcsRunTask__fargate_jsonata_rr_full":            fullFargate(in("SomeKey")),
	"EcsRunTask__fargate_jsonata_token_min":          withToken(fargate),
	"EcsRunTask__fargate_jsonpath_min":               fargate,
	"EcsRunTask__fargate_jsonpath_rr_full":           fullFargate(at("$.SomeKey")),
	"EcsRunTask__fargate_no_container":               noCluster,
	"EcsRunTask__fargate_public_ip_false":            private(fargate),
	"EcsRunTask__fargate_token_in_command":           overriding(fargate, tasks.ECSContainer{Command: l{sfn.TaskToken()}}, token),
	"EcsRunTask__fargate_toplevel_jsonata_ctor_min":  fargate,
	"EcsRunTask__fargate_toplevel_jsonata_min":       fargate,
}

var submit = tasks.BatchSubmitJob{JobName: "JobName", JobDefinition: "${JobDefinition.Ref}", JobQueue: "${JobQueue.JobQueueArn}", Pattern: job}

func fullBatch(name, env, bar any) tasks.BatchSubmitJob {
	return tasks.BatchSubmitJob{
		JobName: name, JobDefinition: "${JobDefinition.Ref}", JobQueue: "${JobQueue.JobQueueArn}", ArraySize: 15, Attempts: 3, Timeout: 60,
		Container: tasks.BatchContainer{
			Command: []string{"sudo", "rm"}, Environment: sfn.Fields{{Name: "key", Value: "value"}, {Name: "dyn", Value: env}}, InstanceType: "m5.large",
			GPUs: 1, MemoryMiB: 1024, VCPUs: 10,
		},
		DependsOn: []tasks.BatchDependency{{JobID: "1234", Type: "some_type"}}, Parameters: m{"foo": bar}, Tags: map[string]string{"key": "value"},
	}
}

func submitWith(change func(*tasks.BatchSubmitJob)) tasks.BatchSubmitJob {
	t := submit
	change(&t)
	return t
}

var batch = cases{
	"BatchSubmitJob__jsonata_min":           submit,
	"BatchSubmitJob__jsonata_rr_full":       fullBatch(in("jobName"), in("env"), in("bar")),
	"BatchSubmitJob__jsonpath_array_size_1": submitWith(func(t *tasks.BatchSubmitJob) { t.ArraySize = 1 }),
	"BatchSubmitJob__jsonpath_dynamic_queue_only": tasks.BatchSubmitJob{
		JobName: at("$.name"), JobDefinition: at("$.def"), JobDefinitionScope: tasks.Scope{"report:*"}, JobQueue: at("$.queue"), JobQueueScope: tasks.Scope{"night"},
		ArraySize: at("$.size"), Attempts: at("$.attempts"), Pattern: job,
	},
	"BatchSubmitJob__jsonpath_min":               submit,
	"BatchSubmitJob__jsonpath_rr_full":           fullBatch(at("$.jobName"), at("$.env"), at("$.bar")),
	"BatchSubmitJob__jsonpath_timeout_59":        submitWith(func(t *tasks.BatchSubmitJob) { t.Timeout = 59 }),
	"BatchSubmitJob__jsonpath_unsupported_token": submitWith(func(t *tasks.BatchSubmitJob) { t.Pattern, t.Parameters = token, m{"t": sfn.TaskToken()} }),
	"BatchSubmitJob__toplevel_jsonata_ctor_min":  submit,
	"BatchSubmitJob__toplevel_jsonata_min":       submit,
}
