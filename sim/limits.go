package sim

import (
	"encoding/json"
	"time"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/ordjson"
)

// Limits of the service.
// https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html
const (
	MaxPayload          = 256 << 10 // bytes of JSON that a state may take or give
	MaxEvents           = 25_000    // events of a Standard execution; the last tells that there are too many
	MaxStandardDuration = 365 * 24 * time.Hour
	MaxExpressDuration  = 5 * time.Minute
	MaxChildExecutions  = 10_000 // of one Map Run at a time

	// MaxInlineConcurrency is how many iterations of an inline Map run at a time.
	// https://docs.aws.amazon.com/step-functions/latest/dg/state-map-inline.html
	MaxInlineConcurrency = 40

	// MaxHTTPDuration is how long an HTTP task waits for its answer.
	// https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html#service-limits-http-task
	MaxHTTPDuration = 60 * time.Second

	maxWaitSeconds = 99_999_999
	maxNestedDepth = 1_000 // of executions that start one another; the service has no such limit

	// maxEvaluationSteps ends a JSONata expression that never does: many times what one needs that makes
	// all that a payload can hold. The service has a limit of time instead.
	maxEvaluationSteps = 20_000_000
)

// transitionTime is what a transition counts against the duration of an Express execution, so that
// a loop without waits ends there too. The clock does not show it.
const transitionTime = time.Millisecond

// tooLarge tells whether a value is larger than a payload may be.
func tooLarge(v any) bool { return sizeUpTo(v, MaxPayload) > MaxPayload }

// sizeUpTo is the number of bytes of a value's JSON; it stops counting when it is over the limit.
func sizeUpTo(v any, limit int) int {
	switch t := v.(type) {
	case nil:
		return 4
	case bool:
		if t {
			return 4
		}
		return 5
	case string:
		return textSize(t)
	case float64:
		if t == float64(int64(t)) && t > -1e15 && t < 1e15 {
			return digits(int64(t))
		}
		return len(ordjson.FormatFloat(t))
	case json.Number:
		return len(t)
	case []any:
		n := 1
		for _, e := range t {
			n += 1 + sizeUpTo(e, limit-n)
			if n > limit {
				break
			}
		}
		return max(n, 2)
	case *ordjson.Object:
		n := 1
		for i := range t.Len() {
			m := t.At(i)
			n += 2 + textSize(m.Key) + sizeUpTo(m.Value, limit-n)
			if n > limit {
				break
			}
		}
		return max(n, 2)
	}
	return 0
}

func digits(n int64) int {
	d := 1
	if n < 0 {
		d, n = 2, -n
	}
	for ; n > 9; n /= 10 {
		d++
	}
	return d
}

func textSize(s string) int {
	n := len(s) + 2
	for i := range len(s) {
		switch c := s[i]; {
		case c == '"', c == '\\', c == '\n', c == '\t', c == '\r':
			n++
		case c < ' ':
			n += 5
		}
	}
	return n
}

// deadline is how long an execution may take: its own timeout, or else the limit of its type.
func deadline(m *asl.Machine, express bool) time.Duration {
	limit := childDeadline(express)
	if s, ok := m.TimeoutSeconds.Number(); ok && s > 0 {
		return min(limit, time.Duration(min(s, maxWaitSeconds))*time.Second)
	}
	return limit
}

// childDeadline is how long an execution without a timeout of its own may take, such as a child of a distributed Map.
func childDeadline(express bool) time.Duration {
	if express {
		return MaxExpressDuration
	}
	return MaxStandardDuration
}
