package asl

import (
	"slices"

	"github.com/stepwise-go/stepwise/ordjson"
)

// Choice goes to the Next of the first rule that holds, or else to Default.
type Choice struct {
	Common
	Input
	Choices []Rule `asl:"Choices"`
	Default string `asl:"Default"`
	Variables
	Outputs
}

// Type returns TypeChoice.
func (*Choice) Type() StateType { return TypeChoice }

// Rule is a Choice rule, or a part of one. One of these is set: Condition (JSONata), Operator
// with Variable and Operand (JSONPath), And, Or, Not.
type Rule struct {
	Comment   string `asl:"Comment"`
	Condition Value  `asl:"Condition"`
	Variable  string `asl:"Variable"`
	Operator  string // StringEquals, IsPresent, ... : the name of the field
	Operand   any    // the value of that field; a path if the operator ends in Path
	And       []Rule `asl:"And"`
	Or        []Rule `asl:"Or"`
	Not       *Rule  `asl:"Not"`
	Assign    Value  `asl:"Assign"`
	Output    Value  `asl:"Output"`
	Next      string `asl:"Next"` // of a whole rule, never of a part
	Extra     *ordjson.Object
}

// OperandKind is the kind of value that an operator of a Choice rule compares with.
type OperandKind uint8

const (
	OperandString OperandKind = iota
	OperandNumber
	OperandBoolean
	OperandTimestamp
	OperandPath // a path whose value is compared with
	OperandTest // true or false: whether the test has to hold
)

// Operator is an operator of a JSONPath Choice rule.
type Operator struct {
	Name    string
	Operand OperandKind
	// Compares is the kind of the values compared, also when the operand is a path.
	Compares OperandKind
}

// Operators are all operators of JSONPath Choice rules, in alphabetical order.
// https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html
var Operators = operators()

func operators() []Operator {
	var out []Operator
	for _, f := range []struct {
		prefix string
		kind   OperandKind
		names  []string
	}{
		{"String", OperandString, orders}, {"Numeric", OperandNumber, orders}, {"Timestamp", OperandTimestamp, orders},
		{"Boolean", OperandBoolean, orders[:1]},
	} {
		for _, n := range f.names {
			out = append(out, Operator{f.prefix + n, f.kind, f.kind}, Operator{f.prefix + n + "Path", OperandPath, f.kind})
		}
	}
	out = append(out, Operator{"StringMatches", OperandString, OperandString})
	for _, n := range []string{"Null", "Boolean", "Numeric", "String", "Timestamp", "Present"} {
		out = append(out, Operator{"Is" + n, OperandTest, OperandTest})
	}
	slices.SortFunc(out, func(a, b Operator) int {
		if a.Name < b.Name {
			return -1
		}
		return 1
	})
	return out
}

var orders = []string{"Equals", "LessThan", "GreaterThan", "LessThanEquals", "GreaterThanEquals"}

// OperatorByName returns an operator and whether there is one of that name.
func OperatorByName(name string) (Operator, bool) {
	i, ok := slices.BinarySearchFunc(Operators, name, func(o Operator, n string) int {
		switch {
		case o.Name < n:
			return -1
		case o.Name > n:
			return 1
		}
		return 0
	})
	if !ok {
		return Operator{}, false
	}
	return Operators[i], true
}
