package explore

import (
	"errors"
	"fmt"
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

// CostOf returns what an execution cost. Transitions are those of the children of distributed Maps too, which
// are billed like others; events and payload are those of the execution itself.
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
	for _, r := range x.MapRuns {
		c.Transitions += r.Transitions
	}
	for _, call := range x.Calls {
		size(call.Input)
		size(call.Output)
	}
	return c
}

// Within returns an error that names what is over a limit. What is 0 in the limit is not limited.
//
//	if err := explore.CostOf(run).Within(explore.Cost{Transitions: 20, LargestPayload: 64 << 10}); err != nil {
//		t.Error(err)
//	}
func (c Cost) Within(limit Cost) error {
	var over []error
	check := func(what string, got, most any, isOver bool) {
		if isOver {
			over = append(over, fmt.Errorf("%s: %v, over the limit of %v", what, got, most))
		}
	}
	exceeds := func(got, most int64) bool { return most > 0 && got > most }
	check("transitions", c.Transitions, limit.Transitions, exceeds(int64(c.Transitions), int64(limit.Transitions)))
	check("events", c.Events, limit.Events, exceeds(int64(c.Events), int64(limit.Events)))
	check("duration", c.Duration, limit.Duration, exceeds(int64(c.Duration), int64(limit.Duration)))
	check("billed duration", c.BilledDuration, limit.BilledDuration, exceeds(int64(c.BilledDuration), int64(limit.BilledDuration)))
	check("bytes of the largest payload", c.LargestPayload, limit.LargestPayload, exceeds(int64(c.LargestPayload), int64(limit.LargestPayload)))
	return errors.Join(over...)
}
