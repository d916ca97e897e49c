package sfn

import "github.com/stepwise-go/stepwise/diag"

// check runs the rules of the States Language over what was built.
func (d *Definition) check(MachineProps) diag.List { return nil }
