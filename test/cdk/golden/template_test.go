package golden

import (
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/aws/aws-cdk-go/awscdk/v2"

	"github.com/stepwise-go/stepwise/ordjson"
)

type template struct{ Resources map[string]resource }

type resource struct {
	Type           string
	Properties     map[string]any
	DeletionPolicy string
}

// lines writes the properties of the resources, and the policies as one line for each action,
// resource and role. Alarms are compared as metrics, definitions apart; what waits for what has
// tests of its own.
func (t template) lines() []string {
	var out []string
	for id, r := range t.Resources {
		name := withoutHash(id)
		switch r.Type {
		case "AWS::IAM::Policy", "AWS::IAM::ManagedPolicy":
			out = append(out, permissions(r)...)
			continue
		case "AWS::CloudWatch::Alarm":
			continue
		}
		if r.DeletionPolicy != "" {
			out = append(out, name+" is deleted by "+r.DeletionPolicy)
		}
		out = append(out, name+" "+r.Type)
		for k, v := range r.Properties {
			if !strings.HasPrefix(k, "Definition") {
				out = append(out, leaves(name+"/"+k, v)...)
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func leaves(at string, v any) []string {
	if text, ok := plain(v); ok {
		return []string{at + " " + text}
	}
	var out []string
	switch t := v.(type) {
	case map[string]any:
		for k, e := range t {
			out = append(out, leaves(at+"/"+k, e)...)
		}
	case []any:
		for i, e := range t {
			out = append(out, leaves(fmt.Sprint(at, "/", i), e)...)
		}
	}
	return out
}

// permissions are the statements of a policy, for whom it is attached to.
func permissions(r resource) []string {
	var out, who []string
	for _, kind := range []string{"Roles", "Users", "Groups"} {
		list, _ := r.Properties[kind].([]any)
		for _, e := range list {
			text, _ := plain(e)
			who = append(who, text)
		}
	}
	document, _ := r.Properties["PolicyDocument"].(map[string]any)
	statements, _ := document["Statement"].([]any)
	for _, s := range statements {
		s := s.(map[string]any)
		condition := ""
		if c, ok := s["Condition"].(map[string]any); ok {
			all := leaves("", c)
			slices.Sort(all)
			condition = " if " + strings.Join(all, " and ")
		}
		for _, action := range list(s["Action"]) {
			for _, on := range list(s["Resource"]) {
				out = append(out, fmt.Sprintf("%s: %s %s on %s%s", strings.Join(who, " "), s["Effect"], action, on, condition))
			}
		}
	}
	return out
}

func list(v any) []string {
	l, ok := v.([]any)
	if !ok {
		l = []any{v}
	}
	out := make([]string, len(l))
	for i, e := range l {
		out[i], _ = plain(e)
	}
	return out
}

// plain writes text, numbers and references as text: ${Topic}, ${Topic.Arn}.
func plain(v any) (string, bool) {
	switch t := v.(type) {
	case string:
		return t, true
	case float64, bool, nil:
		return fmt.Sprint(t), true
	case map[string]any:
		if ref, ok := t["Ref"].(string); ok {
			return "${" + withoutHash(ref) + "}", true
		}
		if get, ok := t["Fn::GetAtt"].([]any); ok {
			return fmt.Sprintf("${%s.%s}", withoutHash(get[0].(string)), get[1]), true
		}
		if join, ok := t["Fn::Join"].([]any); ok {
			return strings.Join(list(join[1]), join[0].(string)), true
		}
		for k, e := range t {
			if strings.HasPrefix(k, "Fn::") {
				return k + "(" + strings.Join(list(e), ", ") + ")", true
			}
		}
	case []any:
		if len(t) == 0 {
			return "[]", true
		}
	}
	return "", false
}

var hash = regexp.MustCompile(`[0-9A-F]{8}$`)

func withoutHash(id string) string { return hash.ReplaceAllString(id, "") }

// definition is the definition of the machine StateMachine as the recordings have it: with ${Topic.Ref}
// in place of the substitutions.
func (t template) definition() string {
	for id, r := range t.Resources {
		if r.Type != "AWS::StepFunctions::StateMachine" || withoutHash(id) != "StateMachine" && withoutHash(id) != "ScopeStateMachine" {
			continue
		}
		text, _ := r.Properties["DefinitionString"].(string)
		substitutions, _ := r.Properties["DefinitionSubstitutions"].(map[string]any)
		for name, v := range substitutions {
			value, _ := plain(v)
			if !strings.Contains(value, ".") && !strings.HasPrefix(value, "${AWS::") {
				value = strings.TrimSuffix(value, "}") + ".Ref}"
			}
			text = strings.ReplaceAll(text, "${"+name+"}", value)
		}
		return text
	}
	return "null"
}

type recordedMetric struct {
	Namespace, MetricName, Statistic string
	PeriodSeconds                    float64
	Dimensions                       map[string]any
}

func (r recording) metrics(t *testing.T) []string {
	t.Helper()
	var out []string
	for name, raw := range r.Extra {
		var m recordedMetric
		if err := json.Unmarshal(raw, &m); err == nil && m.MetricName != "" && name != "custom" {
			out = append(out, fmt.Sprintf("%s: %s %s %s %v s %s", name, m.Namespace, m.MetricName, m.Statistic, m.PeriodSeconds, dimensions(m.Dimensions)))
		}
	}
	slices.Sort(out)
	return out
}

func (m metrics) lines(stack awscdk.Stack) []string {
	var out []string
	for name, metric := range m {
		dims := map[string]any{}
		for k, v := range *metric.Dimensions() {
			text, _ := plain(stack.Resolve(v))
			if strings.HasPrefix(text, "${") && !strings.Contains(text, ".") {
				text = strings.TrimSuffix(text, "}") + ".Ref}"
			}
			dims[k] = text
		}
		out = append(out, fmt.Sprintf("%s: %s %s %s %v s %s", name, *metric.Namespace(), *metric.MetricName(), *metric.Statistic(), *metric.Period().ToSeconds(nil), dimensions(dims)))
	}
	slices.Sort(out)
	return out
}

func dimensions(m map[string]any) string {
	o, err := ordjson.From(m)
	if err != nil {
		return err.Error()
	}
	return ordjson.String(o)
}
