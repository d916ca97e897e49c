package sfn

import (
	"time"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/diag"
	"github.com/stepwise-go/stepwise/ordjson"
)

// compare makes the condition of one operator on a path.
func compare(path, operator string, operand any) Condition {
	c := Condition{rule: asl.Rule{Variable: path, Operator: operator, Operand: operand}}
	if path == "" || path[0] != '$' {
		c.faults = append(c.faults, badPath(path))
	}
	if _, err := ordjson.From(operand); err != nil {
		c.faults = append(c.faults, notJSON(err))
	}
	return c
}

// comparePath is compare with a second path.
func comparePath(path, operator, other string) Condition {
	c := compare(path, operator+"Path", other)
	if other == "" || other[0] != '$' {
		c.faults = append(c.faults, badPath(other))
	}
	return c
}

// StringEquals holds if the value at the path is that string. As for all comparisons, a value of
// another type is not a fault but false, and a path that leads nowhere fails the execution with
// States.Runtime: test IsPresent first.
func StringEquals(path, value string) Condition { return compare(path, "StringEquals", value) }

// StringLessThan holds if the string at the path sorts before value, by code points.
func StringLessThan(path, value string) Condition { return compare(path, "StringLessThan", value) }

// StringLessThanEquals holds if the string at the path sorts before value or equals it.
func StringLessThanEquals(path, value string) Condition {
	return compare(path, "StringLessThanEquals", value)
}

// StringGreaterThan holds if the string at the path sorts after value.
func StringGreaterThan(path, value string) Condition {
	return compare(path, "StringGreaterThan", value)
}

// StringGreaterThanEquals holds if the string at the path sorts after value or equals it.
func StringGreaterThanEquals(path, value string) Condition {
	return compare(path, "StringGreaterThanEquals", value)
}

// StringMatches holds if the string at the path matches a pattern in which * stands for any number
// of characters; \\* is a star.
func StringMatches(path, pattern string) Condition { return compare(path, "StringMatches", pattern) }

// NumberEquals holds if the value at the path is that number.
func NumberEquals(path string, value float64) Condition { return compare(path, "NumericEquals", value) }

// NumberLessThan holds if the number at the path is less than value.
func NumberLessThan(path string, value float64) Condition {
	return compare(path, "NumericLessThan", value)
}

// NumberLessThanEquals holds if the number at the path is at most value.
func NumberLessThanEquals(path string, value float64) Condition {
	return compare(path, "NumericLessThanEquals", value)
}

// NumberGreaterThan holds if the number at the path is more than value.
func NumberGreaterThan(path string, value float64) Condition {
	return compare(path, "NumericGreaterThan", value)
}

// NumberGreaterThanEquals holds if the number at the path is at least value.
func NumberGreaterThanEquals(path string, value float64) Condition {
	return compare(path, "NumericGreaterThanEquals", value)
}

// BooleanEquals holds if the value at the path is true, or false.
func BooleanEquals(path string, value bool) Condition { return compare(path, "BooleanEquals", value) }

// TimestampEquals holds if the value at the path is that moment, written as RFC 3339.
func TimestampEquals(path string, value time.Time) Condition {
	return compare(path, "TimestampEquals", timestamp(value))
}

// TimestampLessThan holds if the timestamp at the path is before value.
func TimestampLessThan(path string, value time.Time) Condition {
	return compare(path, "TimestampLessThan", timestamp(value))
}

// TimestampLessThanEquals holds if the timestamp at the path is not after value.
func TimestampLessThanEquals(path string, value time.Time) Condition {
	return compare(path, "TimestampLessThanEquals", timestamp(value))
}

// TimestampGreaterThan holds if the timestamp at the path is after value.
func TimestampGreaterThan(path string, value time.Time) Condition {
	return compare(path, "TimestampGreaterThan", timestamp(value))
}

// TimestampGreaterThanEquals holds if the timestamp at the path is not before value.
func TimestampGreaterThanEquals(path string, value time.Time) Condition {
	return compare(path, "TimestampGreaterThanEquals", timestamp(value))
}

func timestamp(t time.Time) string { return t.UTC().Format(time.RFC3339Nano) }

// IsPresent holds if the path leads to a value, null included.
func IsPresent(path string) Condition { return compare(path, "IsPresent", true) }

// IsNotPresent holds if the path leads nowhere.
func IsNotPresent(path string) Condition { return compare(path, "IsPresent", false) }

// IsNull holds if the value at the path is null.
func IsNull(path string) Condition { return compare(path, "IsNull", true) }

// IsNotNull holds if the value at the path is not null.
func IsNotNull(path string) Condition { return compare(path, "IsNull", false) }

// IsBoolean holds if the value at the path is true or false.
func IsBoolean(path string) Condition { return compare(path, "IsBoolean", true) }

// IsNotBoolean holds if the value at the path is neither true nor false.
func IsNotBoolean(path string) Condition { return compare(path, "IsBoolean", false) }

// IsNumeric holds if the value at the path is a number.
func IsNumeric(path string) Condition { return compare(path, "IsNumeric", true) }

// IsNotNumeric holds if the value at the path is not a number.
func IsNotNumeric(path string) Condition { return compare(path, "IsNumeric", false) }

// IsString holds if the value at the path is a string.
func IsString(path string) Condition { return compare(path, "IsString", true) }

// IsNotString holds if the value at the path is not a string.
func IsNotString(path string) Condition { return compare(path, "IsString", false) }

// IsTimestamp holds if the value at the path is an RFC 3339 timestamp.
func IsTimestamp(path string) Condition { return compare(path, "IsTimestamp", true) }

// IsNotTimestamp holds if the value at the path is not an RFC 3339 timestamp.
func IsNotTimestamp(path string) Condition { return compare(path, "IsTimestamp", false) }

// JSONataCondition is a condition of a JSONata Choice, with or without the delimiters {% and %}.
// The expression has to give true or false: anything else fails the execution.
func JSONataCondition(expression string) Condition {
	c := Condition{jsonata: asl.Expression(expression)}
	if asl.IsExpression(expression) {
		c.text = expression
	}
	return c
}

// And holds if all conditions do.
func And(conditions ...Condition) Condition { return group("And", " and ", conditions) }

// Or holds if at least one condition does.
func Or(conditions ...Condition) Condition { return group("Or", " or ", conditions) }

// Not holds if the condition does not.
func Not(condition Condition) Condition {
	out := Condition{faults: condition.faults}
	if !condition.empty() {
		inner := condition.rule
		out.rule = asl.Rule{Not: &inner}
	}
	if condition.jsonata != "" {
		out.jsonata = "$not(" + condition.jsonata + ")"
	}
	return out
}

func group(op, word string, conditions []Condition) Condition {
	if len(conditions) == 0 {
		return Condition{faults: []diag.Diagnostic{emptyGroup(op)}}
	}
	var out Condition
	rules := make([]asl.Rule, 0, len(conditions))
	paths, jsonata := true, true
	for i, c := range conditions {
		out.faults = append(out.faults, c.faults...)
		rules = append(rules, c.rule)
		paths = paths && !c.empty()
		jsonata = jsonata && c.jsonata != ""
		if i > 0 {
			out.jsonata += word
		}
		out.jsonata += "(" + c.jsonata + ")"
	}
	if !jsonata {
		out.jsonata = ""
	}
	if !paths && !jsonata {
		out.faults = append(out.faults, mixedGroup(op, conditions))
	}
	if paths && op == "And" {
		out.rule.And = rules
	} else if paths {
		out.rule.Or = rules
	}
	return out
}
