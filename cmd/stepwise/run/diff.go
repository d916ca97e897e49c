package run

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/asl/diff"
	"github.com/stepwise-go/stepwise/asl/load"
	"github.com/stepwise-go/stepwise/ordjson"
)

func diffCommand() *command {
	return &command{
		name: "diff", operands: "OLD NEW", short: "tells what changed between two versions, by state, transition and permission",
		long: `A change of the order of JSON keys is no change. State machines of templates and cdk.out folders are compared by name. An
empty file, such as /dev/null, stands for a machine that is not there yet or any more.`,
		examples: []example{
			{"what a pull request changes", "git show main:order.asl.json > /tmp/old.asl.json && stepwise diff /tmp/old.asl.json order.asl.json"},
			{"as a comment on it", "stepwise diff --format markdown old.asl.json new.asl.json | gh pr comment --body-file -"},
			{"what a deployment would change", "stepwise diff deployed/cdk.out cdk.out"},
		},
		setup: func(f *flag.FlagSet) func(*env, []string) int {
			d := &difference{}
			f.BoolVar(&d.json, "json", false, "print the changes as JSON")
			f.StringVar(&d.format, "format", "text", "print in `FORMAT`: text, markdown or json")
			f.BoolVar(&d.exitCode, "exit-code", false, "exit with 1 if there are differences")
			return d.run
		},
	}
}

type difference struct {
	json, exitCode bool
	format         string
}

// versions are the two versions of one machine.
type versions struct {
	name string
	*diff.Diff
}

func (d *difference) run(e *env, args []string) int {
	if len(args) != 2 {
		return e.usage("diff", "name two files: OLD NEW")
	}
	if d.json {
		d.format = "json"
	}
	if !slices.Contains([]string{"text", "markdown", "json"}, d.format) {
		return e.usage("diff", "the format %q is none of text, markdown, json", d.format)
	}
	before, status := e.version(args[0])
	if status != fine {
		return status
	}
	after, status := e.version(args[1])
	if status != fine {
		return status
	}
	pairs := compare(before, after)
	differs := slices.ContainsFunc(pairs, func(v versions) bool { return !v.Empty() })
	switch d.format {
	case "json":
		e.print(changesJSON(pairs))
	case "markdown":
		fmt.Fprint(e.out, markdown(pairs))
	default:
		for _, v := range pairs {
			if len(pairs) > 1 && !v.Empty() {
				fmt.Fprintf(e.out, "%s\n", e.style.bold(v.name))
			}
			fmt.Fprint(e.out, coloured(e.style, v.Text()))
		}
		if !differs {
			e.say("nothing changed")
		}
	}
	if differs && d.exitCode {
		return invalid
	}
	return fine
}

// version reads the machines of a file; an empty file has none.
func (e *env) version(path string) ([]load.Machine, int) {
	if path != "-" {
		if info, err := os.Stat(path); err == nil && !info.IsDir() && info.Size() == 0 {
			return nil, fine
		}
	}
	found, _, status := e.machines(path)
	return found, status
}

// compare pairs the machines of two versions: by name, or the only ones.
func compare(before, after []load.Machine) []versions {
	if len(before) == 1 && len(after) == 1 {
		return []versions{pairOf(after[0].Name, &before[0], &after[0])}
	}
	var out []versions
	for i := range after {
		var old *load.Machine
		if j := slices.IndexFunc(before, func(m load.Machine) bool { return m.Name == after[i].Name }); j >= 0 {
			old = &before[j]
		}
		out = append(out, pairOf(after[i].Name, old, &after[i]))
	}
	for i := range before {
		if !slices.ContainsFunc(after, func(m load.Machine) bool { return m.Name == before[i].Name }) {
			out = append(out, pairOf(before[i].Name, &before[i], nil))
		}
	}
	return out
}

func pairOf(name string, before, after *load.Machine) versions {
	if before == nil {
		before = &load.Machine{Document: &asl.Document{Machine: &asl.Machine{}}}
	}
	if after == nil {
		after = &load.Machine{Document: &asl.Document{Machine: &asl.Machine{}}}
	}
	d := diff.Compare(before.ASL(), after.ASL())
	d.Permissions(before.Statements, after.Statements)
	return versions{name, d}
}

// changesJSON joins the changes of all machines; each says its machine if there are several.
func changesJSON(pairs []versions) *ordjson.Object {
	out := ordjson.NewObject(member("added", []any{}), member("removed", []any{}), member("changed", []any{}))
	for _, v := range pairs {
		for key, entries := range v.JSON().All() {
			all, _ := out.Get(key)
			joined, _ := all.([]any)
			list, _ := entries.([]any)
			for _, entry := range list {
				if o, ok := entry.(*ordjson.Object); ok && len(pairs) > 1 {
					o.Set("machine", v.name)
				}
				joined = append(joined, entry)
			}
			out.Set(key, joined)
		}
	}
	return out
}

// markdown joins the tables of all machines that changed, fit for one comment.
func markdown(pairs []versions) string {
	var b strings.Builder
	unchanged := 0
	for _, v := range pairs {
		switch {
		case v.Empty() && len(pairs) > 1:
			unchanged++
		default:
			if len(pairs) > 1 {
				fmt.Fprintf(&b, "### %s\n\n", strings.NewReplacer("`", "", "\n", " ", "<", "&lt;").Replace(v.name))
			}
			b.WriteString(strings.TrimRight(v.Markdown(), "\n") + "\n\n")
		}
	}
	if unchanged > 0 {
		fmt.Fprintf(&b, "%s unchanged.\n", count(unchanged, "state machine"))
	}
	return strings.TrimRight(b.String(), "\n") + "\n"
}

// coloured colours the lines of a text difference by their sign.
func coloured(st style, text string) string {
	if !st.colours {
		return text
	}
	lines := strings.SplitAfter(text, "\n")
	for i, line := range lines {
		bare := strings.TrimRight(line, "\n")
		end := line[len(bare):]
		switch trimmed := strings.TrimSpace(bare); {
		case strings.HasPrefix(trimmed, "+"):
			lines[i] = st.green(bare) + end
		case strings.HasPrefix(trimmed, "-"):
			lines[i] = st.red(bare) + end
		case strings.HasPrefix(trimmed, "~"):
			lines[i] = st.yellow(bare) + end
		}
	}
	return strings.Join(lines, "")
}
