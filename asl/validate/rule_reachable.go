package validate

var ruleReachable = Rule{
	Code: "SW103", Name: "reachable", AWS: "MISSING_TRANSITION_TARGET",
	Title: "every state can be reached from StartAt",
	Doc: `AWS refuses a definition with a state that no transition leads to, or only transitions from states that
cannot be reached themselves. Mostly a Next was forgotten or points to another state than it was meant to.`,
	Wrong: `
"Charge": {"Type": "Pass", "End": true},
"Ship": {"Type": "Pass", "End": true}`,
	Right: `
"Charge": {"Type": "Pass", "Next": "Ship"},
"Ship": {"Type": "Pass", "End": true}`,
	check: func(r *run) {
		for _, s := range r.scopes {
			// With an unknown start or an unknown target anything might be reached.
			if !s.Graph.States.Has(s.Graph.StartAt) || s.hasUnknownTargets() {
				continue
			}
			f := r.flow(s)
			// AWS reports a machine without an end as that and nothing else.
			if s.Parent == nil && len(f.ends) == 0 {
				continue
			}
			for i, p := range s.places {
				if !f.reachable[i] {
					r.at(p, "").say(msgUnreachable, p.Name).fix(fixUnreachable).aws("State %q is not reachable.", p.Name)
				}
			}
		}
	},
}
