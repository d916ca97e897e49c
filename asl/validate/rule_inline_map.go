package validate

import (
	"strings"

	"github.com/stepwise-go/stepwise/asl"
)

var ruleInlineMap = Rule{
	Code: "SW601", Name: "inline-map", AWS: "SCHEMA_VALIDATION_FAILED",
	Title: "only a distributed Map has the fields of one",
	Doc: `ItemReader, ItemBatcher, ResultWriter, Label, the tolerated failures and the ExecutionType belong to a Map whose
processor has "Mode": "DISTRIBUTED". An inline Map, which is what a Map is without a Mode, does not have
them. AWS accepts the tolerated failures on one, but they do nothing: that is a warning.

https://docs.aws.amazon.com/step-functions/latest/dg/state-map-distributed.html`,
	Wrong: `
"Each": {"Type": "Map", "ItemBatcher": {"MaxItemsPerBatch": 10},
  "ItemProcessor": {"StartAt": "A", "States": {"A": {"Type": "Pass", "End": true}}}, "End": true}`,
	Right: `
"Each": {"Type": "Map", "ItemBatcher": {"MaxItemsPerBatch": 10}, "ItemProcessor": {
  "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
  "StartAt": "A", "States": {"A": {"Type": "Pass", "End": true}}}, "End": true}`,
	check: func(r *run) {
		for _, p := range r.places {
			m, ok := p.State.(*asl.Map)
			if !ok || m.Processor() == nil || m.Distributed() || unknownMode(m) {
				continue
			}
			for _, name := range distributedFields {
				if !asl.HasField(m, name) {
					continue
				}
				f := r.at(p, "/"+name).say(msgInlineField, name).fix(fixInlineField, name)
				if strings.HasPrefix(name, "Tolerated") {
					f.warn() // accepted, but without effect
				}
			}
			if c := m.Processor().ProcessorConfig; c != nil && c.ExecutionType != "" {
				r.at(p, processorPointer(m)+"/ProcessorConfig/ExecutionType").say(msgInlineField, "ExecutionType").fix(fixInlineField, "ExecutionType")
			}
		}
	},
}

var distributedFields = []string{"ItemReader", "ItemBatcher", "ResultWriter", "Label", "ToleratedFailureCount", "ToleratedFailureCountPath",
	"ToleratedFailurePercentage", "ToleratedFailurePercentagePath"}

// unknownMode tells whether the Mode is none of the two, which another rule reports.
func unknownMode(m *asl.Map) bool {
	c := m.Processor().ProcessorConfig
	return c != nil && c.Mode != "" && c.Mode != asl.ModeInline && c.Mode != asl.ModeDistributed
}

func processorPointer(m *asl.Map) string {
	if m.ItemProcessor != nil {
		return "/ItemProcessor"
	}
	return "/Iterator"
}
