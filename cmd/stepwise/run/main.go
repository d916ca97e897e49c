package run

import (
	"errors"
	"flag"
	"io"
	"strings"

	"github.com/stepwise-go/stepwise/internal/nearest"
)

// The exit statuses scripts may rely on.
const (
	fine    = 0
	invalid = 1 // the workflow is invalid or failed
	unusual = 2 // wrong usage, or input that cannot be read
)

// command is one subcommand.
type command struct {
	name     string
	operands string // FILE...
	short    string // what it does, to go on "stepwise validate ..."
	long     string
	examples []example
	// setup declares the flags and returns what runs with the operands.
	setup func(*flag.FlagSet) func(*env, []string) int
}

type example struct{ does, line string }

// commands are all subcommands in the order of the help. It is a function because help and
// completion are among them.
func commands() []*command {
	return []*command{
		validateCommand(), runCommand(), graphCommand(), diffCommand(), importCommand(), tasksCommand(), explainCommand(),
		completionCommand(), versionCommand(), helpCommand(),
	}
}

// Main runs the command with its arguments, the name of the program left out, and returns the exit status.
func Main(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	e := newEnv(stdin, stdout, stderr)
	if len(args) == 0 {
		e.overview(stderr)
		return unusual
	}
	name := args[0]
	switch name {
	case "-h", "-help", "--help":
		name = "help"
	case "-v", "-version", "--version":
		name = "version"
	}
	c := find(name)
	if c == nil {
		return e.usage("", "there is no command %q%s", name, suggestion(nearest.Suggest(name, names(), "")))
	}
	status := e.run(c, args[1:])
	if e.out.err != nil {
		return e.fail(unusual, "%v", e.out.err)
	}
	return status
}

func find(name string) *command {
	for _, c := range commands() {
		if c.name == name {
			return c
		}
	}
	return nil
}

func names() []string {
	var out []string
	for _, c := range commands() {
		out = append(out, c.name)
	}
	return out
}

// run parses the flags, which may stand before, between and after the operands.
func (e *env) run(c *command, args []string) int {
	flags := flag.NewFlagSet(c.name, flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	do := c.setup(flags)
	var operands []string
	for {
		err := flags.Parse(args)
		switch {
		case errors.Is(err, flag.ErrHelp):
			e.help(e.out, c, flags)
			return fine
		case err != nil:
			return e.usage(c.name, "%s", flagFault(err, flags))
		}
		rest := flags.Args()
		if n := len(args) - len(rest); n > 0 && args[n-1] == "--" {
			operands = append(operands, rest...)
			break
		}
		if len(rest) == 0 {
			break
		}
		operands, args = append(operands, rest[0]), rest[1:]
	}
	return do(e, operands)
}

// flagFault says what is wrong with a flag, and which one was probably meant.
func flagFault(err error, flags *flag.FlagSet) string {
	const unknown = "flag provided but not defined: -"
	name, ok := strings.CutPrefix(err.Error(), unknown)
	if !ok {
		return strings.Replace(err.Error(), " -", " --", 1)
	}
	var known []string
	flags.VisitAll(func(f *flag.Flag) { known = append(known, "--"+f.Name) })
	name = "--" + strings.TrimPrefix(name, "-")
	return "there is no flag " + name + suggestion(nearest.Suggest(name, known, ""))
}

func suggestion(s string) string {
	if s == "" {
		return ""
	}
	return ": " + s
}
