package tasks_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/stepwise-go/stepwise/constructs/sfn"
	"github.com/stepwise-go/stepwise/tasks"
	"github.com/stepwise-go/stepwise/tasks/sdk"
)

// withoutResource are actions of IAM that are no API actions, so that the table does not have them, and
// that the authorization reference says take no resource.
//
// https://docs.aws.amazon.com/service-authorization/latest/reference/list_awslakeformation.html
var withoutResource = []string{"lakeformation:GetDataAccess"}

// resourceTypes are the kinds of resource of each IAM action in the table, by the action.
func resourceTypes() map[string]int {
	out := map[string]int{}
	for s := range sdk.Services() {
		for a := range s.Actions() {
			if a.Inferred {
				continue
			}
			for _, p := range a.IAM {
				out[strings.ToLower(p.Action)] = len(p.Resources)
			}
		}
	}
	return out
}

// TestStar looks for permissions on everything. They are right for actions that take no resource, and
// where nothing is known of the resource before the state runs, which the row then says.
func TestStar(t *testing.T) {
	types, all := resourceTypes(), allSamples()
	for _, row := range tasks.Catalog() {
		for _, p := range row.Patterns {
			d, err := sfn.Build(sfn.NewTask("Task", all[row.Name](p)))
			if err != nil {
				t.Fatal(err)
			}
			for _, s := range d.Statements() {
				if !slices.Contains(s.Resources, "*") {
					continue
				}
				for _, a := range s.Actions {
					n, known := types[strings.ToLower(a)]
					if !known && !slices.Contains(withoutResource, a) {
						t.Errorf("%s%s: %s on *, and the table does not know it", row.Name, p, a)
					}
					if n > 0 {
						t.Errorf("%s%s: %s on *, though it can be limited to %d kinds of resource", row.Name, p, a, n)
					}
				}
			}
		}
	}
}

// TestActions checks that the IAM actions of the rows exist.
func TestActions(t *testing.T) {
	types := resourceTypes()
	for _, row := range tasks.Catalog() {
		for _, g := range row.Grants {
			for _, a := range g.Actions {
				if _, known := types[strings.ToLower(a)]; !known && !slices.Contains(noAPIAction, a) && !strings.HasSuffix(a, "*") {
					t.Errorf("%s: the table does not know the IAM action %s", row.Name, a)
				}
			}
		}
	}
}

// noAPIAction are actions of IAM that are not named after an API action that SDK integrations have.
var noAPIAction = []string{
	"bedrock-agentcore:InvokeHarness", "events:RetrieveConnectionCredentials", "execute-api:Invoke", "iam:PassRole", "lakeformation:GetDataAccess", "states:InvokeHTTPEndpoint",
}
