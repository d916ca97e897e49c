package iam_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/stepwise-go/stepwise/iam"
	"github.com/stepwise-go/stepwise/ordjson"
)

func ExampleMerge() {
	for _, s := range iam.Merge([]iam.Statement{
		iam.Allow("lambda:InvokeFunction").On("arn:b").Because("B", "invokes the function"),
		iam.Allow("lambda:InvokeFunction").On("arn:a").Because("A", "invokes the function"),
		iam.Allow("iam:PassRole").On("role").If("StringEquals", "iam:PassedToService", "ecs-tasks.amazonaws.com"),
	}) {
		fmt.Println(ordjson.String(s.JSON()))
	}
	// Output:
	// {"Effect":"Allow","Action":"iam:PassRole","Resource":"role","Condition":{"StringEquals":{"iam:PassedToService":"ecs-tasks.amazonaws.com"}}}
	// {"Effect":"Allow","Action":"lambda:InvokeFunction","Resource":["arn:a","arn:b"]}
}

func TestMergeKeepsPermissionsAndReasons(t *testing.T) {
	in := []iam.Statement{
		iam.Allow("s3:GetObject").On("b/*").Because("A", "reads"),
		iam.Allow("s3:PutObject").On("b/*").Because("B", "writes"),
		iam.Allow("s3:GetObject").On("c/*").Because("C", "reads"),
		iam.Allow("s3:GetObject").On("b/*").Because("A", "reads"),
		iam.Allow("sqs:SendMessage").On("*"),
		iam.Allow("sqs:SendMessage").On("q"),
	}
	before := iam.Permissions(in[:5])
	out := iam.Merge(in)
	if got := iam.Permissions(out); !slices.Equal(got, before) {
		t.Errorf("permissions changed:\n%v\n%v", got, before)
	}
	n := 0
	for _, s := range out {
		n += len(s.Reasons)
	}
	if n != 3 {
		t.Errorf("%d reasons, want 3: %+v", n, out)
	}
	slices.Reverse(in)
	if again := iam.Merge(in); len(again) != len(out) || !slices.Equal(iam.Permissions(again), before) {
		t.Errorf("order matters: %+v", again)
	}
}

func TestIfDoesNotShare(t *testing.T) {
	base := iam.Allow("iam:PassRole").On("r").If("StringEquals", "k", "a")
	_ = base.If("StringEquals", "k", "b")
	if got := base.Conditions["StringEquals"]["k"]; len(got) != 1 {
		t.Errorf("the first statement changed: %v", got)
	}
}
