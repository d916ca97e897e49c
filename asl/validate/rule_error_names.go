package validate

import (
	"slices"
	"strconv"
	"strings"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/internal/nearest"
)

var ruleErrorNames = Rule{
	Code: "SW401", Name: "error-names", Severity: warning,
	Title: "names that begin with States. are names that Step Functions has",
	Doc: `Error names that begin with States. are reserved. A retrier or catcher for one that does not exist never matches:
mostly it is misspelt. One that a Fail of the same machine ends with does match, and is no fault.

https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html`,
	Wrong: `
"Each": {"Type": "Map", "ItemProcessor": {"StartAt": "A", "States": {"A": {"Type": "Pass", "End": true}}},
  "Retry": [{"ErrorEquals": ["States.TimeOut"]}], "End": true}`,
	Right: `
"Each": {"Type": "Map", "ItemProcessor": {"StartAt": "A", "States": {"A": {"Type": "Pass", "End": true}}},
  "Retry": [{"ErrorEquals": ["States.Timeout"]}], "End": true}`,
	check: func(r *run) {
		own := r.ownErrors()
		for _, h := range r.handlers {
			for i, name := range h.errors {
				if strings.HasPrefix(name, "States.") && !isStateError(name) && !hasToken(name) && !own[name] {
					r.at(h.place, h.pointer()+"/ErrorEquals/"+itoa(i)).say(msgErrorName, name).fix(nearest.Suggest(name, stateErrors, fixErrorName))
				}
			}
		}
	},
}

// isStateError tells an error of Step Functions. That of an HTTP task ends in the status, 429 for example.
func isStateError(name string) bool {
	status, http := strings.CutPrefix(name, "States.Http.StatusCode.")
	if _, err := strconv.Atoi(status); http && err == nil {
		return true
	}
	return slices.Contains(stateErrors, name)
}

// ownErrors are the errors that the Fail states of the machine end with.
func (r *run) ownErrors() map[string]bool {
	out := map[string]bool{}
	for _, p := range r.places {
		if f, ok := p.State.(*asl.Fail); ok {
			out[f.Error] = true
		}
	}
	return out
}

const (
	errAll        = "States.ALL"
	errTaskFailed = "States.TaskFailed"
	errTimeout    = "States.Timeout"
	errRuntime    = "States.Runtime"
	errDataLimit  = "States.DataLimitExceeded"
)

// stateErrors are the errors that Step Functions itself reports.
// https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html
var stateErrors = []string{
	errAll, "States.BranchFailed", errDataLimit, "States.ExceedToleratedFailureThreshold", "States.HeartbeatTimeout",
	"States.Http.Socket", "States.IntrinsicFailure", "States.ItemReaderFailed", "States.NoChoiceMatched", "States.ParameterPathFailure",
	"States.Permissions", "States.QueryEvaluationError", "States.ResultPathMatchFailure", "States.ResultWriterFailed", errRuntime,
	errTaskFailed, errTimeout,
}

// handler is a retrier or a catcher.
type handler struct {
	place  *asl.Place
	kind   string // Retry or Catch
	index  int
	count  int // of handlers of its kind in the state
	errors []string
}

// pointer leads from the state to the handler.
func (h *handler) pointer() string { return "/" + h.kind + "/" + itoa(h.index) }

// findHandlers returns all retriers and catchers.
func (r *run) findHandlers() []handler {
	var out []handler
	for _, p := range r.places {
		rescue := asl.RescueOf(p.State)
		if rescue == nil {
			continue
		}
		for i := range rescue.Retry {
			out = append(out, handler{p, "Retry", i, len(rescue.Retry), rescue.Retry[i].ErrorEquals})
		}
		for i := range rescue.Catch {
			out = append(out, handler{p, "Catch", i, len(rescue.Catch), rescue.Catch[i].ErrorEquals})
		}
	}
	return out
}
