package services

import (
	"fmt"

	"github.com/stepwise-go/stepwise/ordjson"
)

// typed makes a typed value of plain JSON.
func typed(v any) attribute {
	switch t := v.(type) {
	case nil:
		return object("NULL", true)
	case bool:
		return object("BOOL", t)
	case string:
		return object("S", t)
	case []any:
		list := make([]any, len(t))
		for i, e := range t {
			list[i] = typed(e)
		}
		return object("L", list)
	case *ordjson.Object:
		return object("M", typedItem(t))
	}
	return object("N", ordjson.String(v))
}

func typedItem(o *ordjson.Object) *ordjson.Object {
	out := &ordjson.Object{}
	for name, v := range o.All() {
		out.Set(name, typed(v))
	}
	return out
}

// plain makes Go values of a typed value.
func plain(a attribute) any {
	kind, v := apart(a)
	switch kind {
	case "NULL":
		return nil
	case "N":
		return ordjson.Number(v.(string))
	case "M":
		return plainItem(v.(*ordjson.Object))
	case "NS":
		var out []any
		for _, e := range v.([]any) {
			out = append(out, ordjson.Number(e.(string)))
		}
		return out
	case "L":
		out := []any{}
		for _, e := range v.([]any) {
			out = append(out, plain(e.(*ordjson.Object)))
		}
		return out
	}
	return v
}

func plainItem(o *ordjson.Object) map[string]any {
	out := map[string]any{}
	for name, v := range o.All() {
		out[name] = plain(v.(*ordjson.Object))
	}
	return out
}

// itemOf makes an item of a Go value that has the JSON form of an object.
func (t *Table) itemOf(v any, convert func(*ordjson.Object) (*ordjson.Object, error)) (*ordjson.Object, error) {
	value, err := ordjson.From(v)
	if err != nil {
		return nil, fmt.Errorf(msgPlain, t.name, err)
	}
	o, ok := value.(*ordjson.Object)
	if !ok {
		return nil, fmt.Errorf(msgPlain, t.name, fmt.Errorf(msgPlainValue, v))
	}
	item, err := convert(o)
	if err != nil {
		return nil, fmt.Errorf(msgPlain, t.name, err)
	}
	return item, nil
}
