package tasks

import (
	"fmt"
	"slices"
	"strings"
)

// Validate checks rows of a catalogue, and returns what is wrong with them.
func Validate(rows []Descriptor) []string {
	var out []string
	bad := func(d Descriptor, format string, args ...any) {
		out = append(out, d.Name+": "+fmt.Sprintf(format, args...))
	}
	for i, d := range rows {
		if i > 0 && rows[i-1].Name >= d.Name {
			bad(d, "is not in alphabetical order after %s", rows[i-1].Name)
		}
		for field, text := range map[string]string{"Name": d.Name, "Title": d.Title, "Service": d.Service, "Action": d.Action} {
			if text == "" {
				bad(d, "%s is empty", field)
			}
		}
		if !strings.HasPrefix(d.Doc, "https://docs.aws.amazon.com/step-functions/latest/dg/") {
			bad(d, "Doc is not a page of the developer guide: %q", d.Doc)
		}
		if len(d.Patterns) == 0 || d.Patterns[0] != RequestResponse {
			bad(d, "Patterns do not begin with RequestResponse")
		}
		if d.EventsRule != "" && !d.Allows(RunJob) {
			bad(d, "has a rule of EventBridge, but cannot wait for a job")
		}
		for _, g := range d.Grants {
			validateGrant(d, g, bad)
		}
	}
	return out
}

func validateGrant(d Descriptor, g Grant, bad func(Descriptor, string, ...any)) {
	if g.On == "" || g.Why == "" || len(g.Actions) == 0 {
		bad(d, "a permission on %q lacks something: %+v", g.On, g)
	}
	for _, p := range g.Patterns {
		if !d.Allows(p) {
			bad(d, "a permission on %q is for %v, which it does not have", g.On, p)
		}
	}
	for _, a := range g.Actions {
		service, name, ok := strings.Cut(a, ":")
		if !ok || service != strings.ToLower(service) || name == "" || name == "*" {
			bad(d, "%q is not an IAM action", a)
		}
	}
	if slices.Contains(g.Actions, "iam:PassRole") && (len(g.PassedTo) == 0 || len(g.Actions) > 1) {
		bad(d, "passes a role without saying to whom")
	}
}
