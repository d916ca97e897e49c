package asl_test

import (
	"slices"
	"testing"

	"github.com/stepwise-go/stepwise/asl"
)

// TestOrder: a state comes after all that lead to it, whatever the order in which they are written; a loop is entered
// where the way from the start leads, and what is never reached is left out.
func TestOrder(t *testing.T) {
	doc, err := asl.Parse("", []byte(`{"StartAt": "Ask", "States": {
		"End": {"Type": "Succeed"},
		"Join": {"Type": "Pass", "Next": "End"},
		"Long": {"Type": "Task", "Resource": "r", "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Caught"}], "Next": "Longer"},
		"Longer": {"Type": "Wait", "Seconds": 1, "Next": "Join"},
		"Caught": {"Type": "Pass", "Next": "Ask"},
		"Never": {"Type": "Pass", "Next": "End"},
		"Ask": {"Type": "Choice", "Choices": [{"Variable": "$.a", "IsPresent": true, "Next": "Join"}], "Default": "Long"},
		"Lost": {"Type": "Pass", "Next": "Nowhere"}}}`))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, i := range doc.Machine.Order() {
		name, _ := doc.Machine.States.At(i)
		names = append(names, name)
	}
	at := func(name string) int { return slices.Index(names, name) }
	if len(names) != 6 || at("Ask") != 0 || at("Long") > at("Longer") || at("Longer") > at("Join") || at("Join") > at("End") || at("Long") > at("Caught") {
		t.Errorf("got %v", names)
	}
	if order := (&asl.Graph{StartAt: "A"}).Order(); order != nil {
		t.Errorf("of no states: %v", order)
	}
}
