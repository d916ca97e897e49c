package tasks

import (
	"strings"

	"github.com/stepwise-go/stepwise/constructs/sfn"
)

var dynamoDBGetItem = Descriptor{
	Name: "DynamoDBGetItem", Title: "reads an item of a table",
	Service: "dynamodb", Action: "getItem", Patterns: onlyRequest,
	Required: []string{"TableName", "Key"},
	Grants:   dynamoGrants("dynamodb:GetItem", "reads the item", "kms:Decrypt", "kms:DescribeKey"),
	Doc:      dynamoDoc,
}

// DynamoDBGetItem reads an item of a table. The result has it as Item, in DynamoDB's form, and no
// Item if there is none.
type DynamoDBGetItem struct {
	Table Table
	// Key is the whole primary key: a map of Go values or AttributeValues, or an Expression. A member that
	// is computed says its type: {"id": DynamoString(sfn.At("$.id"))}.
	Key sfn.Value
	// ConsistentRead sees all writes that came before. nil is false.
	ConsistentRead sfn.Bool
	// Projection are the attributes to read; none is all. Nested ones are written "Author.Names[0]".
	Projection []string
	// Names stand for attribute names in the projection: {"#n": "Name"}.
	Names map[string]string
	// ReturnConsumedCapacity is "INDEXES", "TOTAL" or "NONE" (the default).
	ReturnConsumedCapacity sfn.Text
	Extra                  map[string]any
}

// Bind implements sfn.Integration.
func (t DynamoDBGetItem) Bind(c *sfn.TaskContext) sfn.Binding {
	b := dynamoDBGetItem.bind(c, RequestResponse)
	b.need("Key", b.attributes("Key", t.Key))
	b.table(t.Table)
	b.set("ConsistentRead", t.ConsistentRead)
	b.set("ExpressionAttributeNames", t.Names)
	for _, p := range t.Projection {
		if p == "" || strings.HasPrefix(p, "[") || strings.HasPrefix(p, ".") {
			b.report(wrongShape("Projection", "a list of attributes: "+p+" does not begin with a name"))
		}
	}
	b.set("ProjectionExpression", strings.Join(t.Projection, ","))
	b.returns(nil, t.ReturnConsumedCapacity, nil)
	return b.done(t.Extra)
}
