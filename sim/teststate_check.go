package sim

import (
	"fmt"
	"slices"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/asl/validate"
	"github.com/stepwise-go/stepwise/ordjson"
)

// check refuses what the service refuses, in its order.
func (t *StateTest) check(m *asl.Machine, state asl.State) error {
	kind := state.Type()
	mock := t.Mock
	if mock == nil && t.Config.IterationFailureCount != nil {
		return refused("TestState does not support MapIterationFailureCount when a mock is not specified.")
	}
	if mock == nil && (kind == asl.TypeMap || kind == asl.TypeParallel) {
		return &TestStateError{"InvalidDefinition", "TestState API does not support Map or Parallel states. Supported state types include: [Task, Wait, Pass, Succeed, Fail, Choice]"}
	}
	if err := checkDefinition(m); err != nil {
		return err
	}
	if mock != nil && mock.Result != nil && mock.Failure != nil {
		return refused("A test mock should have only one of the following fields: [result, errorOutput].")
	}
	if mock != nil && !slices.Contains([]asl.StateType{asl.TypeTask, asl.TypeMap, asl.TypeParallel}, kind) {
		return refused("State type '%s' is not supported when a mock is specified", kind)
	}
	if err := t.checkContext(state); err != nil {
		return err
	}
	if mock != nil && mock.Result != nil {
		if err := mock.check(state); err != nil {
			return err
		}
	}
	if kind == asl.TypeTask && mock == nil && t.RoleARN == "" {
		return refused("RoleArn must be specified when testing a Task state")
	}
	return nil
}

// checkDefinition validates the state; where it goes does not matter.
func checkDefinition(m *asl.Machine) error {
	r := validate.AWSMachine(m, validate.Options{})
	r.Diagnostics = slices.DeleteFunc(r.Diagnostics, func(d validate.AWSDiagnostic) bool {
		return d.Code != "SCHEMA_VALIDATION_FAILED"
	})
	if message := r.Message(); message != "" {
		return &TestStateError{"InvalidDefinition", message}
	}
	return nil
}

// contextFields are the fields that a given context object may have. A nil list stands for any.
var contextFields = map[string][]string{
	"Execution":    {"Id", "Input", "Name", "RoleArn", "StartTime", "RedriveCount", "RedriveTime"},
	"State":        {"EnteredTime", "Name", "RetryCount"},
	"StateMachine": {"Id", "Name"},
	"Task":         {"Token"},
}

func (t *StateTest) checkContext(state asl.State) error {
	const prefix = "Invalid Context object provided: "
	for part, value := range t.Context.All() {
		fields, known := contextFields[part]
		switch {
		case part == "Map":
			return refused(prefix + "'Map' field is not supported when mocking a Context object")
		case !known:
			return refused(prefix+"Field '%s' is not allowed", part)
		case part == "Task" && !waits(state):
			return refused(prefix + "Context object contains 'Task' when state is not a Task state with a '.sync' or '.waitForTaskToken' service integration pattern")
		}
		o, ok := value.(*ordjson.Object)
		if !ok {
			return refused(prefix+"%s must be an object", part)
		}
		for name, v := range o.All() {
			if !slices.Contains(fields, name) {
				return refused(prefix+"Field '%s' is not allowed", name)
			}
			if err := checkContextField(name, v); err != "" {
				return refused(prefix+"%s.%s %s", part, name, err)
			}
		}
	}
	return nil
}

func checkContextField(name string, v any) string {
	_, text := v.(string)
	switch name {
	case "Input":
		return ""
	case "RetryCount", "RedriveCount":
		if !ordjson.IsNumber(v) {
			return "must be a number"
		}
		return ""
	}
	if !text {
		return "must be a string"
	}
	return ""
}

// waits tells whether a state is a Task that waits for more than a response.
func waits(state asl.State) bool {
	task, ok := state.(*asl.Task)
	if !ok {
		return false
	}
	r := ParseResource(task.Resource)
	return r.Kind == ServiceResource && r.Pattern != ""
}

// check refuses a result that the state cannot have.
func (m *StateMock) check(state asl.State) error {
	list, isList := (*m.Result).([]any)
	switch s := state.(type) {
	case *asl.Parallel:
		if !isList {
			return refused("Mocked result must be an array.")
		}
		if len(list) != len(s.Branches) {
			return refused("Mocked result must contain the same number of items as number of Parallel branches.")
		}
	case *asl.Map:
		_, isObject := (*m.Result).(*ordjson.Object)
		if s.ResultWriter != nil && s.ResultWriter.Resource != "" {
			if !isObject {
				return refused("Mocked result must be a JSON object.")
			}
		} else if !isList {
			return refused("Mocked result must be an array.")
		}
	case *asl.Task:
		r := ParseResource(s.Resource)
		if problem := checkResult(&r, *m.Result, m.Validation); problem != "" {
			return refused("Mock result schema validation error: %s", problem)
		}
	}
	return nil
}

// CheckResult tells what in a result is not as the service of a resource would answer it, or "". It
// knows the answers of common integrations only; of others it says nothing.
func CheckResult(resource string, result any, how MockValidation) string {
	r := ParseResource(resource)
	v, err := ordjson.From(result)
	if err != nil {
		return fmt.Sprint(err)
	}
	return checkResult(&r, v, how)
}

func checkResult(r *Resource, result any, how MockValidation) string {
	if how == ValidateNone || r.Kind != ServiceResource || r.submits() {
		return ""
	}
	fields, known := responses[r.Name()]
	if !known {
		return ""
	}
	return fields.check(result, how == ValidatePresent)
}
