package validate

import (
	"strings"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/internal/integrations"
)

var ruleLoop = Rule{
	Code: "SW906", Name: "busy-loop", Severity: warning,
	Title: "a loop waits, or counts its rounds",
	Doc: `A loop that polls without a Wait goes round as fast as it can: it costs a transition for every state of every round,
runs into throttling, and a Standard execution ends after 25,000 history events. A loop with a Wait, with a task that
waits for a job or a token, or with a Choice that compares numbers or asks for a next page is not reported.

https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html`,
	Wrong: `
"Poll": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:batch:describeJobs", "Parameters": {"Jobs.$": "$.jobs"}, "ResultPath": "$.status", "Next": "Done?"},
"Done?": {"Type": "Choice", "Choices": [{"Variable": "$.status.Jobs[0].Status", "StringEquals": "SUCCEEDED", "Next": "Done"}], "Default": "Poll"},
"Done": {"Type": "Succeed"}`,
	Right: `
"Poll": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:batch:describeJobs", "Parameters": {"Jobs.$": "$.jobs"}, "ResultPath": "$.status", "Next": "Done?"},
"Done?": {"Type": "Choice", "Choices": [{"Variable": "$.status.Jobs[0].Status", "StringEquals": "SUCCEEDED", "Next": "Done"}], "Default": "Pause"},
"Pause": {"Type": "Wait", "Seconds": 30, "Next": "Poll"},
"Done": {"Type": "Succeed"}`,
	check: func(r *run) {
		for _, s := range r.scopes {
			f := r.flow(s)
			if len(f.loops) == 0 {
				continue
			}
			for _, loop := range cycles(s, func(p *asl.Place) bool { return r.pauses(p.State) || bounds(p.State) }) {
				if f.reachable[loop[0]] && f.ending[loop[0]] {
					r.at(s.places[loop[0]], "").say(msgLoop, s.quoted(loop)).fix(fixLoop)
				}
			}
		}
	},
}

// pauses tells whether a state takes its time.
func (r *run) pauses(s asl.State) bool {
	switch s := s.(type) {
	case *asl.Wait:
		return true
	case *asl.Task:
		res, err := r.resource(s.Resource)
		return err != nil || res.Pattern != integrations.RequestResponse || res.Kind == integrations.Activity
	case *asl.Parallel, *asl.Map:
		for _, inner := range asl.InnerGraphs(s) {
			for _, state := range inner.Graph.States.All() {
				if r.pauses(state) {
					return true
				}
			}
		}
	}
	return false
}

// bounds tells whether a Choice seems to count rounds or to go through pages.
func bounds(s asl.State) bool {
	c, ok := s.(*asl.Choice)
	if !ok {
		return false
	}
	for i := range c.Choices {
		if boundsRule(&c.Choices[i]) {
			return true
		}
	}
	return false
}

func boundsRule(r *asl.Rule) bool {
	if strings.HasPrefix(r.Operator, "Numeric") || r.Operator == "IsPresent" || r.Operator == "IsNull" {
		return true
	}
	if text, ok := r.Condition.Any().(string); ok && (strings.ContainsAny(text, "<>") || strings.Contains(text, "$exists") || strings.Contains(text, "$count")) {
		return true
	}
	for _, list := range [][]asl.Rule{r.And, r.Or} {
		for i := range list {
			if boundsRule(&list[i]) {
				return true
			}
		}
	}
	return r.Not != nil && boundsRule(r.Not)
}
