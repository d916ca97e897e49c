package cdk_test

import (
	"fmt"
	"testing"

	"github.com/stepwise-go/stepwise/constructs/sfn"
	"github.com/stepwise-go/stepwise/constructs/sfncdk"
	"github.com/stepwise-go/stepwise/tasks"
)

// TestPoliciesOf500TasksFit gives each of 500 tasks a function of its own: the permissions are merged, and
// no policy is larger than IAM takes.
//
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
func TestPoliciesOf500TasksFit(t *testing.T) {
	const n = 500
	stack := newStack()
	var chain sfn.Chainable
	for i := range n {
		task := invoke(fmt.Sprintf("Task %d", i), tasks.FunctionAt(fmt.Sprintf("arn:aws:lambda:us-east-1:123456789012:function:orders-function-number-%d", i)))
		if chain == nil {
			chain = task
		} else {
			chain = sfn.Sequence(chain, task)
		}
	}
	sfncdk.NewStateMachine(stack, "Machine", sfncdk.StateMachineProps{Definition: chain})
	inline, managed, functions := 0, 0, map[string]bool{}
	for id, r := range resources(t, stack) {
		limit := 0
		switch r.Type {
		case "AWS::IAM::Policy":
			limit = 10_240
			inline++
		case "AWS::IAM::ManagedPolicy":
			limit = 6_144
			managed++
		default:
			continue
		}
		document := jsonOf(r.Properties["PolicyDocument"])
		if len(document) > limit {
			t.Errorf("%s has %d characters, more than %d", id, len(document), limit)
		}
		for _, s := range r.Properties["PolicyDocument"].(map[string]any)["Statement"].([]any) {
			for _, f := range listOf(s.(map[string]any)["Resource"]) {
				functions[f] = true
			}
		}
	}
	if inline != 1 || managed == 0 || managed > 10 || len(functions) != n {
		t.Errorf("%d inline and %d managed policies for %d functions", inline, managed, len(functions))
	}
}

func listOf(v any) []string {
	if s, ok := v.(string); ok {
		return []string{s}
	}
	var out []string
	for _, e := range v.([]any) {
		out = append(out, e.(string))
	}
	return out
}
