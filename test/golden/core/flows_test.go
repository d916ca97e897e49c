package core

import (
	"time"

	"github.com/stepwise-go/stepwise/constructs/sfn"
	"github.com/stepwise-go/stepwise/tasks"
)

// flows are chains, parallels, fragments and graphs.
var flows = map[string]workflow{
	"chain_after_end": of(func() sfn.Chainable { return pass("A").Next(sfn.NewSucceed("S")).Next(pass("B")) }),
	"chain_infinite_loop": of(func() sfn.Chainable {
		a, b := pass("A"), pass("B")
		a.Next(b)
		b.Next(a)
		return a
	}),
	"chain_next":      of(func() sfn.Chainable { return pass("A").Next(pass("B")).Next(pass("C")) }),
	"chain_of_chains": of(func() sfn.Chainable { return pass("A").Next(pass("B")).Next(pass("C").Next(pass("D"))) }),
	"chain_sequence":  of(func() sfn.Chainable { return sfn.Sequence(pass("A"), pass("B"), pass("C")) }),
	"chain_start":     of(func() sfn.Chainable { return sfn.Sequence(pass("A")).Next(pass("B")) }),
	"chain_start_in_the_middle": of(func() sfn.Chainable {
		b := pass("B")
		pass("A").Next(b)
		return b
	}),
	"chain_to_single_state": of(func() sfn.Chainable {
		return pass("A").Next(pass("B")).ToSingleState("Wrapped", sfn.ParallelProps{Comment: "c", ResultPath: "$.r"}).Catch(pass("Handler")).Next(pass("After"))
	}),
	"chain_unreachable_state": of(func() sfn.Chainable {
		pass("Lost")
		return pass("A")
	}),
	"fragment_duplicate_without_prefix": of(func() sfn.Chainable { return sfn.NewParallel("P").Branch(jobFragment(), jobFragment()) }),
	"fragment_single_state_options": of(func() sfn.Chainable {
		return sfn.Prefix("x/", jobFragment()).ToSingleState("Single", sfn.ParallelProps{Comment: "c", ResultPath: "$.r"})
	}),
	"graph_duplicate_names": of(func() sfn.Chainable { return pass("Same").Next(pass("Same")) }),
	"graph_long_name": of(func() sfn.Chainable {
		return pass("xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx")
	}),
	"graph_two_machines": of(func() sfn.Chainable {
		a := pass("A")
		_, _ = sfn.Build(a)
		return a
	}),
	"parallel_branch_after_next": of(func() sfn.Chainable {
		return sfn.NewParallel("Parallel").Branch(pass("A").Next(sfn.NewSucceed("S")), sfn.NewWait("W", sfn.WaitProps{Seconds: sec})).Next(sfn.NewSucceed("End"))
	}),
	"parallel_jsonata_full": of(func() sfn.Chainable {
		return sfn.NewJSONataParallel("Parallel", sfn.JSONataParallelProps{
			Comment: "c", Output: m{"r": ata("$states.result")}, Arguments: m{"a": ata("$states.input.a")}, Assign: m{"v": ata("$states.result[0]")},
		}).Branch(passA("A"), passA("B")).Retry().CatchJSONata(passA("Handler"), sfn.JSONataCatchProps{Output: ata("$states.errorOutput"), Assign: m{"e": ata("$states.errorOutput.Error")}})
	}),
	"parallel_nested": of(func() sfn.Chainable {
		return sfn.NewParallel("Outer").Branch(sfn.NewParallel("Inner").Branch(pass("X")).Branch(pass("Y")), pass("B"))
	}),
	"parallel_task_policies": of(func() sfn.Chainable {
		return sfn.NewParallel("Parallel").Branch(publish("P1", "${Topic1.Ref}", "x"), publish("P2", "${Topic2.Ref}", "y"))
	}),
	"parallel_toplevel_jsonata": in(func() sfn.Chainable {
		return sfn.NewJSONataParallel("Parallel", sfn.JSONataParallelProps{Arguments: m{"a": ata("1")}}).Branch(
			sfn.NewJSONataPass("A", sfn.JSONataPassProps{Output: m{"x": ata("1")}, Assign: m{"v": ata("2")}}),
			sfn.NewJSONataPass("B", sfn.JSONataPassProps{Output: m{"y": ata("2")}}))
	}),
	"parallel_toplevel_jsonata_task": in(func() sfn.Chainable { return sfn.NewParallel("Parallel").Branch(sfn.NewTask("Task", invoke("fn"))) }),
	"flow_everything": of(func() sfn.Chainable {
		wait := sfn.NewWait("Wait", sfn.WaitProps{Seconds: 5 * sec})
		each := sfn.NewMap("Map", sfn.NewTask("PerItem", invoke("ItemFn")), sfn.MapProps{ItemsPath: "$.items", MaxConcurrency: 2})
		notify := sfn.NewTask("Notify", tasks.SNSPublish{Topic: tasks.TopicAt("${Topic.Ref}"), Message: at("$.message")})
		par := sfn.NewParallel("Parallel", sfn.ParallelProps{ResultPath: "$.parallel"}).Branch(each, notify).
			Retry(sfn.RetryProps{Errors: []string{sfn.ErrTaskFailed}, MaxAttempts: 2}).
			Catch(sfn.NewFail("Broken", sfn.FailProps{Error: at("$.error.Error"), Cause: at("$.error.Cause")}), sfn.CatchProps{ResultPath: "$.error"})
		return sfn.NewPass("Start", sfn.PassProps{Assign: m{"id": sfn.ExecutionID()}}).Next(wait).Next(par).
			Next(sfn.NewChoice("Ok?").When(sfn.BooleanEquals("$.ok", true), sfn.NewSucceed("Done")).Otherwise(wait))
	}),
	"readme_job_poller": {
		build: func() sfn.Chainable {
			submit, check := tasks.LambdaInvoke{Function: tasks.FunctionAt("${SubmitLambda.Arn}")}, tasks.LambdaInvoke{Function: tasks.FunctionAt("${CheckLambda.Arn}")}
			wait := sfn.NewWait("Wait X Seconds", sfn.WaitProps{SecondsPath: "$.waitSeconds"})
			return sfn.NewTask("Submit Job", submit, sfn.TaskProps{OutputPath: "$.guid"}).Next(wait).
				Next(sfn.NewTask("Get Job Status", check, sfn.TaskProps{InputPath: "$.guid", OutputPath: "$.status"})).
				Next(sfn.NewChoice("Job Complete?").
					When(sfn.StringEquals("$.status", "FAILED"), sfn.NewFail("Job Failed", sfn.FailProps{Error: "DescribeJob returned FAILED", Cause: "AWS Batch Job Failed"})).
					When(sfn.Expr(`$.status == "SUCCEEDED"`), sfn.NewTask("Get Final Job Status", check, sfn.TaskProps{InputPath: "$.guid", OutputPath: "$.Payload"})).
					Otherwise(wait))
		},
		props: sfn.MachineProps{Timeout: 5 * time.Minute, Comment: "a super cool state machine"},
	},
}
