// Package explore looks for what the tests of a workflow did not think of: it lists the ways through a
// machine, makes each task fail with each error it can fail with, and runs it with random faults
// under invariants. It also says what an execution costs.
//
//	matrix, err := explore.Faults(plan, input, explore.FaultOptions{})
//	for _, f := range matrix.Uncaught() {
//		t.Errorf("%s fails with %s: nobody catches it", f.Task, f.Error)
//	}
//
// tasks.Errors(definition) gives FaultOptions the errors that the documentation of the integrations mentions.
// Cost.Within checks what a path costs and uses of AWS's limits.
//
// All of it is deterministic.
package explore
