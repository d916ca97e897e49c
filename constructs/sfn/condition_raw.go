package sfn

import (
	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/diag"
	"github.com/stepwise-go/stepwise/ordjson"
)

// RawCondition is a condition written as States Language JSON, for what the other conditions cannot
// say: a rule of a Choice without its Next, as text or as a Go value with a JSON form.
//
//	sfn.RawCondition(`{"Variable": "$.due", "TimestampEquals": "2030-01-01T00:00:00.000Z"}`)
func RawCondition(rule any) Condition {
	v, err := rawJSON(rule)
	o, ok := v.(*ordjson.Object)
	if err != nil || !ok {
		return Condition{faults: []diag.Diagnostic{rawNotACondition(err)}}
	}
	c := asl.StateFromJSON(ordjson.NewObject(
		ordjson.Member{Key: "Type", Value: string(asl.TypeChoice)}, ordjson.Member{Key: "Choices", Value: []any{o}},
	)).(*asl.Choice)
	return Condition{rule: c.Choices[0], raw: true}
}

// rawJSON reads JSON text, or takes a Go value with a JSON form.
func rawJSON(v any) (any, error) {
	switch t := v.(type) {
	case string:
		return ordjson.DecodeString(t)
	case []byte:
		return ordjson.Decode(t)
	}
	return plainJSON(v)
}
