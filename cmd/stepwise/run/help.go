package run

import (
	"flag"
	"fmt"
	"io"
	"strings"

	"github.com/stepwise-go/stepwise/internal/nearest"
)

func helpCommand() *command {
	return &command{
		name: "help", operands: "[COMMAND]", short: "shows what a command does and how",
		examples: []example{{"what run can do", "stepwise help run"}},
		setup: func(*flag.FlagSet) func(*env, []string) int {
			return func(e *env, args []string) int {
				if len(args) == 0 {
					e.overview(e.out)
					return fine
				}
				c := find(args[0])
				if c == nil {
					return e.usage("", "there is no command %q%s", args[0], suggestion(nearest.Suggest(args[0], names(), "")))
				}
				flags := flag.NewFlagSet(c.name, flag.ContinueOnError)
				c.setup(flags)
				e.help(e.out, c, flags)
				return fine
			}
		},
	}
}

// overview prints all commands.
func (e *env) overview(w io.Writer) {
	st := styleOf(w)
	fmt.Fprintf(w, "stepwise %s\n\n%s\n", "checks, runs, draws, compares and imports AWS Step Functions workflows.", st.bold("Commands"))
	for _, c := range commands() {
		fmt.Fprintf(w, "  %-11s %s\n", c.name, c.short)
	}
	fmt.Fprintf(w, `
A FILE is a state machine in JSON or YAML, a CloudFormation or SAM template, or a cdk.out folder:
every state machine in it counts. "-" is standard input, in JSON or YAML.

%s
  stepwise validate order.asl.json
  stepwise run order.asl.json --input '{"id": 7}' --mocks mocks.json
  stepwise graph order.asl.json -o order.svg
  stepwise help run

Exit status: 0 fine, 1 the workflow is invalid or failed, 2 wrong usage or unreadable input.
`, st.bold("For example"))
}

// help prints the page of one command.
func (e *env) help(w io.Writer, c *command, flags *flag.FlagSet) {
	st := styleOf(w)
	fmt.Fprintf(w, "%s\n\n", st.bold(strings.TrimSpace("stepwise "+c.name+" "+c.operands)))
	fmt.Fprintf(w, "%s%s.\n", strings.ToUpper(c.short[:1]), c.short[1:])
	if c.long != "" {
		fmt.Fprintf(w, "\n%s\n", strings.TrimSpace(c.long))
	}
	count := 0
	flags.VisitAll(func(f *flag.Flag) {
		if count == 0 {
			fmt.Fprintf(w, "\n%s\n", st.bold("Flags"))
		}
		count++
		value, usage := flag.UnquoteUsage(f)
		name := "--" + f.Name
		if len(f.Name) == 1 {
			name = "-" + f.Name
		}
		if value != "" {
			name += " " + value
		}
		if len(name) > 22 {
			name += "\n" + strings.Repeat(" ", 24)
		}
		fmt.Fprintf(w, "  %-22s %s\n", name, strings.ToUpper(usage[:1])+usage[1:])
	})
	if len(c.examples) > 0 {
		fmt.Fprintf(w, "\n%s\n", st.bold("For example"))
	}
	for _, x := range c.examples {
		fmt.Fprintf(w, "  %s\n      %s\n", st.dim("# "+x.does), x.line)
	}
}
