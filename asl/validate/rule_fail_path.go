package validate

import (
	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/asl/intrinsic"
)

var ruleFailPath = Rule{
	Code: "SW304", Name: "fail-path", AWS: "SCHEMA_VALIDATION_FAILED",
	Title: "ErrorPath and CausePath use only functions that give a string",
	Doc: `ErrorPath and CausePath of a Fail state take a reference path or one of the intrinsic functions that return a
string: States.Format, States.JsonToString, States.ArrayGetItem, States.Base64Encode, States.Base64Decode, States.Hash and States.UUID.

https://docs.aws.amazon.com/step-functions/latest/dg/state-fail.html`,
	Wrong: `
"No": {"Type": "Fail", "CausePath": "States.ArrayLength($.errors)"}`,
	Right: `
"No": {"Type": "Fail", "CausePath": "States.Format('{} errors', States.ArrayLength($.errors))"}`,
	check: func(r *run) {
		for u := range r.usesWith(func(t *reading) bool { return t.err == nil && t.expr.Call() != nil }) {
			if _, fails := u.place.State.(*asl.Fail); !fails {
				continue
			}
			if f := u.expr.Call().Function(); f.Result != intrinsic.String && f.Name != "States.ArrayGetItem" {
				r.use(u).say(msgFailFunction, u.field(), f.Name).fix(fixFailFunction)
			}
		}
	},
}
