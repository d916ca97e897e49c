package validate

import (
	"strings"
	"unicode"

	"github.com/stepwise-go/stepwise/asl"
)

// MaxVariableName is the number of characters that the name of a variable may have.
const MaxVariableName = 80

var ruleAssign = Rule{
	Code: "SW308", Name: "assign", AWS: "SCHEMA_VALIDATION_FAILED",
	Title: "Assign sets variables with proper names, each in one graph only",
	Doc: `Assign is an object of names and values. A name begins with a letter or _, goes on with letters, digits and _, has at most
80 characters, and is not states. A branch or processor cannot assign a variable that a graph around it assigns: what
it sets is its own and would hide the other; that is a warning.

https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html`,
	Wrong: `
"First": {"Type": "Pass", "Assign": {"order-id.$": "$.id"}, "End": true}`,
	Right: `
"First": {"Type": "Pass", "Assign": {"orderID.$": "$.id"}, "End": true}`,
	check: func(r *run) {
		all := r.variablesOf()
		for p := range r.signed(assigning) {
			for e := range exitsOf(p.State) {
				if !e.value.IsSet() {
					continue
				}
				if e.value.Object() == nil {
					if text, ok := e.value.Any().(string); !ok || !asl.IsExpression(text) && !hasToken(text) {
						r.at(p, e.from()).say(msgAssignObject).fix(fixAssignObject)
					}
					continue
				}
				for _, name := range assignedBy(e.value, p.Language).names {
					r.assign(p, e, name, all[p.Scope.Graph].outer)
				}
			}
		}
	},
}

func (r *run) assign(p *asl.Place, e exit, name string, outer *vars) {
	pointer := e.from() + "/" + pointerKey(name)
	if p.Language != asl.JSONata && e.value.Object().Has(name+".$") {
		pointer += ".$"
	}
	switch {
	case name == "states":
		r.at(p, pointer).say(msgAssignStates).fix(fixAssignStates)
	case !variableName(name):
		r.at(p, pointer).say(msgVariableName, name).fix(fixVariableName)
	case runes(name) > MaxVariableName:
		r.at(p, pointer).say(msgVariableLong, runes(name), MaxVariableName).fix(fixVariableName)
	}
	// What the state around assigns itself comes later than its branches.
	if at, _ := outer.find(name); at != "" && !strings.HasPrefix(at, p.Scope.Owner.Pointer+"/") {
		r.at(p, pointer).say(msgShadow, name).detail(whyShadow).fix(fixShadow).related(relAssigned, at).warn()
	}
}

func variableName(name string) bool {
	for i, c := range name {
		if !unicode.IsLetter(c) && c != '_' && (i == 0 || !unicode.IsDigit(c) && !unicode.Is(unicode.Mn, c) && !unicode.Is(unicode.Mc, c)) {
			return false
		}
	}
	return name != ""
}
