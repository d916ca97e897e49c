package golden

import (
	"github.com/stepwise-go/stepwise/constructs/sfn"
	"github.com/stepwise-go/stepwise/tasks"
)

var (
	table      = tasks.TableAt("${Table.Ref}", "${Table.Arn}")
	messageKey = m{"id": "message-007"}
)

func fullItem(text func(string) sfn.Expression) m {
	return m{
		"id": tasks.DynamoString(text("id")), "n": 1.5, "ns": tasks.DynamoNumber(text("num")), "bin": []byte("hi"),
		"ss": tasks.DynamoStringSet([]string{"a", "b"}), "nset": tasks.DynamoNumberSet([]int{1, 2}), "nsets": tasks.DynamoNumberSet([]string{"3", "4"}),
		"bs": tasks.DynamoBinarySet([]string{"aGk=", "aG8="}),
		"m":  m{"inner": tasks.DynamoString(text("inner")), "deep": m{"z": 0}}, "l": l{"x", 2}, "nul": nil, "yes": true, "no": false,
	}
}

var dynamo = cases{
	"DynamoDeleteItem__jsonata_min":                tasks.DynamoDBDeleteItem{Table: table, Key: messageKey},
	"DynamoDeleteItem__jsonpath_unsupported_token": noPattern,
	"DynamoDeleteItem__toplevel_jsonata_ctor_min":  tasks.DynamoDBDeleteItem{Table: table, Key: messageKey},
	"DynamoDeleteItem__toplevel_jsonata_min":       tasks.DynamoDBDeleteItem{Table: table, Key: messageKey},

	"DynamoGetItem__jsonata_rr_full": tasks.DynamoDBGetItem{
		Table: table, Key: m{"id": "message-007", "sort": 5}, ConsistentRead: true, Names: map[string]string{"#n": "name"},
		Projection: []string{"A[0].B", "#n"}, ReturnConsumedCapacity: "TOTAL",
	},
	"DynamoGetItem__jsonpath_encrypted_table": tasks.DynamoDBGetItem{
		Table: tasks.Table{Name: "${Table.Ref}", ARNs: []string{"${Table.Arn}"}, KeyARN: "${Key.Arn}"}, Key: m{"id": "x"},
	},
	"DynamoGetItem__jsonpath_imported_other_account": tasks.DynamoDBGetItem{
		Table: tasks.TableAt("my-table", "arn:aws:dynamodb:eu-west-1:111122223333:table/my-table"), Key: m{"id": "x"},
	},
	"DynamoGetItem__jsonpath_min":                  tasks.DynamoDBGetItem{Table: table, Key: m{"id": tasks.DynamoString(at("$.id"))}},
	"DynamoGetItem__jsonpath_projection_bad_start": tasks.DynamoDBGetItem{Table: table, Key: m{"id": "x"}, Projection: []string{"[0]"}},
	"DynamoGetItem__jsonpath_rr_full": tasks.DynamoDBGetItem{
		Table: table, Key: m{"id": "message-007", "sort": 5}, ConsistentRead: true, Names: map[string]string{"#n": "name"},
		Projection: []string{"A[0].B", "#n"}, ReturnConsumedCapacity: "TOTAL",
	},
	"DynamoGetItem__jsonpath_unsupported_job": noPattern,
	"DynamoGetItem__toplevel_jsonata_min":     tasks.DynamoDBGetItem{Table: table, Key: m{"id": tasks.DynamoString(in("id"))}},

	"DynamoPutItem__jsonata_dynamic_values": tasks.DynamoDBPutItem{Table: table, Item: m{
		"id": "x", "m": tasks.DynamoMap(in("map")), "l": tasks.DynamoList(in("list")), "b": tasks.DynamoBool(in("flag")),
	}},
	"DynamoPutItem__jsonata_rr_full": tasks.DynamoDBPutItem{
		Table: table, Item: fullItem(in), Condition: "ForumName <> :f and Subject <> :s", Names: map[string]string{"#on": "OtherName"},
		Values:       m{":f": tasks.DynamoString(in("f")), ":s": "s"},
		ReturnValues: "ALL_OLD", ReturnConsumedCapacity: "INDEXES", ReturnItemCollectionMetrics: "SIZE",
	},
	"DynamoPutItem__jsonpath_dynamic_values_tokens": tasks.DynamoDBPutItem{Table: table, Item: m{
		"id": "x", "l": tasks.DynamoList(at("$.list")), "b": tasks.DynamoBool(at("$.flag")),
	}},
	"DynamoPutItem__jsonpath_min":                 tasks.DynamoDBPutItem{Table: table, Item: messageKey},
	"DynamoPutItem__jsonpath_unsupported_job":     noPattern,
	"DynamoPutItem__toplevel_jsonata_ctor_min":    tasks.DynamoDBPutItem{Table: table, Item: messageKey},
	"DynamoUpdateItem__jsonata_min":               tasks.DynamoDBUpdateItem{Table: table, Key: messageKey},
	"DynamoUpdateItem__toplevel_jsonata_ctor_min": tasks.DynamoDBUpdateItem{Table: table, Key: messageKey},
}
