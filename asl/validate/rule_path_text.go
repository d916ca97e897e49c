package validate

import (
	"strings"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/asl/template"
	"github.com/stepwise-go/stepwise/ordjson"
)

var rulePathText = Rule{
	Code: "SW316", Name: "path-text", Severity: warning,
	Title: "a JSONata state has expressions, not paths",
	Doc: `In a JSONata state the text "$.order.id" is just that text, and the name of a member keeps its .$. Both are often left
over from JSONPath. What was $ is $states.input, what was $$ is $states.context, and what was an intrinsic function is one of
JSONata's or an operator: {% $states.input.order.id %}.

https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html`,
	Wrong: `{"QueryLanguage": "JSONata", "StartAt": "First", "States": {"First": {"Type": "Pass", "Output": {"id.$": "$.order.id"}, "End": true}}}`,
	Right: `{"QueryLanguage": "JSONata", "StartAt": "First", "States": {"First": {"Type": "Pass", "Output": {"id": "{% $states.input.order.id %}"}, "End": true}}}`,
	check: func(r *run) {
		var p *asl.Place
		key := func(at *walk, o *ordjson.Object) {
			for key := range o.All() {
				if name, dynamic := strings.CutSuffix(key, template.Suffix); dynamic && !hasToken(key) {
					r.at(p, at.pointer()+"/"+pointerKey(key)).say(msgPathKey, key).fix(fixPathKey, name)
				}
			}
		}
		text := func(at *walk, _, text string) {
			r.at(p, at.pointer()).say(msgNoDollar, text).fix(fixPathText, asExpression(text))
		}
		visit := func(field string, v asl.Value) {
			walkObjects(v.Any(), field, hasDynamicKey, key)
			walkTexts(v.Any(), field, lacksDollar, text)
		}
		for p = range r.signed(computedKeys | plainPaths) {
			if p.Language == asl.JSONata {
				valuesOf(p.State, visit)
			}
		}
	},
}

// isDynamic tells whether a member of a payload template is computed.
func isDynamic(key string) bool { return strings.HasSuffix(key, template.Suffix) }

// asExpression is what a path may have been meant as.
func asExpression(path string) string {
	switch {
	case strings.HasPrefix(path, "$$"):
		return "$states.context" + path[2:]
	case strings.HasPrefix(path, "$"):
		return "$states.input" + path[1:]
	}
	return "..."
}

func hasDynamicKey(o *ordjson.Object) bool { return hasKey(o, isDynamic) }
