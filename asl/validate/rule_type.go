package validate

import (
	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/internal/nearest"
)

var ruleType = Rule{
	Code: "SW201", Name: "state-type", AWS: "SCHEMA_VALIDATION_FAILED",
	Title: "the Type of a state is one of the eight",
	Doc: `Every state has a Type: Task, Pass, Wait, Choice, Parallel, Map, Succeed or Fail, with a capital letter.

https://docs.aws.amazon.com/step-functions/latest/dg/workflow-states.html`,
	Wrong: `
"Charge": {"Type": "pass", "End": true}`,
	Right: `
"Charge": {"Type": "Pass", "End": true}`,
	check: func(r *run) {
		names := make([]string, len(asl.StateTypes))
		for i, t := range asl.StateTypes {
			names[i] = string(t)
		}
		for _, p := range r.places {
			s, unknown := p.State.(*asl.Unknown)
			switch {
			case !unknown || hasToken(s.TypeName):
			case s.TypeName == "" && !s.Extra.Has("Type"):
				r.at(p, "").say(msgNoType, p.Name).fix(fixType, or(names)).aws("These fields are required: [Type]")
			case s.TypeName == "" && s.Extra.Has("Type") && !emptyText(s.Extra, "Type"):
				// of the wrong type: another rule
			default:
				r.at(p, "/Type").say(msgBadType, s.TypeName).fix(nearest.Suggest(s.TypeName, names, text(fixType, []any{or(names)})))
			}
		}
	},
}
