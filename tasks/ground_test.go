package tasks_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/stepwise-go/stepwise/constructs/sfn"
	"github.com/stepwise-go/stepwise/internal/integrations"
	"github.com/stepwise-go/stepwise/tasks"
)

var groundPattern = map[sfn.Pattern]integrations.Pattern{
	tasks.RequestResponse: integrations.RequestResponse, tasks.RunJob: integrations.Sync, tasks.WaitForTaskToken: integrations.Callback,
}

// The developer guide contradicts itself on task tokens with eks:runJob: the table of all integrations
// has them, the page of EKS does not. Validation lets them pass, the catalogue does not offer them.

// TestGround compares the catalogue with the table that validation reads: the same integrations with
// the same patterns, and no parameter that only one of them says is required.
func TestGround(t *testing.T) {
	for _, i := range integrations.All() {
		if len(tasks.Find(i.Service, i.Action)) == 0 {
			t.Errorf("%s:%s is not in the catalogue", i.Service, i.Action)
		}
	}
	for _, row := range tasks.Catalog() {
		if row.OwnResource || strings.HasPrefix(row.Service, "aws-sdk:") {
			continue
		}
		i, ok := integrations.Lookup(row.Service, row.Action)
		if !ok {
			t.Errorf("%s: validation does not know %s:%s", row.Name, row.Service, row.Action)
			continue
		}
		for p, ground := range groundPattern {
			if row.Allows(p) != i.Patterns.Has(ground) && !(row.Name == "EKSRunJob" && p == tasks.WaitForTaskToken) {
				t.Errorf("%s: the catalogue and validation do not agree on %v", row.Name, p)
			}
		}
		for _, name := range i.Required {
			if !strings.Contains(name, "|") && !slices.Contains(row.Required, name) {
				t.Errorf("%s: validation requires %s, the catalogue does not", row.Name, name)
			}
		}
	}
}
