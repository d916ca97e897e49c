package iam

import (
	"maps"
	"slices"

	"github.com/stepwise-go/stepwise/ordjson"
)

// Statement is one statement of an IAM policy.
type Statement struct {
	Sid        string
	Deny       bool // zero is Allow
	Actions    []string
	Resources  []string
	Conditions Conditions
	Reasons    []Reason // who asked for it, and why; not part of the policy
}

// Conditions are the conditions of a statement: operator, key, values.
//
//	iam.Conditions{"StringEquals": {"iam:PassedToService": {"ecs-tasks.amazonaws.com"}}}
type Conditions map[string]map[string][]string

// Reason says which state needs a statement and for what.
type Reason struct {
	State string // the name of the state, "" for the machine itself
	Why   string // a clause: "waits for the job to end"
	Doc   string // the page that says so
}

// Allow returns a statement that allows actions; On says on what.
func Allow(actions ...string) Statement { return Statement{Actions: actions} }

// On returns the statement with these resources added.
func (s Statement) On(resources ...string) Statement {
	s.Resources = append(slices.Clone(s.Resources), resources...)
	return s
}

// If returns the statement with a condition added.
func (s Statement) If(operator, key string, values ...string) Statement {
	c := make(Conditions, len(s.Conditions)+1)
	for op, keys := range s.Conditions {
		c[op] = maps.Clone(keys)
	}
	if c[operator] == nil {
		c[operator] = map[string][]string{}
	}
	c[operator][key] = append(slices.Clone(c[operator][key]), values...)
	s.Conditions = c
	return s
}

// Because returns the statement with a reason added.
func (s Statement) Because(state, why string) Statement {
	s.Reasons = append(slices.Clone(s.Reasons), Reason{State: state, Why: why})
	return s
}

// Effect returns "Allow" or "Deny".
func (s Statement) Effect() string {
	if s.Deny {
		return "Deny"
	}
	return "Allow"
}

// JSON returns the statement as it stands in a policy document: single actions and resources
// as text, several as a list.
func (s Statement) JSON() *ordjson.Object {
	o := ordjson.NewObject()
	if s.Sid != "" {
		o.Set("Sid", s.Sid)
	}
	o.Set("Effect", s.Effect())
	o.Set("Action", oneOrMany(s.Actions))
	o.Set("Resource", oneOrMany(s.Resources))
	if len(s.Conditions) > 0 {
		o.Set("Condition", s.Conditions.JSON())
	}
	return o
}

// JSON returns the conditions as they stand in a statement, keys in alphabetical order.
func (c Conditions) JSON() *ordjson.Object {
	o := ordjson.NewObject()
	for _, op := range slices.Sorted(maps.Keys(c)) {
		keys := ordjson.NewObject()
		for _, k := range slices.Sorted(maps.Keys(c[op])) {
			keys.Set(k, oneOrMany(c[op][k]))
		}
		o.Set(op, keys)
	}
	return o
}

func oneOrMany(list []string) any {
	if len(list) == 1 {
		return list[0]
	}
	out := make([]any, len(list))
	for i, s := range list {
		out[i] = s
	}
	return out
}
