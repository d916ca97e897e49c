package services_test

import (
	"context"
	"errors"
	"testing"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/sim"
	"github.com/stepwise-go/stepwise/sim/services"
)

// FuzzExpressions looks for expressions that break the stand-in of DynamoDB: whatever they are, the item keeps its key.
func FuzzExpressions(f *testing.F) {
	for _, s := range [][2]string{
		{"SET a = list_append(b, :l), #n.x[1] = :s + (a - :n)", "NOT (size(a) > :n AND begins_with(#n, :s))"},
		{"ADD a :n DELETE b :ss REMOVE c[0].d", "a BETWEEN :n AND :n OR b IN (:s, :l)"}, {"SET", "("}, {"REMOVE a[9999999999999999999]", "contains(a"},
	} {
		f.Add(s[0], s[1])
	}
	doc, err := asl.Parse("t.asl.json", []byte(`{"StartAt": "T", "States": {"T": {"Type": "Task", "Resource": "arn:aws:states:::dynamodb:updateItem", "End": true, "Parameters": {
		"TableName": "T", "Key": {"id": {"S": "1"}}, "UpdateExpression.$": "$.update", "ConditionExpression.$": "$.condition"}}}}`))
	if err != nil {
		f.Fatal(err)
	}
	plan := sim.MustNew(doc.Machine)
	withValues, err := asl.Parse("t.asl.json", []byte(`{"StartAt": "T", "States": {"T": {"Type": "Task", "Resource": "arn:aws:states:::dynamodb:updateItem", "End": true, "Parameters": {
		"TableName": "T", "Key": {"id": {"S": "1"}}, "UpdateExpression.$": "$.update", "ConditionExpression.$": "$.condition", "ExpressionAttributeNames": {"#n": "name"},
		"ExpressionAttributeValues": {":n": {"N": "1e-3"}, ":s": {"S": "s"}, ":l": {"L": []}, ":ss": {"SS": ["x"]}}}}}}`))
	if err != nil {
		f.Fatal(err)
	}
	plans := []*sim.Plan{plan, sim.MustNew(withValues.Machine)}
	f.Fuzz(func(t *testing.T, update, condition string) {
		for _, p := range plans {
			aws := services.New()
			table := aws.Table("T", "id")
			if err := table.Put(map[string]any{"id": "1", "a": 1, "b": []any{"x", 2}, "name": map[string]any{"x": []any{}}}); err != nil {
				t.Fatal(err)
			}
			var wrong *sim.UnmockedError
			_, err := p.Run(context.Background(), map[string]any{"update": update, "condition": condition}, sim.WithService(aws))
			if errors.As(err, &wrong) {
				t.Fatal(err)
			}
			if item, ok := table.Get("1"); !ok || item["id"] != "1" {
				t.Fatal(item)
			}
		}
	})
}
