// Command native builds, checks and renders the machine with Stepwise some times, and prints the least number of
// microseconds that took.
package main

import (
	"fmt"
	"log"
	"time"

	"github.com/stepwise-go/stepwise/constructs/sfn"
	"github.com/stepwise-go/stepwise/tasks"
	"github.com/stepwise-go/stepwise/test/benchmarks/flow"
)

func main() {
	const rounds = 100
	worker := tasks.FunctionAt("arn:aws:lambda:us-east-1:111122223333:function:worker")
	best := time.Hour
	for range rounds {
		start := time.Now()
		d, err := sfn.Build(flow.Definition(worker))
		if err != nil {
			log.Fatal(err)
		}
		if _, err := d.Render(); err != nil {
			log.Fatal(err)
		}
		best = min(best, time.Since(start))
	}
	fmt.Println(best.Microseconds())
}
