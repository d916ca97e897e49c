package diagram_test

import (
	"os/exec"
	"strings"
	"testing"
)

// Who draws text must not link the layout engine, which has a licence of its own; nobody may link the CDK.
func TestImports(t *testing.T) {
	for pkg, banned := range map[string][]string{
		"..":      {"d2lang", "aws-cdk-go", "jsii"},
		".":       {"d2lang", "aws-cdk-go", "jsii"},
		"../diff": {"d2lang", "aws-cdk-go", "jsii"},
		"./html":  {"aws-cdk-go", "jsii", "constructs-go"},
	} {
		out, err := exec.Command("go", "list", "-deps", pkg).Output()
		if err != nil {
			t.Skip("skipped: go list does not work here:", err)
		}
		for _, b := range banned {
			if strings.Contains(string(out), b) {
				t.Errorf("%s imports %s", pkg, b)
			}
		}
	}
}
