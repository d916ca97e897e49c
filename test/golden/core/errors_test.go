package core

import (
	"time"

	"github.com/stepwise-go/stepwise/constructs/sfn"
	"github.com/stepwise-go/stepwise/iam"
)

func putItem(table string) m {
	return m{"Type": "Task", "Resource": "arn:aws:states:::dynamodb:putItem", "Parameters": m{"TableName": table, "Item": m{"id": m{"S": "MyEntry"}}}, "ResultPath": nil}
}

func custom(state any) *sfn.Raw { return sfn.NewRaw("Custom", sfn.RawProps{JSON: state}) }

func with(state m, more m) m {
	for k, v := range more {
		state[k] = v
	}
	return state
}

func bare() m {
	return m{"Type": "Task", "Resource": "arn:aws:states:::dynamodb:putItem", "Parameters": m{}}
}

// errors are Retry and Catch, and states of JSON.
var errors = map[string]workflow{
	"catch_chain_handler": of(func() sfn.Chainable { return inv().Catch(pass("H1").Next(sfn.NewFail("H2"))) }),
	"catch_jsonata": of(func() sfn.Chainable {
		return sfn.NewJSONataTask("Task", plain{}).CatchJSONata(pass("Handler"), sfn.JSONataCatchProps{
			Errors: []string{"E"}, Output: m{"e": ata("$states.errorOutput")}, Assign: m{"c": ata("$states.errorOutput.Cause")},
		})
	}),
	"catch_order": of(func() sfn.Chainable {
		return inv().Catch(pass("All")).Catch(pass("Some"), sfn.CatchProps{Errors: []string{"E"}})
	}),
	"catch_toplevel_jsonata": in(func() sfn.Chainable {
		return inv().CatchJSONata(pass("Handler"), sfn.JSONataCatchProps{Output: m{"e": ata("$states.errorOutput")}, Assign: m{"c": ata("$states.errorOutput.Cause")}})
	}),
	"custom_state_basic": of(func() sfn.Chainable { return custom(putItem("MyTable")).Next(pass("Final")) }),
	"custom_state_paths": one(custom(m{"Type": "Pass", "Parameters": m{"a": at("$.a")}})),
	"custom_state_retry_catch": of(func() sfn.Chainable {
		return custom(bare()).Retry(sfn.RetryProps{Errors: []string{sfn.ErrTimeout}, Interval: 10 * sec, MaxAttempts: 5}).
			Catch(pass("Handler"), sfn.CatchProps{Errors: []string{sfn.ErrPermissions}})
	}),
	"custom_state_retry_catch_both": of(func() sfn.Chainable {
		return custom(with(bare(), m{
			"Retry": l{m{"ErrorEquals": l{sfn.ErrTaskFailed}, "MaxAttempts": 2}}, "Catch": l{m{"ErrorEquals": l{sfn.ErrTaskFailed}, "Next": "Handler"}},
		})).Retry(sfn.RetryProps{Errors: []string{sfn.ErrTimeout}}).Catch(pass("Handler"), sfn.CatchProps{Errors: []string{sfn.ErrPermissions}})
	}),
	"custom_state_toplevel_jsonata": in(func() sfn.Chainable {
		return custom(m{"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Arguments": m{"QueueUrl": ata("$states.input.url")}}).
			CatchJSONata(pass("Handler"), sfn.JSONataCatchProps{Output: m{"e": ata("$states.errorOutput")}})
	}),
	"readme_custom_state": {
		build: func() sfn.Chainable {
			state := sfn.NewRaw("my custom task", sfn.RawProps{JSON: putItem("${montable.Ref}"), Statements: []iam.Statement{
				iam.Allow("dynamodb:BatchWriteItem", "dynamodb:DeleteItem", "dynamodb:DescribeTable", "dynamodb:PutItem", "dynamodb:UpdateItem").On("${montable.Arn}"),
			}})
			return state.Catch(pass("handle failure")).Retry(sfn.RetryProps{Interval: 10 * sec, MaxAttempts: 5}).Next(pass("final step"))
		},
		props: sfn.MachineProps{Timeout: 30 * sec, Comment: "a super cool state machine"},
	},
	"errors_constants": of(func() sfn.Chainable {
		t := inv()
		for _, e := range []string{
			sfn.ErrHeartbeatTimeout, sfn.ErrTimeout, sfn.ErrTaskFailed, sfn.ErrPermissions, sfn.ErrResultPathMatchFailure, sfn.ErrParameterPathFailure,
			sfn.ErrBranchFailed, sfn.ErrNoChoiceMatched, sfn.ErrAll,
		} {
			t.Retry(sfn.RetryProps{Errors: []string{e}})
		}
		return t
	}),
	"retry_all_with_other": of(func() sfn.Chainable { return inv().Retry(sfn.RetryProps{Errors: []string{sfn.ErrAll, "E"}}) }),
	"retry_default":        of(func() sfn.Chainable { return inv().Retry() }),
	"retry_full": of(func() sfn.Chainable {
		return inv().Retry(sfn.RetryProps{
			Errors: []string{"E1", sfn.ErrTimeout}, Interval: 3 * sec, MaxAttempts: 4, MaxDelay: 5 * time.Minute, Jitter: sfn.JitterFull, BackoffRate: 1.5,
		})
	}),
	"retry_lambda_defaults": of(func() sfn.Chainable {
		return sfn.NewTask("Task", invoke("fn")).Retry(sfn.RetryProps{MaxAttempts: 1}).Retry(sfn.RetryProps{Errors: []string{"Mine"}})
	}),
	"retry_unchecked_values": of(func() sfn.Chainable {
		return inv().Retry(sfn.RetryProps{Errors: []string{"E"}, Interval: 10 * sec, MaxDelay: 5 * sec, BackoffRate: 0.5, MaxAttempts: 1e9})
	}),
}
