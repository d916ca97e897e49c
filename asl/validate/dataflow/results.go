package dataflow

import (
	"strings"

	"github.com/stepwise-go/stepwise/asl"
)

// taskResult returns the shape of what a task returns: as declared, or as the service gives it.
func (v *visit) taskResult(t *asl.Task) *Shape {
	if s, ok := v.opts.Results[v.name]; ok {
		return s.known()
	}
	if _, action, ok := strings.Cut(t.Resource, ":states:::"); ok {
		if s, known := serviceResults[action]; known {
			return s
		}
	}
	return Any
}

// metadata are the fields that the service adds to the answers of optimised integrations.
func answer(fields map[string]*Shape, optional ...string) *Shape {
	s := ObjectOf(fields)
	s.fields = s.fields.with("SdkHttpMetadata", field{Any, true})
	s.fields = s.fields.with("SdkResponseMetadata", field{Any, true})
	for _, name := range optional {
		s.fields = s.fields.with(name, field{Of(String), true})
	}
	return s
}

// serviceResults are the answers that never have other fields.
// https://docs.aws.amazon.com/step-functions/latest/dg/connect-lambda.html
var serviceResults = map[string]*Shape{
	"lambda:invoke": answer(map[string]*Shape{"Payload": Any, "ExecutedVersion": Of(String), "StatusCode": Of(Number)}, "FunctionError", "LogResult"),
	"sqs:sendMessage": answer(map[string]*Shape{"MessageId": Of(String), "MD5OfMessageBody": Of(String)},
		"MD5OfMessageAttributes", "MD5OfMessageSystemAttributes", "SequenceNumber"),
	"sns:publish":           answer(map[string]*Shape{"MessageId": Of(String)}, "SequenceNumber"),
	"states:startExecution": answer(map[string]*Shape{"ExecutionArn": Of(String), "StartDate": Of(String | Number)}),
}
