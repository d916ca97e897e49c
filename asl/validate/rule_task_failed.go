package validate

var ruleShadowed = Rule{
	Code: "SW403", Name: "shadowed-error", Severity: warning,
	Title: "each error is named where it can match",
	Doc: `Retriers and catchers are tried from first to last, and the first that names the error is taken. An error that
an earlier one names already is never matched by a later one. States.TaskFailed stands for all errors but States.Timeout, so
nothing but States.Timeout and States.ALL makes sense beside it or behind it.

https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html`,
	Wrong: `
"Each": {"Type": "Map", "ItemProcessor": {"StartAt": "A", "States": {"A": {"Type": "Pass", "End": true}}},
  "Retry": [{"ErrorEquals": ["States.TaskFailed"]}, {"ErrorEquals": ["OutOfStock"], "MaxAttempts": 0}], "End": true}`,
	Right: `
"Each": {"Type": "Map", "ItemProcessor": {"StartAt": "A", "States": {"A": {"Type": "Pass", "End": true}}},
  "Retry": [{"ErrorEquals": ["OutOfStock"], "MaxAttempts": 0}, {"ErrorEquals": ["States.TaskFailed"]}], "End": true}`,
	check: func(r *run) {
		seen := map[string]string{} // name to pointer, of one list of one state
		for _, h := range r.handlers {
			if h.index == 0 {
				clear(seen)
			}
			if h.count == 1 && len(h.errors) < 2 {
				continue
			}
			for i, name := range h.errors {
				pointer := h.pointer() + "/ErrorEquals/" + itoa(i)
				first, twice := seen[name]
				failed, covered := seen[errTaskFailed]
				switch {
				case hasToken(name):
					continue
				case twice:
					r.at(h.place, pointer).say(msgErrorTwice, name, h.kind).fix(fixErrorTwice).related(relFirst, first)
				case covered && !beyondTaskFailed[name]:
					r.at(h.place, pointer).say(msgErrorCovered, name).fix(fixErrorCovered).related(relTaskFailed, failed)
				}
				seen[name] = h.place.Pointer + pointer
			}
		}
	},
}

// beyondTaskFailed are the names that may come behind States.TaskFailed.
var beyondTaskFailed = set(errAll, errTimeout, errTaskFailed, "States.HeartbeatTimeout", errRuntime, errDataLimit)
