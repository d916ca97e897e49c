package sfn

import (
	"fmt"
	"strings"

	"github.com/stepwise-go/stepwise/diag"
	"github.com/stepwise-go/stepwise/ordjson"
)

// The intrinsic functions of JSONPath states. Their arguments are literals (strings, numbers, true,
// false, nil), At paths, or other intrinsics.
//
// https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html

func intrinsic(name string, args ...any) Expression {
	texts := make([]string, len(args))
	for i, a := range args {
		text, d := intrinsicArgument(a, 0)
		if d != nil {
			return Expression{path: "States." + name, fault: fmt.Sprintf("States.%s, argument %d: %s", name, i+1, d.Summary), fix: d.Fix}
		}
		texts[i] = text
	}
	return Expression{path: "States." + name + "(" + strings.Join(texts, ", ") + ")"}
}

// intrinsicArgument writes a value as an argument: a list as States.Array, an object without
// expressions as States.StringToJson of its text.
func intrinsicArgument(v any, depth int) (string, *diag.Diagnostic) {
	bad := func(d diag.Diagnostic) (string, *diag.Diagnostic) { return "", &d }
	if depth > maxArgumentDepth {
		return bad(tooDeep())
	}
	v = deref(v)
	if list, ok := asList(v); ok {
		return arrayArgument(list, depth+1)
	}
	switch t := v.(type) {
	case nil, null:
		return "null", nil
	case Expression:
		switch {
		case t.fault != "":
			return bad(faultyExpression(t))
		case t.path == "":
			return bad(jsonataArgument(t))
		}
		return t.path, nil
	case string:
		return quoteIntrinsic(t), nil
	}
	p := payloads{verbatim: "argument"}
	out := p.value(v, depth)
	if len(p.problems) > 0 {
		if p.problems[0].Code == expressionInLiteral("").Code {
			return bad(expressionInArgument())
		}
		return bad(p.problems[0])
	}
	switch t := out.(type) {
	case string:
		return quoteIntrinsic(t), nil
	case *ordjson.Object:
		return "States.StringToJson(" + quoteIntrinsic(ordjson.String(t)) + ")", nil
	}
	return ordjson.String(out), nil
}

// maxArgumentDepth is more than the ten calls that the service takes in one field.
const maxArgumentDepth = 12

// arrayArgument writes a list as States.Array.
func arrayArgument(list []any, depth int) (string, *diag.Diagnostic) {
	args := make([]string, len(list))
	for i, e := range list {
		text, d := intrinsicArgument(e, depth)
		if d != nil {
			return "", d
		}
		args[i] = text
	}
	return "States.Array(" + strings.Join(args, ", ") + ")", nil
}

var intrinsicEscapes = strings.NewReplacer(`\`, `\\`, `'`, `\'`)

func quoteIntrinsic(s string) string { return "'" + intrinsicEscapes.Replace(s) + "'" }

// Format is States.Format: each {} of the template is replaced by the next argument.
// A literal brace is written \{ or \}.
func Format(template string, args ...any) Expression {
	if got, want := len(args), strings.Count(strings.NewReplacer(`\{`, "", `\}`, "").Replace(template), "{}"); got != want {
		return Expression{path: "States.Format", fault: fmt.Sprintf("the template %q of States.Format has %d {} but %d arguments", template, want, got), fix: "give one argument for each {}"}
	}
	quoted := "'" + strings.ReplaceAll(template, "'", `\'`) + "'"
	e := intrinsic("Format", append([]any{Expression{path: quoted}}, args...)...)
	return e
}

// Array is States.Array: the list of its arguments.
func Array(elements ...any) Expression { return intrinsic("Array", elements...) }

// ArrayPartition is States.ArrayPartition: the list in pieces of at most size elements.
func ArrayPartition(list, size any) Expression { return intrinsic("ArrayPartition", list, size) }

// ArrayContains is States.ArrayContains: whether the list has the value.
func ArrayContains(list, value any) Expression { return intrinsic("ArrayContains", list, value) }

// ArrayRange is States.ArrayRange: the numbers from first to last by step, at most 1,000.
func ArrayRange(first, last, step any) Expression { return intrinsic("ArrayRange", first, last, step) }

// ArrayGetItem is States.ArrayGetItem: the element at index, from 0.
func ArrayGetItem(list, index any) Expression { return intrinsic("ArrayGetItem", list, index) }

// ArrayLength is States.ArrayLength.
func ArrayLength(list any) Expression { return intrinsic("ArrayLength", list) }

// ArrayUnique is States.ArrayUnique: the list without repetitions.
func ArrayUnique(list any) Expression { return intrinsic("ArrayUnique", list) }

// Base64Encode is States.Base64Encode, of at most 10,000 characters.
func Base64Encode(text any) Expression { return intrinsic("Base64Encode", text) }

// Base64Decode is States.Base64Decode, of at most 10,000 characters.
func Base64Decode(text any) Expression { return intrinsic("Base64Decode", text) }

// Hash is States.Hash of at most 10,000 characters, in hexadecimal. The algorithm is MD5, SHA-1,
// SHA-256, SHA-384 or SHA-512.
func Hash(data, algorithm any) Expression { return intrinsic("Hash", data, algorithm) }

// JSONMerge is States.JsonMerge: the members of both objects, of one key that of second. Only the
// outermost level is merged.
func JSONMerge(first, second any) Expression { return intrinsic("JsonMerge", first, second, false) }

// StringToJSON is States.StringToJson: the value of a JSON text.
func StringToJSON(text any) Expression { return intrinsic("StringToJson", text) }

// JSONToString is States.JsonToString: the JSON text of a value.
func JSONToString(value any) Expression { return intrinsic("JsonToString", value) }

// MathRandom is States.MathRandom: a whole number from first up to but not including last. A seed makes
// it always the same.
func MathRandom(first, last any, seed ...any) Expression {
	return intrinsic("MathRandom", append([]any{first, last}, seed...)...)
}

// MathAdd is States.MathAdd: the sum of two whole numbers.
func MathAdd(a, b any) Expression { return intrinsic("MathAdd", a, b) }

// StringSplit is States.StringSplit: the pieces of text between any of the characters of splitters.
func StringSplit(text, splitters any) Expression { return intrinsic("StringSplit", text, splitters) }

// UUID is States.UUID in a JSONPath state, $uuid() in a JSONata one: a random version 4 UUID.
func UUID() Expression { return Expression{path: "States.UUID()", jsonata: "$uuid()"} }
