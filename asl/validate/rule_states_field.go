package validate

import (
	"slices"

	"github.com/stepwise-go/stepwise/internal/nearest"
)

var ruleStatesField = Rule{
	Code: "SW307", Name: "states-field", AWS: "UNSUPPORTED_JSONATA_EXPRESSION",
	Title: "$states has the fields that there are at that point",
	Doc: `$states.input and $states.context are there in every expression. $states.result is there in Output and Assign of a
Task, Parallel or Map, when the work is done; $states.errorOutput is there in Output and Assign of a catcher. Nothing else is in
$states.

https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html`,
	Wrong: `{"QueryLanguage": "JSONata", "StartAt": "First", "States": {"First": {"Type": "Pass", "Output": "{% $states.result.id %}", "End": true}}}`,
	Right: `{"QueryLanguage": "JSONata", "StartAt": "First", "States": {"First": {"Type": "Pass", "Output": "{% $states.input.id %}", "End": true}}}`,
	check: func(r *run) {
		for u := range r.usesWith((*reading).refers) {
			for _, ref := range u.query.refs {
				if ref.Name != "states" || ref.Called || len(ref.Path) == 0 || slices.Contains(statesFields[u.when], ref.Path[0]) {
					continue
				}
				f := r.use(u).say(msgStatesField, ref.Path[0]).detail(whyColumn, u.column(ref.Position))
				f.aws("Field '$states.%s' does not exist.", ref.Path[0])
				switch ref.Path[0] {
				case "result":
					f.fix(fixStatesResult)
				case "errorOutput":
					f.fix(fixStatesError)
				default:
					f.fix(nearest.Suggest(ref.Path[0], statesFields[u.when], text(fixStatesField, []any{and(statesFields[u.when])})))
				}
			}
		}
	},
}

var statesFields = map[phase][]string{
	before: {"input", "context"},
	after:  {"input", "context", "result"},
	failed: {"input", "context", "errorOutput"},
}
