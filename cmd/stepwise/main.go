// Command stepwise checks, runs, draws, compares and imports AWS Step Functions workflows.
//
// See docs/cli.md, or run: stepwise help
package main

import (
	"os"

	"github.com/stepwise-go/stepwise/cmd/stepwise/run"
)

func main() { os.Exit(run.Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }
