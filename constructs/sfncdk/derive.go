package sfncdk

import "github.com/stepwise-go/stepwise/asl"
import "github.com/stepwise-go/stepwise/diag"

func (w *workflow) derive(*asl.Machine, StateMachineProps, *asl.Source) {}
func checkText(*asl.Machine, StateMachineProps) diag.List               { return nil }
