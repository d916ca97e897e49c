package tasks

import (
	"encoding/base64"
	"encoding/json"
	"maps"
	"reflect"
	"slices"
	"strings"

	"github.com/stepwise-go/stepwise/constructs/sfn"
	"github.com/stepwise-go/stepwise/ordjson"
)

// AttributeValue is a value of DynamoDB with its type: {"S": "text"}, {"N": "1"}, {"BOOL": true}.
// Plain Go values need none: see Marshal. Expressions do, because their type is not known.
//
// https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_AttributeValue.html
type AttributeValue struct {
	kind  string
	value any
	fault string // why it has no form, as in "is not ..."
}

// DynamoString is text.
func DynamoString(v sfn.Text) AttributeValue { return AttributeValue{kind: "S", value: v} }

// DynamoNumber is a number: a Go number, its text, or an Expression that gives either.
func DynamoNumber(v any) AttributeValue { return AttributeValue{kind: "N", value: v} }

// DynamoBinary is bytes: []byte, or base64 text, or an Expression that gives base64 text.
func DynamoBinary(v any) AttributeValue { return AttributeValue{kind: "B", value: bytesText(v)} }

// DynamoBool is true or false.
func DynamoBool(v sfn.Bool) AttributeValue { return AttributeValue{kind: "BOOL", value: v} }

// DynamoNull is null.
func DynamoNull() AttributeValue { return AttributeValue{kind: "NULL", value: true} }

// DynamoStringSet is a set of texts: []string, or an Expression that gives a list.
func DynamoStringSet(v any) AttributeValue { return AttributeValue{kind: "SS", value: v} }

// DynamoNumberSet is a set of numbers, or of their texts, or an Expression that gives a list of texts.
func DynamoNumberSet(v any) AttributeValue { return AttributeValue{kind: "NS", value: v} }

// DynamoBinarySet is a set of base64 texts, or an Expression that gives a list of them.
func DynamoBinarySet(v any) AttributeValue { return AttributeValue{kind: "BS", value: v} }

// DynamoMap is a map: of Go values, of AttributeValues, or an Expression that gives a map of
// attribute values in DynamoDB's form.
func DynamoMap(v any) AttributeValue { return AttributeValue{kind: "M", value: v} }

// DynamoList is a list: of Go values, of AttributeValues, or an Expression that gives a list of
// attribute values in DynamoDB's form.
func DynamoList(v any) AttributeValue { return AttributeValue{kind: "L", value: v} }

// Marshal turns a Go value into an AttributeValue: text, numbers, true and false, nil, []byte, maps,
// slices, and structs by their JSON form. AttributeValues stay as they are, also inside.
func Marshal(v any) AttributeValue {
	switch t := deref(v).(type) {
	case nil:
		return DynamoNull()
	case AttributeValue:
		return t
	case sfn.Expression:
		return AttributeValue{fault: "an attribute value: the type of what an Expression gives is not known, so say it: DynamoString(...), DynamoNumber(...), ..."}
	case string:
		return DynamoString(t)
	case bool:
		return DynamoBool(t)
	case json.Number:
		return DynamoNumber(string(t))
	case []byte:
		return DynamoBinary(t)
	case sfn.Fields, *ordjson.Object:
		return DynamoMap(t)
	default:
		return marshalKind(reflect.ValueOf(t))
	}
}

func marshalKind(r reflect.Value) AttributeValue {
	switch {
	case r.CanInt(), r.CanUint(), r.CanFloat():
		return DynamoNumber(r.Interface())
	case r.Kind() == reflect.Map && r.Type().Key().Kind() == reflect.String:
		return DynamoMap(r.Interface())
	case r.Kind() == reflect.Slice || r.Kind() == reflect.Array:
		return DynamoList(r.Interface())
	}
	plain, err := ordjson.From(r.Interface())
	if err != nil {
		return AttributeValue{fault: "an attribute value: " + err.Error()}
	}
	return Marshal(plain)
}

// An item is at most 400 KB and its attributes are nested at most 32 levels. What is more contains itself.
//
// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html
const (
	maxItemDepth  = 32
	maxItemValues = 20_000
)

// items writes attribute values as they stand in a definition.
type items struct {
	jsonata bool
	left    int    // values it may still write
	fault   string // why there is a value that has no form, as in "is not ..."
}

func (w *items) attribute(a AttributeValue, depth int) any {
	w.left--
	if depth > maxItemDepth || w.left < 0 {
		w.fault = "an attribute value: it is nested too deep, or contains itself"
		return nil
	}
	if a.fault != "" {
		w.fault = a.fault
		return nil
	}
	return sfn.Fields{{Name: a.kind, Value: w.value(a, depth)}}
}

func (w *items) value(a AttributeValue, depth int) any {
	if isExpression(a.value) {
		if a.kind == "N" {
			return numberText(a.value, w.jsonata)
		}
		return a.value
	}
	switch a.kind {
	case "N":
		return numeral(a.value)
	case "NS":
		return each(a.value, numeral)
	case "L":
		return each(a.value, func(v any) any { return w.attribute(Marshal(v), depth+1) })
	case "M":
		return w.members(a.value, depth+1)
	}
	return a.value
}

// numberText makes the text that DynamoDB wants of a number that an Expression gives. Text stays as it is.
func numberText(v any, jsonata bool) any {
	if e, ok := deref(v).(sfn.Expression); ok && !jsonata {
		return sfn.Format("{}", e)
	} else if ok {
		return sfn.JSONata("$string(" + e.JSONata() + ")")
	}
	text, _ := deref(v).(string)
	text = strings.TrimSuffix(strings.TrimPrefix(text, "{%"), "%}")
	return sfn.JSONata("$string(" + strings.TrimSpace(text) + ")")
}

func numeral(v any) any {
	plain, err := ordjson.From(deref(v))
	if err != nil {
		return v
	}
	if s, ok := plain.(string); ok {
		return s
	}
	return ordjson.String(plain)
}

func each(v any, of func(any) any) any {
	r := reflect.ValueOf(deref(v))
	if r.Kind() != reflect.Slice && r.Kind() != reflect.Array {
		return v
	}
	out := make([]any, r.Len())
	for i := range out {
		out[i] = of(r.Index(i).Interface())
	}
	return out
}

func (w *items) members(v any, depth int) any {
	out := sfn.Fields{}
	switch t := deref(v).(type) {
	case sfn.Fields:
		for _, f := range t {
			out = out.With(f.Name, w.attribute(Marshal(f.Value), depth))
		}
	case *ordjson.Object:
		for k, e := range t.All() {
			out = out.With(k, w.attribute(Marshal(e), depth))
		}
	default:
		r := reflect.ValueOf(t)
		if r.Kind() != reflect.Map {
			return v
		}
		m := map[string]any{}
		for _, k := range r.MapKeys() {
			m[k.String()] = r.MapIndex(k).Interface()
		}
		for _, k := range slices.Sorted(maps.Keys(m)) {
			out = out.With(k, w.attribute(Marshal(m[k]), depth))
		}
	}
	return out
}

func bytesText(v any) any {
	if raw, ok := deref(v).([]byte); ok {
		return base64.StdEncoding.EncodeToString(raw)
	}
	return v
}
