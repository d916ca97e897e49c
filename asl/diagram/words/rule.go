package words

import (
	"strings"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/ordjson"
)

// Rule returns the condition of a Choice rule as an expression: $.status == "FAILED",
// $.x is present && !($.y > 3), or the JSONata of the rule without its {% %}. A rule that has no
// condition gives "".
func Rule(r asl.Rule) string { return rule(&r, 0) }

// How tightly an expression holds together, from loose to tight.
const (
	looseOr = iota
	looseAnd
	tight
)

func rule(r *asl.Rule, around int) string {
	switch {
	case r.Condition.IsSet():
		if text, ok := r.Condition.Any().(string); ok {
			return oneLine(asl.Expression(text))
		}
		return ordjson.String(r.Condition.Any())
	case r.Operator != "":
		return comparison(r)
	case len(r.And) > 0:
		return parts(r.And, " && ", looseAnd, around)
	case len(r.Or) > 0:
		return parts(r.Or, " || ", looseOr, around)
	case r.Not != nil:
		if _, test := tests[r.Not.Operator]; test && r.Not.Operand == true {
			negated := *r.Not
			negated.Operand = false
			return comparison(&negated)
		}
		return "!(" + rule(r.Not, looseOr) + ")"
	}
	return ""
}

func parts(rules []asl.Rule, glue string, level, around int) string {
	if len(rules) == 1 {
		return rule(&rules[0], around)
	}
	list := make([]string, len(rules))
	for i := range rules {
		list[i] = rule(&rules[i], level+1)
	}
	text := strings.Join(list, glue)
	if level < around {
		return "(" + text + ")"
	}
	return text
}

// signs are what the operators compare by, longest ending first.
var signs = []struct{ ending, sign string }{
	{"GreaterThanEquals", " >= "},
	{"LessThanEquals", " <= "},
	{"GreaterThan", " > "},
	{"LessThan", " < "},
	{"Equals", " == "},
	{"Matches", " matches "},
}

// tests are the operators that ask for the kind of a value.
var tests = map[string]string{
	"IsPresent":   "present",
	"IsNull":      "null",
	"IsNumeric":   "a number",
	"IsString":    "a string",
	"IsBoolean":   "a boolean",
	"IsTimestamp": "a timestamp",
}

func comparison(r *asl.Rule) string {
	variable := r.Variable
	if variable == "" {
		variable = "?"
	}
	if what, ok := tests[r.Operator]; ok {
		if r.Operand == false {
			return variable + " is not " + what
		}
		return variable + " is " + what
	}
	name, isPath := strings.CutSuffix(r.Operator, "Path")
	operand := ordjson.String(r.Operand)
	if text, ok := r.Operand.(string); ok && isPath {
		operand = text
	}
	for _, s := range signs {
		if strings.HasSuffix(name, s.ending) {
			return variable + s.sign + operand
		}
	}
	return variable + " " + r.Operator + " " + operand
}

func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }
