package tasks

import (
	"maps"
	"slices"

	"github.com/stepwise-go/stepwise/constructs/sfn"
)

// What the four DynamoDB integrations have in common.

const dynamoDoc = "https://docs.aws.amazon.com/step-functions/latest/dg/connect-ddb.html"

// The key of a table is used with the permissions of the caller:
// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.usagenotes.html
func dynamoGrants(action, why string, keyActions ...string) []Grant {
	return []Grant{
		{On: "table", Actions: []string{action}, Why: why},
		{On: "key", Actions: keyActions, Why: why + ", with the key of the table", When: "the table has a customer-managed key"},
	}
}

func (b *call) table(t Table) {
	b.need("TableName", t.Name, "Table")
	b.on("table", b.scoped("Table", t.Name, t.arns())...)
	b.on("key", t.KeyARN)
}

// attributes renders a map of attribute values; an Expression gives it whole, in DynamoDB's form.
func (b *call) attributes(parameter string, v sfn.Value) any {
	switch t := deref(v).(type) {
	case nil:
		return nil
	case sfn.Expression:
		return t
	case map[string]any:
		var out sfn.Fields
		for _, name := range slices.Sorted(maps.Keys(t)) {
			out = out.With(name, b.attribute(parameter+"."+name, t[name]))
		}
		return out
	case sfn.Fields:
		var out sfn.Fields
		for _, f := range t {
			out = out.With(f.Name, b.attribute(parameter+"."+f.Name, f.Value))
		}
		return out
	case map[string]AttributeValue:
		var out sfn.Fields
		for _, name := range slices.Sorted(maps.Keys(t)) {
			out = out.With(name, b.attribute(parameter+"."+name, t[name]))
		}
		return out
	}
	b.report(wrongShape(parameter, "a map of attribute values"))
	return nil
}

func (b *call) attribute(field string, v any) any {
	w := items{jsonata: b.JSONata(), left: maxItemValues}
	out := w.attribute(Marshal(v), 0)
	if w.fault != "" {
		b.report(wrongShape(field, w.fault))
		return nil
	}
	return out
}

// returns sets the parameters that say what the answer has.
func (b *call) returns(values, capacity, metrics sfn.Text, legal ...string) {
	if len(legal) > 0 {
		b.choose("ReturnValues", values, legal...)
		b.choose("ReturnItemCollectionMetrics", metrics, "SIZE", "NONE")
	}
	b.choose("ReturnConsumedCapacity", capacity, "INDEXES", "TOTAL", "NONE")
}
