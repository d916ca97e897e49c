package validate

import (
	"maps"
	"slices"

	"github.com/stepwise-go/stepwise/internal/nearest"
)

var ruleFunction = Rule{
	Code: "SW312", Name: "function", Severity: warning,
	Title: "functions that are called in expressions exist",
	Doc: `Expressions can call the functions of JSONata 2.0.6, except $eval, those that Step Functions adds ($partition,
$range, $hash, $random, $uuid, $parse), and those that the expression defines itself. A call of anything else fails when the
state runs, with States.QueryEvaluationError.

https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html`,
	Wrong: `{"QueryLanguage": "JSONata", "StartAt": "First", "States": {"First": {"Type": "Pass", "Output": "{% $upper($states.input.a) %}", "End": true}}}`,
	Right: `{"QueryLanguage": "JSONata", "StartAt": "First", "States": {"First": {"Type": "Pass", "Output": "{% $uppercase($states.input.a) %}", "End": true}}}`,
	check: func(r *run) {
		for u := range r.usesWith((*reading).refers) {
			for _, ref := range u.query.refs {
				switch {
				case ref.Name == "eval":
					r.use(u).say(msgEval).detail(whyColumn, u.column(ref.Position)).fix(fixEval)
				case ref.Called && !functions[ref.Name]:
					f := r.use(u).say(msgFunction, ref.Name).detail(whyColumn, u.column(ref.Position))
					f.fix(nearest.Suggest(ref.Name, slices.Sorted(maps.Keys(functions)), fixFunction))
				}
			}
		}
	},
}
