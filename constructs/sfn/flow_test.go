package sfn_test

import (
	"fmt"

	"github.com/stepwise-go/stepwise/asl/validate/dataflow"
	"github.com/stepwise-go/stepwise/constructs/sfn"
)

// The type of the input is declared, so a path that is not in it is found when the machine is built.
func ExampleMachineProps_flow() {
	type order struct {
		ID    string  `json:"id"`
		Total float64 `json:"total"`
	}
	charge := sfn.NewPass("Charge", sfn.PassProps{Parameters: map[string]any{"amount": sfn.At("$.totl")}})
	definition, err := sfn.Build(charge, sfn.MachineProps{Flow: dataflow.Options{Input: dataflow.FromType[order]()}})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, w := range definition.Warnings() {
		fmt.Println(w.Code, w.Summary+";", w.Fix)
	}
	// Output: SW320 $.totl never leads anywhere: it has no field "totl"; it has id, total
}
