package explore

import (
	"time"

	"github.com/stepwise-go/stepwise/ordjson"
	"github.com/stepwise-go/stepwise/sim"
)

// Cost is what an execution uses of what AWS bills and limits.
//
// https://aws.amazon.com/step-functions/pricing/ and
// https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html
type Cost struct {
	Transitions    int           // billed of Standard workflows: states entered and retries
	Events         int           // of the history, at most 25,000
	Duration       time.Duration // virtual
	BilledDuration time.Duration // billed of Express workflows: rounded up to 100 ms
	LargestPayload int           // bytes of the largest input, output or result, at most 262,144
}

// CostOf returns what an execution cost.
func CostOf(x *sim.Execution) Cost {
	c := Cost{Events: len(x.History), Duration: x.Elapsed}
	const unit = 100 * time.Millisecond
	c.BilledDuration = max((x.Elapsed+unit-1)/unit*unit, unit)
	size := func(v any) { c.LargestPayload = max(c.LargestPayload, len(ordjson.String(v))) }
	for _, s := range x.Steps() {
		c.Transitions += 1 + s.Retries
		size(s.Input)
		if s.Left {
			size(s.Output)
		}
	}
	for _, call := range x.Calls {
		size(call.Input)
		size(call.Output)
	}
	return c
}
