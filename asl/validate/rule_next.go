package validate

import (
	"github.com/stepwise-go/stepwise/asl"
)

var ruleNext = Rule{
	Code: "SW107", Name: "next-or-end", AWS: "SCHEMA_VALIDATION_FAILED",
	Title: "a state has either Next or \"End\": true",
	Doc: `Task, Pass, Wait, Parallel and Map go to their Next, or end the graph with "End": true: one of the two, never
both and never neither. A Choice has the Next of its rules and a Default; Succeed and Fail end by themselves.

https://docs.aws.amazon.com/step-functions/latest/dg/statemachine-structure.html`,
	Wrong: `
"Charge": {"Type": "Pass"}`,
	Right: `
"Charge": {"Type": "Pass", "End": true}`,
	check: func(r *run) {
		for _, p := range r.places {
			flow := asl.FlowOf(p.State)
			if flow == nil {
				continue
			}
			next := flow.Next != "" || extraHas(p.State.Base().Extra, "Next")
			end, _ := p.State.Base().Extra.Get("End")
			unknownEnd := extraHas(p.State.Base().Extra, "End") && end != false
			switch {
			case flow.End && next:
				r.at(p, "").say(msgNextAndEnd).fix(fixNextAndEnd).aws("There should only be one of the following fields: [Next, End]")
			case !flow.End && !next && !unknownEnd:
				r.at(p, "").say(msgNoNext).fix(fixNoNext).aws("There should be one of the following fields: [Next, End]")
			}
		}
	},
}
