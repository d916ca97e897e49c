package asl

import "github.com/stepwise-go/stepwise/ordjson"

// QueryLanguage is the language in which a state reads and shapes its data.
type QueryLanguage string

const (
	JSONPath QueryLanguage = "JSONPath" // what the service takes when nothing is said
	JSONata  QueryLanguage = "JSONata"
)

// Machine is a whole state machine definition.
type Machine struct {
	Comment        string        `asl:"Comment"`
	QueryLanguage  QueryLanguage `asl:"QueryLanguage"`
	Version        string        `asl:"Version"`        // of the States Language: "1.0"
	TimeoutSeconds Int           `asl:"TimeoutSeconds"` // for the execution
	Graph
	Extra *ordjson.Object // members this struct cannot carry
}

// Graph is a set of states and where it starts: of a machine, a branch or a processor.
// Transitions never leave it.
type Graph struct {
	StartAt string `asl:"StartAt"`
	States  States `asl:"States"`
}

// Branch is one branch of a Parallel state.
type Branch struct {
	Comment       string        `asl:"Comment"`
	QueryLanguage QueryLanguage `asl:"QueryLanguage"` // not legal, kept for Parse
	Graph
	Extra *ordjson.Object
}

// Processor is what a Map state does with each item.
type Processor struct {
	Comment         string           `asl:"Comment"`
	ProcessorConfig *ProcessorConfig `asl:"ProcessorConfig"`
	QueryLanguage   QueryLanguage    `asl:"QueryLanguage"` // not legal, kept for Parse
	Graph
	Extra *ordjson.Object
}

// ProcessorConfig tells an inline Map from a distributed one.
type ProcessorConfig struct {
	Mode          string `asl:"Mode"`          // INLINE, DISTRIBUTED; none is INLINE
	ExecutionType string `asl:"ExecutionType"` // of the child executions: STANDARD, EXPRESS
	Extra         *ordjson.Object
}

// Modes of a processor.
const (
	ModeInline      = "INLINE"
	ModeDistributed = "DISTRIBUTED"
)

// Language returns the language of a state: its own, or else that of the machine, or else JSONPath.
func (m *Machine) Language(s State) QueryLanguage {
	if l := s.Base().QueryLanguage; l != "" {
		return l
	}
	if m.QueryLanguage != "" {
		return m.QueryLanguage
	}
	return JSONPath
}

// ASL returns the machine itself, so that a *Machine can be passed wherever a definition is read.
func (m *Machine) ASL() *Machine { return m }
