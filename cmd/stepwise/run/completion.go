package run

import (
	"flag"
	"fmt"
	"strings"

	"github.com/stepwise-go/stepwise/asl/validate"
	"github.com/stepwise-go/stepwise/tasks"
)

func completionCommand() *command {
	return &command{
		name: "completion", operands: "bash|zsh|fish", short: "prints a script that lets the shell complete commands and flags",
		examples: []example{
			{"bash, in ~/.bashrc", `source <(stepwise completion bash)`},
			{"zsh, in ~/.zshrc", `source <(stepwise completion zsh)`},
			{"fish", `stepwise completion fish > ~/.config/fish/completions/stepwise.fish`},
		},
		setup: func(*flag.FlagSet) func(*env, []string) int {
			return func(e *env, args []string) int {
				scripts := map[string]func() string{"bash": bash, "zsh": zsh, "fish": fish}
				if len(args) != 1 || scripts[args[0]] == nil {
					return e.usage("completion", "name one of bash, zsh, fish")
				}
				fmt.Fprint(e.out, scripts[args[0]]())
				return fine
			}
		},
	}
}

// option is a flag as a shell completes it.
type option struct {
	name   string   // with its dashes
	usage  string   // what it does
	value  string   // what it takes, "" if it takes nothing
	values []string // what it can take, if that is known
}

// options are the flags of a command.
func (c *command) options() []option {
	var out []option
	flags := flag.NewFlagSet(c.name, flag.ContinueOnError)
	c.setup(flags)
	flags.VisitAll(func(f *flag.Flag) {
		dashes := "--"
		if len(f.Name) == 1 {
			dashes = "-"
		}
		value, usage := flag.UnquoteUsage(f)
		out = append(out, option{dashes + f.Name, usage, value, c.values(f.Name)})
	})
	return out
}

// values are what a flag can take, nil if that is a file or anything.
func (c *command) values(name string) []string {
	switch c.name + " " + name {
	case "validate format":
		return []string{"text", "json", "sarif"}
	case "diff format":
		return []string{"text", "markdown", "json"}
	case "graph format":
		return formats
	case "graph theme":
		return []string{"light", "dark"}
	case "validate type", "run type":
		return []string{string(validate.Standard), string(validate.Express)}
	case "run expect-status":
		var out []string
		for _, s := range ends {
			out = append(out, string(s))
		}
		return out
	}
	return nil
}

// words are what may follow a command instead of files, nil if that is files.
func (c *command) words() []string {
	switch c.name {
	case "help":
		return names()
	case "completion":
		return []string{"bash", "zsh", "fish"}
	case "explain":
		var codes []string
		for _, r := range validate.Rules() {
			codes = append(codes, r.Code)
		}
		return codes
	case "tasks":
		var known []string
		for _, d := range tasks.Catalog() {
			known = append(known, d.Name)
		}
		return known
	case "version":
		return []string{}
	}
	return nil
}

// singleQuoted quotes a text for all three shells.
func singleQuoted(s string) string { return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'" }
