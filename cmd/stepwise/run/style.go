package run

import (
	"io"
	"os"

	"github.com/stepwise-go/stepwise/diag"
)

// style colours text for a terminal; the zero style leaves it as it is.
type style struct{ colours bool }

// styleOf returns the style for a writer: colours only on a terminal, and not if NO_COLOR is set.
//
// https://no-color.org
func styleOf(w io.Writer) style {
	return style{isTerminal(w) && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"}
}

func isTerminal(w io.Writer) bool {
	if o, wrapped := w.(*output); wrapped {
		w = o.Writer
	}
	f, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0 && info.Mode()&os.ModeDevice != 0 && f.Name() != os.DevNull
}

func (s style) wrap(code, text string) string {
	if !s.colours || text == "" {
		return text
	}
	return "\x1b[" + code + "m" + text + "\x1b[0m"
}

func (s style) bold(text string) string   { return s.wrap("1", text) }
func (s style) dim(text string) string    { return s.wrap("2", text) }
func (s style) red(text string) string    { return s.wrap("31", text) }
func (s style) green(text string) string  { return s.wrap("32", text) }
func (s style) yellow(text string) string { return s.wrap("33", text) }
func (s style) cyan(text string) string   { return s.wrap("36", text) }

// part styles the parts of a printed diagnostic.
func (s style) part(p diag.Part, text string) string {
	switch p {
	case diag.PartError:
		return s.wrap("1;31", text)
	case diag.PartWarning:
		return s.wrap("1;33", text)
	case diag.PartPlace:
		return s.cyan(text)
	case diag.PartExcerpt:
		return s.dim(text)
	case diag.PartFix:
		return s.green(text)
	}
	return text
}
