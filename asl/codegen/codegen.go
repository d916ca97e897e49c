package codegen

import (
	"go/format"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/diag"
)

// Options say what the source looks like.
type Options struct {
	Package  string // "" is workflow
	Function string // that returns the workflow; "" is NewDefinition
	// Name is what the machine is called in comments, "" if it has no name.
	Name string
	Type string // STANDARD or EXPRESS; "" says nothing
	// Integration writes what a Task does; nil, and a false answer, make it a tasks.Raw.
	Integration func(Task) (Integration, bool)
}

// Task is what is known of a Task that is to be written.
type Task struct {
	Name     string
	State    *asl.Task
	Language asl.QueryLanguage // in force
}

// Integration is an integration value that was recognised.
type Integration struct {
	// Value is the integration itself. It is written as a composite literal.
	Value any
	// Constants are names for values inside it: "tasks.RunJob".
	Constants map[any]string
	// Retries is how many of the state's first retriers the integration brings by itself.
	Retries int
	// Resource is the resource of the state where that is not the one the integration renders to: of
	// another partition, or with a region. A patch puts it in.
	Resource string
	// Note is something to look at in the source, "" if there is nothing.
	Note string
}

// Go writes the source of a machine, formatted by gofmt.
//
// The error is a *diag.ErrorList with the reasons why the machine cannot be built with package sfn:
// a transition to a state that is not there, a state that cannot be reached, two states of one name.
func Go(m *asl.Machine, opts Options) ([]byte, error) {
	source, _, err := File([]Machine{{m, opts}})
	return source, err
}

// Machine is one of several machines in one file.
type Machine struct {
	ASL     *asl.Machine
	Options Options
}

// Call is what stands in a Value for something that a function call makes: it is written as the call.
type Call struct {
	Function string // with its package: tasks.DynamoString
	Args     []any
}

// File writes one source file with several machines, in the package of the first. Functions that
// would have one name are numbered. The notes say what in the source to look at: resources that it
// does not limit, because a state chooses them when it runs.
func File(machines []Machine) (source []byte, notes []string, err error) {
	f := newFile(machines)
	for _, m := range machines {
		f.machine(m)
	}
	if err := f.problems.Err(); err != nil {
		return nil, nil, err
	}
	source, err = format.Source(f.source())
	if err != nil {
		return nil, nil, diag.List{notGo(err)}.Err()
	}
	return source, f.notes, nil
}
