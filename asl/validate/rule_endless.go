package validate

var ruleEndless = Rule{
	Code: "SW907", Name: "endless", Severity: warning,
	Title: "from every state an end can be reached",
	Doc: `A loop without a way out never finishes: the execution goes on until its timeout, until a Standard execution has
25,000 history events, or until somebody stops it. AWS accepts it as long as any other state ends the machine.`,
	Wrong: `
"Go?": {"Type": "Choice", "Choices": [{"Variable": "$.go", "BooleanEquals": true, "Next": "Tick"}], "Default": "Done"},
"Tick": {"Type": "Wait", "Seconds": 60, "Next": "Tock"},
"Tock": {"Type": "Pass", "Next": "Tick"},
"Done": {"Type": "Succeed"}`,
	Right: `
"Go?": {"Type": "Choice", "Choices": [{"Variable": "$.go", "BooleanEquals": true, "Next": "Tick"}], "Default": "Done"},
"Tick": {"Type": "Wait", "Seconds": 60, "Next": "Go?"},
"Done": {"Type": "Succeed"}`,
	check: func(r *run) {
		for _, s := range r.scopes {
			f := r.flow(s)
			if len(f.ends) == 0 || s.hasUnknownTargets() {
				continue
			}
			for _, loop := range f.loops {
				if f.reachable[loop[0]] && !f.ending[loop[0]] {
					r.at(s.places[loop[0]], "").say(msgEndless, s.quoted(loop)).fix(fixEndless)
				}
			}
		}
	},
}
