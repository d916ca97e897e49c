package services_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stepwise-go/stepwise/sim/services"
)

const storedItem = `{"id": {"S": "1"}, "n": {"N": "2.50"}, "name": {"S": "Ann"}, "tags": {"SS": ["b", "a"]}, "list": {"L": [{"N": "1"}, {"N": "2"}, {"N": "3"}]}, "m": {"M": {"x": {"S": "deep"}, "y": {"BOOL": true}}}}`

var testValues = []struct{ name, value string }{
	{":one", `{"N": "1"}`}, {":two", `{"N": "2"}`}, {":three", `{"N": "3.0"}`}, {":a", `{"S": "a"}`}, {":an", `{"S": "An"}`}, {":ann", `{"S": "Ann"}`},
	{":ab", `{"SS": ["a", "c"]}`}, {":l", `{"L": [{"N": "4"}]}`}, {":type", `{"S": "SS"}`},
}

// valuesIn are the values that an expression uses, because an unused one is an error.
func valuesIn(expression string) string {
	words := strings.FieldsFunc(expression, func(r rune) bool { return strings.ContainsRune(" (),=<>+-", r) })
	var out []string
	for _, v := range testValues {
		if slices.Contains(words, v.name) {
			out = append(out, `"`+v.name+`": `+v.value)
		}
	}
	if out == nil {
		return ""
	}
	return `, "ExpressionAttributeValues": {` + strings.Join(out, ", ") + `}`
}

func store(t *testing.T) (*services.Account, *services.Table) {
	t.Helper()
	aws := services.New()
	table := aws.Table("T", "id")
	check(t, "put", call(t, aws, "dynamodb:putItem", `{"TableName": "T", "Item": `+storedItem+`}`), `{}`)
	return aws, table
}

func TestConditions(t *testing.T) {
	aws, _ := store(t)
	for expression, want := range map[string]bool{
		"n > :two": true, "n <= :two": false, "n < :three AND NOT n = :two": true, "n BETWEEN :two AND :three": true,
		"#n IN (:a, :ann)": true, "attribute_exists(m.x)": true, "attribute_not_exists(m.z)": true, "attribute_exists(list[3])": false,
		"attribute_type(tags, :type)": true, "begins_with(#n, :an)": true, "begins_with(#n, :a)": false, "contains(tags, :a)": true,
		"contains(list, :two)": true, "size(#n) = :three": true, "size(list) > :three or (m.x = :a)": false, "missing <> :a": true, "missing = :a": false,
		"n > :a": false, "NOT (n > :two AND attribute_exists(missing))": true,
	} {
		names := ""
		if strings.Contains(expression, "#n") {
			names = `, "ExpressionAttributeNames": {"#n": "name"}`
		}
		got := call(t, aws, "dynamodb:putItem", `{"TableName": "T", "Item": `+storedItem+`, "ConditionExpression": "`+expression+`"`+names+valuesIn(expression)+`}`)
		switch {
		case want && got != `{}`, !want && !strings.HasPrefix(got, "DynamoDB.ConditionalCheckFailedException"):
			t.Errorf("%s: want %v, got %s", expression, want, got)
		}
	}
}

func TestUpdates(t *testing.T) {
	for expression, want := range map[string]string{
		"set n = n + :one": `{"Attributes":{"n":{"N":"3.5"}}}`,
		"SET n = n - :three, a = if_not_exists(a, :a)": `{"Attributes":{"n":{"N":"-0.5"},"a":{"S":"a"}}}`,
		"SET list = list_append(list, :l)":             `{"Attributes":{"list":{"L":[{"N":"1"},{"N":"2"},{"N":"3"},{"N":"4"}]}}}`,
		"SET c = if_not_exists(c, :one) + :two":        `{"Attributes":{"c":{"N":"3"}}}`,
		"SET m.x = :a":                                 `{"Attributes":{"m":{"M":{"x":{"S":"a"}}}}}`,
		"SET list[1] = :a":                             `{"Attributes":{"list":{"L":[{"S":"a"}]}}}`,
		"ADD n :two, tags :ab":                         `{"Attributes":{"n":{"N":"4.5"},"tags":{"SS":["a","b","c"]}}}`,
		"DELETE tags :ab REMOVE m":                     `{"Attributes":{"tags":{"SS":["b"]}}}`,
		"REMOVE list[0], list[2]":                      `{"Attributes":{"list":{"L":[{"N":"2"}]}}}`,
		"SET m.z.w = :a":                               "The document path provided in the update expression is invalid for update",
		"SET n = missing":                              "The provided expression refers to an attribute that does not exist in the item",
		"SET n = m + :one":                             "An operand in the update expression has an incorrect data type",
		"SET id = :a":                                  "Cannot update attribute id. This attribute is part of the key",
		"SET n = :one, n = :two":                       "Two document paths overlap",
		"SET n = ":                                     "Syntax error; token: \"<EOF>\"",
		"SET n = f(:one)":                              "Invalid function name; function: f",
		"SET n = :one SET a = :a":                      "can only be used once",
	} {
		aws, _ := store(t)
		got := call(t, aws, "dynamodb:updateItem", `{"TableName": "T", "Key": {"id": {"S": "1"}}, "ReturnValues": "UPDATED_NEW", "UpdateExpression": "`+expression+`"`+valuesIn(expression)+`}`)
		if want[0] == '{' {
			check(t, expression, got, want)
		} else if !strings.Contains(got, want) || !strings.HasPrefix(got, "DynamoDB.AmazonDynamoDBException") {
			t.Errorf("%s\n got %s\nwant %s", expression, got, want)
		}
	}
}

func TestReturnValues(t *testing.T) {
	const values = `, "UpdateExpression": "SET S = :r", "ExpressionAttributeValues": {":r": {"S": "new"}}`
	for returns, want := range map[string]string{
		"NONE": `{}`, "ALL_OLD": `{"Attributes":{"id":{"S":"2"},"S":{"S":"old"}}}`, "UPDATED_OLD": `{"Attributes":{"S":{"S":"old"}}}`,
		"ALL_NEW": `{"Attributes":{"id":{"S":"2"},"S":{"S":"new"}}}`, "UPDATED_NEW": `{"Attributes":{"S":{"S":"new"}}}`,
	} {
		aws, table := store(t)
		if err := table.Put(struct {
			ID string `json:"id"`
			S  string
		}{"2", "old"}); err != nil {
			t.Fatal(err)
		}
		got := call(t, aws, "aws-sdk:dynamodb:updateItem", `{"TableName": "T", "Key": {"id": {"S": "2"}}, "ReturnValues": "`+returns+`"`+values+`}`)
		check(t, returns, got, want)
	}
}

func TestReads(t *testing.T) {
	aws, table := store(t)
	check(t, "projection", call(t, aws, "dynamodb:getItem", `{"TableName": "T", "Key": {"id": {"S": "1"}}, "ProjectionExpression": "n, m.x, list[2], missing"}`),
		`{"Item":{"n":{"N":"2.5"},"m":{"M":{"x":{"S":"deep"}}},"list":{"L":[{"N":"3"}]}}}`)
	check(t, "absent", call(t, aws, "dynamodb:getItem", `{"TableName": "T", "Key": {"id": {"S": "9"}}}`), `{}`)
	check(t, "deleted", call(t, aws, "dynamodb:deleteItem", `{"TableName": "T", "Key": {"id": {"S": "1"}}}`), `{}`)
	check(t, "items", fmt.Sprint(table.Items()), "[]")

	log := aws.Table("Log", "day", "at")
	for i := range 5 {
		if err := log.Put(map[string]any{"day": "mon", "at": i * 5, "odd": i%2 == 1}); err != nil {
			t.Fatal(err)
		}
	}
	_ = log.Put(map[string]any{"day": "tue", "at": 1})
	const query = `{"TableName": "Log", "KeyConditionExpression": "#d = :d AND at >= :at", "ExpressionAttributeNames": {"#d": "day"}, "ProjectionExpression": "at", `
	const two = `"ExpressionAttributeValues": {":d": {"S": "mon"}, ":at": {"N": "5"}}`
	check(t, "query", call(t, aws, "aws-sdk:dynamodb:query", query+two+`, "ScanIndexForward": false, "Limit": 2}`),
		`{"LastEvaluatedKey":{"day":{"S":"mon"},"at":{"N":"15"}},"Count":2,"ScannedCount":2,"Items":[{"at":{"N":"20"}},{"at":{"N":"15"}}]}`)
	check(t, "next page", call(t, aws, "aws-sdk:dynamodb:query", query+two+`, "ScanIndexForward": false, "ExclusiveStartKey": {"day": {"S": "mon"}, "at": {"N": "15"}}}`),
		`{"Count":2,"ScannedCount":2,"Items":[{"at":{"N":"10"}},{"at":{"N":"5"}}]}`)
	check(t, "filter", call(t, aws, "aws-sdk:dynamodb:scan", `{"TableName": "Log", "FilterExpression": "odd = :o", "ExpressionAttributeValues": {":o": {"BOOL": true}}, "Select": "COUNT"}`),
		`{"Count":2,"ScannedCount":6}`)
	if item, ok := log.Get("mon", 20); !ok || item["at"] != 20.0 {
		t.Error(item, ok)
	}
}
