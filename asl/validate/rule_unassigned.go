package validate

import "github.com/stepwise-go/stepwise/internal/nearest"

var ruleUnassigned = Rule{
	Code: "SW309", Name: "unassigned", Severity: warning,
	Title: "a variable that is read is assigned by a state before",
	Doc: `A variable exists from the state on that assigns it, in the same graph and in the branches and processors inside it.
What a branch assigns is not seen outside, and the children of a distributed Map do not see the variables around it: hand
them over with ItemSelector. Reading a variable that is not there fails with States.QueryEvaluationError or States.Runtime.

https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html`,
	Wrong: `
"First": {"Type": "Pass", "Assign": {"total.$": "$.total"}, "Next": "Second"},
"Second": {"Type": "Pass", "Parameters": {"sum.$": "$totl"}, "End": true}`,
	Right: `
"First": {"Type": "Pass", "Assign": {"total.$": "$.total"}, "Next": "Second"},
"Second": {"Type": "Pass", "Parameters": {"sum.$": "$total"}, "End": true}`,
	check: func(r *run) {
		all := r.variablesOf()
		for u := range r.usesWith((*reading).readsVariables) {
			for _, v := range u.variables {
				scope := all[u.place.Scope.Graph]
				if at, unknown := scope.find(v.name); at != "" || unknown || v.guarded || u.guarded {
					continue
				}
				f := r.use(u).say(msgUnassigned, v.name)
				if at := r.assignedElsewhere(v.name); at != "" {
					f.detail(whyUnassigned).fix(fixUnassignedScope).related(relAssigned, at)
					continue
				}
				var names []string
				for ; scope != nil; scope = scope.outer {
					for name := range scope.anywhere {
						names = append(names, name)
					}
				}
				f.fix(nearest.Suggest(v.name, names, fixUnassigned))
			}
		}
	},
}

func (r *run) assignedElsewhere(name string) string {
	for _, s := range r.scopes {
		if at, ok := r.vars[s.Graph].anywhere[name]; ok {
			return at
		}
	}
	return ""
}
