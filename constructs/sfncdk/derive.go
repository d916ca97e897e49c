package sfncdk

import (
	"slices"
	"strings"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/asl/validate"
	"github.com/stepwise-go/stepwise/constructs/sfn"
	"github.com/stepwise-go/stepwise/diag"
	"github.com/stepwise-go/stepwise/iam"
	"github.com/stepwise-go/stepwise/internal/integrations"
	"github.com/stepwise-go/stepwise/ordjson"
	"github.com/stepwise-go/stepwise/tasks"
)

// checkText runs the rules of the States Language over a definition that came as text.
func checkText(m *asl.Machine, p StateMachineProps) diag.List {
	opts := validate.Options{Type: validate.MachineType(p.Type), Name: p.Name, Flow: p.Flow}
	pointers := pointersOf(m)
	for _, i := range p.Ignore {
		if at, ok := pointers[i.State]; ok {
			opts.Ignore = append(opts.Ignore, validate.Ignore{Code: i.Code, Pointer: at, Reason: i.Reason})
		}
	}
	return validate.Machine(m, opts)
}

// ignoresNothing reports what is accepted in states that are not there.
func ignoresNothing(m *asl.Machine, ignores []sfn.Ignore) (out diag.List) {
	pointers := pointersOf(m)
	for _, i := range ignores {
		if _, ok := pointers[i.State]; !ok {
			out.Add(ignoredNowhere(i.Code, i.State))
		}
	}
	return out
}

// pointersOf are the pointers to all states, by name; "" is the machine.
func pointersOf(m *asl.Machine) map[string]string {
	out := map[string]string{"": ""}
	asl.Walk(m, func(at *asl.Place) { out[at.Name] = at.Pointer })
	return out
}

// derive finds the permissions and metrics of a definition that came as text, as far as the text says what
// they are about. Where it does not there is a warning, unless the props say who cares for permissions.
func (w *workflow) derive(m *asl.Machine, p StateMachineProps, places diag.Places) {
	values := userValues(p.Substitutions)
	warn := !p.NoGrants && len(p.Statements) == 0
	asl.Walk(m, func(at *asl.Place) {
		var b sfn.Binding
		var unknown string
		switch s := at.State.(type) {
		case *asl.Task:
			b, unknown = bindingOf(at, s)
			b.Statements = append(b.Statements, assumed(s)...)
			w.tasks = append(w.tasks, sfn.TaskInfo{Name: at.Name, Pointer: at.Pointer, Binding: b})
			if unknown != "" && warn {
				w.problems.Add(diag.List{pointed(permissionsUnknown(at.Name, s.Resource, unknown), at)}.Place(places)...)
			}
		case *asl.Map:
			b.Statements, unknown = childrenOf(s)
			if unknown != "" && warn {
				w.problems.Add(diag.List{pointed(permissionsUnknown(at.Name, "", unknown), at)}.Place(places)...)
			}
		}
		for _, s := range rewritten(b.Statements, values) {
			w.statements = append(w.statements, inState(s, at.Name))
		}
	})
}

func pointed(d diag.Diagnostic, at *asl.Place) diag.Diagnostic {
	d.Pointer, d.In = at.Pointer, at.Path()
	return d
}

// userValues puts the values of the user's placeholders in the place of their names.
func userValues(substitutions map[string]string) *strings.Replacer {
	var pairs []string
	for name, v := range substitutions {
		pairs = append(pairs, "${"+name+"}", v)
	}
	return strings.NewReplacer(pairs...)
}

// bindingOf returns what the integration of a Task would contribute if it were written in Go, and
// why the permissions are not known if they are not.
func bindingOf(at *asl.Place, t *asl.Task) (b sfn.Binding, unknown string) {
	r, err := integrations.Parse(t.Resource)
	switch {
	case strings.HasPrefix(t.Resource, "${") && strings.HasSuffix(t.Resource, "}"), err == nil && r.Kind == integrations.Function:
		// A placeholder for the whole resource is a function or an activity; the latter needs no permission
		// and is not harmed by one.
		return bind(at, t, tasks.LambdaInvoke{Function: tasks.FunctionAt(t.Resource), PayloadOnly: true}), ""
	case err != nil:
		return b, err.Error()
	case r.Kind == integrations.Activity:
		return bind(at, t, tasks.InvokeActivity{Activity: tasks.ActivityAt(t.Resource)}), ""
	case r.Kind != integrations.Optimised:
		return b, "it calls the API of " + r.Service + " directly"
	}
	arguments := t.Parameters.Object()
	if arguments == nil {
		arguments = t.Arguments.Object()
	}
	a := args{arguments, at.Language}
	make, ok := byResource[r.Service+":"+r.Action]
	if !ok {
		return b, "they depend on the resources it uses"
	}
	do, unknown := make(a, sfn.Pattern(r.Suffix))
	if unknown != "" {
		return b, unknown
	}
	return bind(at, t, do), ""
}

func bind(at *asl.Place, t *asl.Task, do sfn.Integration) sfn.Binding {
	return do.Bind(&sfn.TaskContext{State: at.Name, Language: at.Language})
}

// args are the Parameters or Arguments of a Task.
type args struct {
	object   *ordjson.Object
	language asl.QueryLanguage
}

// text returns a parameter that is plain text or a placeholder.
func (a args) text(name string) (string, bool) {
	if a.object == nil {
		return "", false
	}
	v, _ := a.object.Get(name)
	s, ok := v.(string)
	return s, ok && s != "" && !asl.IsExpression(s)
}

// byResource makes the integrations whose permissions can be read off their parameters.
var byResource = map[string]func(args, sfn.Pattern) (sfn.Integration, string){
	"lambda:invoke": func(a args, p sfn.Pattern) (sfn.Integration, string) {
		name, ok := a.text("FunctionName")
		qualifier, _ := a.text("Qualifier")
		return tasks.LambdaInvoke{Function: tasks.FunctionAt(name), Qualifier: qualifier, Pattern: p}, computed("FunctionName", ok)
	},
	"sqs:sendMessage": func(a args, p sfn.Pattern) (sfn.Integration, string) {
		url, ok := a.text("QueueUrl")
		if ok && sfn.HasToken(url) {
			return nil, "the ARN of a queue cannot be had from a placeholder for its URL"
		}
		return tasks.SQSSendMessage{Queue: tasks.QueueAt(url), Pattern: p}, computed("QueueUrl", ok)
	},
	"sns:publish": func(a args, p sfn.Pattern) (sfn.Integration, string) {
		arn, ok := a.text("TopicArn")
		return tasks.SNSPublish{Topic: tasks.TopicAt(arn), Pattern: p}, computed("TopicArn", ok)
	},
	"states:startExecution": func(a args, p sfn.Pattern) (sfn.Integration, string) {
		arn, ok := a.text("StateMachineArn")
		if strings.HasPrefix(string(p), string(sfn.RunJob)) {
			p = sfn.RunJob
		}
		return tasks.StartExecution{Machine: tasks.MachineAt(arn), Pattern: p}, computed("StateMachineArn", ok)
	},
	"dynamodb:getItem": table(func(t tasks.Table) sfn.Integration { return tasks.DynamoDBGetItem{Table: t} }),
	"dynamodb:putItem": table(func(t tasks.Table) sfn.Integration { return tasks.DynamoDBPutItem{Table: t} }),
	"dynamodb:updateItem": table(func(t tasks.Table) sfn.Integration {
		return tasks.DynamoDBUpdateItem{Table: t}
	}),
	"dynamodb:deleteItem": table(func(t tasks.Table) sfn.Integration { return tasks.DynamoDBDeleteItem{Table: t} }),
	"events:putEvents":    putEvents,
}

func table(of func(tasks.Table) sfn.Integration) func(args, sfn.Pattern) (sfn.Integration, string) {
	return func(a args, _ sfn.Pattern) (sfn.Integration, string) {
		name, ok := a.text("TableName")
		return of(tasks.TableAt(name)), computed("TableName", ok)
	}
}

func putEvents(a args, p sfn.Pattern) (sfn.Integration, string) {
	t := tasks.EventBridgePutEvents{Pattern: p}
	if a.object == nil {
		return t, computed("Entries", false)
	}
	v, _ := a.object.Get("Entries")
	list, ok := v.([]any)
	for _, e := range list {
		o, _ := e.(*ordjson.Object)
		entry := args{o, a.language}
		if o == nil || o.Has("EventBusName.$") {
			ok = false
			break
		}
		var event tasks.EventBridgeEvent
		if bus, named := entry.text("EventBusName"); named {
			event.Bus = tasks.EventBusAt(bus)
		} else if o.Has("EventBusName") {
			ok = false
		}
		t.Entries = append(t.Entries, event)
	}
	return t, computed("Entries", ok)
}

func computed(parameter string, known bool) string {
	if known {
		return ""
	}
	return parameter + " is computed when the state runs"
}

// assumed is the permission to take the role in Credentials, if it is plain text.
func assumed(t *asl.Task) []iam.Statement {
	role, ok := args{object: t.Credentials.Object()}.text("RoleArn")
	if !ok {
		return nil
	}
	return []iam.Statement{iam.Allow("sts:AssumeRole").On(role).Because("", "acts with the role in Credentials")}
}

// childrenOf are the permissions of a distributed Map, as package sfn gives them to its own.
func childrenOf(s *asl.Map) (out []iam.Statement, unknown string) {
	p := s.ItemProcessor
	if p == nil || p.ProcessorConfig == nil || p.ProcessorConfig.Mode != asl.ModeDistributed {
		return nil, ""
	}
	if s.ItemReader != nil || s.ResultWriter != nil {
		unknown = "they depend on the buckets it reads and writes"
	}
	same := sfn.NewDistributedMap("Map", sfn.NewPass("Item"), sfn.DistributedMapProps{DistributedProps: sfn.DistributedProps{Label: s.Label}})
	if d, err := sfn.Build(same); err == nil {
		out = d.Statements()
	}
	return out, unknown
}

// inState returns the statement with the state in its reasons.
func inState(s iam.Statement, state string) iam.Statement {
	s.Reasons = slices.Clone(s.Reasons)
	for i := range s.Reasons {
		s.Reasons[i].State = state
	}
	return s
}
