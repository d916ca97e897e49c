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
		for _, p := range r.places {
			if p.Language == asl.JSONata {
				continue
			}
			for _, t := range templatesOf(p.State) {
				walkObjects(t.value.Any(), t.pointer, func(pointer string, o *ordjson.Object) {
					for key := range o.All() {
						if name, dynamic := strings.CutSuffix(key, template.Suffix); dynamic && o.Has(name) {
							f := r.at(p, pointer+"/"+pointerKey(key)).say(msgRenamed, key, name).fix(fixRenamed)
							f.related(relOther, p.Pointer+pointer+"/"+pointerKey(name))
						}
					}
				})
			}
		}
	},
}

// walkObjects visits all objects in a value.
func walkObjects(v any, pointer string, visit func(pointer string, o *ordjson.Object)) {
	switch v := v.(type) {
	case *ordjson.Object:
		visit(pointer, v)
		for k, child := range v.All() {
			walkObjects(child, pointer+"/"+ordjson.EscapePointer(k), visit)
		}
	case []any:
		for i, child := range v {
			walkObjects(child, pointer+"/"+itoa(i), visit)
		}
	}
}
