package services

import (
	"fmt"
	"regexp"
	"slices"

	"github.com/stepwise-go/stepwise/ordjson"
	"github.com/stepwise-go/stepwise/sim"
)

var dynamoOperations = map[string]operation{
	"dynamodb:getItem":            getItem,
	"dynamodb:putItem":            putItem,
	"dynamodb:updateItem":         updateItem,
	"dynamodb:deleteItem":         deleteItem,
	"aws-sdk:dynamodb:getItem":    getItem,
	"aws-sdk:dynamodb:putItem":    putItem,
	"aws-sdk:dynamodb:updateItem": updateItem,
	"aws-sdk:dynamodb:deleteItem": deleteItem,
	"aws-sdk:dynamodb:query":      query,
	"aws-sdk:dynamodb:scan":       scan,
}

var tableNameForm = regexp.MustCompile(`^([a-zA-Z0-9_.-]+|arn:.+:table/[a-zA-Z0-9_.-]+)$`)

// invalid is a ValidationException, which has no class of its own in the SDKs.
func (r *request) invalid(format string, args ...any) error {
	return r.fail(dynamoBrand, "", "ValidationException", "400", fmt.Sprintf(format, args...))
}

func (r *request) table() (*Table, error) {
	name := r.text("TableName")
	switch {
	case name == "":
		return nil, r.invalid(msgNull, "tableName")
	case !tableNameForm.MatchString(name):
		return nil, r.invalid(msgTableName, name)
	}
	t := r.account.tables[lastPart(name, "/")]
	if t == nil {
		return nil, r.fail(dynamoBrand, "ResourceNotFoundException", "ResourceNotFoundException", "400", msgNoTable)
	}
	for _, old := range []string{"AttributesToGet", "AttributeUpdates", "Expected", "KeyConditions", "QueryFilter", "ScanFilter", "ConditionalOperator"} {
		if r.in.Has(old) {
			return nil, sim.TestError{Err: fmt.Errorf(msgLegacy, old, r.call.State)}
		}
	}
	return t, nil
}

// keyed finds the table and reads the Key of a call.
func (r *request) keyed() (*Table, *ordjson.Object, error) {
	t, err := r.table()
	if err != nil {
		return nil, nil, err
	}
	key, err := r.item("Key")
	if err != nil {
		return nil, nil, err
	}
	if key.Len() != len(t.keys) || slices.ContainsFunc(t.keys, func(name string) bool { return !hasKey(key, name) }) {
		return nil, nil, r.invalid(msgKeySchema)
	}
	return t, key, nil
}

// old returns the item with that key, or nil.
func (t *Table) old(key *ordjson.Object) *ordjson.Object {
	if i, ok := t.find(key); ok {
		return t.items[i]
	}
	return nil
}

// https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_GetItem.html
func getItem(r *request) (*ordjson.Object, error) {
	t, key, err := r.keyed()
	if err != nil {
		return nil, err
	}
	e := r.expressions()
	paths := e.projection()
	if err := e.done(); err != nil {
		return nil, err
	}
	item := t.old(key)
	if item == nil {
		return object(), nil
	}
	return object("Item", selected(item, paths)), nil
}

// selected is a copy of an item, or of its parts at the paths.
func selected(item *ordjson.Object, paths []path) *ordjson.Object {
	if paths == nil {
		return item.Clone()
	}
	return project(item, paths)
}

// check tests the ConditionExpression on what is there.
func (r *request) check(holds condition, old *ordjson.Object) error {
	if holds(old) {
		return nil
	}
	return r.fail(dynamoBrand, "ConditionalCheckFailedException", "ConditionalCheckFailedException", "400", msgCondition)
}

// returns reads ReturnValues.
func (r *request) returns(allowed ...string) (string, error) {
	v := r.text("ReturnValues")
	if v == "" || v == "NONE" || slices.Contains(allowed, v) {
		return v, nil
	}
	return "", r.invalid(msgReturnValues)
}

// attributesOf is the result of a writing call.
func attributesOf(item *ordjson.Object) *ordjson.Object {
	if item.Len() == 0 {
		return object()
	}
	return object("Attributes", item.Clone())
}

// https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_PutItem.html
func putItem(r *request) (*ordjson.Object, error) {
	t, err := r.table()
	if err != nil {
		return nil, err
	}
	item, err := r.item("Item")
	if err != nil {
		return nil, err
	}
	for _, name := range t.keys {
		switch {
		case !item.Has(name):
			return nil, r.invalid(msgMissingKey, name)
		case !hasKey(item, name):
			return nil, r.invalid(msgKeyType)
		}
	}
	return r.write(t, item, item)
}

// https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DeleteItem.html
func deleteItem(r *request) (*ordjson.Object, error) {
	t, key, err := r.keyed()
	if err != nil {
		return nil, err
	}
	return r.write(t, key, nil)
}

// write replaces an item, by nil to delete it.
func (r *request) write(t *Table, key, item *ordjson.Object) (*ordjson.Object, error) {
	returns, err := r.returns("ALL_OLD")
	if err != nil {
		return nil, err
	}
	e := r.expressions()
	holds := e.condition("ConditionExpression")
	if err := e.done(); err != nil {
		return nil, err
	}
	old := t.old(key)
	if err := r.check(holds, old); err != nil {
		return nil, err
	}
	if item != nil {
		t.put(item)
	} else if i, ok := t.find(key); ok {
		t.items = slices.Delete(t.items, i, i+1)
	}
	if returns == "ALL_OLD" {
		return attributesOf(old), nil
	}
	return object(), nil
}

// https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_UpdateItem.html
func updateItem(r *request) (*ordjson.Object, error) {
	t, key, err := r.keyed()
	if err != nil {
		return nil, err
	}
	returns, err := r.returns("ALL_OLD", "UPDATED_OLD", "ALL_NEW", "UPDATED_NEW")
	if err != nil {
		return nil, err
	}
	e := r.expressions()
	changes := e.update()
	holds := e.condition("ConditionExpression")
	if err := e.done(); err != nil {
		return nil, err
	}
	var paths []path
	for _, c := range changes {
		if name := c.path[0].name; slices.Contains(t.keys, name) {
			return nil, r.invalid(msgKeyUpdate, name)
		}
		paths = append(paths, c.path)
	}
	old := t.old(key)
	if err := r.check(holds, old); err != nil {
		return nil, err
	}
	from := old
	if from == nil {
		from = key
	}
	item := e.apply(changes, from)
	if e.err != nil {
		return nil, e.err
	}
	t.put(item)
	switch returns {
	case "ALL_OLD":
		return attributesOf(old), nil
	case "UPDATED_OLD":
		return attributesOf(project(old, paths)), nil
	case "ALL_NEW":
		return attributesOf(item), nil
	case "UPDATED_NEW":
		return attributesOf(project(item, paths)), nil
	}
	return object(), nil
}
