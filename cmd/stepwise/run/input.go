package run

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"

	"github.com/stepwise-go/stepwise/asl/load"
	"github.com/stepwise-go/stepwise/diag"
	"github.com/stepwise-go/stepwise/ordjson"
)

// maxInput is the size of a file that is read; a state machine has at most 1 MiB, but a file can have many.
const maxInput = 64 << 20

// sources are the lines of the files that were read, for excerpts.
type sources map[string][]string

func (s sources) line(file string, n int) (string, bool) {
	lines, ok := s[file]
	if !ok {
		if info, err := os.Stat(file); err == nil && info.Mode().IsRegular() && info.Size() <= maxInput {
			if text, err := os.ReadFile(file); err == nil {
				lines = strings.Split(string(text), "\n")
			}
		}
		s[file] = lines
	}
	if n < 1 || n > len(lines) || !printable(lines[n-1]) {
		return "", false
	}
	return strings.TrimRight(lines[n-1], "\r"), true
}

// printable tells whether a line can be shown: binary and very long ones cannot.
func printable(line string) bool {
	return len(line) < 400 && !strings.ContainsFunc(line, func(r rune) bool { return r < ' ' && r != '\t' && r != '\r' || r == '\uFFFD' })
}

// machines reads a file or folder, or standard input for "-". What cannot be read is told on
// standard error, is in the list, and makes the status unusual.
func (e *env) machines(path string) ([]load.Machine, diag.List, int) {
	found, err := e.load(path)
	if err == nil {
		return found, nil, fine
	}
	list := faults(path, err)
	e.report(e.err, e.alarm, list)
	return found, list, unusual
}

func (e *env) load(path string) ([]load.Machine, error) {
	if path != "-" {
		if info, err := os.Stat(path); err == nil && !info.IsDir() && info.Size() > maxInput {
			return nil, fmt.Errorf("%s is larger than %d MiB", path, maxInput>>20)
		}
		return load.Path(path)
	}
	text, err := io.ReadAll(io.LimitReader(e.in, maxInput+1))
	if err != nil {
		return nil, err
	}
	if len(text) > maxInput {
		return nil, fmt.Errorf("standard input is larger than %d MiB", maxInput>>20)
	}
	e.sources["stdin"] = strings.Split(string(text), "\n")
	return load.Text("stdin", text)
}

// faults are the diagnostics inside an error; what is not one is made one.
func faults(path string, err error) diag.List {
	var many interface{ Unwrap() []error }
	var list *diag.ErrorList
	var none *load.NoMachines
	switch {
	case errors.As(err, &many):
		var out diag.List
		for _, e := range many.Unwrap() {
			out = append(out, faults(path, e)...)
		}
		return out
	case errors.As(err, &list):
		return list.Diagnostics
	case errors.As(err, &none):
		return diag.List{{Code: "SW004", Place: diag.Place{File: path}, Summary: err.Error(), Fix: "name a file with a state machine"}}
	}
	return diag.List{{Code: "SW000", Place: diag.Place{File: path}, Summary: reason(err, path), Fix: "name a file or folder that can be read"}}
}

// reason is an error with its path, once.
func reason(err error, path string) string {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Path + ": " + p.Err.Error()
	}
	if s := err.Error(); strings.Contains(s, path) {
		return s
	}
	return path + ": " + err.Error()
}

// one reads a file and picks the machine of that name, or the only one.
func (e *env) one(command, path, name string) (load.Machine, int) {
	found, _, status := e.machines(path)
	var names []string
	for _, m := range found {
		if m.Name == name || name == "" && len(found) == 1 && status == fine {
			return m, fine
		}
		names = append(names, m.Name)
	}
	switch {
	case status != fine:
		return load.Machine{}, status
	case name == "":
		return load.Machine{}, e.usage(command, "%s has %d state machines: choose one with --machine: %s", path, len(names), strings.Join(names, ", "))
	}
	return load.Machine{}, e.usage(command, "%s has no state machine %q, but: %s", path, name, strings.Join(names, ", "))
}

// json reads JSON from a file, standard input for "-", or the text itself if it is not a file's name.
func (e *env) json(what, arg string) (any, error) {
	text := []byte(arg)
	from := what
	switch trimmed := strings.TrimSpace(arg); {
	case arg == "-":
		raw, err := io.ReadAll(io.LimitReader(e.in, maxInput))
		if err != nil {
			return nil, err
		}
		text, from = raw, "stdin"
	case strings.HasPrefix(trimmed, "{"), strings.HasPrefix(trimmed, "["), strings.HasPrefix(trimmed, `"`):
	default:
		raw, err := os.ReadFile(arg)
		if err != nil {
			if v, bad := ordjson.DecodeString(arg); bad == nil {
				return v, nil // a number, true, false or null
			}
			return nil, err
		}
		text, from = raw, arg
	}
	v, err := ordjson.Decode(text)
	if err != nil {
		return nil, fmt.Errorf("%s:%w", from, err)
	}
	return v, nil
}
