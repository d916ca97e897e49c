package integrations_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stepwise-go/stepwise/internal/integrations"
)

func ExampleParse() {
	r, err := integrations.Parse("arn:aws:states:::sqs:sendMessage.waitForTaskToken")
	i, ok := integrations.Lookup(r.Service, r.Action)
	fmt.Println(err, ok, i.Title, i.Patterns.Has(r.Pattern))
	// Output: <nil> true Amazon SQS true
}

func TestParse(t *testing.T) {
	for _, c := range []struct {
		text string
		kind integrations.Kind
		want string // service action suffix, or part of the error
	}{
		{"arn:aws:states:::lambda:invoke", integrations.Optimised, "lambda invoke "},
		{"arn:aws-cn:states:::ecs:runTask.sync", integrations.Optimised, "ecs runTask .sync"},
		{"arn:aws:states:::states:startExecution.sync:2", integrations.Optimised, "states startExecution .sync:2"},
		{"arn:aws:states:::aws-sdk:s3:getObject", integrations.SDK, "s3 getObject "},
		{"arn:aws:lambda:us-east-1:111122223333:function:f:1", integrations.Function, "lambda f:1 "},
		{"arn:aws:states:us-east-1:111122223333:activity:a", integrations.Activity, "states a "},
		{"arn:aws:states:::lambda:invoke.async", integrations.Other, ".async"},
		{"arn:aws:lambda:us-east-1:111122223333:f", integrations.Other, "function:NAME"},
		{"arn:aws:states:::aws-sdk:s3", integrations.Other, "aws-sdk:service:action"},
		{"arn:aws:swf:us-east-1:111122223333:task:X", integrations.Other, "swf  "},
		{"submitJob", integrations.Other, "not an ARN"},
	} {
		r, err := integrations.Parse(c.text)
		got := r.Service + " " + r.Action + " " + r.Suffix
		if err != nil {
			got = err.Error()
		}
		if r.Kind != c.kind || !strings.Contains(got, c.want) {
			t.Errorf("%s: got kind %d, %q", c.text, r.Kind, got)
		}
	}
}

func TestTable(t *testing.T) {
	var seen []string
	for _, i := range integrations.All() {
		key := i.Service + ":" + i.Action
		if slices.Contains(seen, key) || i.Title == "" || !i.Patterns.Has(integrations.RequestResponse) {
			t.Errorf("%s: twice, untitled, or without request-response", key)
		}
		seen = append(seen, key)
	}
	if !slices.IsSorted(integrations.Services()) {
		t.Error("services are not in order")
	}
}

// TestParameters proves that parameters are listed for integrations that there are, in order, and that the required ones are among them.
func TestParameters(t *testing.T) {
	known := 0
	for _, i := range integrations.All() {
		names := integrations.Parameters(i.Service, i.Action)
		if names == nil {
			continue
		}
		known++
		for _, want := range i.Required {
			for _, one := range strings.Split(want, "|") {
				if !slices.Contains(names, one) {
					t.Errorf("%s:%s: the required %s is not listed", i.Service, i.Action, one)
				}
			}
		}
	}
	if known < 15 {
		t.Errorf("the parameters of %d integrations are known", known)
	}
}
