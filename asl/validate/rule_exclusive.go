package validate

import (
	"slices"
	"strings"

	"github.com/stepwise-go/stepwise/asl"
)

var ruleExclusive = Rule{
	Code: "SW205", Name: "exclusive", AWS: "SCHEMA_VALIDATION_FAILED",
	Title: "of fields that exclude each other only one is set",
	Doc: `Some fields are two ways to say one thing: a number and the path to it, Seconds and Timestamp, ItemProcessor and
its old name Iterator. Only one of them may be there.`,
	Wrong: `
"Wait": {"Type": "Wait", "Seconds": 10, "SecondsPath": "$.delay", "End": true}`,
	Right: `
"Wait": {"Type": "Wait", "SecondsPath": "$.delay", "End": true}`,
	check: func(r *run) {
		for i := range r.parts {
			p := &r.parts[i]
			for _, g := range p.kind.facts().exclusive {
				if p.count(g) > 1 {
					set := slices.DeleteFunc(slices.Clone(g.names), func(name string) bool { return !p.has(name) })
					f := r.atPart(p, "").say(msgExclusive, and(set)).fix(fixExclusive, or(set))
					f.aws("There should only be one of the following fields: [%s]", strings.Join(g.names, ", "))
				}
			}
		}
	},
}

func exclusiveOf(part any) [][]string {
	switch part.(type) {
	case *asl.Task:
		return [][]string{{"TimeoutSeconds", "TimeoutSecondsPath"}, {"HeartbeatSeconds", "HeartbeatSecondsPath"}}
	case *asl.Wait:
		return [][]string{{"Seconds", "SecondsPath", "Timestamp", "TimestampPath"}}
	case *asl.Fail:
		return [][]string{{"Error", "ErrorPath"}, {"Cause", "CausePath"}}
	case *asl.Map:
		return [][]string{
			{"ItemProcessor", "Iterator"}, {"ItemSelector", "Parameters"}, {"MaxConcurrency", "MaxConcurrencyPath"},
			{"ToleratedFailureCount", "ToleratedFailureCountPath"}, {"ToleratedFailurePercentage", "ToleratedFailurePercentagePath"},
		}
	case *asl.ReaderConfig:
		return [][]string{{"MaxItems", "MaxItemsPath"}}
	case *asl.ItemBatcher:
		return [][]string{{"MaxItemsPerBatch", "MaxItemsPerBatchPath"}, {"MaxInputBytesPerBatch", "MaxInputBytesPerBatchPath"}}
	}
	return nil
}
