package main

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/asl/codegen"
	"github.com/stepwise-go/stepwise/asl/diagram"
	"github.com/stepwise-go/stepwise/asl/diagram/html"
	"github.com/stepwise-go/stepwise/asl/diagram/svg"
	"github.com/stepwise-go/stepwise/asl/load"
	"github.com/stepwise-go/stepwise/asl/validate"
	"github.com/stepwise-go/stepwise/cmd/stepwise/recognize"
	"github.com/stepwise-go/stepwise/diag"
	"github.com/stepwise-go/stepwise/ordjson"
	"github.com/stepwise-go/stepwise/tasks/sdk"
)

// subject is a state machine on its way.
type subject struct {
	load.Machine
	findings diag.List
	outcomes []outcome
	notes    []string
	lines    int // of Go
}

func (s *subject) id() string { return s.File + "#" + s.Name }

// steps are those that need no compiler.
func (s *subject) steps(keep string) {
	s.step("check", s.check)
	s.step("render", s.render)
	s.step("mermaid", func() error { return s.picture(keep, ".mmd", diagram.Mermaid(s)) })
	s.step("svg", func() error { return s.picture(keep, ".svg", svg.Render(s, svg.Options{})) })
	s.step("html", func() error { return s.picture(keep, ".html", html.Render(s, html.Options{Title: s.Name})) })
	s.step("import", func() error { return s.imports(keep) })
}

// step notes how something ended. A panic is an end, too.
func (s *subject) step(name string, do func() error) {
	err := func() (err error) {
		defer func() {
			if r := recover(); r != nil {
				err = fmt.Errorf("panic: %v", r)
			}
		}()
		return do()
	}()
	o := outcome{file: s.id(), step: name}
	if err != nil {
		o.reason = cmp.Or(strings.TrimSpace(err.Error()), "an error without words")
	}
	s.outcomes = append(s.outcomes, o)
}

func (s *subject) ok(step string) bool {
	for _, o := range s.outcomes {
		if o.step == step {
			return o.reason == ""
		}
	}
	return false
}

func (s *subject) check() error {
	s.findings = validate.Document(s.Document, validate.Options{Type: validate.MachineType(s.Type), Action: func(service, action string) (bool, string) {
		if _, err := sdk.Lookup(service, action); err != nil {
			return false, err.Error()
		}
		return true, ""
	}})
	return s.findings.Err()
}

// render writes the machine and reads it again.
func (s *subject) render() error {
	text, err := asl.Render(s.ASL())
	if err != nil {
		return err
	}
	again, err := asl.Parse("again.json", text)
	if err != nil {
		return err
	}
	return same(again.Machine.JSON(), s.ASL().JSON())
}

func same(got, want *ordjson.Object) error {
	if ordjson.Equal(got, want) {
		return nil
	}
	return fmt.Errorf("it is another machine:\n  got  %s\n  want %s", ordjson.String(got), ordjson.String(want))
}

func (s *subject) picture(keep, extension, text string) error {
	for _, name := range s.ASL().States.Names() {
		if name != "" && text == "" {
			return fmt.Errorf("nothing is drawn")
		}
	}
	return s.keep(keep, extension, []byte(text))
}

func (s *subject) options(function string) codegen.Options {
	return codegen.Options{Package: "main", Function: function, Name: s.Name, Type: s.Type, Integration: recognize.With(s.TypeOf)}
}

func (s *subject) imports(keep string) error {
	source, notes, err := codegen.File([]codegen.Machine{{ASL: s.ASL(), Options: s.options("NewDefinition")}})
	s.notes = notes
	if err != nil {
		return err
	}
	s.lines = strings.Count(string(source), "\n")
	return s.keep(keep, ".go.txt", source)
}

func (s *subject) keep(folder, extension string, text []byte) error {
	if folder == "" {
		return nil
	}
	name := strings.NewReplacer("/", "-", "#", "-").Replace(strings.TrimLeft(s.id(), "./"))
	return os.WriteFile(filepath.Join(folder, name+extension), text, 0o644)
}
