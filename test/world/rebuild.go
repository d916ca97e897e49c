package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/stepwise-go/stepwise/asl/codegen"
	"github.com/stepwise-go/stepwise/ordjson"
)

// rebuild compiles one program of all imported machines, runs it and compares what it builds.
func rebuild(subjects []*subject, keep string) error {
	var machines []codegen.Machine
	var kept []*subject
	for _, s := range subjects {
		if s.ok("import") {
			machines = append(machines, codegen.Machine{ASL: s.ASL(), Options: s.options(fmt.Sprintf("NewMachine%dDefinition", len(kept)))})
			kept = append(kept, s)
		}
	}
	if len(kept) == 0 {
		return nil
	}
	source, _, err := codegen.File(machines)
	if err != nil {
		return err
	}
	built, err := output(source, program(source, len(kept)))
	if err != nil {
		return err
	}
	for i, s := range kept {
		s.step("rebuild", func() error {
			if built[i].Error != "" {
				return errors.New(built[i].Error)
			}
			v, err := ordjson.DecodeString(built[i].Definition)
			if err != nil {
				return err
			}
			o, _ := v.(*ordjson.Object)
			return same(o, s.ASL().JSON())
		})
	}
	return nil
}

type rebuilt struct{ Definition, Error string }

// output runs the program, in a folder of the module that it imports.
func output(machines, main []byte) ([]rebuilt, error) {
	root, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}").Output()
	if err != nil {
		return nil, fmt.Errorf("not in the folder of a module: %w", err)
	}
	dir, err := os.MkdirTemp(strings.TrimSpace(string(root)), "_rebuilt-") // _ hides it from ./...
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	for name, text := range map[string][]byte{"machines.go": machines, "main.go": main} {
		if err := os.WriteFile(filepath.Join(dir, name), text, 0o600); err != nil {
			return nil, err
		}
	}
	cmd := exec.Command("go", "run", ".")
	cmd.Dir = dir
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	if err := cmd.Run(); err != nil {
		return nil, fmt.Errorf("the generated program: %w\n%s", err, stderr.String())
	}
	var out []rebuilt
	return out, json.Unmarshal(stdout.Bytes(), &out)
}

// program is the main function that builds all machines and prints them as JSON.
func program(source []byte, n int) []byte {
	var b strings.Builder
	b.WriteString(`package main

import (
	"encoding/json"
	"os"

	"github.com/stepwise-go/stepwise/constructs/sfn"
	"github.com/stepwise-go/stepwise/ordjson"
)

type result struct{ Definition, Error string }

func build(start sfn.Chainable, props ...sfn.MachineProps) (r result) {
	d, err := sfn.Build(start, props...)
	if err != nil {
		r.Error = err.Error()
		return
	}
	r.Definition = ordjson.String(d.ASL().JSON())
	return
}

func main() {
	_ = json.NewEncoder(os.Stdout).Encode([]result{
`)
	for i := range n {
		name := fmt.Sprintf("NewMachine%d", i)
		if bytes.Contains(source, []byte("func "+name+"Props()")) {
			fmt.Fprintf(&b, "build(%sDefinition(), %sProps()),\n", name, name)
		} else {
			fmt.Fprintf(&b, "build(%sDefinition()),\n", name)
		}
	}
	b.WriteString("})\n}\n")
	return []byte(b.String())
}
