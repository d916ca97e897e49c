package load

import (
	"fmt"

	"github.com/stepwise-go/stepwise/diag"
)

// NoMachines is the error for a template without state machines.
type NoMachines struct{ File string }

func (e *NoMachines) Error() string { return e.File + ": the template has no state machine" }

func nothingIn(path string) error {
	return fmt.Errorf("%s: no state machine found: expected templates or files named *.asl.json, *.asl.yaml", path)
}

func notLoadable(id, why string, place diag.Place) diag.Diagnostic {
	return diag.Diagnostic{
		Code: "SW003", Place: place, In: "state machine " + id, Summary: why,
		Fix: "give the definition itself: Definition, DefinitionString or a local DefinitionUri",
	}
}
