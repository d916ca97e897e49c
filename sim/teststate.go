package sim

import (
	"context"
	"fmt"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/ordjson"
)

// InspectionLevel is how much TestState tells.
type InspectionLevel string

// The inspection levels. DEBUG and TRACE tell the steps of the data flow.
const (
	InspectInfo  InspectionLevel = "INFO"
	InspectDebug InspectionLevel = "DEBUG"
	InspectTrace InspectionLevel = "TRACE"
)

// StateTest is a request to run one state on its own, as the service's TestState API takes it.
// https://docs.aws.amazon.com/step-functions/latest/apireference/API_TestState.html
type StateTest struct {
	Definition *ordjson.Object // a state, or a whole machine with StateName
	StateName  string          // a state of the machine, at any depth
	Input      any             // any JSON; nil is the empty object
	Level      InspectionLevel // "" is INFO
	RoleARN    string          // without one a Task needs a Mock
	Mock       *StateMock
	Variables  *ordjson.Object
	Context    *ordjson.Object // in place of the context object
	Config     StateConfig
}

// StateMock answers a Task, Map or Parallel state in TestState. One of Result and Failure is set.
type StateMock struct {
	Result     *any
	Failure    *Failure
	Validation MockValidation // of Result against the API of the service
}

// MockValidation is how TestState checks the result of a mock.
type MockValidation string

// The ways to check the result of a mock against what the service can answer.
const (
	ValidateStrict  MockValidation = "STRICT"  // required fields must be there; the default
	ValidatePresent MockValidation = "PRESENT" // fields that are there must fit
	ValidateNone    MockValidation = "NONE"
)

// StateConfig says in what situation TestState runs a state.
type StateConfig struct {
	RetryCount            int    // retries that were made already
	IterationFailureCount *int   // iterations of a Map that failed
	ErrorCausedByState    string // the state of a Map or Parallel that the Failure is of
	ItemReaderData        string // JSON that the ItemReader of a Map reads
}

// StateTestStatus is how a state ended in TestState.
type StateTestStatus string

// The statuses of TestState.
const (
	StateSucceeded StateTestStatus = "SUCCEEDED"
	StateFailed    StateTestStatus = "FAILED"
	StateRetriable StateTestStatus = "RETRIABLE"
	StateCaught    StateTestStatus = "CAUGHT_ERROR"
)

// StateTestResult is what TestState answers.
type StateTestResult struct {
	Status     StateTestStatus
	Output     any
	HasOutput  bool
	Failure    Failure
	NextState  string          // "" at an end
	Inspection *ordjson.Object // nil at level INFO
}

// TestStateError says that TestState refuses a request, as the service's exception does.
type TestStateError struct {
	Code    string // ValidationException, InvalidDefinition
	Message string
}

// Error gives the code and the message.
func (e *TestStateError) Error() string { return e.Code + ": " + e.Message }

func refused(format string, args ...any) *TestStateError {
	return &TestStateError{"ValidationException", fmt.Sprintf(format, args...)}
}

// testStateName is what the service calls the state whatever its name is.
const testStateName = "StateName"

// TestState runs one state on its own and tells what becomes of its input. Options such as OnTask and
// WithService answer a Task that has no Mock; then a RoleARN is needed, as on AWS.
//
// The error is a *TestStateError if the service would refuse the request.
func TestState(ctx context.Context, t StateTest, options ...Option) (*StateTestResult, error) {
	machine, state, err := t.find()
	if err != nil {
		return nil, err
	}
	if err := t.check(machine, state); err != nil {
		return nil, err
	}
	base := defaults()
	base.role = t.RoleARN
	cfg := base.with(options)
	for _, err := range cfg.errs {
		return nil, err
	}
	pl := &planner{machine: machine, loose: true}
	p := &Plan{machine: machine, base: base, graph: pl.graph(&machine.Graph, "")}
	if err := pl.problems.Err(); err != nil {
		return nil, err
	}
	in := t.Input
	if in == nil {
		in = &ordjson.Object{}
	}
	if t.Context != nil {
		cfg.context = t.Context
	}
	e := newEnv(ctx, &cfg)
	e.root = e.execution(p, e.uuid(), e.uuid(), in, true, false)
	r := &StateTestResult{}
	e.root.begin(p.graph, newVariables(t.Variables))
	e.ready = e.ready[:0]
	v := &visit{s: e.root.root, node: p.graph.start, input: in, attempt: t.Config.RetryCount}
	v.trace = &trace{test: &t, result: r}
	v.s.visit = v
	v.trace.run(v)
	err = e.loop()
	r.Inspection = v.trace.inspection(in)
	if t.Level == "" || t.Level == InspectInfo {
		r.Inspection = nil
	}
	return r, err
}

// find returns a machine of the one state that is asked for.
func (t *StateTest) find() (*asl.Machine, asl.State, error) {
	if t.Definition == nil {
		return nil, nil, refused("Definition must be specified")
	}
	if !t.Definition.Has("States") {
		m := &asl.Machine{}
		state := asl.StateFromJSON(t.Definition)
		m.StartAt = testStateName
		m.States.Set(testStateName, state)
		return m, state, nil
	}
	whole := asl.FromJSON(t.Definition)
	name := t.StateName
	var found asl.State
	asl.Walk(whole, func(p *asl.Place) {
		if p.Name == name {
			found = p.State
		}
	})
	if found == nil {
		return nil, nil, refused("State not found in definition")
	}
	m := &asl.Machine{QueryLanguage: whole.QueryLanguage}
	m.StartAt = testStateName
	m.States.Set(testStateName, found)
	return m, found, nil
}

// JSON returns the result in the shape of the service's answer, with values that are JSON instead of
// text.
func (r *StateTestResult) JSON() *ordjson.Object {
	o := &ordjson.Object{}
	if r.HasOutput {
		o.Set("output", r.Output)
	}
	putText(o, "error", r.Failure.Name)
	putText(o, "cause", r.Failure.Cause)
	if r.Inspection != nil {
		o.Set("inspectionData", r.Inspection)
	}
	putText(o, "nextState", r.NextState)
	o.Set("status", string(r.Status))
	return o
}
