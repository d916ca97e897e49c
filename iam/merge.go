package iam

import (
	"slices"
	"strings"

	"github.com/stepwise-go/stepwise/ordjson"
)

// Merge puts statements together that allow the same: first those that differ only in their
// actions, then those that differ only in their resources. No permission is added or lost.
// The result is in a stable order that does not depend on the order given, and all reasons are kept.
func Merge(statements []Statement) []Statement {
	out := merge(statements, func(s Statement) string { return strings.Join(normal(s.Resources), "\x00") })
	out = merge(out, func(s Statement) string { return strings.Join(normal(s.Actions), "\x00") })
	slices.SortFunc(out, func(a, b Statement) int { return strings.Compare(sortKey(a), sortKey(b)) })
	return out
}

func merge(statements []Statement, same func(Statement) string) []Statement {
	var out []Statement
	at := map[string]int{}
	for _, s := range statements {
		s.Actions, s.Resources = normal(s.Actions), normal(s.Resources)
		key := s.Sid + "\x01" + s.Effect() + "\x01" + ordjson.String(s.Conditions.JSON()) + "\x01" + same(s)
		i, ok := at[key]
		if !ok {
			at[key] = len(out)
			s.Reasons = slices.Clone(s.Reasons)
			out = append(out, s)
			continue
		}
		out[i].Actions = append(out[i].Actions, s.Actions...)
		out[i].Resources = append(out[i].Resources, s.Resources...)
		out[i].Reasons = append(out[i].Reasons, s.Reasons...)
	}
	for i, s := range out {
		out[i].Actions, out[i].Resources, out[i].Reasons = normal(s.Actions), normal(s.Resources), unique(s.Reasons)
	}
	return out
}

func sortKey(s Statement) string {
	return strings.Join(s.Actions, ",") + "\x00" + strings.Join(s.Resources, ",") + "\x00" + ordjson.String(s.Conditions.JSON()) + s.Effect()
}

// normal sorts and removes repetitions. A star among resources is all of them.
func normal(list []string) []string {
	if slices.Contains(list, "*") {
		return []string{"*"}
	}
	out := slices.Clone(list)
	slices.Sort(out)
	return slices.Compact(out)
}

// unique removes repetitions and keeps the order.
func unique(list []Reason) []Reason {
	if len(list) < 2 {
		return list
	}
	seen := make(map[Reason]bool, len(list))
	return slices.DeleteFunc(list, func(r Reason) bool {
		twice := seen[r]
		seen[r] = true
		return twice
	})
}
