package validate

import "github.com/stepwise-go/stepwise/asl"

var ruleDistributedMap = Rule{
	Code: "SW602", Name: "distributed-map", AWS: "SCHEMA_VALIDATION_FAILED",
	Title: "a distributed Map says the type of its child executions",
	Doc: `A distributed Map starts child executions, and these are STANDARD or EXPRESS: the ProcessorConfig has an
ExecutionType beside its Mode.

https://docs.aws.amazon.com/step-functions/latest/dg/state-map-distributed.html`,
	Wrong: `
"Each": {"Type": "Map", "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED"},
  "StartAt": "A", "States": {"A": {"Type": "Pass", "End": true}}}, "End": true}`,
	Right: `
"Each": {"Type": "Map", "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS"},
  "StartAt": "A", "States": {"A": {"Type": "Pass", "End": true}}}, "End": true}`,
	check: func(r *run) {
		for _, p := range r.places {
			m, ok := p.State.(*asl.Map)
			if !ok || !m.Distributed() {
				continue
			}
			pointer := processorPointer(m)
			if c := m.Processor().ProcessorConfig; c.ExecutionType == "" && !extraHas(c.Extra, "ExecutionType") {
				r.at(p, pointer+"/ProcessorConfig").say(msgNoExecutionType).fix(fixNoExecutionType).aws("These fields are required: [ExecutionType]")
			}
		}
	},
}
