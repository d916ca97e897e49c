// Package flow is the machine of the benchmarks: 4,000 Lambda tasks in 40 parallel branches. One chain of that length is
// too deep for the CDK's library, and with a retrier on each of them the definition is too long for AWS.
package flow

import (
	"strconv"

	"github.com/stepwise-go/stepwise/constructs/sfn"
	"github.com/stepwise-go/stepwise/tasks"
)

// Branches and Steps are the size of the machine.
const (
	Branches = 40
	Steps    = 100
)

// Name is the name of a task.
func Name(branch, step int) string {
	return "Step " + strconv.Itoa(step) + " of " + strconv.Itoa(branch)
}

// Definition is the machine as a user of Stepwise writes it.
func Definition(f tasks.Function) sfn.Chainable {
	all := sfn.NewParallel("All").Retry(sfn.RetryProps{})
	for b := range Branches {
		chain := sfn.Sequence(task(f, b, 0))
		for s := 1; s < Steps; s++ {
			chain = chain.Next(task(f, b, s))
		}
		all.Branch(chain)
	}
	return all
}

func task(f tasks.Function, branch, step int) *sfn.Task {
	return sfn.NewTask(Name(branch, step), tasks.LambdaInvoke{Function: f, NoRetry: true}, sfn.TaskProps{ResultPath: "$.result"})
}
