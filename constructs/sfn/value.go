package sfn

import (
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"strings"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/asl/jsonpath"
	"github.com/stepwise-go/stepwise/ordjson"
)

// Value is a field that may be any JSON: nil (absent), a Go value with a JSON form, an
// Expression, Fields, or maps and slices of these. Of a pointer the value it points to is taken.
type Value any

// Text is a field that is a string: a Go string, a *string, an Expression, or a CDK token.
type Text any

// Number is a field that is a number: any Go number, an Expression, or a CDK number token. nil is absent.
type Number any

// Bool is a field that is true or false: a bool, or an Expression. nil is absent.
type Bool any

// Seconds is a field that is a time in whole seconds: a time.Duration, a Go number of seconds, an
// Expression, or a CDK number token. nil is absent.
type Seconds any

// Expression is a value that the service computes when the state runs: see At, JSONata, Format and
// the context values such as TaskToken. It may stand wherever a field takes a Value, also deep inside
// maps and slices, and in fields of type any of structs, which are written by their json tags.
//
// In a JSONPath state the member it is the value of gets the suffix ".$"; in a list it makes the
// list a States.Array, because a list cannot hold paths. In a JSONata state it is "{% ... %}".
type Expression struct {
	path    string // a JSONPath or an intrinsic function
	jsonata string
	fault   string // why the expression cannot be rendered, found when it was made
	fix     string
}

// At is the value at a JSONPath: "$.order.id" in the input, "$$.Execution.Id" in the context object,
// "$name.id" in a variable.
func At(path string) Expression { return Expression{path: path} }

// Input is the value at a path in the input of the state, in either language: Input("order.id") is
// "$.order.id", or $states.input.order.id. The path has names and single indexes: "lines[0].id".
func Input(path string) Expression { return inBoth("$." + path) }

// Variable is the value of a workflow variable, or of a part of it, in either language:
// Variable("customer.id") is "$customer.id".
//
// https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html
func Variable(path string) Expression { return inBoth("$" + strings.TrimPrefix(path, "$")) }

func inBoth(path string) Expression {
	p, err := jsonpath.ParseReference(strings.Replace(path, "$.[", "$[", 1))
	if err != nil {
		return Expression{path: path, fault: fmt.Sprintf("the path %q: %v", path, err), fix: "write names and single indexes, such as order.lines[0].id"}
	}
	return Expression{path: p.String(), jsonata: jsonataPath(p)}
}

// JSONata is the value of a JSONata expression, with or without the delimiters {% and %}.
func JSONata(expression string) Expression { return Expression{jsonata: asl.Expression(expression)} }

// Intrinsic is the value of an intrinsic function written out: "States.UUID()". See Format and its
// neighbours for the typed way.
func Intrinsic(call string) Expression { return Expression{path: call} }

// In returns the expression in a language as it stands in a definition, "" if it has no form there.
func (e Expression) In(language asl.QueryLanguage) string {
	if language == asl.JSONata {
		if e.jsonata == "" {
			return ""
		}
		return "{% " + e.jsonata + " %}"
	}
	return e.path
}

// JSONPath returns the path or intrinsic function, "" if the expression has none.
func (e Expression) JSONPath() string { return e.path }

// JSONata returns the JSONata expression without delimiters, "" if the expression has none.
func (e Expression) JSONata() string { return e.jsonata }

var errExpression = errors.New("an Expression inside of this cannot be rendered: use a struct with a field of type any, a map or sfn.Fields")

// MarshalJSON refuses: an expression has no JSON form outside of a state.
func (e Expression) MarshalJSON() ([]byte, error) {
	return nil, errExpression
}

// Fields is a JSON object whose members keep their order.
type Fields []Field

// Field is one member of Fields.
type Field struct {
	Name  string
	Value any
}

// With returns the fields with one more.
func (f Fields) With(name string, value any) Fields {
	return append(f[:len(f):len(f)], Field{name, value})
}

// Maybe is With, but leaves the field out if the value is nil, a nil pointer, an empty string or
// an empty slice or map.
func (f Fields) Maybe(name string, value any) Fields {
	if IsAbsent(value) {
		return f
	}
	return f.With(name, value)
}

// IsAbsent tells whether a value is as good as none: nil, a nil pointer, an empty string, slice or map.
func IsAbsent(v any) bool {
	switch t := v.(type) {
	case nil:
		return true
	case string:
		return t == ""
	case Expression:
		return false
	}
	switch r := reflect.ValueOf(v); r.Kind() {
	case reflect.Pointer, reflect.Interface:
		return r.IsNil()
	case reflect.String, reflect.Slice, reflect.Map:
		return r.Len() == 0
	}
	return false
}

// MarshalJSON writes the fields as an object, for code that has no expressions in them.
func (f Fields) MarshalJSON() ([]byte, error) {
	o := ordjson.NewObject()
	for _, m := range f {
		raw, err := json.Marshal(m.Value)
		if err != nil {
			return nil, err
		}
		v, err := ordjson.Decode(raw)
		if err != nil {
			return nil, err
		}
		o.Set(m.Name, v)
	}
	return ordjson.Encode(o)
}

// null is the type of Null.
type null struct{}

// Null is a JSON null where nil would mean that the field is absent.
var Null = null{}

// MarshalJSON writes null.
func (null) MarshalJSON() ([]byte, error) { return []byte("null"), nil }

// Discard as InputPath, OutputPath or ResultPath is the path null: nothing of the input, output or
// result is taken.
const Discard = "null"

// looksLikePath tells whether a text was probably meant as what it points at.
func looksLikePath(text string, language asl.QueryLanguage) bool {
	if language == asl.JSONata && (text == "$states" || strings.HasPrefix(text, "$states.")) {
		return true
	}
	return text == "$" || strings.HasPrefix(text, "$.") || strings.HasPrefix(text, "$$.") || strings.HasPrefix(text, "$[")
}
