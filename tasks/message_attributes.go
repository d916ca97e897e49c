package tasks

import (
	"encoding/base64"
	"fmt"
	"maps"
	"reflect"
	"slices"

	"github.com/stepwise-go/stepwise/constructs/sfn"
	"github.com/stepwise-go/stepwise/ordjson"
)

// MessageAttribute is an attribute of an SNS or SQS message whose type is said, where a plain Go
// value would not do: an Expression that gives a number, or base64 text.
type MessageAttribute struct {
	// Type is "String", "Number", "Binary", in SNS also "String.Array". "" is by the value.
	Type  string
	Value any
}

// messageAttributes renders attributes. Values are text on the wire, numbers too.
func (b *call) messageAttributes(attributes map[string]any, arrays bool) sfn.Fields {
	var out sfn.Fields
	for _, name := range slices.Sorted(maps.Keys(attributes)) {
		a, ok := attributes[name].(MessageAttribute)
		if !ok {
			a = MessageAttribute{Value: attributes[name]}
		}
		natural, value := attributeText(a.Value)
		switch {
		case a.Type == "":
			a.Type = natural
		case natural != a.Type && !isExpression(a.Value) && !(a.Type == "Binary" && natural == "String"):
			b.report(wrongShape("the attribute "+name, "a "+a.Type))
			continue
		}
		if a.Type == "" || a.Type == "String.Array" && !arrays {
			b.report(wrongShape("the attribute "+name, "text, a number or bytes"))
			continue
		}
		field := "StringValue"
		if a.Type == "Binary" {
			field = "BinaryValue"
		}
		out = out.With(name, sfn.Fields{{Name: "DataType", Value: a.Type}, {Name: field, Value: value}})
	}
	return out
}

// attributeText returns the natural type of a value and its form on the wire.
func attributeText(v any) (kind string, value any) {
	switch t := deref(v).(type) {
	case nil:
		return "", nil
	case sfn.Expression:
		return "String", t
	case string:
		return "String", t
	case bool:
		return "String", fmt.Sprint(t)
	case []byte:
		return "Binary", base64.StdEncoding.EncodeToString(t)
	default:
		r := reflect.ValueOf(t)
		switch {
		case r.CanInt(), r.CanUint(), r.CanFloat():
			return "Number", fmt.Sprint(t)
		case r.Kind() == reflect.Slice || r.Kind() == reflect.Array:
			if list, err := ordjson.From(t); err == nil {
				return "String.Array", ordjson.String(list)
			}
		}
		return "", nil
	}
}
