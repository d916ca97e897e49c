package validate

import (
	"strings"

	"github.com/stepwise-go/stepwise/asl/jsonpath"
)

var ruleReferencePath = Rule{
	Code: "SW302", Name: "reference-path", AWS: "SCHEMA_VALIDATION_FAILED",
	Title: "fields that name one place hold a reference path",
	Doc: `ResultPath, ItemsPath, Variable of a choice rule and the fields that end in Path name one single place: only
names and single indexes, no wildcard, slice, filter or .. . ResultPath is written to, so it begins at the input, $. The
paths of numbers, such as SecondsPath, take the input or a variable, not the context object $$.

https://docs.aws.amazon.com/step-functions/latest/dg/amazon-states-language-paths.html`,
	Wrong: `
"First": {"Type": "Pass", "ResultPath": "$.items[*].price", "End": true}`,
	Right: `
"First": {"Type": "Pass", "ResultPath": "$.items[0].price", "End": true}`,
	check: func(r *run) {
		for u := range r.usesWith(func(t *reading) bool {
			return t.rule != jsonpath.AnyPath && (t.err != nil || t.path.Root() == jsonpath.Context)
		}) {
			if u.kind != usePath && u.kind != useVariable {
				continue
			}
			if u.err == nil {
				if numberPaths[u.field()] && u.path.Root() == jsonpath.Context {
					r.use(u).say(msgContextPath, u.field()).fix(fixContextPath, strings.TrimSuffix(u.field(), "Path")).aws("Value is not a Reference Path")
				}
				continue
			}
			if _, err := jsonpath.Parse(maskTokens(u.text)); err == nil {
				message, column := reason(u.err)
				r.use(u).say(msgReferencePath, u.text, u.field()).detail(whyAt, column, message).fix(fixReferencePath).aws("Value is not a Reference Path")
			}
		}
	},
}

// numberPaths are the fields that refuse the context object.
// https://github.com/floci-io/floci/issues/3733 has what the service answers.
var numberPaths = set("MaxConcurrencyPath", "ToleratedFailureCountPath", "ToleratedFailurePercentagePath", "MaxItemsPath",
	"MaxItemsPerBatchPath", "MaxInputBytesPerBatchPath")
