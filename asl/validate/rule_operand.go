package validate

import (
	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/ordjson"
)

var ruleOperand = Rule{
	Code: "SW213", Name: "operand", AWS: "SCHEMA_VALIDATION_FAILED",
	Title: "an operator of a choice rule has a value of its kind",
	Doc: `StringEquals compares with a string, NumericEquals with a number, BooleanEquals with true or false, and so on.
IsPresent and the other Is operators take true or false, and the operators that end in Path take a path.

https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html`,
	Wrong: `
"Big?": {"Type": "Choice", "Choices": [{"Variable": "$.n", "NumericGreaterThan": "10", "Next": "Yes"}], "Default": "Yes"},
"Yes": {"Type": "Succeed"}`,
	Right: `
"Big?": {"Type": "Choice", "Choices": [{"Variable": "$.n", "NumericGreaterThan": 10, "Next": "Yes"}], "Default": "Yes"},
"Yes": {"Type": "Succeed"}`,
	check: func(r *run) {
		for i := range r.parts {
			p := &r.parts[i]
			rule, ok := p.value.(*asl.Rule)
			if !ok || p.place.Language != asl.JSONPath {
				continue
			}
			if rule.Operator != "" {
				r.operand(p, rule.Operator, rule.Operand)
			}
			for name, v := range rule.Extra.All() {
				r.operand(p, name, v)
			}
		}
	},
}

func (r *run) operand(p *part, name string, v any) {
	op, ok := asl.OperatorByName(name)
	if s, text := v.(string); !ok || text && hasToken(s) {
		return
	}
	fits := false
	switch op.Operand {
	case asl.OperandNumber:
		fits = ordjson.IsNumber(v)
	case asl.OperandBoolean, asl.OperandTest:
		_, fits = v.(bool)
	default:
		_, fits = v.(string)
	}
	if !fits {
		want := operandWords[op.Operand]
		f := r.atPart(p, "/"+name).say(msgOperand, name, want, article(ordjson.Kind(v))).fix(fixOperand, want)
		if op.Operand == asl.OperandTest || op.Operand == asl.OperandBoolean {
			f.aws("Expected value of type Boolean")
		}
	}
}

var operandWords = map[asl.OperandKind]string{
	asl.OperandString: "a string", asl.OperandNumber: "a number", asl.OperandBoolean: "true or false",
	asl.OperandTimestamp: "a timestamp", asl.OperandPath: "a path", asl.OperandTest: "true or false",
}
