package validate

import "github.com/stepwise-go/stepwise/asl"

var ruleLegacy = Rule{
	Code: "SW913", Name: "legacy", Severity: warning,
	Title: "Map states use ItemProcessor and ItemSelector",
	Doc: `Iterator and Parameters are the old names of ItemProcessor and ItemSelector. They still work, but what was added since,
such as the fields of a distributed Map, is documented for the new ones only.

https://docs.aws.amazon.com/step-functions/latest/dg/state-map-inline.html`,
	Wrong: `
"Each": {"Type": "Map", "Iterator": {"StartAt": "A", "States": {"A": {"Type": "Pass", "End": true}}}, "End": true}`,
	Right: `
"Each": {"Type": "Map", "ItemProcessor": {"StartAt": "A", "States": {"A": {"Type": "Pass", "End": true}}}, "End": true}`,
	check: func(r *run) {
		for _, p := range r.places {
			m, ok := p.State.(*asl.Map)
			if !ok {
				continue
			}
			if m.Iterator != nil {
				r.at(p, "/Iterator").say(msgLegacy, "Iterator", "ItemProcessor").fix(fixLegacy)
			}
			if m.Parameters.IsSet() && p.Language != asl.JSONata {
				r.at(p, "/Parameters").say(msgLegacy, "Parameters", "ItemSelector").fix(fixLegacy)
			}
		}
	},
}
