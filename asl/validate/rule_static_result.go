package validate

import (
	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/ordjson"
)

var ruleStaticResult = Rule{
	Code: "SW911", Name: "static-result", AWS: "PASS_RESULT_IS_STATIC", Severity: warning,
	Title: "the Result of a Pass is fixed data",
	Doc: `Result is passed on as it is written: paths in it are not looked up, and names that end in .$ stay as they are. Use
Parameters to compute a value. AWS gives this warning too, as PASS_RESULT_IS_STATIC.

https://docs.aws.amazon.com/step-functions/latest/dg/state-pass.html`,
	Wrong: `
"First": {"Type": "Pass", "Result": {"id.$": "$.order.id"}, "End": true}`,
	Right: `
"First": {"Type": "Pass", "Parameters": {"id.$": "$.order.id"}, "End": true}`,
	check: func(r *run) {
		for _, p := range r.places {
			s, ok := p.State.(*asl.Pass)
			if !ok || !s.Result.IsSet() {
				continue
			}
			reported := false
			walkTexts(s.Result.Any(), "/Result", looksDynamic, func(at *walk, _, text string) {
				if !reported {
					reported = true
					r.at(p, at.pointer()).say(msgStaticResult, ordjson.String(text)).fix(fixStaticResult).aws("Attempt to use a path in the result of a pass state.")
				}
			})
		}
	},
}

func looksDynamic(key, text string) bool { return looksLikePath(text) || isDynamic(key) }
