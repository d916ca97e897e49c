package validate

import (
	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/ordjson"
)

var ruleDefault = Rule{
	Code: "SW908", Name: "choice-default", Severity: warning,
	Title: "a Choice has a Default",
	Doc: `If no rule holds and there is no Default, the execution fails with States.Runtime, which nobody can
catch. A Default may be a Fail state with a telling error. Choices whose rules leave nothing over, such as one for true and
one for false, are not reported.

https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html`,
	Wrong: `
"Paid?": {"Type": "Choice", "Choices": [{"Variable": "$.paid", "BooleanEquals": true, "Next": "Ship"}]},
"Ship": {"Type": "Succeed"}`,
	Right: `
"Paid?": {"Type": "Choice", "Choices": [{"Variable": "$.paid", "BooleanEquals": true, "Next": "Ship"}], "Default": "Unpaid"},
"Ship": {"Type": "Succeed"},
"Unpaid": {"Type": "Fail", "Error": "Unpaid"}`,
	check: func(r *run) {
		for _, p := range r.places {
			c, ok := p.State.(*asl.Choice)
			if ok && c.Default == "" && !c.Extra.Has("Default") && len(c.Choices) > 0 && !exhaustive(c.Choices) {
				r.at(p, "").say(msgNoDefault).fix(fixNoDefault)
			}
		}
	},
}

// exhaustive tells whether one of the rules certainly holds.
func exhaustive(rules []asl.Rule) bool {
	for i := range rules {
		if alwaysTrue(&rules[i]) {
			return true
		}
		for j := range rules[:i] {
			if opposite(&rules[i], &rules[j]) || opposite(&rules[j], &rules[i]) {
				return true
			}
		}
	}
	return false
}

// opposite tells whether b holds whenever a does not.
func opposite(a, b *asl.Rule) bool {
	switch {
	case b.Not != nil && a.Operator != "":
		return same(a, b.Not)
	case a.Operator == "" || a.Variable != b.Variable:
		return false
	case a.Operator == b.Operator:
		x, isBool := a.Operand.(bool)
		y, ok := b.Operand.(bool)
		return isBool && ok && x != y
	}
	// Numbers that are compared with one number are above or below it.
	pair := [2]string{a.Operator, b.Operator}
	return ordjson.Equal(a.Operand, b.Operand) && ordjson.IsNumber(a.Operand) &&
		(pair == [2]string{"NumericLessThan", "NumericGreaterThanEquals"} || pair == [2]string{"NumericLessThanEquals", "NumericGreaterThan"})
}

func same(a, b *asl.Rule) bool {
	return a.Operator == b.Operator && a.Variable == b.Variable && ordjson.Equal(a.Operand, b.Operand)
}
