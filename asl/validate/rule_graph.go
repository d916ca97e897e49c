package validate

import "strings"

var ruleGraph = Rule{
	Code: "SW108", Name: "graph", AWS: "SCHEMA_VALIDATION_FAILED",
	Title: "machine, branch and processor have StartAt and States",
	Doc: `The machine itself, each branch of a Parallel and the ItemProcessor of a Map are graphs: an object with a
StartAt and at least one state in States.

https://docs.aws.amazon.com/step-functions/latest/dg/statemachine-structure.html`,
	Wrong: `{"States": {"First": {"Type": "Pass", "End": true}}}`,
	Right: `{"StartAt": "First", "States": {"First": {"Type": "Pass", "End": true}}}`,
	check: func(r *run) {
		for i := range r.parts {
			p := &r.parts[i]
			g := graphOf(p.value)
			if g == nil {
				continue
			}
			var missing []string
			states := g.States.Len() > 0 || extraHas(p.extra, "States")
			if !states && !hasField(p.value, "States") {
				missing = append(missing, "States")
			}
			if g.StartAt == "" && !extraHas(p.extra, "StartAt") {
				missing = append(missing, "StartAt")
			}
			if len(missing) > 0 {
				f := r.atPart(p, "").say(msgGraphMissing, p.words(), and(missing)).fix(fixGraphMissing)
				f.aws("These fields are required: [%s]", strings.Join(missing, ", "))
			}
			if !states && hasField(p.value, "States") {
				r.atPart(p, "/States").say(msgNoStates, p.words()).fix(fixNoStates).aws("Value cannot be empty")
			}
			if v, ok := p.extra.Get("StartAt"); ok && v == "" {
				r.atPart(p, "/StartAt").say(msgStartEmpty, p.words()).fix(fixStartEmpty)
			}
		}
	},
}
