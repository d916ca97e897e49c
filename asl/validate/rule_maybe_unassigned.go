package validate

var ruleMaybeUnassigned = Rule{
	Code: "SW310", Name: "maybe-unassigned", Severity: warning,
	Title: "a variable that is read is assigned on every way to the state",
	Doc: `If a state can be reached on several ways, past a Choice or a Catch, the variable has to be assigned on each of
them. What a state assigns is not assigned when it is left by a Catch: the catcher has an Assign of its own. The same goes for
choice rules: the Assign of the Choice itself is for the Default only.

https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html`,
	Wrong: `
"New?": {"Type": "Choice", "Choices": [{"Variable": "$.new", "BooleanEquals": true, "Next": "Count"}], "Default": "Tell"},
"Count": {"Type": "Pass", "Assign": {"count": 1}, "Next": "Tell"},
"Tell": {"Type": "Pass", "Parameters": {"count.$": "$count"}, "End": true}`,
	Right: `
"New?": {"Type": "Choice", "Choices": [{"Variable": "$.new", "BooleanEquals": true, "Next": "Count"}], "Default": "Tell", "Assign": {"count": 0}},
"Count": {"Type": "Pass", "Assign": {"count": 1}, "Next": "Tell"},
"Tell": {"Type": "Pass", "Parameters": {"count.$": "$count"}, "End": true}`,
	check: func(r *run) {
		all := r.variablesOf()
		for u := range r.usesWith((*reading).readsVariables) {
			for _, v := range u.variables {
				scope := all[u.place.Scope.Graph]
				at, _ := scope.find(v.name)
				sure, reached := scope.sureAt(u.place.Name)
				if at == "" || v.guarded || u.guarded || !reached || sure[v.name] || scope.unknowns() {
					continue
				}
				f := r.use(u).say(msgMaybeUnassigned, v.name).fix(fixMaybeUnassigned).related(relAssigned, at)
				if u.when != before {
					f.detail(whyMaybeUnassigned)
				}
			}
		}
	},
}

func (v *vars) unknowns() bool {
	for ; v != nil; v = v.outer {
		if v.unknown {
			return true
		}
	}
	return false
}
