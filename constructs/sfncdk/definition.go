package sfncdk

import (
	"slices"
	"strings"

	"github.com/aws/jsii-runtime-go"

	"github.com/stepwise-go/stepwise/diag"
	"github.com/stepwise-go/stepwise/ordjson"
)

// putDefinition writes the definition and its substitutions to the resource.
func (m *StateMachine) putDefinition() {
	m.names = newPlaceholders(cdkTokens{m.stack}, m.props.Substitutions)
	m.flow.problems.Add(m.names.problems().Place(at(m.at))...)
	if m.flow.machine == nil {
		return
	}
	o := m.flow.machine.JSON()
	inPartition(o, value(m.stack.Partition()))
	text, err := layout(o)
	if err != nil {
		m.flow.add(m.at, unexpected(err))
		return
	}
	readable := m.flow.unguard(m.names.replace(text))
	m.checkPlaceholders(readable)
	if len(m.flow.problems.Errors()) > 0 {
		return
	}
	m.cfn.SetDefinitionString(jsii.String(readable))
	if len(m.names.values) > 0 {
		m.cfn.SetDefinitionSubstitutions(m.names.values)
	}
}

// inPartition puts the partition in the ARNs of integrations, which definitions write as
// arn:aws:states:::. They stand in Resource of a Task, an ItemReader and a ResultWriter only.
func inPartition(graph *ordjson.Object, partition string) {
	states, _ := graph.Get("States")
	o, _ := states.(*ordjson.Object)
	if o == nil || partition == "aws" {
		return
	}
	for _, v := range o.All() {
		state, _ := v.(*ordjson.Object)
		if state == nil {
			continue
		}
		withPartition(state, partition)
		for _, field := range []string{"ItemReader", "ResultWriter"} {
			part, _ := state.Get(field)
			if inner, ok := part.(*ordjson.Object); ok {
				withPartition(inner, partition)
			}
		}
		for _, field := range []string{"ItemProcessor", "Iterator"} {
			part, _ := state.Get(field)
			if inner, ok := part.(*ordjson.Object); ok {
				inPartition(inner, partition)
			}
		}
		branches, _ := state.Get("Branches")
		list, _ := branches.([]any)
		for _, b := range list {
			if inner, ok := b.(*ordjson.Object); ok {
				inPartition(inner, partition)
			}
		}
	}
}

func withPartition(o *ordjson.Object, partition string) {
	const written = "arn:aws:states:::"
	resource, _ := o.Get("Resource")
	if text, ok := resource.(string); ok && strings.HasPrefix(text, written) {
		o.Set("Resource", "arn:"+partition+":states:::"+strings.TrimPrefix(text, written))
	}
}

// checkPlaceholders compares the placeholders of the definition with the values there are.
func (m *StateMachine) checkPlaceholders(text string) {
	used := map[string]bool{}
	var unknown diag.List
	for _, name := range findPlaceholders(text) {
		if !used[name] && m.names.values[name] == nil {
			unknown.Add(noSubstitution(name))
		}
		used[name] = true
	}
	for name := range m.props.Substitutions {
		if !used[name] {
			unknown.Add(unusedSubstitution(name))
		}
	}
	slices.SortFunc(unknown, func(a, b diag.Diagnostic) int { return strings.Compare(a.Code+a.Summary, b.Code+b.Summary) })
	m.flow.problems.Add(unknown.Place(at(m.at))...)
}

func value(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}
