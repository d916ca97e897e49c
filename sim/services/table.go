package services

import (
	"errors"
	"fmt"
	"slices"

	"github.com/stepwise-go/stepwise/ordjson"
)

// Table is a table of DynamoDB.
type Table struct {
	account *Account
	name    string
	keys    []string // the partition key, and the sort key if there is one
	items   []*ordjson.Object
}

// Table returns the table of that name, with its partition key and perhaps a sort key. It is made if it
// is not there; a table that is there keeps its keys.
//
// A call finds it if its TableName is the name, or is an ARN that ends in it.
func (a *Account) Table(name, partitionKey string, sortKey ...string) *Table {
	return made(a, a.tables, name, func() *Table {
		return &Table{account: a, name: name, keys: append([]string{partitionKey}, sortKey[:min(len(sortKey), 1)]...)}
	})
}

// Put puts an item: a struct or map of plain values, as json.Marshal sees it. Texts become S, numbers N,
// booleans BOOL, null NULL, arrays L and objects M.
func (t *Table) Put(item any) error {
	return t.putGo(item, func(o *ordjson.Object) (*ordjson.Object, error) { return typedItem(o), nil })
}

// PutAttributes puts an item of typed values, as DynamoDB has them: {"id": {"S": "1"}}.
func (t *Table) PutAttributes(item any) error {
	return t.putGo(item, func(o *ordjson.Object) (*ordjson.Object, error) { return o, nil })
}

func (t *Table) putGo(v any, convert func(*ordjson.Object) (*ordjson.Object, error)) error {
	item, err := t.itemOf(v, func(o *ordjson.Object) (*ordjson.Object, error) {
		o, err := convert(o)
		if err != nil {
			return nil, err
		}
		out, problem, wrong := normalItem(o)
		switch {
		case wrong != "":
			return nil, errors.New(wrong)
		case problem != "":
			return nil, errors.New(problem)
		}
		return out, nil
	})
	if err != nil {
		return err
	}
	for _, name := range t.keys {
		if !hasKey(item, name) {
			return fmt.Errorf(msgPlainKey, t.name, name)
		}
	}
	t.account.mu.Lock()
	defer t.account.mu.Unlock()
	t.put(item)
	return nil
}

// Get returns an item by its partition key and sort key, as Items does. It returns false if there is none.
func (t *Table) Get(key ...any) (map[string]any, bool) {
	o := &ordjson.Object{}
	for i, v := range key[:min(len(key), len(t.keys))] {
		value, err := ordjson.From(v)
		if err != nil {
			return nil, false
		}
		a, problem, wrong := normal(typed(value))
		if problem+wrong != "" {
			return nil, false
		}
		o.Set(t.keys[i], a)
	}
	t.account.mu.Lock()
	defer t.account.mu.Unlock()
	i, ok := t.find(o)
	if !ok {
		return nil, false
	}
	return plainItem(t.items[i]), true
}

// Items returns all items by their keys. Texts are string, numbers float64 (or json.Number if they do
// not fit), sets and lists []any, maps map[string]any, binaries base64 texts.
func (t *Table) Items() []map[string]any {
	t.account.mu.Lock()
	defer t.account.mu.Unlock()
	var out []map[string]any
	for _, item := range t.items {
		out = append(out, plainItem(item))
	}
	return out
}

func hasKey(item *ordjson.Object, name string) bool {
	a := get(item, name)
	_, ok := compare(a, a)
	return ok
}

func get(item *ordjson.Object, name string) attribute {
	v, _ := item.Get(name)
	a, _ := v.(*ordjson.Object)
	return a
}

// find returns where an item with that key is, or belongs.
func (t *Table) find(key *ordjson.Object) (int, bool) {
	return slices.BinarySearchFunc(t.items, key, t.order)
}

func (t *Table) order(a, b *ordjson.Object) int {
	for _, name := range t.keys {
		x, y := get(a, name), get(b, name)
		n, ok := compare(x, y)
		if !ok { // keys of different types cannot be in a real table
			kind, _ := apart(x)
			other, _ := apart(y)
			n = slices.Compare([]byte(kind), []byte(other))
		}
		if n != 0 {
			return n
		}
	}
	return 0
}

func (t *Table) put(item *ordjson.Object) {
	i, ok := t.find(item)
	if ok {
		t.items[i] = item
		return
	}
	t.items = slices.Insert(t.items, i, item)
}

// keyOf is the part of an item that is its key.
func (t *Table) keyOf(item *ordjson.Object) *ordjson.Object {
	out := &ordjson.Object{}
	for _, name := range t.keys {
		out.Set(name, get(item, name))
	}
	return out
}
