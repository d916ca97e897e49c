package run

import (
	"fmt"
	"slices"
	"strings"

	"github.com/stepwise-go/stepwise/ordjson"
	"github.com/stepwise-go/stepwise/tasks/sdk"
)

// sdkTask shows an action of the AWS SDK integration, or all of a service: "s3:listBuckets", "s3:", a
// whole resource.
func sdkTask(e *env, name string, asJSON bool) int {
	service, action, _, ok := sdk.ParseResource(name)
	if !ok {
		name = strings.TrimPrefix(name, "aws-sdk:")
		service, action, _ = strings.Cut(name, ":")
	}
	if action == "" {
		return sdkService(e, service, asJSON)
	}
	a, err := sdk.Lookup(service, strings.ToLower(action[:1])+action[1:])
	if err != nil {
		return e.usage("tasks", "%v", err)
	}
	if asJSON {
		return e.print([]any{actionJSON(a)})
	}
	fmt.Fprintf(e.out, "%s\n\n%s\n  %s\n", e.style.bold(a.Service+":"+a.Name), e.style.bold("Resource"), a.ResourceARN())
	if len(a.Required) > 0 {
		fmt.Fprintf(e.out, "\n%s\n  %s\n", e.style.bold("Required parameters"), strings.Join(a.Required, ", "))
	}
	if others := slices.DeleteFunc(slices.Clone(a.Parameters), func(p string) bool { return slices.Contains(a.Required, p) }); len(others) > 0 {
		fmt.Fprintf(e.out, "\n%s\n  %s\n", e.style.bold("Other parameters"), strings.Join(others, ", "))
	}
	fmt.Fprintf(e.out, "\n%s\n", e.style.bold("Permissions of the machine's role"))
	for _, p := range a.IAM {
		fmt.Fprintf(e.out, "  %s on %s\n", p.Action, resourcesOf(p))
	}
	for _, d := range a.Dependent {
		fmt.Fprintf(e.out, "  %s in some uses\n", d)
	}
	switch {
	case a.Inferred:
		fmt.Fprintln(e.out, "  The authorization reference does not name the action yet: this is inferred.")
	case len(a.IAM) == 0:
		fmt.Fprintln(e.out, "  none")
	}
	fmt.Fprintf(e.out, "\n%s\n", a.DocsURL())
	return fine
}

func resourcesOf(p sdk.Permission) string {
	var out []string
	for _, r := range p.Resources {
		out = append(out, r.ARN)
	}
	if len(out) == 0 {
		return "*"
	}
	return strings.Join(out, ", ")
}

func sdkService(e *env, name string, asJSON bool) int {
	s, err := sdk.LookupService(name)
	if err != nil {
		return e.usage("tasks", "%v", err)
	}
	rows := []any{}
	for a := range s.Actions() {
		if asJSON {
			rows = append(rows, actionJSON(a))
		} else {
			fmt.Fprintf(e.out, "%-60s %s\n", a.Service+":"+a.Name, strings.Join(a.IAMActions(), ", "))
		}
	}
	if asJSON {
		return e.print(rows)
	}
	return fine
}

func actionJSON(a sdk.Action) *ordjson.Object {
	var permissions []any
	for _, p := range a.IAM {
		var on []any
		for _, r := range p.Resources {
			on = append(on, r.ARN)
		}
		permissions = append(permissions, ordjson.NewObject(member("action", p.Action), member("resources", list(on))))
	}
	return ordjson.NewObject(
		member("service", a.Service), member("action", a.Name), member("resource", a.ResourceARN()), member("required", strs(a.Required)),
		member("parameters", strs(a.Parameters)), member("permissions", list(permissions)), member("dependent", strs(a.Dependent)),
		member("inferred", a.Inferred), member("doc", a.DocsURL()),
	)
}
