package validate

import (
	"math"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/ordjson"
)

var ruleRange = Rule{
	Code: "SW206", Name: "range", AWS: "SCHEMA_VALIDATION_FAILED",
	Title: "numbers are within their limits",
	Doc: `Timeouts and heartbeats are from 1 to 99999999 seconds, a Wait from 0. MaxAttempts is from 0 to 99999999,
IntervalSeconds from 1 to 99999999, BackoffRate at least 1.0, MaxDelaySeconds greater than 0 and less than 31622400.
MaxConcurrency and the other counts are not negative; a tolerated percentage is from 0 to 100; a batch has at most 262144
bytes.

https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html`,
	Wrong: `
"Charge": {"Type": "Parallel", "Branches": [{"StartAt": "A", "States": {"A": {"Type": "Pass", "End": true}}}],
  "Retry": [{"ErrorEquals": ["States.ALL"], "MaxAttempts": -5, "BackoffRate": 0.1}], "End": true}`,
	Right: `
"Charge": {"Type": "Parallel", "Branches": [{"StartAt": "A", "States": {"A": {"Type": "Pass", "End": true}}}],
  "Retry": [{"ErrorEquals": ["States.ALL"], "MaxAttempts": 5, "BackoffRate": 1.5}], "End": true}`,
	check: func(r *run) {
		for i := range r.parts {
			p := &r.parts[i]
			if p.set&p.kind.facts().numbers == 0 {
				continue
			}
			limitsOf(p.value, func(l limit) {
				switch n := l.value; {
				case !l.set:
				case n < l.min:
					r.atPart(p, "/"+l.name).say(msgTooSmall, l.name, num(n), num(l.min)).fix(fixRange, num(l.min), l.upTo()).aws("Minimum value is %s", l.print(l.min))
				case n > l.max:
					r.atPart(p, "/"+l.name).say(msgTooLarge, l.name, num(n), num(l.max)).fix(fixRange, num(l.min), l.upTo()).aws("Maximum value is %s", l.print(l.max))
				}
			})
		}
	},
}

const (
	maxSeconds = 99999999
	maxDelay   = 31622399 // a day less a second over a year
	maxItems   = 100000000
	maxBatch   = 262144
	noMax      = math.MaxInt64
)

type limit struct {
	name     string
	value    float64
	set      bool
	min, max float64
	float    bool
}

func whole(name string, v asl.Int, min, max float64) limit {
	n, ok := v.Number()
	return limit{name: name, value: float64(n), set: ok, min: min, max: max}
}

func real(name string, v asl.Float, min, max float64) limit {
	n, ok := v.Number()
	return limit{name: name, value: n, set: ok, min: min, max: max, float: true}
}

// limitsOf visits the numbers of a part.
func limitsOf(part any, visit func(limit)) {
	switch v := part.(type) {
	case *asl.Machine:
		visit(whole("TimeoutSeconds", v.TimeoutSeconds, 1, maxSeconds))
	case *asl.Task:
		visit(whole("TimeoutSeconds", v.TimeoutSeconds, 1, maxSeconds))
		visit(whole("HeartbeatSeconds", v.HeartbeatSeconds, 1, maxSeconds))
	case *asl.Wait:
		visit(whole("Seconds", v.Seconds, 0, maxSeconds))
	case *asl.Retrier:
		visit(whole("IntervalSeconds", v.IntervalSeconds, 1, maxSeconds))
		visit(whole("MaxAttempts", v.MaxAttempts, 0, maxSeconds))
		visit(real("BackoffRate", v.BackoffRate, 1, noMax))
		visit(whole("MaxDelaySeconds", v.MaxDelaySeconds, 1, maxDelay))
	case *asl.Map:
		visit(whole("MaxConcurrency", v.MaxConcurrency, 0, noMax))
		visit(whole("ToleratedFailureCount", v.ToleratedFailureCount, 0, noMax))
		visit(real("ToleratedFailurePercentage", v.ToleratedFailurePercentage, 0, 100))
	case *asl.ReaderConfig:
		visit(whole("MaxItems", v.MaxItems, 0, maxItems))
	case *asl.ItemBatcher:
		visit(whole("MaxItemsPerBatch", v.MaxItemsPerBatch, 0, noMax))
		visit(whole("MaxInputBytesPerBatch", v.MaxInputBytesPerBatch, 0, maxBatch))
	}
}

func (l limit) upTo() string {
	if l.max >= noMax {
		return ""
	}
	return " to " + num(l.max)
}

// print writes a number as AWS does: 0.0 for a field that takes fractions.
func (l limit) print(n float64) string {
	if l.float && n == math.Trunc(n) {
		return num(n) + ".0"
	}
	return num(n)
}

func num(n float64) string { return ordjson.FormatFloat(n) }
