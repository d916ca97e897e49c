package dataflow_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/asl/validate/dataflow"
)

// TestManyRules: of each rule that asks for a field and did not hold the next ones know, however many there are.
func TestManyRules(t *testing.T) {
	const n = 3000
	var rules []string
	for i := range n {
		rules = append(rules, fmt.Sprintf(`{"Variable": "$.a%d", "IsPresent": false, "Next": "E"}`, i))
	}
	rules = append(rules, fmt.Sprintf(`{"Variable": "$.a%d", "StringEquals": "x", "Next": "E"}`, n-1), fmt.Sprintf(`{"Variable": "$.a%d", "StringEquals": "x", "Next": "E"}`, n))
	d, err := asl.Parse("choice.json", []byte(`{"StartAt": "C", "States": {"C": {"Type": "Choice", "Choices": [`+strings.Join(rules, ",")+`], "Default": "E"}, "E": {"Type": "Succeed"}}}`))
	if err != nil {
		t.Fatal(err)
	}
	flow := dataflow.Analyse(d.Machine, dataflow.Options{Input: dataflow.ObjectOf(nil)})
	if got := flow.Problems; len(got) != 1 || got[0].Pointer != fmt.Sprintf("/States/C/Choices/%d/Variable", n+1) {
		t.Errorf("%d problems: %.300v", len(got), got)
	}
}
