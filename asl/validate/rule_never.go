package validate

var ruleNever = Rule{
	Code: "SW320", Name: "never-resolves", Severity: warning,
	Title: "a path can lead somewhere",
	Doc: `What each state gets follows from the input of the machine, the results of its tasks and what the states before
pass on. A path to a field that cannot be there fails when the state runs; in an expression it gives nothing. $exists
and IsPresent may ask for what is not there. Fixed data, results of integrations and the
errors of catchers are known anyway; more is found with a declared input (a Go type, a JSON Schema or an example) and with
mocks of the tasks. What is not known is taken to hold anything.`,
	Wrong: `
"First": {"Type": "Pass", "Result": {"total": 1}, "Next": "Second"},
"Second": {"Type": "Pass", "InputPath": "$.sum", "End": true}`,
	Right: `
"First": {"Type": "Pass", "Result": {"total": 1}, "Next": "Second"},
"Second": {"Type": "Pass", "InputPath": "$.total", "End": true}`,
	check: func(r *run) {
		flow := r.data()
		for _, p := range flow.Problems {
			for _, place := range r.places {
				if place.Name == p.State && covered(p.Pointer, place.Pointer) {
					r.at(place, p.Pointer[len(place.Pointer):]).say(p.Summary).fix(p.Fix)
					break
				}
			}
		}
		r.neverInQueries(flow)
		r.neverInExecutionInput()
	},
}

func covered(pointer, by string) bool {
	return len(pointer) > len(by) && pointer[:len(by)] == by && pointer[len(by)] == '/'
}
