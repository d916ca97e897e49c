package core

import (
	"time"

	"github.com/stepwise-go/stepwise/constructs/sfn"
	"github.com/stepwise-go/stepwise/tasks"
)

var discarded = sfn.PassProps{InputPath: sfn.Discard, OutputPath: sfn.Discard, ResultPath: sfn.Discard}

// data are Pass, Wait, Succeed and Fail, variables and payloads.
var data = map[string]workflow{
	"assign_jsonata_all_states": of(func() sfn.Chainable {
		assign, output := m{"v": ata("$states.input.v"), "n": 1}, m{"o": ata("$v")}
		return sfn.NewJSONataPass("Pass", sfn.JSONataPassProps{Assign: assign, Output: output}).
			Next(sfn.NewJSONataWait("Wait", sfn.JSONataWaitProps{Seconds: ata("$n"), Assign: assign, Output: output})).
			Next(sfn.NewJSONataParallel("Parallel", sfn.JSONataParallelProps{Assign: assign, Output: output}).Branch(passA("B"))).
			Next(sfn.NewJSONataMap("Map", passA("I"), sfn.JSONataMapProps{Assign: assign, Output: output})).
			Next(sfn.NewJSONataTask("Task", invoke("Fn"), sfn.JSONataTaskProps{Assign: assign, Output: output})).
			Next(sfn.NewJSONataChoice("Choice", sfn.JSONataChoiceProps{Assign: assign, Output: output}).WhenJSONata(sfn.JSONataCondition("$v = 1"),
				sfn.NewJSONataSucceed("End", sfn.JSONataSucceedProps{Output: ata("$v")}), sfn.JSONataWhenProps{Assign: assign, Output: output}))
	}),
	"assign_jsonpath_all_states": of(func() sfn.Chainable {
		assign := m{"v": at("$.v"), "n": 1}
		return sfn.NewPass("Pass", sfn.PassProps{Assign: assign}).
			Next(sfn.NewWait("Wait", sfn.WaitProps{Seconds: 1, Assign: assign})).
			Next(sfn.NewParallel("Parallel", sfn.ParallelProps{Assign: assign}).Branch(pass("B"))).
			Next(sfn.NewMap("Map", pass("I"), sfn.MapProps{Assign: assign})).
			Next(sfn.NewTask("Task", invoke("Fn"), sfn.TaskProps{Assign: assign})).
			Next(sfn.NewChoice("Choice", sfn.ChoiceProps{Assign: assign}).When(present("$v"), pass("End"), sfn.WhenProps{Assign: assign}))
	}),
	"assign_nested_path": one(sfn.NewPass("Pass", sfn.PassProps{Assign: m{
		"id": sfn.ExecutionID(), "f": sfn.Format("{}", at("$.a")), "deep": m{"list": l{1, m{"p": at("$.p")}}},
	}})),
	"context_object": parameters(sfn.Fields{
		{Name: "executionId", Value: sfn.ExecutionID()}, {Name: "executionInput", Value: sfn.ExecutionInput()}, {Name: "executionName", Value: sfn.ExecutionName()},
		{Name: "executionRoleArn", Value: sfn.ExecutionRoleARN()}, {Name: "executionStartTime", Value: sfn.ExecutionStartTime()}, {Name: "stateEnteredTime", Value: sfn.StateEnteredTime()},
		{Name: "stateName", Value: sfn.StateName()}, {Name: "stateRetryCount", Value: sfn.StateRetryCount()}, {Name: "stateMachineId", Value: sfn.StateMachineID()},
		{Name: "stateMachineName", Value: sfn.StateMachineName()}, {Name: "taskToken", Value: sfn.TaskToken()}, {Name: "entireContext", Value: sfn.EntireContext()},
		{Name: "entirePayload", Value: sfn.EntireInput()},
	}),
	"fail_bad_intrinsic":         one(sfn.NewFail("Fail", sfn.FailProps{Error: sfn.Intrinsic("States.ArrayLength($.a)")})),
	"fail_bad_intrinsic_token":   one(sfn.NewFail("Fail", sfn.FailProps{Error: sfn.ArrayLength(at("$.a"))})),
	"fail_error_and_path":        cannot("there is one field for both"),
	"fail_error_cause":           one(sfn.NewFail("Named", sfn.FailProps{Error: "WorkflowFailure", Cause: "Something went wrong", Comment: "c"})),
	"fail_error_path_expression": one(sfn.NewFail("Fail", sfn.FailProps{Error: at("$.e")})),
	"fail_intrinsics": one(sfn.NewFail("Fail", sfn.FailProps{
		Error: sfn.Format("error: {}.", at("$.someError")), Cause: sfn.Intrinsic("States.Format('cause: {}.', $.someCause)"),
	})),
	"fail_jsonata": one(sfn.NewFail("Fail", sfn.FailProps{Error: ata("'error:' & $someError & '.'"), Cause: ata("'cause:' & $states.input.cause"), Comment: "c"})),
	"fail_minimal": one(sfn.NewFail("Fail")),
	"json_path_in_json_string": parameters(m{
		"topic": "${Topic.Ref}", "text": "arn is ${Topic2.Ref} ok", "region": "${AWS::Region}", "quote": `"${Topic3.TopicName}"`,
	}),
	"json_path_null_in_parameters": parameters(m{"a": nil, "c": m{"d": nil}, "e": l{nil, 1}}),
	"json_path_odd_paths": parameters(m{
		"a": at("$.a[?(@.x>1)].b"), "b": at("$['with space']"), "c": at("$..deep"), "d": at("$.a b"), "e": at("$nonsense)("), "f": at("States.Format('{}'"),
	}),
	"json_path_unknown_intrinsic": parameters(m{"a": at("States.Nope('a')")}),
	"number_token_in_definition":  parameters(m{"n": "${N.Ref}", "l": "${CdkJsonStringifyRefL2C74FC8A.Value}"}),
	"pass_discard":                one(sfn.NewPass("Pass", discarded)),
	"pass_jsonata_full": one(sfn.NewJSONataPass("Named State", sfn.JSONataPassProps{
		Comment: "a comment", Output: m{"hello": ata("$states.input.hello"), "fixed": 5, "list": l{1, ata("$states.input.n"), m{"deep": nil}}},
		Assign: m{"v": ata("$states.input.v"), "fixed": 5},
	})),
	"pass_jsonata_outputs_text": one(sfn.NewJSONataPass("Pass", sfn.JSONataPassProps{Output: ata("{% $states.input %}")})),
	"pass_parameters": parameters(m{
		"text": "literal", "s": at("$.s"), "n": at("$.n"), "l": at("$.l"), "o": at("$.o"), "ctx": at("$$.Execution.Id"), "variable": at("$myVar.field"),
		"all": sfn.EntireInput(), "context": sfn.EntireContext(), "bool": true, "zero": 0, "empty": m{}, "emptyList": l{},
		"nested": m{"deeper": m{"s": at("$.x")}}, "list": l{m{"s": at("$.y")}, "z", 3},
	}),
	"pass_path_bad_start":      one(sfn.NewPass("Pass", sfn.PassProps{InputPath: "x.y"})),
	"pass_result_boolean":      result(false),
	"pass_result_empty_object": result(m{}),
	"pass_result_number":       result(1.5),
	"pass_result_with_path":    result(m{"a": at("$.a")}),
	"pass_result_zero":         result(0),
	"succeed_jsonata_full":     one(sfn.NewJSONataSucceed("Succeed", sfn.JSONataSucceedProps{Comment: "c", Output: m{"a": ata("$states.input.a")}})),
	"succeed_toplevel_jsonata": in(func() sfn.Chainable {
		return sfn.NewJSONataSucceed("Succeed", sfn.JSONataSucceedProps{Output: ata("$states.input")})
	}),
	"unicode_and_escapes": one(sfn.NewPass(`Zustand "ü" \ 日本`, sfn.PassProps{
		Comment: "line1\nline2\t\"quoted\" \\ back", Parameters: m{"k.ü": "é ${NotAToken} $${x} <&> \u2028 😀"},
	})),

	"wait_duration":        wait(sfn.WaitProps{Seconds: 2 * time.Minute}),
	"wait_jsonata_seconds": one(sfn.NewJSONataWait("Wait", sfn.JSONataWaitProps{Seconds: ata("$states.input.seconds")})),
	"wait_jsonpath_full": of(func() sfn.Chainable {
		return sfn.NewWait("Named", sfn.WaitProps{Seconds: sec, Comment: "c", InputPath: "$.in", OutputPath: "$.out", Assign: m{"v": at("$.v")}}).Next(pass("After"))
	}),
	"wait_seconds_path":             wait(sfn.WaitProps{SecondsPath: "$.waitSeconds"}),
	"wait_seconds_path_context":     wait(sfn.WaitProps{Seconds: at("$$.Execution.Input.wait")}),
	"wait_seconds_path_in_jsonata":  in(func() sfn.Chainable { return sfn.NewWait("Wait", sfn.WaitProps{SecondsPath: "$.s"}) }),
	"wait_seconds_text_in_jsonpath": wait(sfn.WaitProps{Seconds: "10"}),
	"wait_subsecond":                wait(sfn.WaitProps{Seconds: 1500 * time.Millisecond}),
	"wait_timestamp":                wait(sfn.WaitProps{Timestamp: time.Date(2030, 1, 1, 0, 0, 0, 0, time.UTC)}),
	"wait_timestamp_path":           wait(sfn.WaitProps{TimestampPath: "$.waitUntil"}),
	"readme_evaluate_expression": of(func() sfn.Chainable {
		evaluate := func(function, expression string) tasks.EvaluateExpression {
			return tasks.EvaluateExpression{Function: tasks.FunctionAt("${" + function + ".Arn}"), Expression: expression, NoRetry: true}
		}
		return sfn.NewTask("Convert to seconds", evaluate("Eval41256dc5445742738ed917bc818694e5", "$.waitMilliseconds / 1000"), sfn.TaskProps{ResultPath: "$.waitSeconds"}).
			Next(sfn.NewTask("Create message", evaluate("Evala5c17f500de1497b8ec0fabdc9086cc5", "`Now waiting ${$.waitSeconds} seconds...`"), sfn.TaskProps{ResultPath: "$.message"})).
			Next(sfn.NewTask("Publish message", tasks.SNSPublish{Topic: tasks.TopicAt("${cool-topic.Ref}"), Message: at("$.message")}, sfn.TaskProps{ResultPath: "$.sns"})).
			Next(sfn.NewWait("Wait", sfn.WaitProps{SecondsPath: "$.waitSeconds"}))
	}),
	"readme_credentials": one(sfn.NewTask("Submit Job", tasks.LambdaInvoke{Function: tasks.FunctionAt("${SubmitLambda.Arn}")},
		sfn.TaskProps{OutputPath: "$.Payload", Credentials: sfn.Credentials{RoleARN: "${IamRole.Arn}"}})),
}
