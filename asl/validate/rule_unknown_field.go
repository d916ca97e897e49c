package validate

import (
	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/internal/nearest"
)

var ruleUnknownField = Rule{
	Code: "SW202", Name: "unknown-field", AWS: "SCHEMA_VALIDATION_FAILED",
	Title: "only fields that the part of the definition has",
	Doc: `AWS refuses a field that a state, a retrier, a choice rule or another part of a definition does not have: a
misspelt one, and one that other types of states have. TimeoutSeconds is for Task only; Retry and Catch are for Task,
Parallel and Map. Notes belong into Comment, which every part has.

https://docs.aws.amazon.com/step-functions/latest/dg/statemachine-structure.html`,
	Wrong: `
"Charge": {"Type": "Pass", "ResutlPath": "$.charge", "End": true}`,
	Right: `
"Charge": {"Type": "Pass", "ResultPath": "$.charge", "End": true}`,
	check: func(r *run) {
		for i := range r.parts {
			p := &r.parts[i]
			if p.extra.Len() == 0 {
				continue
			}
			if _, unknown := p.value.(*asl.Unknown); unknown || notAMachine(p.value) {
				continue
			}
			for name := range p.extra.All() {
				if _, known := asl.FieldOf(p.value, name); !known && !p.hasOwn(name) && !hasToken(name) {
					r.unknownField(p, name)
				}
			}
		}
	},
}

// notAMachine tells a document about something else, of which nothing more can be said.
func notAMachine(part any) bool {
	m, ok := part.(*asl.Machine)
	return ok && !hasField(m, "StartAt") && !hasField(m, "States")
}

func (r *run) unknownField(p *part, name string) {
	f := r.atPart(p, "/"+pointerKey(name)).say(msgUnknownField, article(p.words()), name).aws("Field '%s' is not supported", name).awsAt(p.pointer)
	if _, rule := p.value.(*asl.Rule); rule {
		f.fix(nearest.Suggest(name, p.fieldNames(), fixUnknownOperator))
		return
	}
	var others []string
	if _, state := p.value.(asl.State); state {
		for _, t := range asl.StateTypes {
			if _, has := asl.FieldOf(stateOf[t], name); has {
				others = append(others, string(t))
			}
		}
	}
	if len(others) > 0 {
		f.fix(fixFieldElsewhere, name, and(others))
		return
	}
	f.fix(nearest.Suggest(name, p.fieldNames(), fixUnknownField))
}

// fieldNames are the names that may stand in a part.
func (p *part) fieldNames() []string {
	var names []string
	for _, f := range asl.Fields(p.value) {
		names = append(names, f.Name)
	}
	switch p.value.(type) {
	case *asl.Rule:
		for _, o := range asl.Operators {
			names = append(names, o.Name)
		}
	case asl.State:
		names = append(names, "Type")
	}
	return names
}

// stateOf has an empty state of each type, to ask for its fields.
var stateOf = map[asl.StateType]asl.State{
	asl.TypeTask: &asl.Task{}, asl.TypePass: &asl.Pass{}, asl.TypeWait: &asl.Wait{}, asl.TypeChoice: &asl.Choice{},
	asl.TypeParallel: &asl.Parallel{}, asl.TypeMap: &asl.Map{}, asl.TypeSucceed: &asl.Succeed{}, asl.TypeFail: &asl.Fail{},
}
