package validate

import (
	"strings"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/ordjson"
)

var ruleDeadRule = Rule{
	Code: "SW904", Name: "dead-rule", Severity: warning,
	Title: "each choice rule can match",
	Doc: `Choice rules are tried from first to last, and the first that holds is taken. A rule is never taken if an
earlier one holds whenever it does: the same test, a wider range of the same variable, or a condition that is always true.`,
	Wrong: `
"Size?": {"Type": "Choice", "Choices": [
  {"Variable": "$.n", "NumericGreaterThan": 10, "Next": "Big"}, {"Variable": "$.n", "NumericGreaterThan": 100, "Next": "Huge"}], "Default": "Big"},
"Big": {"Type": "Succeed"}, "Huge": {"Type": "Succeed"}`,
	Right: `
"Size?": {"Type": "Choice", "Choices": [
  {"Variable": "$.n", "NumericGreaterThan": 100, "Next": "Huge"}, {"Variable": "$.n", "NumericGreaterThan": 10, "Next": "Big"}], "Default": "Big"},
"Big": {"Type": "Succeed"}, "Huge": {"Type": "Succeed"}`,
	check: func(r *run) {
		for _, p := range r.places {
			c, ok := p.State.(*asl.Choice)
			if !ok {
				continue
			}
			for i := range c.Choices {
				for j := range c.Choices[:i] {
					if covers(&c.Choices[j], &c.Choices[i]) {
						f := r.at(p, "/Choices/"+itoa(i)).say(msgDeadRule, i+1, j+1).fix(fixDeadRule)
						f.related(relEarlierRule, p.Pointer+"/Choices/"+itoa(j))
						break
					}
				}
			}
		}
	},
}

// covers tells whether rule a holds whenever rule b does.
func covers(a, b *asl.Rule) bool {
	switch {
	case alwaysTrue(a):
		return true
	case a.Condition.IsSet():
		return b.Condition.IsSet() && ordjson.Equal(a.Condition.Any(), b.Condition.Any())
	case a.Operator != "" && b.Operator != "" && a.Variable == b.Variable:
		return coversTest(a, b)
	case len(b.And) > 0 && a.Operator != "":
		for i := range b.And {
			if covers(a, &b.And[i]) {
				return true
			}
		}
	case len(a.Or) > 0:
		for i := range a.Or {
			if covers(&a.Or[i], b) {
				return true
			}
		}
	}
	return false
}

func alwaysTrue(r *asl.Rule) bool {
	v := r.Condition.Any()
	s, _ := v.(string)
	return v == true || asl.IsExpression(s) && asl.Expression(s) == "true"
}

// coversTest compares tests of one variable.
func coversTest(a, b *asl.Rule) bool {
	if a.Operator == b.Operator && ordjson.Equal(a.Operand, b.Operand) {
		return true
	}
	if a.Operator == "IsPresent" && a.Operand == true {
		// Whatever compares the variable needs it to be there.
		return !strings.HasPrefix(b.Operator, "Is") || b.Operand == true
	}
	x, okx := intervalOf(a)
	y, oky := intervalOf(b)
	return okx && oky && x.holds(y)
}

// interval is a range of numbers.
type interval struct {
	low, high         float64
	lowOpen, highOpen bool
}

func intervalOf(r *asl.Rule) (interval, bool) {
	const far = 1e308
	n, ok := ordjson.Float(r.Operand)
	if !ok {
		return interval{}, false
	}
	switch r.Operator {
	case "NumericEquals":
		return interval{low: n, high: n}, true
	case "NumericGreaterThan":
		return interval{low: n, high: far, lowOpen: true}, true
	case "NumericGreaterThanEquals":
		return interval{low: n, high: far}, true
	case "NumericLessThan":
		return interval{low: -far, high: n, highOpen: true}, true
	case "NumericLessThanEquals":
		return interval{low: -far, high: n}, true
	}
	return interval{}, false
}

func (a interval) holds(b interval) bool {
	low := a.low < b.low || a.low == b.low && (!a.lowOpen || b.lowOpen)
	high := a.high > b.high || a.high == b.high && (!a.highOpen || b.highOpen)
	return low && high
}
