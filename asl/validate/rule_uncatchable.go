package validate

var ruleUncatchable = Rule{
	Code: "SW404", Name: "final-error", Severity: warning,
	Title: "errors that always end the execution are not retried",
	Doc: `States.Runtime means that the state could not be carried out at all, because a path leads nowhere or a payload is
not as it has to be. It is never retried, and States.ALL does not match it; neither does it match States.DataLimitExceeded.
Mend the definition, or check the data with a Choice before.

https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html`,
	Wrong: `
"Each": {"Type": "Map", "ItemProcessor": {"StartAt": "A", "States": {"A": {"Type": "Pass", "End": true}}},
  "Retry": [{"ErrorEquals": ["States.Runtime"]}], "End": true}`,
	Right: `
"Each": {"Type": "Map", "ItemProcessor": {"StartAt": "A", "States": {"A": {"Type": "Pass", "End": true}}},
  "Retry": [{"ErrorEquals": ["States.TaskFailed"]}], "End": true}`,
	check: func(r *run) {
		for _, h := range r.handlers {
			for i, name := range h.errors {
				if h.kind == "Retry" && (name == errRuntime || name == errDataLimit) {
					r.at(h.place, h.pointer()+"/ErrorEquals/"+itoa(i)).say(msgFinalError, name).fix(fixFinalError)
				}
			}
		}
	},
}
