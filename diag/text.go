package diag

import (
	"fmt"
	"io"
	"strconv"
	"strings"
)

// TextOptions say how WriteText prints.
type TextOptions struct {
	// Source returns a line of a file for the excerpt, or false if it is not to be had.
	// nil prints no excerpts.
	Source func(file string, line int) (string, bool)
	// Style wraps parts of the text in colours, if not nil.
	Style func(part Part, text string) string
}

// Part is a part of the printed report that can have a style.
type Part uint8

const (
	PartError Part = iota
	PartWarning
	PartPlace
	PartExcerpt
	PartFix
)

// WriteText prints a list for people: one block a diagnostic, a blank line between.
//
//	Error SW101: Next names a state that does not exist: "Shipp"
//	  on order.go:42, in Map "Each Order" > Task "Charge"
//	  at /States/Each Order/ItemProcessor/States/Charge/Next
//	  Fix: did you mean "Ship"?
func WriteText(w io.Writer, l List, opts TextOptions) error {
	var b strings.Builder
	style := opts.Style
	if style == nil {
		style = func(_ Part, text string) string { return text }
	}
	for i, d := range l {
		if i > 0 {
			b.WriteByte('\n')
		}
		writeOne(&b, d, opts, style)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func writeOne(b *strings.Builder, d Diagnostic, opts TextOptions, style func(Part, string) string) {
	head, part := "Error", PartError
	if d.Severity == Warning {
		head, part = "Warning", PartWarning
	}
	if d.Code != "" {
		head += " " + d.Code
	}
	fmt.Fprintf(b, "%s: %s\n", style(part, head), d.Summary)
	var where []string
	if d.Place.Known() {
		where = append(where, "on "+d.Place.String())
	}
	if d.In != "" {
		where = append(where, "in "+d.In)
	}
	if len(where) > 0 {
		fmt.Fprintf(b, "  %s\n", style(PartPlace, strings.Join(where, ", ")))
	}
	excerpt(b, d.Place, opts, style)
	if d.Pointer != "" {
		fmt.Fprintf(b, "  at %s\n", style(PartPlace, d.Pointer))
	}
	for _, r := range d.Related {
		place := r.Pointer
		if r.Place.Known() {
			place = r.Place.String()
		}
		if place == "" {
			continue
		}
		fmt.Fprintf(b, "  %s: %s\n", r.Message, style(PartPlace, place))
	}
	if d.Detail != "" {
		fmt.Fprintf(b, "  %s\n", d.Detail)
	}
	if d.Fix != "" {
		fmt.Fprintf(b, "  %s %s\n", style(PartFix, "Fix:"), d.Fix)
	}
}

func excerpt(b *strings.Builder, p Place, opts TextOptions, style func(Part, string) string) {
	if !p.Known() || opts.Source == nil {
		return
	}
	line, ok := opts.Source(p.File, p.Line)
	if !ok {
		return
	}
	number := fmt.Sprintf("%5d | ", p.Line)
	fmt.Fprintf(b, "%s\n", style(PartExcerpt, number+strings.ReplaceAll(line, "\t", "    ")))
	if chars := []rune(line); p.Column > 0 && p.Column <= len(chars)+1 {
		before := strings.ReplaceAll(string(chars[:p.Column-1]), "\t", "    ")
		fmt.Fprintf(b, "%s^\n", strings.Repeat(" ", len(number)+len([]rune(before))))
	}
}

// String prints file:line:column, without what is unknown.
func (p Place) String() string {
	parts := []string{p.File, strconv.Itoa(p.Line), strconv.Itoa(p.Column)}
	switch {
	case !p.Known():
		parts = parts[:1]
	case p.Column == 0:
		parts = parts[:2]
	}
	return strings.TrimPrefix(strings.Join(parts, ":"), ":")
}
