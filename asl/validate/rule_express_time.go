package validate

import "github.com/stepwise-go/stepwise/asl"

// ExpressSeconds is how long an Express execution can run.
const ExpressSeconds = 300

var ruleExpressTime = Rule{
	Code: "SW702", Name: "express-time", Severity: warning, Type: Express,
	Title: "nothing in an Express execution takes longer than five minutes",
	Doc: `An Express execution is stopped after five minutes. A Wait or a timeout beyond that is never reached.

https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html`,
	Wrong: `
"Wait": {"Type": "Wait", "Seconds": 600, "End": true}`,
	Right: `
"Wait": {"Type": "Wait", "Seconds": 60, "End": true}`,
	check: func(r *run) {
		if n := r.machine.TimeoutSeconds.Or(0); r.opts.express() && n > ExpressSeconds {
			r.atMachine("/TimeoutSeconds").say(msgExpressTimeout, n).fix(fixExpressTimeout)
		}
		for _, p := range r.places {
			if !r.opts.express() && expressMapAround(p) == nil {
				continue
			}
			if t, ok := p.State.(*asl.Task); ok && t.TimeoutSeconds.Or(0) > ExpressSeconds {
				r.at(p, "/TimeoutSeconds").say(msgExpressTask, t.TimeoutSeconds.Or(0)).fix(fixExpressTimeout)
			}
			if w, ok := p.State.(*asl.Wait); ok && w.Seconds.Or(0) >= ExpressSeconds {
				r.at(p, "/Seconds").say(msgExpressWait, w.Seconds.Or(0)).fix(fixExpressWait)
			}
		}
	},
}
