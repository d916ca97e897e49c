package validate

import "github.com/stepwise-go/stepwise/asl"

var ruleNoPath = Rule{
	Code: "SW910", Name: "no-path", AWS: "NO_PATH", Severity: warning,
	Title: "a field with a path in it ends in Path",
	Doc: `Error and Cause of a Fail state and the operators of choice rules take a fixed value; to look one up there are
ErrorPath, CausePath and the operators that end in Path, such as StringEqualsPath. AWS gives this warning too, as NO_PATH.`,
	Wrong: `
"No": {"Type": "Fail", "Error": "$.error"}`,
	Right: `
"No": {"Type": "Fail", "ErrorPath": "$.error"}`,
	check: func(r *run) {
		look := func(p *asl.Place, pointer, name, text string) {
			if looksLikePath(text) {
				r.at(p, pointer).say(msgNoPath, name, text).fix(fixNoPath, name).aws("Field value looks like a path, but field name does not end with 'Path'.")
			}
		}
		for _, p := range r.places {
			if f, ok := p.State.(*asl.Fail); ok && p.Language != asl.JSONata {
				look(p, "/Error", "Error", f.Error)
				look(p, "/Cause", "Cause", f.Cause)
			}
		}
		for i := range r.parts {
			p := &r.parts[i]
			rule, ok := p.value.(*asl.Rule)
			if !ok {
				continue
			}
			op, known := asl.OperatorByName(rule.Operator)
			if text, isText := rule.Operand.(string); known && isText && op.Operand == asl.OperandString && rule.Operator != "StringMatches" {
				look(p.place, p.pointer[len(p.place.Pointer):]+"/"+rule.Operator, rule.Operator, text)
			}
		}
	},
}
