package load

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/stepwise-go/stepwise/ordjson"
)

// cfnTag turns the short form of a CloudFormation function into the long one.
// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference.html
func cfnTag(tag string, value any) (any, error) {
	name := strings.TrimPrefix(tag, "!")
	if name != "Ref" && name != "Condition" {
		name = "Fn::" + name
	}
	if text, ok := value.(string); ok && name == "Fn::GetAtt" {
		id, attribute, _ := strings.Cut(text, ".")
		value = []any{id, attribute}
	}
	return ordjson.NewObject(ordjson.Member{Key: name, Value: value}), nil
}

// pseudo are the values of pseudo parameters that a definition may hold. The partition matters to
// rules; the others are stand-ins.
var pseudo = map[string]string{
	"AWS::Partition": "aws", "AWS::URLSuffix": "amazonaws.com",
}

// noValue is what AWS::NoValue stands for: the member it is the value of is not there.
type noValue struct{}

const maxResolve = 100

// dynamic is a reference to Systems Manager or Secrets Manager, which CloudFormation replaces.
// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html
var dynamic = regexp.MustCompile(`\{\{(resolve:[^{}]+)\}\}`)

// resolve puts text in the place of CloudFormation functions: the value if the template has it,
// otherwise ${...} with what it refers to.
func (t *template) resolve(v any, depth int) any {
	if depth > maxResolve {
		return v
	}
	switch x := v.(type) {
	case string:
		return dynamic.ReplaceAllString(x, "$${$1}")
	case []any:
		out := make([]any, 0, len(x))
		for _, e := range x {
			if r := t.resolve(e, depth+1); r != (noValue{}) {
				out = append(out, r)
			}
		}
		return out
	case *ordjson.Object:
		if name, arg, ok := functionCall(x); ok {
			return t.function(name, arg, depth+1)
		}
		out := &ordjson.Object{}
		for k, e := range x.All() {
			if r := t.resolve(e, depth+1); r != (noValue{}) {
				out.Set(k, r)
			}
		}
		return out
	}
	return v
}

// tags resolves functions in their short form. Outside of a template an object {"Ref": ...} is just that.
func (t *template) tags(body *ordjson.Object) *ordjson.Object {
	if !t.tagged {
		return body
	}
	resolved, _ := t.resolve(body, 0).(*ordjson.Object)
	return resolved
}

func functionCall(o *ordjson.Object) (name string, arg any, ok bool) {
	if o.Len() != 1 {
		return "", nil, false
	}
	m := o.At(0)
	return m.Key, m.Value, m.Key == "Ref" || strings.HasPrefix(m.Key, "Fn::")
}

// function is the value of a function of the template.
func (t *template) function(name string, arg any, depth int) any {
	switch name {
	case "Ref":
		return t.known(fmt.Sprint(arg))
	case "Fn::GetAtt":
		return "${" + strings.Join(texts(arg), ".") + "}"
	case "Fn::Sub":
		return t.sub(arg, depth)
	case "Fn::ImportValue":
		return "${" + strings.Join(texts(t.resolve(arg, depth)), ".") + "}"
	case "Fn::If":
		return t.choice(arg, depth)
	case "Fn::Transform":
		return t.include(arg)
	case "Fn::ToJsonString":
		return ordjson.String(t.resolve(arg, depth))
	}
	args, _ := t.resolve(arg, depth).([]any)
	if v, ok := t.ofList(name, args); ok {
		return v
	}
	return "${" + strings.TrimPrefix(name, "Fn::") + "}"
}

// known is what Ref gives, unless that is the empty text: a parameter with that default has no value
// that would do in a definition.
func (t *template) known(name string) any {
	if v := t.reference(name); v != "" {
		return v
	}
	return "${" + name + "}"
}

// reference is what Ref gives: the default of a parameter, or else ${Name}. What a parameter has for a
// value of the Parameter Store is only the name of that value.
func (t *template) reference(name string) any {
	if name == "AWS::NoValue" {
		return noValue{}
	}
	if value, ok := pseudo[name]; ok {
		return value
	}
	at := "/Parameters/" + ordjson.EscapePointer(name)
	kind, _ := ordjson.Lookup(t.root, at+"/Type")
	if text, _ := kind.(string); strings.HasPrefix(text, "AWS::SSM::") {
		return "${" + name + "}"
	}
	v, _ := ordjson.Lookup(t.root, at+"/Default")
	switch v.(type) {
	case string, bool:
		return v
	}
	if ordjson.IsNumber(v) {
		return v
	}
	return "${" + name + "}"
}

func (t *template) sub(arg any, depth int) any {
	text, _ := arg.(string)
	values := map[string]string{}
	if list, ok := arg.([]any); ok && len(list) == 2 {
		text, _ = list[0].(string)
		own, _ := list[1].(*ordjson.Object)
		for k, v := range own.All() {
			values[k] = strings.Join(texts(t.resolve(v, depth)), "")
		}
	}
	text, _ = t.resolve(text, depth).(string)
	return expand(text, func(name string) string {
		name = strings.TrimSpace(name)
		if v, ok := values[name]; ok {
			return v
		}
		if literal, ok := strings.CutPrefix(name, "!"); ok {
			return "${" + literal + "}"
		}
		return strings.Join(texts(t.known(name)), "")
	})
}

func texts(v any) []string {
	switch x := v.(type) {
	case nil, noValue:
		return nil
	case string:
		return []string{x}
	case []any:
		out := make([]string, 0, len(x))
		for _, e := range x {
			out = append(out, strings.Join(texts(e), ","))
		}
		return out
	}
	return []string{ordjson.String(v)}
}
