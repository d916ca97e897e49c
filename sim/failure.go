package sim

import (
	"fmt"

	"github.com/stepwise-go/stepwise/ordjson"
)

// Failure is an error inside the workflow: data that Retry and Catch see. A handler may return
// a *Failure as its error.
//
// A Go error that is no Failure means that the test is wrong: a task has no mock, for example.
type Failure struct {
	Name  string // the Error of the States Language: States.Timeout, MyError; "" if there is none
	Cause string // what is told about it; "" if nothing
}

// Error returns the name and the cause.
func (f *Failure) Error() string {
	switch {
	case f.Cause == "":
		return f.Name
	case f.Name == "":
		return f.Cause
	}
	return f.Name + ": " + f.Cause
}

// Fail returns a failure for a handler to return.
func Fail(name, cause string) *Failure { return &Failure{name, cause} }

// The errors that the service itself raises.
// https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html
const (
	ErrorAll               = "States.ALL"
	ErrorTimeout           = "States.Timeout"
	ErrorHeartbeatTimeout  = "States.HeartbeatTimeout"
	ErrorTaskFailed        = "States.TaskFailed"
	ErrorRuntime           = "States.Runtime"
	ErrorDataLimit         = "States.DataLimitExceeded"
	ErrorQueryEvaluation   = "States.QueryEvaluationError"
	ErrorResultPath        = "States.ResultPathMatchFailure"
	ErrorItemReader        = "States.ItemReaderFailed"
	ErrorResultWriter      = "States.ResultWriterFailed"
	ErrorToleratedFailures = "States.ExceedToleratedFailureThreshold"
	ErrorHTTPSocket        = "States.Http.Socket" // an HTTP task without an answer after MaxHTTPDuration
)

// fault is a failure on its way through the states.
type fault struct {
	Failure
	fatal      bool   // Retry and Catch do not see it
	timeout    bool   // has a cause, which is empty
	heartbeat  bool   // a timeout for want of a heartbeat
	evaluation bool   // an EvaluationFailed event tells of it first
	location   string // the field of that event
	about      bool   // the cause still needs the name of the state before it
}

func newFault(name, format string, args ...any) *fault {
	return &fault{Failure: Failure{name, fmt.Sprintf(format, args...)}}
}

// runtime is a fault that no Retry or Catch sees.
func runtime(format string, args ...any) *fault {
	f := newFault(ErrorRuntime, format, args...)
	f.fatal, f.about = true, true
	return f
}

// queryFault is what goes wrong with a JSONata value; location may be "".
func queryFault(location, format string, args ...any) *fault {
	f := newFault(ErrorQueryEvaluation, format, args...)
	f.evaluation, f.about, f.location = true, true, location
	return f
}

// output is the error output that a catcher gets.
func (f *fault) output() *ordjson.Object {
	return ordjson.NewObject(
		ordjson.Member{Key: "Error", Value: textOrNull(f.Name)},
		ordjson.Member{Key: "Cause", Value: f.causeValue()},
	)
}

func (f *fault) causeValue() any {
	if f.timeout {
		return f.Cause
	}
	return textOrNull(f.Cause)
}

func textOrNull(s string) any {
	if s == "" {
		return nil
	}
	return s
}

// matches tells whether an ErrorEquals list takes the failure. States.Runtime always ends the execution;
// States.ALL does take States.DataLimitExceeded of a task, as recordings show, whatever the documentation says.
func (f *fault) matches(names []string) bool {
	if f.Name == ErrorRuntime {
		return false
	}
	for _, n := range names {
		switch {
		case n == f.Name, n == ErrorAll, n == ErrorTaskFailed && f.Name != ErrorTimeout, n == ErrorHeartbeatTimeout && f.heartbeat:
			return true
		}
	}
	return false
}
