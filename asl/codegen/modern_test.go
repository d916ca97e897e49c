package codegen_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/asl/codegen"
	"github.com/stepwise-go/stepwise/ordjson"
)

func TestModern(t *testing.T) {
	doc, err := asl.Parse("old.asl.json", []byte(`{"Comment": "", "StartAt": "Each", "States": {
		"Each": {"Type": "Map", "Parameters": {"x.$": "$.x"}, "QueryLanguage": "JSONPath", "Next": "New",
			"Iterator": {"StartAt": "One", "States": {"One": {"Type": "Pass", "Comment": "", "End": true}}}},
		"New": {"Type": "Pass", "QueryLanguage": "JSONata", "End": true}}}`))
	if err != nil {
		t.Fatal(err)
	}
	before := ordjson.String(doc.Machine.JSON())
	modern, changes := codegen.Modern(doc.Machine)
	want, err := ordjson.DecodeString(`{"StartAt": "Each", "States": {
		"Each": {"Type": "Map", "ItemSelector": {"x.$": "$.x"}, "Next": "New",
			"ItemProcessor": {"ProcessorConfig": {"Mode": "INLINE"}, "StartAt": "One", "States": {"One": {"Type": "Pass", "End": true}}}},
		"New": {"Type": "Pass", "QueryLanguage": "JSONata", "End": true}}}`)
	if err != nil {
		t.Fatal(err)
	}
	if got := modern.JSON(); !ordjson.Equal(got, want) {
		t.Errorf("got %s", ordjson.String(got))
	}
	if after := ordjson.String(doc.Machine.JSON()); after != before {
		t.Errorf("the machine that was given is another one now: %s", after)
	}
	if told := []string{
		"the machine: the empty Comment is left out", `Map "Each": the QueryLanguage is that of the machine`,
		`Map "Each": Iterator is called ItemProcessor`, `Map "Each": Parameters is called ItemSelector`,
		`Map "Each": the ProcessorConfig says the Mode, INLINE`, `Map "Each" > Pass "One": the empty Comment is left out`,
	}; !slices.Equal(changes, told) {
		t.Errorf("told:\n%s", strings.Join(changes, "\n"))
	}
	if source, err := codegen.Go(modern, codegen.Options{}); err != nil || strings.Contains(string(source), "Patch") {
		t.Errorf("%v\n%s", err, source)
	}
}
