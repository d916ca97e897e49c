// Command conformance runs recorded cases of AWS Step Functions against the simulator and the
// validator, and tells how many of them agree.
//
//	go run ./test/conformance [--failures] [--json FILE] DIR...
//
// It ends with one line per level and exits 0 whatever the figures, 2 if a case cannot be read.
// The format of the cases is that of conformance/aws-executions/README.md.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

func run(args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("conformance", flag.ContinueOnError)
	flags.SetOutput(stderr)
	failures := flags.Bool("failures", false, "list each case that fails, with the difference")
	file := flags.String("json", "", "write every verdict to this `file`")
	only := flags.String("run", "", "run only the cases whose id contains this `text`")
	if flags.Parse(args) != nil {
		return 2
	}
	if flags.NArg() == 0 {
		fmt.Fprintln(stderr, "conformance: name the folders with the cases")
		return 2
	}
	cases, err := readAll(flags.Args())
	if err != nil {
		fmt.Fprintln(stderr, "conformance:", err)
		return 2
	}
	var verdicts []*verdict
	for i := range cases {
		cases[i].all = cases
		if strings.Contains(cases[i].ID, *only) {
			verdicts = append(verdicts, cases[i].judge())
		}
	}
	if *failures {
		listFailures(stdout, verdicts)
	}
	if *file != "" {
		data, err := json.MarshalIndent(verdicts, "", "  ")
		if err == nil {
			err = os.WriteFile(*file, append(data, '\n'), 0o644)
		}
		if err != nil {
			fmt.Fprintln(stderr, "conformance:", err)
			return 2
		}
	}
	summary(stdout, verdicts)
	return 0
}

// levels are the figures, in the order in which they are told.
var levels = []string{"level1", "level2", "level3", "validate", "test_state"}

// verdict tells of one case: for each level that applies to it, whether it agrees.
type verdict struct {
	Kind   string          `json:"kind"`
	ID     string          `json:"id"`
	Levels map[string]bool `json:"levels"`
	Diff   []string        `json:"diff,omitempty"`
}

// check notes the outcome of a level and what differs.
func (v *verdict) check(level string, diffs ...string) {
	v.Levels[level] = len(diffs) == 0
	for _, d := range diffs {
		v.Diff = append(v.Diff, level+": "+d)
	}
}

func listFailures(w io.Writer, verdicts []*verdict) {
	for _, v := range verdicts {
		if len(v.Diff) == 0 {
			continue
		}
		fmt.Fprintf(w, "FAIL %s %s\n", v.Kind, v.ID)
		for _, d := range v.Diff {
			fmt.Fprintf(w, "    %s\n", d)
		}
	}
}

func summary(w io.Writer, verdicts []*verdict) {
	for _, level := range levels {
		passed, total := 0, 0
		for _, v := range verdicts {
			ok, applies := v.Levels[level]
			if applies {
				total++
			}
			if ok {
				passed++
			}
		}
		fmt.Fprintf(w, "%s %d/%d\n", level, passed, total)
	}
}
