// Package recognize finds the integration of package tasks that a Task state is made with.
package recognize

import "github.com/stepwise-go/stepwise/asl/codegen"

// Task recognises the integration of a Task.
func Task(codegen.Task) (codegen.Integration, bool) { return codegen.Integration{}, false }
