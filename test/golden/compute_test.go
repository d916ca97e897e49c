package golden

import (
	"github.com/stepwise-go/stepwise/constructs/sfn"
	"github.com/stepwise-go/stepwise/tasks"
)

var (
	fn       = tasks.FunctionAt("${Fn.Arn}")
	invoke   = tasks.LambdaInvoke{Function: fn}
	activity = tasks.ActivityAt("${Activity.Ref}")
	child    = tasks.MachineAt("${Child.Ref}")
	start    = tasks.StartExecution{Machine: child}
)

func withPayload(v any) tasks.LambdaInvoke { return tasks.LambdaInvoke{Function: fn, Payload: v} }

var lambda = cases{
	"LambdaInvoke__jsonata_credentials_role":       invoke,
	"LambdaInvoke__jsonata_min":                    invoke,
	"LambdaInvoke__jsonata_payload_jsonpath_token": withPayload(m{"a": at("$.x")}),
	"LambdaInvoke__jsonata_payload_null_member":    withPayload(m{"keep": 1, "nothing": nil}),
	"LambdaInvoke__jsonata_payload_response_only_payload": tasks.LambdaInvoke{
		Function: fn, PayloadOnly: true, Payload: m{"a": in("a"), "b": 1},
	},
	"LambdaInvoke__jsonata_rr_full": tasks.LambdaInvoke{
		Function:       fn,
		Payload:        m{"orderId": in("orderId"), "fixed": "x", "n": 1, "b": false, "list": l{"a", 2}, "deep": m{"exec": sfn.ExecutionID()}},
		InvocationType: "Event", ClientContext: "eyJoZWxsbyI6IndvcmxkIn0=", Qualifier: "1", NoRetry: true,
	},
	"LambdaInvoke__jsonata_token_full": tasks.LambdaInvoke{
		Function: fn, Payload: m{"token": sfn.TaskToken(), "input": in("field")},
		InvocationType: "Event", ClientContext: "eyJoZWxsbyI6IndvcmxkIn0=", Qualifier: "1", NoRetry: true, Pattern: token,
	},
	"LambdaInvoke__jsonata_token_missing":                tasks.LambdaInvoke{Function: fn, Payload: m{"a": 1}, Pattern: token},
	"LambdaInvoke__jsonata_token_whole_context":          tasks.LambdaInvoke{Function: fn, Payload: sfn.JSONata(`{"ctx": $states.context}`), Pattern: token},
	"LambdaInvoke__jsonpath_dry_run":                     tasks.LambdaInvoke{Function: fn, InvocationType: "DryRun"},
	"LambdaInvoke__jsonpath_env_cn_north_1":              invoke,
	"LambdaInvoke__jsonpath_env_us_east_1":               invoke,
	"LambdaInvoke__jsonpath_flags_none":                  twoTasks{invoke, tasks.LambdaInvoke{Function: tasks.FunctionAt("${Fn2.Arn}")}},
	"LambdaInvoke__jsonpath_invocation_request_response": tasks.LambdaInvoke{Function: fn, InvocationType: "RequestResponse"},
	"LambdaInvoke__jsonpath_min":                         invoke,
	"LambdaInvoke__jsonpath_output_path":                 invoke,
	"LambdaInvoke__jsonpath_payload_context":             withPayload(at("$$")),
	"LambdaInvoke__jsonpath_payload_path":                withPayload(at("$.a.b")),
	"LambdaInvoke__jsonpath_payload_path_concatenated":   doesNotCompile("an expression is a value, which text cannot be added to"),
	"LambdaInvoke__jsonpath_payload_path_in_array":       withPayload(m{"a": l{at("$.x")}}),
	"LambdaInvoke__jsonpath_payload_response_only":       tasks.LambdaInvoke{Function: fn, PayloadOnly: true},
	"LambdaInvoke__jsonpath_payload_response_only_conflict": tasks.LambdaInvoke{
		Function: fn, PayloadOnly: true, Pattern: token, Payload: m{"token": sfn.TaskToken()}, InvocationType: "Event",
	},
	"LambdaInvoke__jsonpath_payload_text":       withPayload("plain"),
	"LambdaInvoke__jsonpath_result_discard":     invoke,
	"LambdaInvoke__jsonpath_timeout_deprecated": invoke,
	"LambdaInvoke__jsonpath_token_missing":      tasks.LambdaInvoke{Function: fn, Payload: m{"a": 1}, Pattern: token},
	"LambdaInvoke__toplevel_jsonata_ctor_min":   invoke,

	"StepFunctionsInvokeActivity__jsonpath_encrypted_activity": tasks.InvokeActivity{Activity: tasks.ActivityRef{ARN: "${Activity.Ref}", KeyARN: "${Key.Arn}"}},
	"StepFunctionsInvokeActivity__jsonpath_rr_full":            tasks.InvokeActivity{Activity: activity, Input: m{"size": at("$.product.size"), "StaticValue": "foo"}},
	"StepFunctionsInvokeActivity__jsonpath_unsupported_token":  noPattern,
	"StepFunctionsInvokeActivity__toplevel_jsonata_min":        tasks.InvokeActivity{Activity: activity},
}

var executions = cases{
	"StepFunctionsStartExecution__jsonata_associate_without_input": tasks.StartExecution{Machine: child, Associate: true},
	"StepFunctionsStartExecution__jsonata_min":                     start,
	"StepFunctionsStartExecution__jsonata_rr_full": tasks.StartExecution{
		Machine: child, Input: m{"foo": in("foo"), "fixed": 1}, Name: in("name"), Associate: true,
	},
	"StepFunctionsStartExecution__jsonata_token_min":                tasks.StartExecution{Machine: child, Input: m{"token": sfn.TaskToken(), "foo": "bar"}, Pattern: token},
	"StepFunctionsStartExecution__jsonpath_associate_with_path":     tasks.StartExecution{Machine: child, Input: at("$.x"), Associate: true},
	"StepFunctionsStartExecution__jsonpath_associate_without_input": tasks.StartExecution{Machine: child, Associate: true},
	"StepFunctionsStartExecution__jsonpath_env_us_east_1":           tasks.StartExecution{Machine: child, Pattern: job},
	"StepFunctionsStartExecution__jsonpath_imported": tasks.StartExecution{
		Machine: tasks.MachineAt("arn:aws:states:eu-west-1:111122223333:stateMachine:my-machine"), Pattern: job,
	},
	"StepFunctionsStartExecution__jsonpath_job_min": tasks.StartExecution{Machine: child, Pattern: job},
	"StepFunctionsStartExecution__jsonpath_min":     start,
	"StepFunctionsStartExecution__jsonpath_rr_full": tasks.StartExecution{
		Machine: child, Input: m{"foo": at("$.foo"), "fixed": 1}, Name: at("$.name"), Associate: true,
	},
	"StepFunctionsStartExecution__jsonpath_token_full": tasks.StartExecution{
		Machine: child, Input: m{"token": sfn.TaskToken(), "foo": "bar"}, Name: at("$.name"), Associate: true, Pattern: token,
	},
	"StepFunctionsStartExecution__jsonpath_token_min":     tasks.StartExecution{Machine: child, Input: m{"token": sfn.TaskToken(), "foo": "bar"}, Pattern: token},
	"StepFunctionsStartExecution__jsonpath_token_missing": tasks.StartExecution{Machine: child, Input: m{"foo": "bar"}, Pattern: token},
	"StepFunctionsStartExecution__toplevel_jsonata_min":   start,
}
