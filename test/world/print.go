package main

import (
	"fmt"
	"io"
	"maps"
	"slices"

	"github.com/stepwise-go/stepwise/diag"
)

// shown is what is listed beside the figures.
type shown struct{ failures, errors, warnings bool }

var steps = []string{"check", "render", "mermaid", "svg", "html", "import", "rebuild"}

func (c *collection) print(w io.Writer, show shown) {
	if show.failures {
		for _, o := range c.unread {
			o.print(w)
		}
		for _, s := range c.subjects {
			for _, o := range s.outcomes {
				if o.step != "check" {
					o.print(w)
				}
			}
		}
	}
	codes := map[string]int{}
	for _, s := range c.subjects {
		for _, d := range s.findings {
			switch {
			case d.Severity == diag.Warning && show.warnings:
				codes[d.Code]++
				fmt.Fprintf(w, "WARN %s %s %s: %s\n", d.Code, s.id(), d.Pointer, d.Summary)
			case d.Severity != diag.Warning && show.errors:
				fmt.Fprintf(w, "ERROR %s %s %s: %s\n", d.Code, s.id(), d.Pointer, d.Summary)
			}
		}
	}
	for _, code := range slices.Sorted(maps.Keys(codes)) {
		fmt.Fprintf(w, "warning %s %d\n", code, codes[code])
	}
	c.summary(w)
}

func (o outcome) print(w io.Writer) {
	if o.reason != "" {
		fmt.Fprintf(w, "FAIL %s %s\n    %s\n", o.step, o.file, o.reason)
	}
}

func (c *collection) summary(w io.Writer) {
	lines, notes := 0, 0
	for _, s := range c.subjects {
		lines += s.lines
		notes += len(s.notes)
	}
	fmt.Fprintf(w, "files %d\nnot loaded %d\nmachines %d\nlines of Go %d\nnotes %d\n", c.files, len(c.unread), len(c.subjects), lines, notes)
	for _, step := range steps {
		fmt.Fprintf(w, "%s %d/%d\n", step, c.count(step), len(c.subjects))
	}
	fmt.Fprintf(w, "rebuild of those without errors %d/%d\n", c.count("check", "rebuild"), c.count("check"))
}

// count is how many machines came through all of these steps.
func (c *collection) count(steps ...string) int {
	n := 0
	for _, s := range c.subjects {
		if !slices.ContainsFunc(steps, func(step string) bool { return !s.ok(step) }) {
			n++
		}
	}
	return n
}
