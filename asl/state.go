package asl

import "github.com/stepwise-go/stepwise/ordjson"

// StateType is the Type of a state.
type StateType string

const (
	TypeTask     StateType = "Task"
	TypePass     StateType = "Pass"
	TypeWait     StateType = "Wait"
	TypeChoice   StateType = "Choice"
	TypeParallel StateType = "Parallel"
	TypeMap      StateType = "Map"
	TypeSucceed  StateType = "Succeed"
	TypeFail     StateType = "Fail"
)

// StateTypes are the eight types.
var StateTypes = []StateType{TypeTask, TypePass, TypeWait, TypeChoice, TypeParallel, TypeMap, TypeSucceed, TypeFail}

// State is one state: *Task, *Pass, *Wait, *Choice, *Parallel, *Map, *Succeed, *Fail, or *Unknown
// for a definition with a type that does not exist.
//
//sumtype:decl
type State interface {
	Type() StateType
	// Base returns the fields that every state has.
	Base() *Common
	sealed()
}

// Common are the fields that every state has.
type Common struct {
	Comment       string        `asl:"Comment"`
	QueryLanguage QueryLanguage `asl:"QueryLanguage"`
	Extra         *ordjson.Object
}

// Base returns the fields that every state has.
func (c *Common) Base() *Common { return c }
func (c *Common) sealed()       {}

// Input is the filter on the input of a state, JSONPath only.
type Input struct {
	InputPath Path `asl:"InputPath"`
}

// Outputs are what a state passes on. OutputPath is for JSONPath, Output for JSONata.
type Outputs struct {
	OutputPath Path  `asl:"OutputPath"`
	Output     Value `asl:"Output"`
}

// Results say what becomes of a result before it is the output, JSONPath only.
type Results struct {
	ResultSelector Value `asl:"ResultSelector"`
	ResultPath     Path  `asl:"ResultPath"`
}

// Variables assigns variables when the state is left by its normal way.
type Variables struct {
	Assign Value `asl:"Assign"`
}

// Flow is where a state goes: to Next, or nowhere if it is an End.
type Flow struct {
	Next string `asl:"Next"`
	End  bool   `asl:"End"`
}

// Rescue is what a state does about errors.
type Rescue struct {
	Retry []Retrier `asl:"Retry"`
	Catch []Catcher `asl:"Catch"`
}

// Unknown is a state with a type that does not exist, or none. All its fields but the common
// ones are in Extra.
type Unknown struct {
	TypeName string `asl:"Type"`
	Common
}

// Type returns the type as written.
func (s *Unknown) Type() StateType { return StateType(s.TypeName) }

// FlowOf returns the Next and End of a state that has them, otherwise nil.
func FlowOf(s State) *Flow {
	switch s := s.(type) {
	case *Task:
		return &s.Flow
	case *Pass:
		return &s.Flow
	case *Wait:
		return &s.Flow
	case *Parallel:
		return &s.Flow
	case *Map:
		return &s.Flow
	case *Choice, *Succeed, *Fail, *Unknown:
	}
	return nil
}

// RescueOf returns the Retry and Catch of a state that can have them, otherwise nil.
func RescueOf(s State) *Rescue {
	switch s := s.(type) {
	case *Task:
		return &s.Rescue
	case *Parallel:
		return &s.Rescue
	case *Map:
		return &s.Rescue
	case *Pass, *Wait, *Choice, *Succeed, *Fail, *Unknown:
	}
	return nil
}

func newState(t StateType) State {
	switch t {
	case TypeTask:
		return &Task{}
	case TypePass:
		return &Pass{}
	case TypeWait:
		return &Wait{}
	case TypeChoice:
		return &Choice{}
	case TypeParallel:
		return &Parallel{}
	case TypeMap:
		return &Map{}
	case TypeSucceed:
		return &Succeed{}
	case TypeFail:
		return &Fail{}
	}
	return &Unknown{}
}
