package validate

import (
	"strings"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/asl/template"
	"github.com/stepwise-go/stepwise/ordjson"
)

var ruleRenamed = Rule{
	Code: "SW313", Name: "renamed", Severity: warning,
	Title: "no two members have the same name once the .$ is gone",
	Doc: `In a payload template the member "id.$" becomes "id" in the result. The specification forbids an "id" beside it: one
of the two would be lost.

https://states-language.net/spec.html#payload-template`,
	Wrong: `
"First": {"Type": "Pass", "Parameters": {"id": "unknown", "id.$": "$.id"}, "End": true}`,
	Right: `
"First": {"Type": "Pass", "Parameters": {"id.$": "$.id"}, "End": true}`,
	check: func(r *run) {
		var p *asl.Place
		report := func(at *walk, o *ordjson.Object) {
			for key := range o.All() {
				if name, dynamic := strings.CutSuffix(key, template.Suffix); dynamic && o.Has(name) {
					pointer := at.pointer()
					f := r.at(p, pointer+"/"+pointerKey(key)).say(msgRenamed, key, name).fix(fixRenamed)
					f.related(relOther, p.Pointer+pointer+"/"+pointerKey(name))
				}
			}
		}
		visit := func(field string, v asl.Value) { walkObjects(v.Any(), field, renames, report) }
		for p = range r.signed(renamedKeys) {
			if p.Language != asl.JSONata {
				templatesOf(p.State, visit)
			}
		}
	},
}

// renames tells whether a member gets the name of another.
func renames(o *ordjson.Object) bool {
	for i := range o.Len() {
		if name, dynamic := strings.CutSuffix(o.At(i).Key, template.Suffix); dynamic && o.Has(name) {
			return true
		}
	}
	return false
}
