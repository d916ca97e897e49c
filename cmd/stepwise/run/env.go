package run

import (
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/stepwise-go/stepwise/diag"
	"github.com/stepwise-go/stepwise/ordjson"
)

// env is what a command reads and writes.
type env struct {
	in           io.Reader
	out          *output
	err          io.Writer
	style, alarm style // of out and err
	live         bool  // err is a terminal: progress may be shown
	shown        bool  // progress stands on it
	sources      sources
}

func newEnv(in io.Reader, out, err io.Writer) *env {
	return &env{
		in: in, out: &output{Writer: out}, err: err, style: styleOf(out), alarm: styleOf(err),
		live: isTerminal(err) && os.Getenv("TERM") != "dumb", sources: sources{},
	}
}

// output keeps the first error of writing what was asked for, such as that the disk is full.
type output struct {
	io.Writer
	err error
}

func (o *output) Write(p []byte) (int, error) {
	n, err := o.Writer.Write(p)
	if err != nil && o.err == nil {
		o.err = err
	}
	return n, err
}

// say prints a message for people.
func (e *env) say(format string, args ...any) { fmt.Fprintf(e.err, format+"\n", args...) }

// fail prints why a command gave up, and returns the status.
func (e *env) fail(status int, format string, args ...any) int {
	e.say("%s "+format, append([]any{e.alarm.red("stepwise:")}, args...)...)
	return status
}

// usage prints what is wrong with the command line.
func (e *env) usage(command, format string, args ...any) int {
	e.fail(unusual, format, args...)
	if command != "" {
		e.say("See: stepwise help %s", command)
	} else {
		e.say("See: stepwise help")
	}
	return unusual
}

// print writes a value as JSON for programs.
func (e *env) print(v any) int {
	plain, err := ordjson.From(v)
	if err != nil {
		return e.fail(unusual, "%v", err)
	}
	text, err := ordjson.Pretty(plain, "  ")
	if err != nil {
		return e.fail(unusual, "%v", err)
	}
	fmt.Fprintf(e.out, "%s\n", text)
	return fine
}

// report prints diagnostics with the lines they are about.
func (e *env) report(w io.Writer, st style, list diag.List) {
	_ = diag.WriteText(w, list, diag.TextOptions{Source: e.sources.line, Style: st.part})
}

// write writes a file, in a folder that is made if it is not there, or standard output if the name is "" or "-".
func (e *env) write(name string, text []byte) int {
	if name == "" || name == "-" {
		_, err := e.out.Write(text)
		if err != nil {
			return e.fail(unusual, "%v", err)
		}
		return fine
	}
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil { //nolint:gosec // what is written is meant to be read
		return e.fail(unusual, "%v", err)
	}
	if err := os.WriteFile(name, text, 0o644); err != nil { //nolint:gosec // what is written is meant to be read
		return e.fail(unusual, "%v", err)
	}
	return fine
}

// member makes a JSON object in order.
func member(key string, value any) ordjson.Member { return ordjson.Member{Key: key, Value: value} }

// list makes an empty list of none, for JSON.
func list(l []any) []any {
	if l == nil {
		return []any{}
	}
	return l
}
