package iam

import (
	"maps"
	"slices"
	"strings"

	"github.com/stepwise-go/stepwise/ordjson"
)

// Permissions returns what the statements amount to, one line for each action and resource,
// sorted: "Allow sqs:sendmessage on arn:aws:sqs:... if {...}". Actions are in lower case, as IAM
// does not tell case apart. Two sets of statements that differ only in grouping give the same lines.
func Permissions(statements []Statement) []string {
	set := map[string]bool{}
	for _, s := range statements {
		condition := ""
		if len(s.Conditions) > 0 {
			condition = " if " + ordjson.String(s.Conditions.JSON())
		}
		for _, a := range s.Actions {
			for _, r := range s.Resources {
				set[s.Effect()+" "+strings.ToLower(a)+" on "+r+condition] = true
			}
		}
	}
	return slices.Sorted(maps.Keys(set))
}
