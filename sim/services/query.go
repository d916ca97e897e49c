package services

import (
	"fmt"
	"slices"

	"github.com/stepwise-go/stepwise/ordjson"
	"github.com/stepwise-go/stepwise/sim"
)

// https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Query.html
func query(r *request) (*ordjson.Object, error) {
	t, err := r.table()
	if err != nil {
		return nil, err
	}
	if r.text("KeyConditionExpression") == "" {
		return nil, r.invalid(msgQueryCondition)
	}
	e := r.expressions()
	// A key condition is a condition that asks for one partition key.
	partition := e.partition(t.keys[0])
	holds := e.condition("KeyConditionExpression")
	if e.err == nil && !partition {
		return nil, r.invalid(msgKeyCondition, t.keys[0])
	}
	return r.pages(t, e, holds, !r.flag("ScanIndexForward", true))
}

// https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Scan.html
// Items come in the order of their keys; of AWS they come in no order that one may rely on.
func scan(r *request) (*ordjson.Object, error) {
	t, err := r.table()
	if err != nil {
		return nil, err
	}
	return r.pages(t, r.expressions(), func(*ordjson.Object) bool { return true }, false)
}

// partition tells whether the key condition has the partition key equal to a value.
func (e *expressions) partition(key string) bool {
	p := e.parse("KeyConditionExpression")
	if p == nil {
		return false
	}
	for i, t := range p.tokens {
		name := t
		if v, ok := e.names.Get(t); ok {
			name, _ = v.(string)
		}
		if name == key && i+2 < len(p.tokens) && p.tokens[i+1] == "=" && p.tokens[i+2][0] == ':' {
			return true
		}
	}
	return false
}

// pages answers with the items that are wanted, from ExclusiveStartKey on, and looks at Limit of them.
func (r *request) pages(t *Table, e *expressions, holds condition, backward bool) (*ordjson.Object, error) {
	if r.in.Has("IndexName") {
		return nil, sim.TestError{Err: fmt.Errorf(msgIndex, r.call.State)}
	}
	filter := e.condition("FilterExpression")
	paths := e.projection()
	if err := e.done(); err != nil {
		return nil, err
	}
	items := slices.Clone(t.items)
	if backward {
		slices.Reverse(items)
	}
	if r.object("ExclusiveStartKey") != nil {
		key, err := r.item("ExclusiveStartKey")
		if err != nil {
			return nil, err
		}
		items = slices.DeleteFunc(items, func(item *ordjson.Object) bool {
			n := t.order(item, key)
			return n == 0 || n < 0 != backward
		})
	}
	items = slices.DeleteFunc(items, func(item *ordjson.Object) bool { return !holds(item) })
	out := object()
	if limit, ok := r.int("Limit"); ok && limit > 0 && limit < len(items) {
		items = items[:limit]
		out.Set("LastEvaluatedKey", t.keyOf(items[limit-1]))
	}
	found := []any{}
	for _, item := range items {
		if filter(item) {
			found = append(found, selected(item, paths))
		}
	}
	out.Set("Count", float64(len(found)))
	out.Set("ScannedCount", float64(len(items)))
	if r.text("Select") != "COUNT" {
		out.Set("Items", found)
	}
	return out, nil
}
