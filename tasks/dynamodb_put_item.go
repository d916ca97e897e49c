package tasks

import "github.com/stepwise-go/stepwise/constructs/sfn"

var dynamoDBPutItem = Descriptor{
	Name: "DynamoDBPutItem", Title: "writes an item into a table, in place of one with the same key",
	Service: "dynamodb", Action: "putItem", Patterns: onlyRequest,
	Required: []string{"TableName", "Item"},
	Grants:   dynamoGrants("dynamodb:PutItem", "writes the item", "kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"),
	Doc:      dynamoDoc,
}

// DynamoDBPutItem writes an item into a table, in place of one with the same key.
type DynamoDBPutItem struct {
	Table Table
	// Item has the whole primary key and the other attributes: a map of Go values or AttributeValues,
	// or an Expression that gives it in DynamoDB's form.
	Item sfn.Value
	// Condition must hold of the item that is there, or the task fails with
	// DynamoDB.ConditionalCheckFailedException: "attribute_not_exists(id)".
	Condition sfn.Text
	Names     map[string]string // stand for attribute names in Condition: {"#n": "Name"}
	Values    map[string]any    // stand for values in Condition: {":v": 1}
	// ReturnValues is "NONE" (the default) or "ALL_OLD".
	ReturnValues sfn.Text
	// ReturnConsumedCapacity is "INDEXES", "TOTAL" or "NONE" (the default).
	ReturnConsumedCapacity sfn.Text
	// ReturnItemCollectionMetrics is "SIZE" or "NONE" (the default).
	ReturnItemCollectionMetrics sfn.Text
	Extra                       map[string]any
}

// Bind implements sfn.Integration.
func (t DynamoDBPutItem) Bind(c *sfn.TaskContext) sfn.Binding {
	b := dynamoDBPutItem.bind(c, RequestResponse)
	b.need("Item", b.attributes("Item", t.Item))
	b.table(t.Table)
	b.set("ConditionExpression", t.Condition)
	b.set("ExpressionAttributeNames", t.Names)
	b.set("ExpressionAttributeValues", b.attributes("Values", t.Values))
	b.returns(t.ReturnValues, t.ReturnConsumedCapacity, t.ReturnItemCollectionMetrics, "NONE", "ALL_OLD")
	return b.done(t.Extra)
}
