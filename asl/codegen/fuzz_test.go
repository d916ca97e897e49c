package codegen_test

import (
	"strings"
	"testing"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/asl/codegen"
	"github.com/stepwise-go/stepwise/ordjson"
)

// FuzzGo writes the source of any definition: it is Go, or there is a reason why not.
func FuzzGo(f *testing.F) {
	for _, s := range []string{
		`{"StartAt": "A", "States": {"A": {"Type": "Pass", "End": true}}}`,
		`{"StartAt": "A", "Comment": "*/ \n // x", "TimeoutSeconds": 5, "States": {"A": {"Type": "Task", "Resource": "r", "Retry": [{"ErrorEquals": ["a"]}], "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "A"}], "Next": "B"}, "B": {"Type": "Fail", "Cause": "` + "`" + `"}}}`,
		`{"StartAt": "A", "QueryLanguage": "JSONata", "States": {"A": {"Type": "Choice", "Choices": [{"Condition": "{% $x %}", "Next": "B"}], "Default": "B"}, "B": {"Type": "Map", "Items": [1.50, 1e999], "ItemProcessor": {"StartAt": "C", "States": {"C": {"Type": "Wait", "Seconds": "{% 1 %}", "End": true}}}, "End": true}}}`,
		`{"StartAt": "A", "States": {"A": {"Type": "Map", "ItemReader": {"Resource": "arn:aws:states:::s3:getObject", "Parameters": {"Bucket.$": "$.b", "Key": "k"}, "ReaderConfig": {"InputType": "CSV", "CSVHeaderLocation": "GIVEN", "CSVHeaders": ["a"]}}, "ResultWriter": {"Resource": "arn:aws:states:::s3:putObject", "Parameters": {"Bucket": "b"}}, "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"}, "StartAt": "C", "States": {"C": {"Type": "Succeed"}}}, "End": true}}}`,
		`{"StartAt": "A", "States": {"A": {"Type": "Choice", "Choices": [{"And": [{"Variable": "$.x", "TimestampEquals": "2020-01-01T08:09:00Z"}, {"Not": {"Variable": "$.y", "NumericLessThan": 1e3}}], "Next": "A"}]}}}`,
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		v, err := ordjson.DecodeString(text)
		o, ok := v.(*ordjson.Object)
		if err != nil || !ok {
			return
		}
		_, err = codegen.Go(asl.FromJSON(o), codegen.Options{Name: text[:min(10, len(text))]})
		if err != nil && strings.Contains(err.Error(), "SWI09") {
			t.Error(err)
		}
	})
}
