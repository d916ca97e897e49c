package run

import (
	"fmt"
	"strings"
)

// bash lists words one a line, for file names may have spaces.
func bash() string {
	var flags, values strings.Builder
	for _, c := range commands() {
		words := c.words()
		files := words == nil
		for _, o := range c.options() {
			words = append(words, o.name)
			switch {
			case o.values != nil:
				fmt.Fprintf(&values, "    '%s %s') words=%s; files= ;;\n", c.name, o.name, singleQuoted(strings.Join(o.values, "\n")))
			case o.value != "":
				fmt.Fprintf(&values, "    '%s %s') words= ;;\n", c.name, o.name)
			}
		}
		f := "1"
		if !files {
			f = ""
		}
		fmt.Fprintf(&flags, "    %s) words=%s; files=%s ;;\n", c.name, singleQuoted(strings.Join(words, "\n")), f)
	}
	return fmt.Sprintf(`_stepwise() {
  local IFS=$'\n' current="${COMP_WORDS[COMP_CWORD]}" previous="${COMP_WORDS[COMP_CWORD-1]}" words= files=1
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W %s -- "$current"))
    return
  fi
  case "${COMP_WORDS[1]}" in
%s  esac
  case "${COMP_WORDS[1]} $previous" in
%s  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
  if [ -n "$files" ]; then
    COMPREPLY+=($(compgen -f -- "$current"))
  fi
}
complete -o filenames -F _stepwise stepwise
`, singleQuoted(strings.Join(names(), "\n")), flags.String(), values.String())
}

func zsh() string {
	var list, cases strings.Builder
	plain := strings.NewReplacer("[", "(", "]", ")", ":", " -")
	for _, c := range commands() {
		fmt.Fprintf(&list, "    %s\n", singleQuoted(c.name+":"+c.short))
		var args []string
		for _, o := range c.options() {
			arg := "*" + o.name + "[" + plain.Replace(o.usage) + "]"
			switch {
			case o.values != nil:
				arg += ":" + o.value + ":(" + strings.Join(o.values, " ") + ")"
			case o.value != "":
				arg += ":" + plain.Replace(o.value) + ":_files"
			}
			args = append(args, singleQuoted(arg))
		}
		switch w := c.words(); {
		case w == nil:
			args = append(args, "'*:file:_files'")
		case len(w) > 0:
			args = append(args, singleQuoted("*:word:("+strings.Join(w, " ")+")"))
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
		fmt.Fprintf(&b, "complete -c stepwise -f -n __fish_use_subcommand -a %s -d %s\n", c.name, singleQuoted(c.short))
		here := singleQuoted("__fish_seen_subcommand_from " + c.name)
		for _, o := range c.options() {
			kind := "-l"
			if !strings.HasPrefix(o.name, "--") {
				kind = "-s"
			}
			fmt.Fprintf(&b, "complete -c stepwise -n %s %s %s", here, kind, strings.TrimLeft(o.name, "-"))
			switch {
			case o.values != nil:
				fmt.Fprintf(&b, " -x -a %s", singleQuoted(strings.Join(o.values, " ")))
			case o.value != "":
				b.WriteString(" -r")
			}
			fmt.Fprintf(&b, " -d %s\n", singleQuoted(o.usage))
		}
		if w := c.words(); w != nil {
			fmt.Fprintf(&b, "complete -c stepwise -f -n %s -a %s\n", here, singleQuoted(strings.Join(w, " ")))
		}
	}
	return b.String()
}
