package validate

import (
	"strings"

	"github.com/stepwise-go/stepwise/asl"
)

var ruleChoice = Rule{
	Code: "SW212", Name: "choice-rule", AWS: "SCHEMA_VALIDATION_FAILED",
	Title: "a choice rule says one thing, in the right place",
	Doc: `A JSONPath rule has a Variable and one operator, or And, Or or Not around further rules. Only the outermost rule
has a Next. A JSONata rule has a Condition, which is true, false or an expression.

https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html`,
	Wrong: `
"Big?": {"Type": "Choice", "Choices": [{"Variable": "$.n", "NumericGreaterThan": 10, "NumericLessThan": 20, "Next": "Yes"}], "Default": "Yes"},
"Yes": {"Type": "Succeed"}`,
	Right: `
"Big?": {"Type": "Choice", "Choices": [{"And": [
  {"Variable": "$.n", "NumericGreaterThan": 10}, {"Variable": "$.n", "NumericLessThan": 20}], "Next": "Yes"}], "Default": "Yes"},
"Yes": {"Type": "Succeed"}`,
	check: func(r *run) {
		for i := range r.parts {
			p := &r.parts[i]
			rule, ok := p.value.(*asl.Rule)
			if !ok {
				continue
			}
			if p.kind == kindNestedRule {
				r.nestedRule(p, rule)
			}
			if p.place.Language == asl.JSONPath {
				r.pathRule(p, rule)
			} else {
				r.conditionRule(p, rule)
			}
		}
	},
}

func (r *run) nestedRule(p *part, rule *asl.Rule) {
	for _, f := range []struct {
		name string
		set  bool
	}{{"Next", rule.Next != ""}, {"Assign", rule.Assign.IsSet()}, {"Output", rule.Output.IsSet()}} {
		if f.set {
			r.atPart(p, "/"+f.name).say(msgNestedField, f.name).fix(fixNestedField, f.name).aws("Field '%s' is not supported", f.name).awsAt(p.pointer)
		}
	}
}

func (r *run) pathRule(p *part, rule *asl.Rule) {
	var tests []string
	if rule.Operator != "" {
		tests = append(tests, rule.Operator)
	}
	for name := range rule.Extra.All() {
		if _, ok := asl.OperatorByName(name); ok {
			tests = append(tests, name)
		}
	}
	comparing := len(tests) > 0
	for _, name := range []string{"And", "Or", "Not"} {
		if asl.HasField(rule, name) {
			tests = append(tests, name)
		}
	}
	hasVariable := asl.HasField(rule, "Variable")
	switch {
	case len(tests) > 1:
		r.atPart(p, "").say(msgManyOperators, and(tests)).fix(fixManyOperators).aws("There should only be one of the following fields: [%s]", strings.Join(tests, ", "))
	case len(tests) == 0 && rule.Condition.IsSet():
		// a field of the other language, which is reported as that
	case len(tests) == 0 && !r.hasUnknown(p):
		r.atPart(p, "").say(msgNoOperator).fix(fixNoOperator)
	case comparing && !hasVariable:
		r.atPart(p, "").say(msgNoVariable, tests[0]).fix(fixNoVariable).aws("These fields are required: [Variable]")
	case !comparing && hasVariable && len(tests) == 1:
		r.atPart(p, "/Variable").say(msgVariableBeside, tests[0]).fix(fixVariableBeside)
	}
}

// hasUnknown tells whether a rule has a member that another rule reports, such as a misspelt operator.
func (r *run) hasUnknown(p *part) bool {
	for name := range p.extra.All() {
		if _, known := asl.FieldOf(p.value, name); !known {
			return true
		}
	}
	return false
}

func (r *run) conditionRule(p *part, rule *asl.Rule) {
	if !rule.Condition.IsSet() {
		if rule.Operator == "" && rule.And == nil && rule.Or == nil && rule.Not == nil {
			r.atPart(p, "").say(msgNoCondition).fix(fixNoCondition).aws("These fields are required: [Condition]")
		}
		return
	}
	switch v := rule.Condition.Any().(type) {
	case bool:
	case string:
		if !asl.IsExpression(v) && !hasToken(v) {
			r.atPart(p, "/Condition").say(msgConditionText, v).fix(fixConditionText, v)
		}
	default:
		r.atPart(p, "/Condition").say(msgConditionType).fix(fixConditionText, "...")
	}
}
