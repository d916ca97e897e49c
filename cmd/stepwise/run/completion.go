package run

import (
	"flag"
	"fmt"
	"slices"
	"strings"
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

// flagNames are the flags of a command with their dashes.
func (c *command) flagNames() []string {
	var out []string
	c.eachFlag(func(name, _ string) { out = append(out, name) })
	return out
}

func (c *command) eachFlag(visit func(name, usage string)) {
	flags := flag.NewFlagSet(c.name, flag.ContinueOnError)
	c.setup(flags)
	flags.VisitAll(func(f *flag.Flag) {
		dashes := "--"
		if len(f.Name) == 1 {
			dashes = "-"
		}
		_, usage := flag.UnquoteUsage(f)
		visit(dashes+f.Name, usage)
	})
}

// words are what may follow a command besides files: other commands for help, shells, formats.
func (c *command) words() []string {
	switch c.name {
	case "help":
		return names()
	case "completion":
		return []string{"bash", "zsh", "fish"}
	}
	return nil
}

func bash() string {
	var cases strings.Builder
	for _, c := range commands() {
		fmt.Fprintf(&cases, "    %s) words=%q ;;\n", c.name, strings.Join(slices.Concat(c.flagNames(), c.words()), " "))
	}
	return fmt.Sprintf(`_stepwise() {
  local current="${COMP_WORDS[COMP_CWORD]}" words=""
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W %q -- "$current"))
    return
  fi
  case "${COMP_WORDS[1]}" in
%s  esac
  COMPREPLY=($(compgen -W "$words" -- "$current") $(compgen -f -- "$current"))
}
complete -o filenames -F _stepwise stepwise
`, strings.Join(names(), " "), cases.String())
}

func zsh() string {
	var list, cases strings.Builder
	for _, c := range commands() {
		fmt.Fprintf(&list, "    %s\n", singleQuoted(c.name+":"+c.short))
		var args []string
		c.eachFlag(func(name, usage string) {
			args = append(args, singleQuoted(name+"["+strings.NewReplacer("[", "(", "]", ")", ":", " -").Replace(usage)+"]"))
		})
		if w := c.words(); w != nil {
			args = append(args, singleQuoted("*:word:("+strings.Join(w, " ")+")"))
		} else {
			args = append(args, "'*:file:_files'")
		}
		fmt.Fprintf(&cases, "    %s) _arguments %s ;;\n", c.name, strings.Join(args, " "))
	}
	return fmt.Sprintf(`#compdef stepwise
_stepwise() {
  local -a commands=(
%s  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  local command="$words[2]"
  shift words
  (( CURRENT-- ))
  case "$command" in
%s  esac
}
compdef _stepwise stepwise
`, list.String(), cases.String())
}

func fish() string {
	var b strings.Builder
	for _, c := range commands() {
		fmt.Fprintf(&b, "complete -c stepwise -n __fish_use_subcommand -a %s -d %s\n", c.name, singleQuoted(c.short))
		c.eachFlag(func(name, usage string) {
			kind := "-l"
			if !strings.HasPrefix(name, "--") {
				kind = "-s"
			}
			fmt.Fprintf(&b, "complete -c stepwise -n '__fish_seen_subcommand_from %s' %s %s -d %s\n", c.name, kind, strings.TrimLeft(name, "-"), singleQuoted(usage))
		})
		if w := c.words(); w != nil {
			fmt.Fprintf(&b, "complete -c stepwise -f -n '__fish_seen_subcommand_from %s' -a %s\n", c.name, singleQuoted(strings.Join(w, " ")))
		}
	}
	return b.String()
}

func singleQuoted(s string) string { return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'" }
