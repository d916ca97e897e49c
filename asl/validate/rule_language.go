package validate

import "github.com/stepwise-go/stepwise/asl"

var ruleLanguage = Rule{
	Code: "SW210", Name: "language", AWS: "SCHEMA_VALIDATION_FAILED",
	Title: "the QueryLanguage is set where it may be",
	Doc: `A JSONPath machine may have single states in JSONata, so that a machine can be moved over state by state. The
other way round is refused: in a JSONata machine no state can go back to JSONPath. Branches and processors have no
QueryLanguage. Their states take that of the machine, not that of the Parallel or Map around them.

https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html`,
	Wrong: `{"QueryLanguage": "JSONata", "StartAt": "First", "States": {"First": {"Type": "Pass", "QueryLanguage": "JSONPath", "End": true}}}`,
	Right: `{"QueryLanguage": "JSONata", "StartAt": "First", "States": {"First": {"Type": "Pass", "End": true}}}`,
	check: func(r *run) {
		for _, p := range r.places {
			if p.State.Base().QueryLanguage == asl.JSONPath && r.machine.QueryLanguage == asl.JSONata {
				r.at(p, "/QueryLanguage").say(msgDowngrade).fix(fixDowngrade).awsAt(p.Pointer).
					aws("'QueryLanguage' can not be 'JSONPath' if set to 'JSONata' for whole state machine")
			}
		}
		for i := range r.parts {
			p := &r.parts[i]
			var language asl.QueryLanguage
			switch v := p.value.(type) {
			case *asl.Branch:
				language = v.QueryLanguage
			case *asl.Processor:
				language = v.QueryLanguage
			}
			if language != "" {
				r.atPart(p, "/QueryLanguage").say(msgLanguageHere, article(p.words())).fix(fixLanguageHere).awsAt(p.pointer).
					aws("Field 'QueryLanguage' is not supported")
			}
		}
	},
}
