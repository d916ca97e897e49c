package validate

import (
	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/ordjson"
)

var ruleItems = Rule{
	Code: "SW607", Name: "items", AWS: "SCHEMA_VALIDATION_FAILED",
	Title: "a Map goes over a list or an object",
	Doc: `Items of a JSONata Map is a list, an object, or an expression that gives one. ItemsPath of a JSONPath Map is a path;
it cannot be null, as InputPath and OutputPath can.

https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemspath.html`,
	Wrong: `{"QueryLanguage": "JSONata", "StartAt": "Each", "States": {"Each": {"Type": "Map", "Items": "$states.input.orders",
  "ItemProcessor": {"StartAt": "A", "States": {"A": {"Type": "Pass", "End": true}}}, "End": true}}}`,
	Right: `{"QueryLanguage": "JSONata", "StartAt": "Each", "States": {"Each": {"Type": "Map", "Items": "{% $states.input.orders %}",
  "ItemProcessor": {"StartAt": "A", "States": {"A": {"Type": "Pass", "End": true}}}, "End": true}}}`,
	check: func(r *run) {
		for _, p := range r.places {
			m, ok := p.State.(*asl.Map)
			switch {
			case !ok:
			case p.Language != asl.JSONata:
				if m.ItemsPath.IsNull() {
					r.at(p, "/ItemsPath").say(msgItemsPathNull).fix(fixItemsPathNull).aws("Expected value of type [STRING]")
				}
			case m.Items.IsSet() && !goesOver(m.Items.Any()):
				f := r.at(p, "/Items").say(msgItems, article(ordjson.Kind(m.Items.Any()))).fix(fixItems)
				if text, ok := m.Items.Any().(string); ok {
					f.fix(fixConditionText, text)
				}
			}
		}
	},
}

// goesOver tells whether a Map can go over a value.
func goesOver(v any) bool {
	switch v := v.(type) {
	case []any, *ordjson.Object:
		return true
	case string:
		return asl.IsExpression(v) || hasToken(v)
	}
	return false
}
