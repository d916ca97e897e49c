package validate

import (
	"math"
	"time"

	"github.com/stepwise-go/stepwise/asl"
)

var ruleBackoff = Rule{
	Code: "SW912", Name: "backoff", Severity: warning,
	Title: "retries do not wait for days",
	Doc: `The interval between retries is multiplied by BackoffRate each time: with an interval of 1 second and a rate of 2 the
20th retry comes after six days. MaxDelaySeconds keeps the interval from growing further.

https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html`,
	Wrong: `
"Each": {"Type": "Map", "ItemProcessor": {"StartAt": "A", "States": {"A": {"Type": "Pass", "End": true}}},
  "Retry": [{"ErrorEquals": ["States.ALL"], "MaxAttempts": 30}], "End": true}`,
	Right: `
"Each": {"Type": "Map", "ItemProcessor": {"StartAt": "A", "States": {"A": {"Type": "Pass", "End": true}}},
  "Retry": [{"ErrorEquals": ["States.ALL"], "MaxAttempts": 30, "MaxDelaySeconds": 60}], "End": true}`,
	check: func(r *run) {
		for _, p := range r.places {
			rescue := asl.RescueOf(p.State)
			if rescue == nil {
				continue
			}
			for i, c := range rescue.Retry {
				rate, attempts := c.BackoffRate.Or(2), c.MaxAttempts.Or(3)
				if c.MaxDelaySeconds.IsSet() || attempts < 1 || attempts > 1e6 && rate <= 1 {
					continue
				}
				last := float64(c.IntervalSeconds.Or(1)) * math.Pow(rate, float64(attempts-1))
				if last > (24 * time.Hour).Seconds() {
					r.at(p, "/Retry/"+itoa(i)).say(msgBackoff, attempts, duration(last)).fix(fixBackoff)
				}
			}
		}
	},
}

// duration words a number of seconds that is more than a day.
func duration(seconds float64) string {
	days := seconds / (24 * time.Hour).Seconds()
	if days > 366 {
		return "more than a year"
	}
	return num(math.Round(days)) + " days"
}
