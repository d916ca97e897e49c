package diagram

import (
	"fmt"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/asl/diagram/words"
)

// defaultAttempts is MaxAttempts of a retrier that does not say.
// https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html
const defaultAttempts = 3

// chips returns the badges of a state.
func chips(s asl.State) []Chip {
	var out []Chip
	add := func(kind ChipKind, text, title string) {
		if text != "" {
			out = append(out, Chip{kind, text, fmt.Sprintf(title, text)})
		}
	}
	if r := asl.RescueOf(s); r != nil {
		add(ChipRetry, attempts(r.Retry), "retried up to %s times")
	}
	switch s := s.(type) {
	case *asl.Task:
		add(ChipTimeout, words.Time(s.TimeoutSeconds, s.TimeoutSecondsPath), "times out after %s")
		add(ChipHeartbeat, words.Time(s.HeartbeatSeconds, s.HeartbeatSecondsPath), "fails without a heartbeat for %s")
	case *asl.Map:
		if n, ok := s.MaxConcurrency.Number(); !ok || n > 0 {
			add(ChipConcurrency, words.Count(s.MaxConcurrency, s.MaxConcurrencyPath), "at most %s items at a time")
		}
	case *asl.Wait:
		add(ChipWait, words.Time(s.Seconds, s.SecondsPath), "waits %s")
		until := s.Timestamp + s.TimestampPath
		if asl.IsExpression(until) {
			until = asl.Expression(until)
		}
		add(ChipWait, until, "waits until %s")
	}
	return out
}

// attempts returns the largest number of retries, "" if there are none.
func attempts(retriers []asl.Retrier) string {
	most := int64(0)
	for _, r := range retriers {
		if _, ok := r.MaxAttempts.Expr(); ok {
			return words.Count(r.MaxAttempts, "")
		}
		most = max(most, r.MaxAttempts.Or(defaultAttempts))
	}
	if most == 0 {
		return ""
	}
	return words.Count(asl.IntOf(most), "")
}
