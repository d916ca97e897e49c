package tasks

import "github.com/stepwise-go/stepwise/constructs/sfn"

var dynamoDBUpdateItem = Descriptor{
	Name: "DynamoDBUpdateItem", Title: "changes attributes of an item, or makes it",
	Service: "dynamodb", Action: "updateItem", Patterns: onlyRequest,
	Required: []string{"TableName", "Key"},
	Grants:   dynamoGrants("dynamodb:UpdateItem", "changes the item", "kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"),
	Doc:      dynamoDoc,
}

// DynamoDBUpdateItem changes attributes of an item, or makes the item if there is none with the key.
type DynamoDBUpdateItem struct {
	Table Table
	// Key is the whole primary key: a map of Go values or AttributeValues, or an Expression. A member that
	// is computed says its type: {"id": DynamoString(sfn.At("$.id"))}.
	Key sfn.Value
	// Update says what to change: "SET TotalCount = TotalCount + :n".
	Update sfn.Text
	// Condition must hold, or the task fails with DynamoDB.ConditionalCheckFailedException.
	Condition sfn.Text
	Names     map[string]string // stand for attribute names in Update and Condition: {"#n": "Name"}
	Values    map[string]any    // stand for values in them: {":n": 1}, {":n": DynamoNumber(sfn.At("$.n"))}
	// ReturnValues is "NONE" (the default), "ALL_OLD", "UPDATED_OLD", "ALL_NEW" or "UPDATED_NEW".
	ReturnValues sfn.Text
	// ReturnConsumedCapacity is "INDEXES", "TOTAL" or "NONE" (the default).
	ReturnConsumedCapacity sfn.Text
	// ReturnItemCollectionMetrics is "SIZE" or "NONE" (the default).
	ReturnItemCollectionMetrics sfn.Text
	Extra                       map[string]any
}

// Bind implements sfn.Integration.
func (t DynamoDBUpdateItem) Bind(c *sfn.TaskContext) sfn.Binding {
	b := dynamoDBUpdateItem.bind(c, RequestResponse)
	b.need("Key", b.attributes("Key", t.Key))
	b.table(t.Table)
	b.set("UpdateExpression", t.Update)
	b.set("ConditionExpression", t.Condition)
	b.set("ExpressionAttributeNames", t.Names)
	b.set("ExpressionAttributeValues", b.attributes("Values", t.Values))
	b.returns(t.ReturnValues, t.ReturnConsumedCapacity, t.ReturnItemCollectionMetrics, "NONE", "ALL_OLD", "UPDATED_OLD", "ALL_NEW", "UPDATED_NEW")
	return b.done(t.Extra)
}
