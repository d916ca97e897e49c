package load

import (
	"github.com/stepwise-go/stepwise/iam"
	"github.com/stepwise-go/stepwise/ordjson"
)

// statements collects the policies of the role that a state machine has in this template: those
// inside the role, and the AWS::IAM::Policy and ManagedPolicy resources attached to it.
func (t *template) statements(props any) []iam.Statement {
	var out []iam.Statement
	o, _ := props.(*ordjson.Object)
	for _, key := range []string{"RoleArn", "Role"} {
		if v, ok := o.Get(key); ok {
			out = append(out, t.ofRole(roleID(v))...)
		}
	}
	if v, ok := o.Get("Policies"); ok { // SAM
		list, _ := v.([]any)
		for _, p := range list {
			out = append(out, t.document(p)...)
		}
	}
	return out
}

func roleID(v any) string {
	if list, ok := ordjson.Lookup(v, "/Fn::GetAtt"); ok {
		if ids := texts(list); len(ids) > 0 {
			return ids[0]
		}
	}
	return textAt(v, "Ref")
}

func (t *template) ofRole(id string) []iam.Statement {
	if id == "" {
		return nil
	}
	var out []iam.Statement
	role, _ := t.resources.Get(id)
	inline, _ := ordjson.Lookup(role, "/Properties/Policies")
	list, _ := inline.([]any)
	for _, p := range list {
		d, _ := ordjson.Lookup(p, "/PolicyDocument")
		out = append(out, t.document(d)...)
	}
	for _, r := range t.resources.All() {
		if kind := textAt(r, "Type"); kind != "AWS::IAM::Policy" && kind != "AWS::IAM::ManagedPolicy" {
			continue
		}
		roles, _ := ordjson.Lookup(r, "/Properties/Roles")
		attached, _ := roles.([]any)
		for _, a := range attached {
			if roleID(a) == id {
				d, _ := ordjson.Lookup(r, "/Properties/PolicyDocument")
				out = append(out, t.document(d)...)
			}
		}
	}
	return out
}

func (t *template) document(d any) []iam.Statement {
	v, ok := ordjson.Lookup(d, "/Statement")
	if !ok {
		return nil
	}
	list, isList := v.([]any)
	if !isList {
		list = []any{v}
	}
	var out []iam.Statement
	for _, e := range list {
		s, ok := t.resolve(e, 0).(*ordjson.Object)
		if !ok {
			continue
		}
		actions, _ := s.Get("Action")
		resources, _ := s.Get("Resource")
		st := iam.Allow(texts(actions)...).On(texts(resources)...)
		st.Deny = textAt(s, "Effect") == "Deny"
		st.Sid = textAt(s, "Sid")
		conditions, _ := s.Get("Condition")
		operators, _ := conditions.(*ordjson.Object)
		for op, keys := range operators.All() {
			ofKey, _ := keys.(*ordjson.Object)
			for k, values := range ofKey.All() {
				st = st.If(op, k, texts(values)...)
			}
		}
		out = append(out, st)
	}
	return out
}
