package validate

import "github.com/stepwise-go/stepwise/asl"

// The numbers of iterations and of child executions that run at a time.
// https://docs.aws.amazon.com/step-functions/latest/dg/state-map-inline.html
// https://docs.aws.amazon.com/step-functions/latest/dg/state-map-distributed.html
const (
	maxIterations = 40
	maxChildren   = 10_000
)

var ruleConcurrency = Rule{
	Code: "SW914", Name: "concurrency", Severity: warning,
	Title: "MaxConcurrency is not more than what AWS runs at a time",
	Doc: `An inline Map runs at most 40 iterations at a time, a distributed Map at most 10,000 child executions. A larger
MaxConcurrency is accepted but changes nothing; 0 is as many as there can be.

https://docs.aws.amazon.com/step-functions/latest/dg/state-map-distributed.html`,
	Wrong: `
"Each": {"Type": "Map", "MaxConcurrency": 500, "ItemProcessor": {"StartAt": "A", "States": {"A": {"Type": "Pass", "End": true}}}, "End": true}`,
	Right: `
"Each": {"Type": "Map", "MaxConcurrency": 500, "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS"},
  "StartAt": "A", "States": {"A": {"Type": "Pass", "End": true}}}, "End": true}`,
	check: func(r *run) {
		for _, p := range r.places {
			m, ok := p.State.(*asl.Map)
			if !ok || m.Processor() == nil || unknownMode(m) {
				continue
			}
			most, message := int64(maxIterations), msgInlineMany
			if m.Distributed() {
				most, message = maxChildren, msgChildrenMany
			}
			if n := m.MaxConcurrency.Or(0); n > most {
				r.at(p, "/MaxConcurrency").say(message, n, most).fix(fixConcurrency, most)
			}
		}
	},
}
