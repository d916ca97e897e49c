package validate

var ruleStart = Rule{
	Code: "SW102", Name: "start", AWS: "MISSING_TRANSITION_TARGET",
	Title: "StartAt names a state of its graph",
	Doc: `The machine, each branch of a Parallel and the processor of a Map start at the state that their StartAt
names. It has to be one of the States beside it, spelt the same, capital letters included.

https://docs.aws.amazon.com/step-functions/latest/dg/statemachine-structure.html`,
	Wrong: `{"StartAt": "first", "States": {"First": {"Type": "Pass", "End": true}}}`,
	Right: `{"StartAt": "First", "States": {"First": {"Type": "Pass", "End": true}}}`,
	check: func(r *run) {
		for _, s := range r.scopes {
			start := s.Graph.StartAt
			if start != "" && !hasToken(start) && s.Graph.States.Len() > 0 && !s.Graph.States.Has(start) {
				r.noTarget(s, r.atScope(s.self, "/StartAt"), start)
			}
		}
	},
}
