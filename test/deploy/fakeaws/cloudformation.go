package fakeaws

import (
	"fmt"
	"net/url"
	"slices"
	"strings"

	"github.com/stepwise-go/stepwise/ordjson"
)

type stack struct {
	id, name, status string
	template         *ordjson.Object
	text             string
	parameters       map[string]string
	resources        map[string]*resource
	outputs          map[string]string
	events           []event
}

type event struct{ id, logicalID, kind, status, reason string }

type changeSet struct {
	id, stack, text string
	parameters      map[string]string
	status, reason  string
	executed        bool
}

func (s *Server) cloudFormation(action string, form url.Values) (string, *apiFault) {
	name := stackName(form.Get("StackName"))
	switch action {
	case "DescribeStacks":
		st := s.find(form.Get("StackName"))
		if st == nil {
			return "", &apiFault{"ValidationError", fmt.Sprintf("Stack with id %s does not exist", name)}
		}
		return "<Stacks><member>" + st.describe() + "</member></Stacks>", nil
	case "DescribeStackEvents":
		return s.describeEvents(form.Get("StackName"))
	case "DescribeStackResources":
		return "<StackResources></StackResources>", nil
	case "GetTemplate":
		st := s.stacks[name]
		if st == nil {
			return "", &apiFault{"ValidationError", fmt.Sprintf("Stack with id %s does not exist", name)}
		}
		return tag("TemplateBody", st.text), nil
	case "CreateChangeSet":
		return s.createChangeSet(name, form)
	case "DescribeChangeSet":
		return s.describeChangeSet(name, form.Get("ChangeSetName"))
	case "DeleteChangeSet":
		delete(s.sets, name+"/"+changeSetName(form.Get("ChangeSetName")))
		return "", nil
	case "ExecuteChangeSet":
		set := s.sets[name+"/"+changeSetName(form.Get("ChangeSetName"))]
		if set == nil {
			return "", &apiFault{"ChangeSetNotFound", "ChangeSet does not exist"}
		}
		set.executed = true
		s.deploy(s.stacks[name], set.text, set.parameters)
		return "", nil
	case "DeleteStack":
		if st := s.stacks[name]; st != nil {
			s.destroy(st)
			st.status = "DELETE_COMPLETE"
			s.event(st, st.name, "AWS::CloudFormation::Stack", st.status, "")
			s.deleted[st.id] = st
			delete(s.stacks, name)
		}
		return "", nil
	}
	return "", &apiFault{"InvalidAction", action}
}

// stackName takes the name out of an ARN.
func stackName(text string) string {
	if rest, ok := strings.CutPrefix(text, "arn:"); ok {
		if parts := strings.Split(rest, "/"); len(parts) > 1 {
			return parts[1]
		}
	}
	return text
}

func changeSetName(text string) string {
	if strings.HasPrefix(text, "arn:") {
		return strings.Split(text, "/")[1]
	}
	return text
}

func (s *Server) createChangeSet(name string, form url.Values) (string, *apiFault) {
	text := form.Get("TemplateBody")
	if u := form.Get("TemplateURL"); u != "" {
		parsed, err := url.Parse(u)
		if err != nil {
			return "", &apiFault{"ValidationError", err.Error()}
		}
		text = string(s.objects[strings.TrimPrefix(parsed.Path, "/")])
	}
	set := &changeSet{stack: name, text: text, parameters: map[string]string{}, status: "CREATE_COMPLETE"}
	for i := 1; form.Has(fmt.Sprintf("Parameters.member.%d.ParameterKey", i)); i++ {
		p := fmt.Sprintf("Parameters.member.%d.", i)
		set.parameters[form.Get(p+"ParameterKey")] = form.Get(p + "ParameterValue")
	}
	setName := changeSetName(form.Get("ChangeSetName"))
	set.id = fmt.Sprintf("arn:aws:cloudformation:%s:%s:changeSet/%s/%d", Region, Account, setName, s.next())
	st := s.stacks[name]
	if st == nil {
		st = &stack{name: name, status: "REVIEW_IN_PROGRESS", id: fmt.Sprintf("arn:aws:cloudformation:%s:%s:stack/%s/%d", Region, Account, name, s.next())}
		s.stacks[name] = st
	} else if st.text == text {
		set.status, set.reason = "FAILED", "The submitted information didn't contain changes. Submit different information to create a change set."
	}
	s.sets[name+"/"+setName] = set
	return tag("Id", set.id) + tag("StackId", st.id), nil
}

func (s *Server) describeChangeSet(name, set string) (string, *apiFault) {
	c := s.sets[name+"/"+changeSetName(set)]
	if c == nil {
		return "", &apiFault{"ChangeSetNotFound", fmt.Sprintf("ChangeSet [%s] does not exist", set)}
	}
	available := "AVAILABLE"
	if c.status == "FAILED" {
		available = "UNAVAILABLE"
	}
	return tag("ChangeSetId", c.id) + tag("StackName", name) + tag("StackId", s.stacks[name].id) + tag("Status", c.status) +
		tag("StatusReason", c.reason) + tag("ExecutionStatus", available) +
		"<Changes><member><Type>Resource</Type><ResourceChange><Action>Add</Action><LogicalResourceId>X</LogicalResourceId><ResourceType>X</ResourceType></ResourceChange></member></Changes>", nil
}

// find returns a stack by its name or ID; a deleted one is found by its ID only.
func (s *Server) find(name string) *stack {
	if st := s.deleted[name]; st != nil {
		return st
	}
	return s.stacks[stackName(name)]
}

func (s *Server) describeEvents(name string) (string, *apiFault) {
	st := s.find(name)
	if st == nil {
		return "", &apiFault{"ValidationError", fmt.Sprintf("Stack [%s] does not exist", name)}
	}
	name = st.name
	var b strings.Builder
	b.WriteString("<StackEvents>")
	for _, e := range slices.Backward(st.events) {
		b.WriteString("<member>" + tag("StackId", st.id) + tag("StackName", name) + tag("EventId", e.id) + tag("LogicalResourceId", e.logicalID) +
			tag("ResourceType", e.kind) + tag("ResourceStatus", e.status) + tag("ResourceStatusReason", e.reason) + tag("Timestamp", "2099-01-01T00:00:00Z") + "</member>")
	}
	b.WriteString("</StackEvents>")
	return b.String(), nil
}

func (st *stack) describe() string {
	var outputs strings.Builder
	for k, v := range st.outputs {
		outputs.WriteString("<member>" + tag("OutputKey", k) + tag("OutputValue", v) + "</member>")
	}
	return tag("StackId", st.id) + tag("StackName", st.name) + tag("StackStatus", st.status) + tag("CreationTime", "2026-01-01T00:00:00Z") +
		"<Outputs>" + outputs.String() + "</Outputs><Parameters></Parameters>"
}

func (s *Server) event(st *stack, logicalID, kind, status, reason string) {
	st.events = append(st.events, event{fmt.Sprint("e", s.next()), logicalID, kind, status, reason})
}

// deploy creates or updates everything at once; the stack then has its final status.
func (s *Server) deploy(st *stack, text string, parameters map[string]string) {
	verb := "CREATE"
	if st.status != "REVIEW_IN_PROGRESS" {
		verb = "UPDATE"
	}
	s.event(st, st.name, "AWS::CloudFormation::Stack", verb+"_IN_PROGRESS", "")
	made, err := s.evaluate(st, text, parameters)
	if err != nil {
		s.event(st, err.logicalID, err.kind, verb+"_FAILED", err.reason)
		st.status = map[string]string{"CREATE": "ROLLBACK_COMPLETE", "UPDATE": "UPDATE_ROLLBACK_COMPLETE"}[verb]
		s.event(st, st.name, "AWS::CloudFormation::Stack", st.status, err.reason)
		return
	}
	s.destroy(st)
	st.template, st.text, st.parameters, st.resources, st.outputs = made.template, text, parameters, made.resources, made.outputs
	for id, r := range st.resources {
		if r.kind == "AWS::StepFunctions::StateMachine" {
			s.machines[r.attributes["Arn"]] = r.machine
		}
		s.event(st, id, r.kind, verb+"_COMPLETE", "")
	}
	st.status = verb + "_COMPLETE"
	s.event(st, st.name, "AWS::CloudFormation::Stack", st.status, "")
}

func (s *Server) destroy(st *stack) {
	for _, r := range st.resources {
		delete(s.machines, r.attributes["Arn"])
	}
	st.resources = nil
}
