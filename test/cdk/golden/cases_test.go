package golden

import (
	"time"

	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsiam"
	"github.com/aws/aws-cdk-go/awscdk/v2/awskms"
	"github.com/aws/aws-cdk-go/awscdk/v2/awslambda"
	"github.com/aws/aws-cdk-go/awscdk/v2/awslogs"
	"github.com/aws/aws-cdk-go/awscdk/v2/awss3"
	"github.com/aws/aws-cdk-go/awscdk/v2/awssns"
	"github.com/aws/aws-cdk-go/awscdk/v2/awssqs"
	"github.com/aws/constructs-go/constructs/v10"
	"github.com/aws/jsii-runtime-go"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/constructs/sfn"
	"github.com/stepwise-go/stepwise/constructs/sfncdk"
	"github.com/stepwise-go/stepwise/tasks"
)

var id = jsii.String

const passText = `{"StartAt":"Pass","States":{"Pass":{"Type":"Pass","End":true}}}`

// machine makes the machine StateMachine, of one Pass state if the props have no definition.
func machine(scope constructs.Construct, p sfncdk.StateMachineProps) *sfncdk.StateMachine {
	if p.Definition == nil && p.DefinitionText == "" {
		p.Definition = sfn.NewPass("Pass")
	}
	return sfncdk.NewStateMachine(scope, "StateMachine", p)
}

// with makes a machine with what the props need of the stack.
func with(props func(awscdk.Stack) sfncdk.StateMachineProps) build {
	return func(s awscdk.Stack) metrics { machine(s, props(s)); return nil }
}

func of(p sfncdk.StateMachineProps) build {
	return with(func(awscdk.Stack) sfncdk.StateMachineProps { return p })
}

// granting makes a machine and a role, and grants it something.
func granting(grant func(m *sfncdk.StateMachine, role awsiam.Role, s awscdk.Stack)) build {
	return func(s awscdk.Stack) metrics {
		m := machine(s, sfncdk.StateMachineProps{})
		grant(m, newRole(s, "Grantee"), s)
		return nil
	}
}

func newRole(s awscdk.Stack, name string) awsiam.Role {
	return awsiam.NewRole(s, id(name), &awsiam.RoleProps{AssumedBy: awsiam.NewServicePrincipal(id("lambda.amazonaws.com"), nil)})
}

func grantAll(m *sfncdk.StateMachine, role awsiam.Role, _ awscdk.Stack) {
	m.GrantStartExecution(role)
	m.GrantStartSyncExecution(role)
	m.GrantRead(role)
	m.GrantTaskResponse(role)
	m.GrantExecution(role, id("states:StopExecution"))
	m.GrantRedriveExecution(role)
	m.Grant(role, id("states:TagResource"))
}

func key(s awscdk.Stack) awskms.IKey { return awskms.NewKey(s, id("Key"), nil) }

func group(s awscdk.Stack) awslogs.ILogGroup { return awslogs.NewLogGroup(s, id("LogGroup"), nil) }

func publish(s awscdk.Stack) sfn.Chainable {
	return sfn.NewTask("Task", tasks.SNSPublish{Topic: tasks.TopicOf(awssns.NewTopic(s, id("Topic"), nil)), Message: "x"})
}

func distributed() sfn.Chainable { return sfn.NewDistributedMap("Map", sfn.NewPass("Item")) }

var cases = map[string]build{
	"activity_minimal": func(s awscdk.Stack) metrics { sfncdk.NewActivity(s, "Activity"); return nil },
	"activity_encrypted": func(s awscdk.Stack) metrics {
		sfncdk.NewActivity(s, "Activity", sfncdk.ActivityProps{Name: "MyActivity", Encryption: sfncdk.Encryption{Key: key(s), ReusePeriod: 75 * time.Second}})
		return nil
	},
	"activity_encrypted_aws_owned": func(s awscdk.Stack) metrics { sfncdk.NewActivity(s, "Activity", sfncdk.ActivityProps{}); return nil },
	"activity_imported":            func(awscdk.Stack) metrics { return nil }, // tasks.ActivityAt is not a construct
	"activity_metrics": func(s awscdk.Stack) metrics {
		a := sfncdk.NewActivity(s, "Activity")
		out := metrics{}
		for name, m := range taskMetrics {
			out[name] = a.MetricOf(m)
		}
		return out
	},

	"grant_all":          granting(grantAll),
	"grant_all_unmerged": granting(grantAll),
	"grant_distributed_map_self": granting(func(_ *sfncdk.StateMachine, role awsiam.Role, s awscdk.Stack) {
		m := sfncdk.NewStateMachine(s, "WithMap", sfncdk.StateMachineProps{Definition: distributed()})
		m.GrantRead(role)
		m.GrantRedriveExecution(role)
	}),
	"grant_grant": granting(func(m *sfncdk.StateMachine, role awsiam.Role, _ awscdk.Stack) {
		m.Grant(role, id("states:ListExecution"))
	}),
	"grant_grants_class_all": granting(func(m *sfncdk.StateMachine, _ awsiam.Role, s awscdk.Stack) {
		m.GrantTaskResponse(newRole(s, "TaskResponse"))
		m.GrantRedriveExecution(newRole(s, "Redrive"))
		m.GrantRead(newRole(s, "Read"))
		m.GrantStartExecution(newRole(s, "Start"))
		m.GrantStartSyncExecution(newRole(s, "StartSync"))
		m.GrantExecution(newRole(s, "Execution"), id("states:StopExecution"))
		m.Grant(newRole(s, "Actions"), id("states:TagResource"))
	}),
	"grant_read":              granting(func(m *sfncdk.StateMachine, role awsiam.Role, _ awscdk.Stack) { m.GrantRead(role) }),
	"grant_redrive_execution": granting(func(m *sfncdk.StateMachine, role awsiam.Role, _ awscdk.Stack) { m.GrantRedriveExecution(role) }),
	"grant_self": granting(func(m *sfncdk.StateMachine, _ awsiam.Role, s awscdk.Stack) {
		awss3.NewBucket(s, id("Bucket"), nil).GrantRead(m, nil)
	}),
	"grant_start_sync_execution": granting(func(m *sfncdk.StateMachine, role awsiam.Role, _ awscdk.Stack) { m.GrantStartSyncExecution(role) }),

	"machine_add_to_role_policy": func(s awscdk.Stack) metrics {
		machine(s, sfncdk.StateMachineProps{}).AddToRolePolicy(awsiam.NewPolicyStatement(&awsiam.PolicyStatementProps{
			Actions: jsii.Strings("s3:GetObject"), Resources: jsii.Strings("arn:aws:s3:::bucket/*"),
		}))
		return nil
	},
	"machine_definition_deprecated": of(sfncdk.StateMachineProps{}),
	"machine_definition_string":     of(sfncdk.StateMachineProps{DefinitionText: passText}),
	"machine_definition_string_ignored_props": of(sfncdk.StateMachineProps{
		DefinitionText: passText, Comment: "c", Timeout: 5 * time.Second, QueryLanguage: asl.JSONata,
	}),
	"machine_encryption_logs": with(func(s awscdk.Stack) sfncdk.StateMachineProps {
		return sfncdk.StateMachineProps{
			Name: "Named", Encryption: sfncdk.Encryption{Key: key(s)}, Logs: sfncdk.Logs{Group: group(s), Level: sfncdk.LogAll, IncludeExecutionData: true},
		}
	}),
	"machine_encryption_logs_off": with(func(s awscdk.Stack) sfncdk.StateMachineProps {
		return sfncdk.StateMachineProps{Name: "Named", Encryption: sfncdk.Encryption{Key: key(s)}, Logs: sfncdk.Logs{Level: sfncdk.LogOff}}
	}),
	"machine_encryption_period_short": with(func(s awscdk.Stack) sfncdk.StateMachineProps {
		return sfncdk.StateMachineProps{Encryption: sfncdk.Encryption{Key: key(s), ReusePeriod: 59 * time.Second}}
	}),
	"machine_express":                 of(sfncdk.StateMachineProps{Type: sfn.Express}),
	"machine_express_distributed_map": of(sfncdk.StateMachineProps{Type: sfn.Express, Definition: distributed()}),
	"machine_express_task_token": with(func(s awscdk.Stack) sfncdk.StateMachineProps {
		return sfncdk.StateMachineProps{Type: sfn.Express, Definition: sfn.NewTask("Task", tasks.SQSSendMessage{
			Queue: tasks.QueueOf(awssqs.NewQueue(s, id("Queue"), nil)), Body: map[string]any{"t": sfn.TaskToken()}, Pattern: tasks.WaitForTaskToken,
		})}
	}),
	"machine_logs_imported_group": with(func(s awscdk.Stack) sfncdk.StateMachineProps {
		return sfncdk.StateMachineProps{Logs: sfncdk.Logs{Level: sfncdk.LogAll, Group: awslogs.LogGroup_FromLogGroupArn(s, id("LogGroup"),
			id("arn:aws:logs:us-east-1:123456789012:log-group:/aws/vendedlogs/states/MyLogGroup:*"))}}
	}),
	"machine_logs_include_data_false": with(func(s awscdk.Stack) sfncdk.StateMachineProps {
		return sfncdk.StateMachineProps{Logs: sfncdk.Logs{Level: sfncdk.LogAll, Group: group(s)}}
	}),
	"machine_logs_no_destination": of(sfncdk.StateMachineProps{Logs: sfncdk.Logs{Level: sfncdk.LogAll}}),
	"machine_logs_off": with(func(s awscdk.Stack) sfncdk.StateMachineProps {
		return sfncdk.StateMachineProps{Logs: sfncdk.Logs{Level: sfncdk.LogOff, Group: group(s)}}
	}),
	"machine_name": of(sfncdk.StateMachineProps{Name: "My.Name-1_+!@()='"}),
	"machine_nested_scope": func(s awscdk.Stack) metrics {
		machine(constructs.NewConstruct(s, id("Scope")), sfncdk.StateMachineProps{})
		return nil
	},
	"machine_no_definition": func(s awscdk.Stack) metrics {
		sfncdk.NewStateMachine(s, "StateMachine", sfncdk.StateMachineProps{})
		return nil
	},
	"machine_outputs":                of(sfncdk.StateMachineProps{}),
	"machine_query_language_jsonata": of(sfncdk.StateMachineProps{Definition: sfn.NewJSONataPass("Pass"), QueryLanguage: asl.JSONata}),
	"machine_removal_policy_destroy": of(sfncdk.StateMachineProps{RemovalPolicy: awscdk.RemovalPolicy_DESTROY}),
	"machine_role_given": with(func(s awscdk.Stack) sfncdk.StateMachineProps {
		return sfncdk.StateMachineProps{Definition: publish(s), Role: awsiam.NewRole(s, id("MyRole"), &awsiam.RoleProps{
			AssumedBy: awsiam.NewServicePrincipal(id("states.amazonaws.com"), nil),
		})}
	}),
	"machine_role_imported": with(func(s awscdk.Stack) sfncdk.StateMachineProps {
		return sfncdk.StateMachineProps{Definition: publish(s), Role: awsiam.Role_FromRoleArn(s, id("MyRole"), id("arn:aws:iam::123456789012:role/my-role"), nil)}
	}),
	"machine_tags": func(s awscdk.Stack) metrics {
		awscdk.Tags_Of(s).Add(id("Team"), id("A"), nil)
		machine(s, sfncdk.StateMachineProps{})
		return nil
	},
	"machine_timeout_comment": of(sfncdk.StateMachineProps{Timeout: time.Hour, Comment: "c"}),
	"machine_tracing_false":   of(sfncdk.StateMachineProps{}),
	"machine_tracing_true":    of(sfncdk.StateMachineProps{Tracing: true}),
	"machine_two_definitions": of(sfncdk.StateMachineProps{Definition: sfn.NewPass("A"), DefinitionText: passText}),

	"metrics_machine": func(s awscdk.Stack) metrics {
		m := machine(s, sfncdk.StateMachineProps{})
		out := metrics{}
		for name, metric := range map[string]sfncdk.Metric{
			"metricFailed": sfncdk.ExecutionsFailed, "metricThrottled": sfncdk.ExecutionThrottled, "metricAborted": sfncdk.ExecutionsAborted,
			"metricSucceeded": sfncdk.ExecutionsSucceeded, "metricTimedOut": sfncdk.ExecutionsTimedOut, "metricStarted": sfncdk.ExecutionsStarted,
			"metricTime": sfncdk.ExecutionTime,
		} {
			out[name] = m.MetricOf(metric)
		}
		return out
	},
	"metrics_state_transition": func(awscdk.Stack) metrics {
		return metrics{
			"metricProvisionedBucketSize": sfncdk.StateTransitionMetric(sfncdk.ProvisionedBucketSize),
			"metricProvisionedRefillRate": sfncdk.StateTransitionMetric(sfncdk.ProvisionedRefillRate),
			"metricConsumedCapacity":      sfncdk.StateTransitionMetric(sfncdk.ConsumedCapacity),
			"metricThrottledEvents":       sfncdk.StateTransitionMetric(sfncdk.ThrottledEvents),
		}
	},
	"metrics_task_activity": ofTask(func(s awscdk.Stack) sfn.Integration {
		return tasks.InvokeActivity{Activity: sfncdk.NewActivity(s, "Activity")}
	}),
	"metrics_task_codebuild": ofTask(func(awscdk.Stack) sfn.Integration {
		return tasks.CodeBuildStartBuild{Project: tasks.ProjectAt("my-project")}
	}),
	"metrics_task_glue": ofTask(func(awscdk.Stack) sfn.Integration { return tasks.GlueStartJobRun{JobName: "job"} }),
	"metrics_task_lambda": ofTask(func(s awscdk.Stack) sfn.Integration {
		return tasks.LambdaInvoke{Function: awslambda.Function_FromFunctionArn(s, id("Fn"), id("arn:aws:lambda:us-east-1:123456789012:function:fn")), Qualifier: "1"}
	}),
	"metrics_task_none": ofTask(func(s awscdk.Stack) sfn.Integration {
		return tasks.SQSSendMessage{Queue: tasks.QueueOf(awssqs.NewQueue(s, id("Queue"), nil)), Body: "x"}
	}),
}

var taskMetrics = map[string]sfncdk.TaskMetric{
	"metricRunTime": sfncdk.TaskRunTime, "metricScheduleTime": sfncdk.TaskScheduleTime, "metricTime": sfncdk.TaskTime, "metricScheduled": sfncdk.TaskScheduled,
	"metricTimedOut": sfncdk.TaskTimedOut, "metricStarted": sfncdk.TaskStarted, "metricSucceeded": sfncdk.TaskSucceeded, "metricFailed": sfncdk.TaskFailed,
	"metricHeartbeatTimedOut": sfncdk.TaskHeartbeatTimedOut,
}

// ofTask makes a machine of one task and returns the metrics of the task.
func ofTask(do func(awscdk.Stack) sfn.Integration) build {
	return func(s awscdk.Stack) metrics {
		work := do(s)
		m := machine(s, sfncdk.StateMachineProps{Definition: sfn.NewTask("Task", work)})
		out := metrics{}
		for name, metric := range taskMetrics {
			if _, activity := work.(tasks.InvokeActivity); activity || metric != sfncdk.TaskHeartbeatTimedOut {
				out[name] = m.TaskMetric("Task", metric)
			}
		}
		return out
	}
}
