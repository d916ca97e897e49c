package validate

import (
	"strings"
	"unicode"

	"github.com/stepwise-go/stepwise/asl"
)

// MaxLabel is the number of characters that the Label of a distributed Map may have.
const MaxLabel = 40

var ruleLabel = Rule{
	Code: "SW603", Name: "label", AWS: "SCHEMA_VALIDATION_FAILED",
	Title: "a Label has at most 40 plain characters and is unique",
	Doc: `The Label of a distributed Map becomes part of the ARN of its Map Runs: at most 40 characters, no white space, no
wildcards (? *), no brackets (< > { } [ ]), none of : ; , \ | ^ ~ $ # % & ` + "`" + ` " and no control characters. No two Map states have the same.

https://docs.aws.amazon.com/step-functions/latest/dg/state-map-distributed.html`,
	Wrong: `
"Each": {"Type": "Map", "Label": "each order", "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS"},
  "StartAt": "A", "States": {"A": {"Type": "Pass", "End": true}}}, "End": true}`,
	Right: `
"Each": {"Type": "Map", "Label": "EachOrder", "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS"},
  "StartAt": "A", "States": {"A": {"Type": "Pass", "End": true}}}, "End": true}`,
	check: func(r *run) {
		first := map[string]string{}
		for _, p := range r.places {
			m, ok := p.State.(*asl.Map)
			if !ok || m.Label == "" || hasToken(m.Label) { // an empty one: rule required
				continue
			}
			if n := runes(m.Label); n > MaxLabel {
				r.at(p, "/Label").say(msgLabelLong, n, MaxLabel).fix(fixLabel)
			}
			if i := strings.IndexFunc(m.Label, notInLabel); i >= 0 {
				r.at(p, "/Label").say(msgLabelCharacter, m.Label, string([]rune(m.Label[i:])[0])).fix(fixLabel)
			}
			if at, twice := first[m.Label]; twice {
				r.at(p, "/Label").say(msgLabelTwice, m.Label).fix(fixLabelTwice).related(relFirst, at)
				continue
			}
			first[m.Label] = p.Pointer + "/Label"
		}
	},
}

func notInLabel(c rune) bool {
	return unicode.IsSpace(c) || unicode.IsControl(c) || strings.ContainsRune("?*<>{}[]:;,\\|^~$#%&`\"", c)
}
