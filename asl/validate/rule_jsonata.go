package validate

import (
	"errors"

	"github.com/stepwise-go/stepwise/asl/jsonata"
)

var ruleJSONata = Rule{
	Code: "SW305", Name: "jsonata", AWS: "INVALID_JSONATA_EXPRESSION",
	Title: "JSONata expressions are well formed",
	Doc: `Each expression between {% and %} has to be JSONata 2.0.6. Strings stand in single or double quotes; in JSON single
ones need no backslash. Comparison is = and not ==, and is and, or or, not is a function: $not(x).

https://docs.jsonata.org and https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html`,
	Wrong: `{"QueryLanguage": "JSONata", "StartAt": "First", "States": {"First": {"Type": "Pass", "Output": "{% $states.input.a + %}", "End": true}}}`,
	Right: `{"QueryLanguage": "JSONata", "StartAt": "First", "States": {"First": {"Type": "Pass", "Output": "{% $states.input.a + 1 %}", "End": true}}}`,
	check: func(r *run) {
		for u := range r.usesWith(func(t *reading) bool { return t.query != nil && t.err != nil && !hasToken(t.text) }) {
			f := r.use(u).say(msgJSONata, u.err).fix(fixJSONata).aws("%v", u.err)
			var e *jsonata.Error
			if errors.As(u.err, &e) {
				f.say(msgJSONata, e.Message).detail(whyColumn, u.column(e.Position)).aws("%s", e.Message)
			}
		}
	},
}
