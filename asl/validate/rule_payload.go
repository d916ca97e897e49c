package validate

import (
	"strings"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/internal/integrations"
	"github.com/stepwise-go/stepwise/ordjson"
)

// MaxPayload is the number of bytes that the input or output of a state may have.
// https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html
const MaxPayload = 256 << 10

var rulePayload = Rule{
	Code: "SW905", Name: "payload", Severity: warning,
	Title: "what a state passes on stays below 256 KiB",
	Doc: `Input and output of a state have at most 262,144 bytes; more ends the execution with States.DataLimitExceeded. This
rule reports what tends to grow beyond: fixed data of that size, whole S3 objects and query results without a ResultSelector
or ResultPath, and a distributed Map over a file that keeps the results of all its children. Pass keys of S3 objects instead, or
write the results with a ResultWriter.

https://docs.aws.amazon.com/step-functions/latest/dg/sfn-best-practices.html#avoid-exec-failures`,
	Wrong: `
"Read": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:getObject", "Parameters": {"Bucket": "b", "Key.$": "$.key"}, "End": true}`,
	Right: `
"Read": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:getObject", "Parameters": {"Bucket": "b", "Key.$": "$.key"},
  "ResultSelector": {"total.$": "States.StringToJson($.Body)"}, "End": true}`,
	check: func(r *run) {
		for p := range r.signed(bulk) {
			switch s := p.State.(type) {
			case *asl.Pass:
				r.literal(p, "/Result", s.Result)
				r.literal(p, "/Parameters", s.Parameters)
				r.literal(p, "/Output", s.Output)
			case *asl.Task:
				r.literal(p, "/Parameters", s.Parameters)
				r.literal(p, "/Arguments", s.Arguments)
			}
		}
		for _, t := range r.tasks {
			if t.bulky && !selects(t.Results, t.Outputs) && !limited(t.Task) {
				r.at(t.place, "").say(msgPayloadResult, t.resource.Service, t.resource.Action).fix(fixPayloadResult)
			}
		}
		for _, p := range r.places {
			s, ok := p.State.(*asl.Map)
			if ok && s.Distributed() && s.ItemReader != nil && s.ResultWriter == nil && !selects(s.Results, s.Outputs) {
				r.at(p, "").say(msgPayloadMap).fix(fixPayloadMap)
			}
		}
	},
}

func (r *run) literal(p *asl.Place, pointer string, v asl.Value) {
	if !v.IsSet() || !bigger(v.Any()) {
		return
	}
	if text, err := ordjson.Encode(v.Any()); err == nil && len(text) > MaxPayload {
		r.at(p, pointer).say(msgPayloadLiteral, len(text), MaxPayload).fix(fixPayload)
	}
}

// bigger spares small values the encoding.
func bigger(v any) bool {
	switch v := v.(type) {
	case string:
		return len(v) > MaxPayload/2
	case *ordjson.Object:
		return large(v) || anyOf(v)
	case []any:
		return len(v) > 0
	}
	return false
}

func large(o *ordjson.Object) bool { return o.Len() > 16 }

func anyOf(o *ordjson.Object) bool {
	for i := range o.Len() {
		if bigger(o.At(i).Value) {
			return true
		}
	}
	return false
}

// bulkyActions are the SDK actions and integrations whose results are as long as the data.
var bulkyActions = set("s3:getObject", "dynamodb:scan", "athena:getQueryResults", "logs:getQueryResults", "redshiftdata:getStatementResult")

func bulky(res integrations.Resource) bool {
	return (res.Kind == integrations.SDK || res.Kind == integrations.Optimised) && bulkyActions[res.Service+":"+res.Action]
}

// limited tells whether the call asks for a part only.
func limited(t *asl.Task) bool {
	for _, v := range []asl.Value{t.Parameters, t.Arguments} {
		for key := range v.Object().All() {
			switch strings.TrimSuffix(key, ".$") {
			case "Range", "Limit", "MaxResults", "MaxKeys", "PartNumber":
				return true
			}
		}
	}
	return false
}

// selects tells whether a state passes on less than its result.
func selects(r asl.Results, o asl.Outputs) bool {
	return r.ResultSelector.IsSet() || r.ResultPath.IsNull() || o.Output.IsSet() || o.OutputPath.IsSet()
}
