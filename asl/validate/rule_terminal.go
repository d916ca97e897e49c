package validate

import "github.com/stepwise-go/stepwise/asl"

var ruleTerminal = Rule{
	Code: "SW104", Name: "terminal", AWS: "MISSING_END_STATE",
	Title: "there is a state that ends the machine",
	Doc: `A machine needs a Succeed, a Fail, or a state with "End": true; without one it can never finish. AWS
refuses such a machine. It does not refuse a branch or processor without an end, which never finishes either; that
is reported as a warning.`,
	Wrong: `
"Poll": {"Type": "Wait", "Seconds": 60, "Next": "Check"},
"Check": {"Type": "Pass", "Next": "Poll"}`,
	Right: `
"Poll": {"Type": "Wait", "Seconds": 60, "Next": "Check"},
"Check": {"Type": "Choice", "Choices": [{"Variable": "$.done", "BooleanEquals": true, "Next": "Done"}], "Default": "Poll"},
"Done": {"Type": "Succeed"}`,
	check: func(r *run) {
		for _, s := range r.scopes {
			if s.Graph.States.Len() == 0 || len(r.flow(s).ends) > 0 || s.hasOpenEnds() {
				continue
			}
			if s.Parent == nil {
				f := r.atMachine("/States").say(msgNoTerminal).fix(fixNoTerminal).aws("Workflow has no terminal state")
				f.awsNowhere = true
				continue
			}
			r.atScope(s.self, "/States").say(msgNoTerminalInside).fix(fixNoTerminal).warn()
		}
	},
}

// hasOpenEnds tells whether a state goes nowhere, which is reported and is what is missing to end it.
func (s *scope) hasOpenEnds() bool {
	for _, p := range s.places {
		if f := asl.FlowOf(p.State); f != nil && !f.End && f.Next == "" {
			return true
		}
	}
	return false
}
