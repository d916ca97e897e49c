package rebuild

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// Result is the definition that the source builds of one machine, or why it does not.
type Result struct{ Definition, Error string }

// Run compiles one program of the source of a codegen.File, of package main with the functions
// NewMachine0Definition, NewMachine1Definition and so on, and runs it. It stands in a folder of this
// module while it runs, because it imports the module; KEEP in the environment leaves it there.
func Run(source []byte, machines int) ([]Result, error) {
	root, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}").Output()
	if err != nil {
		return nil, fmt.Errorf("not in the folder of a module: %w", err)
	}
	dir, err := os.MkdirTemp(strings.TrimSpace(string(root)), "_rebuilt-") // _ hides it from ./...
	if err != nil {
		return nil, err
	}
	if os.Getenv("KEEP") == "" {
		defer os.RemoveAll(dir)
	}
	for name, text := range map[string][]byte{"machines.go": source, "main.go": program(source, machines)} {
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
	var out []Result
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
