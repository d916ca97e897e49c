package sim

import (
	"time"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/ordjson"
)

// EventType is the type of a history event, as the service names it.
// https://docs.aws.amazon.com/step-functions/latest/apireference/API_HistoryEvent.html
type EventType string

// The types of events that an execution can have.
const (
	EventExecutionStarted   EventType = "ExecutionStarted"
	EventExecutionSucceeded EventType = "ExecutionSucceeded"
	EventExecutionFailed    EventType = "ExecutionFailed"
	EventExecutionTimedOut  EventType = "ExecutionTimedOut"
	EventExecutionAborted   EventType = "ExecutionAborted"
	EventExecutionRedriven  EventType = "ExecutionRedriven"

	EventTaskScheduled    EventType = "TaskScheduled"
	EventTaskStarted      EventType = "TaskStarted"
	EventTaskSubmitted    EventType = "TaskSubmitted"
	EventTaskSubmitFailed EventType = "TaskSubmitFailed"
	EventTaskSucceeded    EventType = "TaskSucceeded"
	EventTaskFailed       EventType = "TaskFailed"
	EventTaskTimedOut     EventType = "TaskTimedOut"

	EventLambdaFunctionScheduled EventType = "LambdaFunctionScheduled"
	EventLambdaFunctionStarted   EventType = "LambdaFunctionStarted"
	EventLambdaFunctionSucceeded EventType = "LambdaFunctionSucceeded"
	EventLambdaFunctionFailed    EventType = "LambdaFunctionFailed"
	EventLambdaFunctionTimedOut  EventType = "LambdaFunctionTimedOut"

	EventActivityScheduled EventType = "ActivityScheduled"
	EventActivityStarted   EventType = "ActivityStarted"
	EventActivitySucceeded EventType = "ActivitySucceeded"
	EventActivityFailed    EventType = "ActivityFailed"
	EventActivityTimedOut  EventType = "ActivityTimedOut"

	EventMapStateStarted       EventType = "MapStateStarted"
	EventMapStateSucceeded     EventType = "MapStateSucceeded"
	EventMapStateFailed        EventType = "MapStateFailed"
	EventMapIterationStarted   EventType = "MapIterationStarted"
	EventMapIterationSucceeded EventType = "MapIterationSucceeded"
	EventMapIterationFailed    EventType = "MapIterationFailed"
	EventMapIterationAborted   EventType = "MapIterationAborted"
	EventMapRunStarted         EventType = "MapRunStarted"
	EventMapRunSucceeded       EventType = "MapRunSucceeded"
	EventMapRunFailed          EventType = "MapRunFailed"
	EventMapRunAborted         EventType = "MapRunAborted"
	EventMapRunRedriven        EventType = "MapRunRedriven"

	EventParallelStateStarted   EventType = "ParallelStateStarted"
	EventParallelStateSucceeded EventType = "ParallelStateSucceeded"
	EventParallelStateFailed    EventType = "ParallelStateFailed"

	EventEvaluationFailed EventType = "EvaluationFailed"
)

// EventEntered returns the type of the event of entering a state: TaskStateEntered.
func EventEntered(t asl.StateType) EventType { return stateEvents[t].entered }

// EventExited returns the type of the event of leaving a state: TaskStateExited. A Fail state has none.
func EventExited(t asl.StateType) EventType { return stateEvents[t].exited }

// EventStateAborted returns the type of the event of giving up a state because another branch
// failed: TaskStateAborted. Only Task, Wait, Parallel and Map have one.
func EventStateAborted(t asl.StateType) EventType { return stateEvents[t].aborted }

var stateEvents = map[asl.StateType]struct{ entered, exited, aborted EventType }{
	asl.TypeTask:     {"TaskStateEntered", "TaskStateExited", "TaskStateAborted"},
	asl.TypePass:     {"PassStateEntered", "PassStateExited", ""},
	asl.TypeWait:     {"WaitStateEntered", "WaitStateExited", "WaitStateAborted"},
	asl.TypeChoice:   {"ChoiceStateEntered", "ChoiceStateExited", ""},
	asl.TypeParallel: {"ParallelStateEntered", "ParallelStateExited", "ParallelStateAborted"},
	asl.TypeMap:      {"MapStateEntered", "MapStateExited", "MapStateAborted"},
	asl.TypeSucceed:  {"SucceedStateEntered", "SucceedStateExited", ""},
	asl.TypeFail:     {"FailStateEntered", "", ""},
}

// Event is one event of a history.
type Event struct {
	ID       int64 // from 1, without gaps
	Previous int64 // the event it follows from, as the service chains them; 0 for the first ones
	Type     EventType
	At       time.Duration // virtual time since the start of the run
	Details  Details       // nil if the type has none
	State    string        // the state that the event belongs to, "" for the execution's own
	Within   []Frame       // the Map iterations and Parallel branches around the state, outermost first

	visit *visit
}

// Frame is one Map iteration or Parallel branch around a state.
type Frame struct {
	State string // the name of the Map or Parallel
	Index int    // of the iteration or branch
	Map   bool
}

// Details is what an event tells besides its type: *ExecutionStarted, *StateEntered and so on.
//
//sumtype:decl
type Details interface {
	// fields puts the members of the event's details object, as the service names them.
	fields(o *ordjson.Object)
	sealed()
}

// ExecutionStarted tells of the input of an execution.
type ExecutionStarted struct {
	Input   any
	RoleARN string
}

// Output tells of what an execution, function or activity gave.
type Output struct{ Output any }

// FailureDetails tells why something failed, timed out or was aborted.
type FailureDetails struct{ Failure }

// StateEntered tells of the input of a state.
type StateEntered struct {
	Name  string
	Input any
}

// StateExited tells of the output of a state and the variables it set, which may be nil.
type StateExited struct {
	Name     string
	Output   any
	Assigned *ordjson.Object
}

// TaskScheduled tells what a service is asked for.
type TaskScheduled struct {
	ResourceType string // lambda, sqs, aws-sdk:s3
	Resource     string // invoke, sendMessage.waitForTaskToken
	Region       string
	Parameters   any
	Timeout      int64 // seconds, 0 for none
	Heartbeat    int64
	RoleARN      string // of the Credentials
}

// TaskProgress tells that a service call started, was submitted or succeeded.
type TaskProgress struct {
	ResourceType string
	Resource     string
	Output       any
	HasOutput    bool
}

// TaskFailure tells why a service call failed or timed out.
type TaskFailure struct {
	ResourceType string
	Resource     string
	Failure
}

// WorkScheduled tells what a function or an activity is asked for.
type WorkScheduled struct {
	Resource  string // the ARN
	Input     any
	Timeout   int64
	Heartbeat int64
	RoleARN   string
}

// ActivityStarted tells which worker took the task.
type ActivityStarted struct{ WorkerName string }

// MapStateStarted tells how many items a Map has; 0 if they are read later.
type MapStateStarted struct{ Length int }

// MapIteration tells which iteration of a Map an event is about.
type MapIteration struct {
	Name  string
	Index int
}

// MapRunStarted tells of the Map Run of a distributed Map.
type MapRunStarted struct{ ARN string }

// EvaluationFailed tells why a JSONata expression failed.
type EvaluationFailed struct {
	Failure
	Location string // the field, "" if it is not about one
	State    string
}

// Redriven tells how often an execution or Map Run was redriven.
type Redriven struct {
	Count int
	ARN   string // of the Map Run
}

func (*ExecutionStarted) sealed() {}
func (*Output) sealed()           {}
func (*FailureDetails) sealed()   {}
func (*StateEntered) sealed()     {}
func (*StateExited) sealed()      {}
func (*TaskScheduled) sealed()    {}
func (*TaskProgress) sealed()     {}
func (*TaskFailure) sealed()      {}
func (*WorkScheduled) sealed()    {}
func (*ActivityStarted) sealed()  {}
func (*MapStateStarted) sealed()  {}
func (*MapIteration) sealed()     {}
func (*MapRunStarted) sealed()    {}
func (*EvaluationFailed) sealed() {}
func (*Redriven) sealed()         {}
