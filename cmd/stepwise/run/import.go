package run

import (
	"errors"
	"flag"
	"go/token"
	"os"
	"path/filepath"
	"strings"
	"unicode"

	"github.com/stepwise-go/stepwise/asl/codegen"
	"github.com/stepwise-go/stepwise/asl/load"
	"github.com/stepwise-go/stepwise/cmd/stepwise/recognize"
	"github.com/stepwise-go/stepwise/diag"
)

func importCommand() *command {
	return &command{
		name: "import", operands: "FILE", short: "writes Go source that builds the same state machine",
		long: `The source has a function NewDefinition, and NewProps for the options of the machine. What it builds has the same JSON,
but for the order of keys. Integrations are recognised; what Stepwise has no field for is kept in an sfn.Patch.
With several state machines in FILE each gets functions of its name. Old names of fields make patches in the source;
with --modern there are none, and the workflow is the same, but its JSON has the new names.`,
		examples: []example{
			{"from the console's export", "stepwise import order.asl.json -o order.go"},
			{"from a definition of some years ago", "stepwise import --modern order.asl.json -o order.go"},
			{"one of a template's machines, into a package", "stepwise import template.yaml --machine Orders --package orders -o orders/definition.go"},
		},
		setup: func(f *flag.FlagSet) func(*env, []string) int {
			i := &imports{}
			f.StringVar(&i.out, "o", "", "write to `FILE`; standard output otherwise")
			f.StringVar(&i.pkg, "package", "", "call the package `NAME`; as the folder of -o otherwise")
			f.StringVar(&i.function, "function", "NewDefinition", "call the function `NAME`; NewDefinition otherwise")
			f.StringVar(&i.machine, "machine", "", "import the machine of that `NAME` only")
			f.BoolVar(&i.modern, "modern", false, "write Iterator, and Parameters of a Map, by their names of today; what was changed is told")
			f.BoolVar(&i.force, "force", false, "replace a file that is there")
			return i.run
		},
	}
}

type imports struct {
	out, pkg, function, machine string
	modern, force               bool
}

func (i *imports) run(e *env, args []string) int {
	if len(args) != 1 {
		return e.usage("import", "name one FILE")
	}
	if info, err := os.Stat(i.out); i.out != "" && err == nil && info.Size() > 0 && info.Mode().IsRegular() && !i.force {
		return e.usage("import", "%s is there already: --force replaces it", i.out)
	}
	if i.pkg == "" {
		i.pkg = packageName(i.out)
	}
	if !token.IsIdentifier(i.pkg) || !token.IsIdentifier(i.function) {
		return e.usage("import", "the names of the package and the function must be Go identifiers: %q, %q", i.pkg, i.function)
	}
	found, status := i.machines(e, args[0])
	if status != fine {
		return status
	}
	var machines []codegen.Machine
	for _, m := range found {
		machine := m.ASL()
		if i.modern {
			var changes []string
			machine, changes = codegen.Modern(machine)
			for _, c := range changes {
				e.say("changed: %s: %s", m.Name, c)
			}
		}
		machines = append(machines, codegen.Machine{ASL: machine, Options: codegen.Options{
			Package: i.pkg, Function: i.functionOf(m.Name, len(found)), Name: m.Name, Type: m.Type,
			Integration: recognize.With(m.TypeOf),
		}})
	}
	written := e.working("writing Go")
	source, notes, err := codegen.File(machines)
	written()
	var list *diag.ErrorList
	if errors.As(err, &list) {
		e.report(e.err, e.alarm, list.Diagnostics.Place(found[0].Document.Source))
		return e.fail(invalid, "this cannot be written with package sfn")
	}
	if err != nil {
		return e.fail(unusual, "%v", err)
	}
	for _, n := range notes {
		e.say("note: %s", n)
	}
	return e.write(i.out, source)
}

func (i *imports) machines(e *env, path string) ([]load.Machine, int) {
	if i.machine != "" {
		m, status := e.one("import", path, i.machine)
		return []load.Machine{m}, status
	}
	found, _, status := e.machines(path)
	return found, status
}

// functionOf is the function of a machine: of several each has its name in it.
func (i *imports) functionOf(machine string, n int) string {
	if n < 2 {
		return i.function
	}
	name := codegen.Exported(machine)
	if rest, ok := strings.CutPrefix(i.function, "New"); ok {
		return "New" + name + rest
	}
	return i.function + name
}

// packageName is the name of the folder a file is in, as far as it can be that of a package.
func packageName(out string) string {
	if out == "" {
		return "workflow"
	}
	path, err := filepath.Abs(out)
	if err != nil {
		return "workflow"
	}
	name := strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, filepath.Base(filepath.Dir(path)))
	if !token.IsIdentifier(name) {
		return "workflow"
	}
	return name
}
