// Command world takes every state machine of some folders through all that Stepwise does with a file:
// it is loaded, checked, written and read again, drawn, imported as Go, and built from that Go.
//
//	go run ./test/world [-failures] [-errors] [-warnings] [-keep DIR] DIR...
//
// It is for collections of other people's definitions and templates, which are not part of the
// project: point it at a folder with some. It ends with one line for each step and exits 0 whatever
// the figures, 2 if a folder cannot be read. Files in which no state machine is named are passed over.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

func run(args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("world", flag.ContinueOnError)
	flags.SetOutput(stderr)
	var show shown
	flags.BoolVar(&show.failures, "failures", false, "list each step that fails, with its reason")
	flags.BoolVar(&show.errors, "errors", false, "list the errors of validation")
	flags.BoolVar(&show.warnings, "warnings", false, "list the warnings of validation, and how often each code is given")
	keep := flags.String("keep", "", "leave the pictures and the Go source in the folder `DIR`")
	if flags.Parse(args) != nil {
		return 2
	}
	if flags.NArg() == 0 {
		fmt.Fprintln(stderr, "world: name the folders with the files")
		return 2
	}
	found, err := collect(flags.Args())
	if err == nil && *keep != "" {
		err = os.MkdirAll(*keep, 0o777)
	}
	if err == nil {
		for _, s := range found.subjects {
			s.steps(*keep)
		}
		err = rebuild(found.subjects)
	}
	if err != nil {
		fmt.Fprintln(stderr, "world:", err)
		return 2
	}
	found.print(stdout, show)
	return 0
}
