package asl

import (
	"encoding/json"
	"strings"

	"github.com/stepwise-go/stepwise/ordjson"
)

// Value is a field that holds any JSON, null included, or is absent. The zero Value is absent.
type Value struct{ v any } // nil is absent

// jsonNull is what a Value holds that is null.
type jsonNull struct{}

// ValueOf returns the Value of JSON in the form of package ordjson.
func ValueOf(v any) Value {
	if v == nil {
		v = jsonNull{}
	}
	return Value{v}
}

// IsSet tells whether the field is there.
func (v Value) IsSet() bool { return v.v != nil }

// Any returns the JSON; nil also when the field is absent.
func (v Value) Any() any {
	if v.v == (jsonNull{}) {
		return nil
	}
	return v.v
}

// Object returns the JSON if it is an object, otherwise nil.
func (v Value) Object() *ordjson.Object {
	o, _ := v.v.(*ordjson.Object)
	return o
}

// Path is a field that holds a path, null, or is absent. The zero Path is absent.
type Path struct {
	text string
	kind pathKind
}

type pathKind uint8

const (
	pathAbsent pathKind = iota
	pathText
	pathNull
)

// Null is the path null: discard the input, the output or the result.
var Null = Path{kind: pathNull}

// PathOf returns the path of that text.
func PathOf(text string) Path { return Path{text, pathText} }

// IsSet tells whether the field is there.
func (p Path) IsSet() bool { return p.kind != pathAbsent }

// IsNull tells whether the field is null.
func (p Path) IsNull() bool { return p.kind == pathNull }

// Text returns the path; "" if it is absent or null.
func (p Path) Text() string { return p.text }

// Or returns the text of the path, or def if it is absent. Of null it returns "".
func (p Path) Or(def string) string {
	if p.kind == pathAbsent {
		return def
	}
	return p.text
}

// Int is a field that holds a whole number, or in JSONata an expression, or is absent.
// The zero Int is absent.
type Int struct{ num[int64] }

// IntOf returns the field with that number.
func IntOf(n int64) Int { return Int{num[int64]{n: n, kind: numNumber}} }

// IntExpr returns the field with a JSONata expression: "{% ... %}".
func IntExpr(text string) Int { return Int{num[int64]{written: text, kind: numExpr}} }

// IntToken returns the field with a number that is known only at deployment, as the text
// that stands for it. It is written as it is.
func IntToken(text string) Int { return Int{num[int64]{written: json.Number(text), kind: numToken}} }

// Float is a field that holds a number, or in JSONata an expression, or is absent.
// The zero Float is absent.
type Float struct{ num[float64] }

// FloatOf returns the field with that number.
func FloatOf(n float64) Float { return Float{num[float64]{n: n, kind: numNumber}} }

// FloatExpr returns the field with a JSONata expression: "{% ... %}".
func FloatExpr(text string) Float { return Float{num[float64]{written: text, kind: numExpr}} }

// FloatToken is IntToken for a Float.
func FloatToken(text string) Float {
	return Float{num[float64]{written: json.Number(text), kind: numToken}}
}

type num[T int64 | float64] struct {
	n       T
	written any // what is written if it is not n: the number 1.0 of an Int, a token, an expression
	kind    numKind
}

type numKind uint8

const (
	numAbsent numKind = iota
	numNumber
	numExpr
	numToken
)

// IsSet tells whether the field is there.
func (n num[T]) IsSet() bool { return n.kind != numAbsent }

// Number returns the number and whether the field holds one.
func (n num[T]) Number() (T, bool) { return n.n, n.kind == numNumber }

// Or returns the number, or def if the field does not hold one.
func (n num[T]) Or(def T) T {
	if n.kind == numNumber {
		return n.n
	}
	return def
}

// Expr returns the expression and whether the field holds one.
func (n num[T]) Expr() (string, bool) {
	if n.kind != numExpr {
		return "", false
	}
	return n.written.(string), true
}

// IsExpression tells whether text is a JSONata expression: "{% ... %}".
func IsExpression(text string) bool {
	return len(text) >= 4 && strings.HasPrefix(text, "{%") && strings.HasSuffix(text, "%}")
}

// Expression returns what stands between "{%" and "%}", without white space around it.
func Expression(text string) string {
	if !IsExpression(text) {
		return text
	}
	return strings.TrimSpace(text[2 : len(text)-2])
}
