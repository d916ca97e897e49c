package sfn_test

import (
	"math"
	"strings"
	"testing"
	"time"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/constructs/sfn"
)

// ruleOf renders a condition, without braces and Next.
func ruleOf(t *testing.T, c sfn.Condition, props ...sfn.MachineProps) string {
	t.Helper()
	got := render(t, sfn.NewChoice("C").When(c, sfn.NewSucceed("S")).Otherwise(sfn.NewFail("F")), props...)
	_, rest, _ := strings.Cut(got, `"Choices":[{`)
	rule, _, _ := strings.Cut(rest, `,"Next":"S"`)
	return rule
}

func TestConditions(t *testing.T) {
	at := time.Date(2030, 1, 2, 3, 4, 5, 0, time.FixedZone("", 3600))
	const p, q = "$.a", "$.b"
	conditions := []struct {
		operator, operand string
		c                 sfn.Condition
	}{
		{"StringEquals", `"x"`, sfn.StringEquals(p, "x")},
		{"StringLessThan", `"x"`, sfn.StringLessThan(p, "x")},
		{"StringLessThanEquals", `"x"`, sfn.StringLessThanEquals(p, "x")},
		{"StringGreaterThan", `"x"`, sfn.StringGreaterThan(p, "x")},
		{"StringGreaterThanEquals", `"x"`, sfn.StringGreaterThanEquals(p, "x")},
		{"StringMatches", `"x*"`, sfn.StringMatches(p, "x*")},
		{"NumericEquals", `1.5`, sfn.NumberEquals(p, 1.5)},
		{"NumericLessThan", `1`, sfn.NumberLessThan(p, 1)},
		{"NumericLessThanEquals", `1`, sfn.NumberLessThanEquals(p, 1)},
		{"NumericGreaterThan", `1`, sfn.NumberGreaterThan(p, 1)},
		{"NumericGreaterThanEquals", `1`, sfn.NumberGreaterThanEquals(p, 1)},
		{"BooleanEquals", `false`, sfn.BooleanEquals(p, false)},
		{"TimestampEquals", `"2030-01-02T02:04:05Z"`, sfn.TimestampEquals(p, at)},
		{"TimestampLessThan", `"2030-01-02T02:04:05Z"`, sfn.TimestampLessThan(p, at)},
		{"TimestampLessThanEquals", `"2030-01-02T02:04:05Z"`, sfn.TimestampLessThanEquals(p, at)},
		{"TimestampGreaterThan", `"2030-01-02T02:04:05Z"`, sfn.TimestampGreaterThan(p, at)},
		{"TimestampGreaterThanEquals", `"2030-01-02T02:04:05Z"`, sfn.TimestampGreaterThanEquals(p, at)},
		{"StringEqualsPath", `"$.b"`, sfn.StringEqualsPath(p, q)},
		{"StringLessThanPath", `"$.b"`, sfn.StringLessThanPath(p, q)},
		{"StringLessThanEqualsPath", `"$.b"`, sfn.StringLessThanEqualsPath(p, q)},
		{"StringGreaterThanPath", `"$.b"`, sfn.StringGreaterThanPath(p, q)},
		{"StringGreaterThanEqualsPath", `"$.b"`, sfn.StringGreaterThanEqualsPath(p, q)},
		{"NumericEqualsPath", `"$.b"`, sfn.NumberEqualsPath(p, q)},
		{"NumericLessThanPath", `"$.b"`, sfn.NumberLessThanPath(p, q)},
		{"NumericLessThanEqualsPath", `"$.b"`, sfn.NumberLessThanEqualsPath(p, q)},
		{"NumericGreaterThanPath", `"$.b"`, sfn.NumberGreaterThanPath(p, q)},
		{"NumericGreaterThanEqualsPath", `"$.b"`, sfn.NumberGreaterThanEqualsPath(p, q)},
		{"BooleanEqualsPath", `"$.b"`, sfn.BooleanEqualsPath(p, q)},
		{"TimestampEqualsPath", `"$.b"`, sfn.TimestampEqualsPath(p, q)},
		{"TimestampLessThanPath", `"$.b"`, sfn.TimestampLessThanPath(p, q)},
		{"TimestampLessThanEqualsPath", `"$.b"`, sfn.TimestampLessThanEqualsPath(p, q)},
		{"TimestampGreaterThanPath", `"$.b"`, sfn.TimestampGreaterThanPath(p, q)},
		{"TimestampGreaterThanEqualsPath", `"$.b"`, sfn.TimestampGreaterThanEqualsPath(p, q)},
		{"IsPresent", `true`, sfn.IsPresent(p)},
		{"IsPresent", `false`, sfn.IsNotPresent(p)},
		{"IsNull", `true`, sfn.IsNull(p)},
		{"IsNull", `false`, sfn.IsNotNull(p)},
		{"IsBoolean", `true`, sfn.IsBoolean(p)},
		{"IsBoolean", `false`, sfn.IsNotBoolean(p)},
		{"IsNumeric", `true`, sfn.IsNumeric(p)},
		{"IsNumeric", `false`, sfn.IsNotNumeric(p)},
		{"IsString", `true`, sfn.IsString(p)},
		{"IsString", `false`, sfn.IsNotString(p)},
		{"IsTimestamp", `true`, sfn.IsTimestamp(p)},
		{"IsTimestamp", `false`, sfn.IsNotTimestamp(p)},
	}
	seen := map[string]bool{}
	for _, c := range conditions {
		seen[c.operator] = true
		if got, want := ruleOf(t, c.c), `"Variable":"$.a","`+c.operator+`":`+c.operand; got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
	for _, o := range asl.Operators {
		if !seen[o.Name] {
			t.Errorf("no function makes %s", o.Name)
		}
	}
}

func TestConditionGroups(t *testing.T) {
	a, b := sfn.IsPresent("$.a"), sfn.Expr("$.b")
	for want, c := range map[string]sfn.Condition{
		`"And":[{"Variable":"$.a","IsPresent":true},{"Not":{"Variable":"$.b","BooleanEquals":true}}]`: sfn.And(a, sfn.Not(b)),
		`"Or":[{"Variable":"$.a","IsPresent":true}]`:                                                  sfn.Or(a),
	} {
		if got := ruleOf(t, c); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
	want := `"Condition":"{% ($states.input.b = true) and ($not($states.input.b = true)) and ($x or $y) %}"`
	if got := ruleOf(t, sfn.And(b, sfn.Not(b), sfn.JSONataCondition("$x or $y")), inJSONata); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	choice := func(c sfn.Condition) sfn.Chainable {
		return sfn.NewChoice("C").When(c, sfn.NewSucceed("S")).Otherwise(sfn.NewFail("F"))
	}
	refuses(t, choice(sfn.And()), sfn.MachineProps{}, "SWB45")
	refuses(t, choice(sfn.Not(sfn.StringEquals("a", "b"))), sfn.MachineProps{}, "SWB44")
	refuses(t, choice(sfn.And(a, sfn.JSONataCondition("true"))), sfn.MachineProps{}, "SWB54")
	refuses(t, choice(sfn.JSONataCondition("true")), sfn.MachineProps{}, "SWB27")
	for _, nothing := range []sfn.Condition{{}, sfn.Not(sfn.Condition{}), sfn.And(a, sfn.Condition{}), sfn.Or(sfn.JSONataCondition("true"), sfn.Condition{})} {
		refuses(t, choice(nothing), sfn.MachineProps{}, "SWB52")
	}
	refuses(t, choice(sfn.NumberEquals("$.a", math.NaN())), sfn.MachineProps{}, "SWB30")
}
