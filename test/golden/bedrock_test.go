package golden

import (
	"time"

	"github.com/stepwise-go/stepwise/constructs/sfn"
	"github.com/stepwise-go/stepwise/tasks"
)

const titan = "arn:${AWS::Partition}:bedrock:${AWS::Region}::foundation-model/amazon.titan-text-express-v1"

var hello = tasks.BedrockInvokeModel{ModelID: titan, Body: m{"prompt": "Hello world"}}

func customize(name, jobName any, key string, p sfn.Pattern) tasks.BedrockCreateModelCustomizationJob {
	return tasks.BedrockCreateModelCustomizationJob{
		BaseModelID: titan, CustomModelName: name, JobName: jobName, RoleARN: "${Task/BedrockRole.Arn}", Output: tasks.S3Location{URI: "s3://${OutputBucket.Ref}"}, Pattern: p,
		TrainingData: tasks.S3Location{URI: "s3://${TrainingBucket.Ref}" + key}, ValidationData: []tasks.S3Location{{URI: "s3://${ValidationBucket.Ref}" + map[bool]string{true: "/v.jsonl"}[key != ""]}},
	}
}

var bedrock = cases{
	"BedrockCreateModelCustomizationJob__jsonpath_dynamic_names":     customize(at("$.model"), at("$.job"), "", ""),
	"BedrockCreateModelCustomizationJob__jsonpath_job_min":           customize("custom-model", "job-name", "/train.jsonl", job),
	"BedrockCreateModelCustomizationJob__jsonpath_min":               customize("custom-model", "job-name", "/train.jsonl", ""),
	"BedrockCreateModelCustomizationJob__jsonpath_unsupported_token": customize("custom-model", "job-name", "/train.jsonl", token),
	"BedrockInvokeModel__jsonata_min":                                hello,
	"BedrockInvokeModel__jsonata_rr_full": tasks.BedrockInvokeModel{
		ModelID: titan, Accept: "application/json", ContentType: "application/json",
		Body:   m{"inputText": in("prompt"), "textGenerationConfig": m{"maxTokenCount": 100, "temperature": 1}},
		Output: "s3://out-bucket/output.json", Guardrail: tasks.Guardrail{ID: "guardrailid", Version: "1"}, Trace: true,
	},
	"BedrockInvokeModel__jsonpath_body_and_input": tasks.BedrockInvokeModel{ModelID: titan, Body: m{"p": 1}, Input: "s3://b/k"},
	"BedrockInvokeModel__jsonpath_guardrail_arn": tasks.BedrockInvokeModel{
		ModelID: titan, Body: m{}, Guardrail: tasks.Guardrail{ID: "arn:aws:bedrock:us-east-1:123456789012:guardrail/abc123", Version: "2"},
	},
	"BedrockInvokeModel__jsonpath_guardrail_draft": tasks.BedrockInvokeModel{ModelID: titan, Body: m{}, Guardrail: tasks.Guardrail{ID: "guardrailid", Version: "DRAFT"}},
	"BedrockInvokeModel__jsonpath_input_path_flag_off": tasks.BedrockInvokeModel{
		ModelID: titan, Input: at("$.in"), InputScope: tasks.Scope{"prompts/*"}, Output: at("$.out"), OutputScope: tasks.Scope{"answers/*"},
	},
	"BedrockInvokeModel__jsonpath_nothing":          tasks.BedrockInvokeModel{ModelID: titan},
	"BedrockInvokeModel__jsonpath_provisioned":      tasks.BedrockInvokeModel{ModelID: "arn:aws:bedrock:us-east-1:123456789012:provisioned-model/abc-123", Body: m{"p": 1}},
	"BedrockInvokeModel__jsonpath_s3_location":      tasks.BedrockInvokeModel{ModelID: titan, Input: "s3://input-bucket/input-key", Output: "s3://output-bucket/output-key"},
	"BedrockInvokeModel__jsonpath_s3_uri_flag_off":  tasks.BedrockInvokeModel{ModelID: titan, Output: "s3://b/k"},
	"BedrockInvokeModel__jsonpath_unsupported_job":  tasks.BedrockInvokeModel{ModelID: titan, Body: m{"p": 1}, Pattern: job},
	"BedrockInvokeModel__toplevel_jsonata_ctor_min": hello,
}

const mediaRole = "arn:aws:iam::123456789012:role/MediaConvertRole"

func media(p sfn.Pattern) tasks.MediaConvertCreateJob {
	return tasks.MediaConvertCreateJob{Role: mediaRole, Settings: m{}, Pattern: p}
}

func fullMedia(text func(string) sfn.Expression) tasks.MediaConvertCreateJob {
	return tasks.MediaConvertCreateJob{
		Role: mediaRole, Queue: text("queue"), QueueScope: tasks.Scope{"fast"}, UserMetadata: m{"a": "b"}, Settings: m{
			"OutputGroups": l{m{
				"Outputs":             l{m{"ContainerSettings": m{"Container": "MP4"}}},
				"OutputGroupSettings": m{"Type": "FILE_GROUP_SETTINGS", "FileGroupSettings": m{"Destination": "s3://EXAMPLE-DESTINATION-BUCKET/"}},
			}},
			"Inputs": l{m{"AudioSelectors": m{"Audio Selector 1": m{"DefaultSelection": "DEFAULT"}}, "FileInput": text("file")}},
		},
	}
}

var mediaConvert = cases{
	"MediaConvertCreateJob__jsonata_job_min":            media(job),
	"MediaConvertCreateJob__jsonata_rr_full":            fullMedia(in),
	"MediaConvertCreateJob__jsonpath_dynamic_role":      tasks.MediaConvertCreateJob{Role: at("$.role"), RoleScope: tasks.Scope{mediaRole}, Settings: m{}},
	"MediaConvertCreateJob__jsonpath_min":               media(""),
	"MediaConvertCreateJob__jsonpath_rr_full":           fullMedia(atField),
	"MediaConvertCreateJob__jsonpath_unsupported_token": media(token),
	"MediaConvertCreateJob__toplevel_jsonata_ctor_min":  media(""),
	"MediaConvertCreateJob__toplevel_jsonata_min":       media(""),
}

func schedule(expression any) tasks.SchedulerCreateSchedule {
	return tasks.SchedulerCreateSchedule{
		Name: "my-schedule", Schedule: expression, ActionAfterCompletion: "NONE", Target: tasks.ScheduleTarget{ARN: "${TargetQueue.Arn}", RoleARN: "${SchedulerRole.Arn}"},
	}
}

func scheduleNamed(name any) tasks.SchedulerCreateSchedule {
	t := schedule("rate(5 minutes)")
	t.Name, t.NameScope = name, tasks.Scope{"nightly-*"}
	return t
}

func scheduleWaiting(p sfn.Pattern) tasks.SchedulerCreateSchedule {
	t := schedule("rate(5 minutes)")
	t.Pattern = p
	return t
}

var scheduler = cases{
	"EventBridgeSchedulerCreateScheduleTask__jsonata_dynamic_name": scheduleNamed(in("name")),
	"EventBridgeSchedulerCreateScheduleTask__jsonata_min":          schedule(tasks.ScheduleRate(5 * time.Minute)),
	"EventBridgeSchedulerCreateScheduleTask__jsonata_rr_full": tasks.SchedulerCreateSchedule{
		Name: "my-schedule", Schedule: "cron(0 12 ? * MON-FRI *)", Timezone: "Europe/Berlin", ActionAfterCompletion: "DELETE", ClientToken: "client-token_1", Description: "a schedule",
		StartDate: time.Date(2030, 1, 1, 0, 0, 0, 0, time.UTC), EndDate: time.Date(2031, 1, 1, 0, 0, 0, 0, time.UTC), FlexibleTimeWindow: time.Hour,
		GroupName: "${Group.Ref}", KMSKeyARN: "${Key.Arn}", Disabled: true, Target: tasks.ScheduleTarget{
			ARN: "${TargetQueue.Arn}", RoleARN: "${SchedulerRole.Arn}", Input: "text", Retry: tasks.ScheduleRetry{MaximumEventAge: 5 * time.Minute, MaximumAttempts: 2},
			DeadLetter: tasks.ScheduleDeadLetter{QueueARN: "${DeadLetterQueue.Arn}"},
		},
	},
	"EventBridgeSchedulerCreateScheduleTask__jsonpath_dynamic_name":     scheduleNamed(at("$.name")),
	"EventBridgeSchedulerCreateScheduleTask__jsonpath_unsupported_job":  scheduleWaiting(job),
	"EventBridgeSchedulerCreateScheduleTask__schedule_cron_day":         schedule(tasks.ScheduleCron("15 1 1 */2 ? 2030")),
	"EventBridgeSchedulerCreateScheduleTask__schedule_cron_default":     schedule(tasks.ScheduleCron("* * * * ? *")),
	"EventBridgeSchedulerCreateScheduleTask__schedule_onetime":          schedule(tasks.ScheduleAt(time.Date(2030, 6, 1, 12, 34, 56, 0, time.UTC))),
	"EventBridgeSchedulerCreateScheduleTask__schedule_rate_2_hours":     schedule(tasks.ScheduleRate(2 * time.Hour)),
	"EventBridgeSchedulerCreateScheduleTask__toplevel_jsonata_ctor_min": schedule("rate(5 minutes)"),
	"EventBridgeSchedulerCreateScheduleTask__toplevel_jsonata_min":      schedule("rate(5 minutes)"),
}
