package validate

var ruleDuplicate = Rule{
	Code: "SW105", Name: "duplicate", AWS: "DUPLICATE_STATE_NAME",
	Title: "no two states of a machine have the same name",
	Doc: `State names are unique in the whole machine, states inside Parallel and Map included. If the same steps
are needed twice, prefix the names: sfn.Prefix does it for a whole fragment.

Two states of one name in the same States object are the same key twice; that is SW002.`,
	Wrong: `
"Each": {"Type": "Map", "ItemProcessor": {"StartAt": "Log", "States": {"Log": {"Type": "Pass", "End": true}}}, "Next": "Log"},
"Log": {"Type": "Pass", "End": true}`,
	Right: `
"Each": {"Type": "Map", "ItemProcessor": {"StartAt": "Log Item", "States": {"Log Item": {"Type": "Pass", "End": true}}}, "Next": "Log"},
"Log": {"Type": "Pass", "End": true}`,
	check: func(r *run) {
		for _, p := range r.again {
			if !hasToken(p.Name) {
				f := r.at(p, "").say(msgDuplicate, p.Name).fix(fixDuplicate)
				f.related(relFirst, r.firstNamed(p.Name).Pointer).aws("Duplicate State name: %s", p.Name)
			}
		}
	},
}
