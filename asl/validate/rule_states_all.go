package validate

import "slices"

var ruleStatesAll = Rule{
	Code: "SW402", Name: "states-all", AWS: "SCHEMA_VALIDATION_FAILED",
	Title: "States.ALL stands alone and last",
	Doc: `States.ALL stands for all errors. It must be the only name in its ErrorEquals, and its retrier or catcher must be
the last of its list: those behind it could never match.

https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html`,
	Wrong: `
"Each": {"Type": "Map", "ItemProcessor": {"StartAt": "A", "States": {"A": {"Type": "Pass", "End": true}}},
  "Retry": [{"ErrorEquals": ["States.ALL"]}, {"ErrorEquals": ["States.Timeout"], "MaxAttempts": 0}], "End": true}`,
	Right: `
"Each": {"Type": "Map", "ItemProcessor": {"StartAt": "A", "States": {"A": {"Type": "Pass", "End": true}}},
  "Retry": [{"ErrorEquals": ["States.Timeout"], "MaxAttempts": 0}, {"ErrorEquals": ["States.ALL"]}], "End": true}`,
	check: func(r *run) {
		for _, h := range r.handlers {
			if !slices.Contains(h.errors, errAll) {
				continue
			}
			if len(h.errors) > 1 {
				r.at(h.place, h.pointer()+"/ErrorEquals").say(msgAllNotAlone).fix(fixAllNotAlone).aws(awsStatesAll).awsAt(h.place.Pointer + h.statesAll())
			}
			if h.index < h.count-1 {
				r.at(h.place, h.pointer()).say(msgAllNotLast, h.kind).fix(fixAllNotLast).aws(awsStatesAll).awsAt(h.place.Pointer + h.statesAll())
			}
		}
	},
}

// awsStatesAll is what AWS says: https://github.com/aws/aws-cdk/issues/10530
const awsStatesAll = "States.ALL must appear alone and at end of list"

// statesAll is where AWS points.
func (h *handler) statesAll() string {
	return h.pointer() + "/ErrorEquals/" + itoa(slices.Index(h.errors, errAll))
}
