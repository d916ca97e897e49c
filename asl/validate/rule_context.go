package validate

import (
	"slices"
	"strings"

	"github.com/stepwise-go/stepwise/asl/jsonata"
	"github.com/stepwise-go/stepwise/asl/jsonpath"
	"github.com/stepwise-go/stepwise/internal/nearest"
)

var ruleContext = Rule{
	Code: "SW315", Name: "context", Severity: warning,
	Title: "the context object has what is read from it",
	Doc: `The context object, $$ in JSONPath and $states.context in JSONata, has Execution (Id, Input, Name, RoleArn, StartTime,
RedriveCount, RedriveTime), State (EnteredTime, Name, RetryCount), StateMachine (Id, Name), Task (Token) and, for a Map, Map.Item
(Index, Value, Key, Source). A path to anything else fails when the state runs.

https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html`,
	Wrong: `
"First": {"Type": "Pass", "Parameters": {"run.$": "$$.Execution.ID"}, "End": true}`,
	Right: `
"First": {"Type": "Pass", "Parameters": {"run.$": "$$.Execution.Id"}, "End": true}`,
	check: func(r *run) {
		for u := range r.usesWith(readsContext) {
			u.eachPath(func(p *jsonpath.Path) {
				if p.Root() != jsonpath.Context || u.guarded {
					return
				}
				if names, ok := p.Names(); ok {
					r.contextField(u, names)
				}
			})
			if u.query == nil {
				continue
			}
			for _, ref := range u.query.refs {
				if ref.Name == "states" && len(ref.Path) > 1 && ref.Path[0] == "context" && !ref.Guarded {
					r.contextField(u, ref.Path[1:])
				}
			}
		}
	},
}

// readsContext tells whether a text reads the context object.
func readsContext(t *reading) bool {
	inQuery := func(ref jsonata.Ref) bool { return ref.Name == "states" }
	return t.hasPath(func(p *jsonpath.Path) bool { return p.Root() == jsonpath.Context }) || t.query != nil && slices.ContainsFunc(t.query.refs, inQuery)
}

// contextField reports a path into the context object that leads nowhere.
func (r *run) contextField(u *use, names []string) {
	around := ""
	for _, name := range names {
		known, ok := contextFields[around]
		if !ok || masked(name) {
			return
		}
		if !slices.Contains(known, name) {
			f := r.use(u).say(msgContextField, contextPart(around), name)
			f.fix(nearest.Suggest(name, known, text(fixContextField, []any{and(known)})))
			return
		}
		around += "/" + name
	}
}

func contextPart(around string) string {
	if around == "" {
		return "the context object"
	}
	return strings.ReplaceAll(around[1:], "/", ".") + " of the context object"
}

// contextFields are the fields of the parts of the context object; what is in the others can be anything.
var contextFields = map[string][]string{
	"":              {"Execution", "State", "StateMachine", "Task", "Map"},
	"/Execution":    {"Id", "Input", "Name", "RoleArn", "StartTime", "RedriveCount", "RedriveTime"},
	"/State":        {"EnteredTime", "Name", "RetryCount"},
	"/StateMachine": {"Id", "Name"},
	"/Task":         {"Token"},
	"/Map":          {"Item"},
	"/Map/Item":     {"Index", "Value", "Key", "Source"},
}
