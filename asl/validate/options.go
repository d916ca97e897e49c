package validate

import (
	"slices"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/asl/validate/dataflow"
	"github.com/stepwise-go/stepwise/ordjson"
)

// MachineType is the type of a state machine.
//
// https://docs.aws.amazon.com/step-functions/latest/dg/choosing-workflow-type.html
type MachineType string

const (
	Standard MachineType = "STANDARD"
	Express  MachineType = "EXPRESS"
)

// Options say what is checked besides the definition itself. The zero value is a good choice.
type Options struct {
	// Type is the type of the state machine. If it is "", only what both types refuse is reported.
	Type MachineType
	// Name is the name of the state machine, if it has one that is known.
	Name string
	// Size is the length of the definition's text in bytes as it is deployed. 0 takes the compact form.
	Size int
	// Measure returns the length of the compact form, for a caller that writes the definition anyway: ordjson.Writer
	// tells it. nil counts it.
	Measure func() (int, error)
	// Finite says that the definition does not contain itself, as none does that was read from text. Without it that is
	// found out first.
	Finite bool
	// Ignore suppresses warnings. Errors cannot be suppressed.
	Ignore []Ignore
	// NoWarnings leaves out all warnings.
	NoWarnings bool
	// Flow is what is known of the input of the machine and of the results of its tasks; with it paths
	// that can never lead anywhere are found.
	Flow dataflow.Options
	// Action tells whether an AWS SDK integration exists; if it does not, fix says what was
	// probably meant. nil does not check it. Package tasks/sdk has the table of all of them.
	Action func(service, action string) (ok bool, fix string)
}

// Ignore suppresses a warning. In a definition it can stand in a Comment as well, of the machine,
// a state, a branch, a retrier, a catcher or a choice rule:
//
//	"Comment": "Charges the card. stepwise:ignore SW901 the function retries by itself"
type Ignore struct {
	Code    string // of the rule: SW901
	Pointer string // a JSON Pointer to where it is accepted, with everything inside; "" for everywhere
	Reason  string // why it is accepted; must not be empty
}

func (o *Options) measure(m *asl.Machine) (int, error) {
	if o.Measure != nil {
		return o.Measure()
	}
	w := ordjson.NewCounter()
	m.Write(w)
	return w.Size()
}

// express tells whether the machine is known to be of type EXPRESS.
func (o *Options) express() bool { return o.Type == Express }

func (o *Options) clone() Options {
	c := *o
	c.Ignore = slices.Clone(o.Ignore)
	return c
}
