package run

import (
	"flag"
	"fmt"
	"strings"

	"github.com/stepwise-go/stepwise/constructs/sfn"
	"github.com/stepwise-go/stepwise/internal/nearest"
	"github.com/stepwise-go/stepwise/ordjson"
	"github.com/stepwise-go/stepwise/tasks"
)

func tasksCommand() *command {
	return &command{
		name: "tasks", operands: "[NAME]", short: "shows the integrations: what a Task can do, with which permissions",
		long: `NAME is an integration (SQSSendMessage), a part of its name (sqs), the resource of a Task state, or an action of the AWS
SDK integration as service:action (s3:listObjectsV2), of which Stepwise knows all.`,
		examples: []example{
			{"all integrations", "stepwise tasks"},
			{"what SQSSendMessage needs", "stepwise tasks SQSSendMessage"},
			{"the permissions of any AWS API action", "stepwise tasks s3:listObjectsV2"},
			{"the actions of a service", "stepwise tasks s3:"},
		},
		setup: func(f *flag.FlagSet) func(*env, []string) int {
			asJSON := f.Bool("json", false, "print rows of the table as JSON")
			return func(e *env, args []string) int {
				switch {
				case len(args) > 1:
					return e.usage("tasks", "name one integration")
				case len(args) == 0:
					return listTasks(e, tasks.Catalog(), *asJSON)
				}
				return findTask(e, args[0], *asJSON)
			}
		},
	}
}

// findTask looks for what was meant, the exact things first.
func findTask(e *env, name string, asJSON bool) int {
	all := tasks.Catalog()
	for _, d := range all {
		if strings.EqualFold(d.Name, name) || strings.EqualFold(d.Service+":"+d.Action, name) || isResource(d, name) {
			if asJSON {
				return e.print([]any{taskJSON(d)})
			}
			showTask(e, d)
			return fine
		}
	}
	if strings.Contains(name, ":") {
		return sdkTask(e, name, asJSON)
	}
	var some []tasks.Descriptor
	for _, d := range all {
		if strings.Contains(strings.ToLower(d.Name+" "+d.Service), strings.ToLower(name)) {
			some = append(some, d)
		}
	}
	if len(some) > 0 {
		return listTasks(e, some, asJSON)
	}
	var names []string
	for _, d := range all {
		names = append(names, d.Name)
	}
	return e.usage("tasks", "there is no integration %q%s", name, suggestion(nearest.Suggest(name, names, "any AWS API action is one as service:action")))
}

func isResource(d tasks.Descriptor, name string) bool {
	for _, p := range d.Patterns {
		if d.Resource(p) == name {
			return true
		}
	}
	return false
}

func listTasks(e *env, list []tasks.Descriptor, asJSON bool) int {
	rows := make([]any, len(list))
	for i, d := range list {
		rows[i] = taskJSON(d)
		if !asJSON {
			fmt.Fprintf(e.out, "%s %-42s %s\n", e.style.bold(fmt.Sprintf("%-40s", d.Name)), d.Service+":"+d.Action, patterns(d))
		}
	}
	if asJSON {
		return e.print(rows)
	}
	return fine
}

func patterns(d tasks.Descriptor) string {
	var out []string
	for _, p := range d.Patterns {
		if p != sfn.RequestResponse {
			out = append(out, patternSuffix(d, p))
		}
	}
	return strings.Join(out, " ")
}

func patternSuffix(d tasks.Descriptor, p sfn.Pattern) string {
	return strings.TrimPrefix(d.Resource(p), d.Resource(sfn.RequestResponse))
}

func showTask(e *env, d tasks.Descriptor) {
	fmt.Fprintf(e.out, "%s\nIt %s.\n\n%s\n", e.style.bold("tasks."+d.Name), d.Title, e.style.bold("Resource"))
	for _, p := range d.Patterns {
		fmt.Fprintf(e.out, "  %-62s %s\n", d.Resource(p), p)
	}
	if len(d.Required) > 0 {
		fmt.Fprintf(e.out, "\n%s\n  %s\n", e.style.bold("Required parameters"), strings.Join(d.Required, ", "))
	}
	if len(d.Grants) > 0 {
		fmt.Fprintf(e.out, "\n%s\n", e.style.bold("Permissions of the machine's role"))
	}
	for _, g := range d.Grants {
		fmt.Fprintf(e.out, "  %s on %s: %s%s\n", strings.Join(g.Actions, ", "), g.On, g.Why, condition(d, g))
	}
	if len(d.Errors) > 0 {
		fmt.Fprintf(e.out, "\n%s\n  %s\n", e.style.bold("Errors"), strings.Join(d.Errors, "\n  "))
	}
	fmt.Fprintf(e.out, "\n%s\n", d.Doc)
}

// condition says when a permission is needed.
func condition(d tasks.Descriptor, g tasks.Grant) string {
	var out []string
	for _, p := range g.Patterns {
		out = append(out, patternName(d, p))
	}
	when := strings.Join(out, " or ")
	if g.When != "" {
		when = strings.TrimPrefix(when+", if "+g.When, ", ")
	}
	if when == "" {
		return ""
	}
	return " (" + when + ")"
}

func patternName(d tasks.Descriptor, p sfn.Pattern) string {
	if s := patternSuffix(d, p); s != "" {
		return s
	}
	return "request-response"
}

func taskJSON(d tasks.Descriptor) *ordjson.Object {
	var resources, grants []any
	for _, p := range d.Patterns {
		resources = append(resources, ordjson.NewObject(member("pattern", patternName(d, p)), member("resource", d.Resource(p))))
	}
	for _, g := range d.Grants {
		var in []any
		for _, p := range g.Patterns {
			in = append(in, patternName(d, p))
		}
		grants = append(grants, ordjson.NewObject(
			member("on", g.On), member("actions", strs(g.Actions)), member("why", g.Why), member("patterns", list(in)),
			member("when", g.When), member("passedTo", strs(g.PassedTo)),
		))
	}
	return ordjson.NewObject(
		member("name", d.Name), member("title", d.Title), member("service", d.Service), member("action", d.Action),
		member("patterns", list(resources)), member("required", strs(d.Required)), member("permissions", list(grants)),
		member("errors", strs(d.Errors)), member("doc", d.Doc),
	)
}

func strs(l []string) []any {
	out := make([]any, len(l))
	for i, s := range l {
		out[i] = s
	}
	return out
}
