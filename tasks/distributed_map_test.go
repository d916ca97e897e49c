package tasks_test

import (
	"testing"

	"github.com/stepwise-go/stepwise/constructs/sfn"
	"github.com/stepwise-go/stepwise/iam"
)

func TestD10KeysOfTheBucketsOfADistributedMap(t *testing.T) {
	const other = "arn:aws:kms:us-east-1:111122223333:key/other"
	d, err := sfn.Build(sfn.NewDistributedMap("Each", sfn.NewPass("Work"), sfn.DistributedMapProps{DistributedProps: sfn.DistributedProps{
		Label:  "each",
		Reader: sfn.S3CSV{Bucket: sfn.Bucket{Name: "in", KeyARN: keyARN}, Key: "items.csv"},
		Writer: &sfn.ResultWriter{Bucket: sfn.Bucket{Name: "out", KeyARN: other}, Prefix: "results"},
	}}))
	if err != nil {
		t.Fatal(err)
	}
	allows(t, iam.Permissions(d.Statements()), "Allow kms:decrypt on "+keyARN, "Allow kms:generatedatakey on "+other, "Allow kms:decrypt on "+other)
}

func TestD11DistributedMapStartsItself(t *testing.T) {
	d, err := sfn.Build(sfn.NewDistributedMap("Each", sfn.NewPass("Work"), sfn.DistributedMapProps{DistributedProps: sfn.DistributedProps{Label: "each"}}))
	if err != nil {
		t.Fatal(err)
	}
	allows(t, iam.Permissions(d.Statements()), "Allow states:startexecution on "+sfn.SelfARN, "Allow states:redriveexecution on "+sfn.SelfExecutionARN+"/each:*")
}
