package tasks

import "github.com/stepwise-go/stepwise/constructs/sfn"

var dynamoDBDeleteItem = Descriptor{
	Name: "DynamoDBDeleteItem", Title: "deletes an item of a table",
	Service: "dynamodb", Action: "deleteItem", Patterns: onlyRequest,
	Required: []string{"TableName", "Key"},
	Grants:   dynamoGrants("dynamodb:DeleteItem", "deletes the item", "kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"),
	Doc:      dynamoDoc,
}

// DynamoDBDeleteItem deletes an item of a table. That there is none is no error.
type DynamoDBDeleteItem struct {
	Table Table
	// Key is the whole primary key: a map of Go values or AttributeValues, or an Expression. A member that
	// is computed says its type: {"id": DynamoString(sfn.At("$.id"))}.
	Key sfn.Value
	// Condition must hold, or the task fails with DynamoDB.ConditionalCheckFailedException.
	Condition sfn.Text
	Names     map[string]string // stand for attribute names in Condition: {"#n": "Name"}
	Values    map[string]any    // stand for values in Condition: {":n": 1}
	// ReturnValues is "NONE" (the default) or "ALL_OLD".
	ReturnValues sfn.Text
	// ReturnConsumedCapacity is "INDEXES", "TOTAL" or "NONE" (the default).
	ReturnConsumedCapacity sfn.Text
	// ReturnItemCollectionMetrics is "SIZE" or "NONE" (the default).
	ReturnItemCollectionMetrics sfn.Text
	Extra                       map[string]any
}

// Bind implements sfn.Integration.
func (t DynamoDBDeleteItem) Bind(c *sfn.TaskContext) sfn.Binding {
	b := dynamoDBDeleteItem.bind(c, RequestResponse)
	b.need("Key", b.attributes("Key", t.Key))
	b.table(t.Table)
	b.set("ConditionExpression", t.Condition)
	b.set("ExpressionAttributeNames", t.Names)
	b.set("ExpressionAttributeValues", b.attributes("Values", t.Values))
	b.returns(t.ReturnValues, t.ReturnConsumedCapacity, t.ReturnItemCollectionMetrics, "NONE", "ALL_OLD")
	return b.done(t.Extra)
}
