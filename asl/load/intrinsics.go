package load

import (
	"fmt"
	"strconv"
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

const maxResolve = 100

// resolve puts text in the place of CloudFormation functions: the value if the template has it,
// otherwise ${...} with what it refers to.
func (t *template) resolve(v any, depth int) any {
	if depth > maxResolve {
		return v
	}
	switch x := v.(type) {
	case []any:
		out := make([]any, len(x))
		for i, e := range x {
			out[i] = t.resolve(e, depth+1)
		}
		return out
	case *ordjson.Object:
		if x.Len() == 1 {
			m := x.At(0)
			if m.Key == "Ref" || strings.HasPrefix(m.Key, "Fn::") {
				return t.function(m.Key, m.Value, depth+1)
			}
		}
		out := &ordjson.Object{}
		for k, e := range x.All() {
			out.Set(k, t.resolve(e, depth+1))
		}
		return out
	}
	return v
}

func (t *template) function(name string, arg any, depth int) any {
	switch name {
	case "Ref":
		return t.reference(fmt.Sprint(arg))
	case "Fn::GetAtt":
		return "${" + strings.Join(texts(arg), ".") + "}"
	case "Fn::Join":
		if list, ok := arg.([]any); ok && len(list) == 2 {
			parts, _ := t.resolve(list[1], depth).([]any)
			separator, _ := list[0].(string)
			return strings.Join(texts(parts), separator)
		}
	case "Fn::Sub":
		return t.sub(arg, depth)
	case "Fn::If":
		if list, ok := arg.([]any); ok && len(list) == 3 {
			return t.resolve(list[1], depth)
		}
	case "Fn::ImportValue":
		return "${" + strings.Join(texts(t.resolve(arg, depth)), ".") + "}"
	}
	return "${" + strings.TrimPrefix(name, "Fn::") + "}"
}

// reference is the default of a parameter, which is a text or a number, or else ${Name}.
func (t *template) reference(name string) any {
	if value, ok := pseudo[name]; ok {
		return value
	}
	v, _ := ordjson.Lookup(t.root, "/Parameters/"+ordjson.EscapePointer(name)+"/Default")
	if _, isText := v.(string); isText || ordjson.IsNumber(v) {
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
	return expand(text, func(name string) string {
		if v, ok := values[name]; ok {
			return v
		}
		if literal, ok := strings.CutPrefix(name, "!"); ok {
			return "${" + literal + "}"
		}
		return fmt.Sprint(t.reference(name))
	})
}

// expand replaces each ${name} of a text.
func expand(text string, value func(name string) string) string {
	var b strings.Builder
	for {
		i := strings.Index(text, "${")
		if i < 0 {
			break
		}
		end := strings.IndexByte(text[i:], '}')
		if end < 0 {
			break
		}
		b.WriteString(text[:i])
		b.WriteString(value(text[i+2 : i+end]))
		text = text[i+end+1:]
	}
	b.WriteString(text)
	return b.String()
}

// substitutions are the DefinitionSubstitutions, resolved.
func (t *template) substitutions(props *ordjson.Object) map[string]string {
	v, _ := props.Get("DefinitionSubstitutions")
	o, _ := v.(*ordjson.Object)
	out := make(map[string]string, o.Len())
	for k, e := range o.All() {
		out[k] = strings.Join(texts(t.resolve(e, 0)), ",")
	}
	return out
}

func replaceText(text string, values map[string]string) string {
	return expand(text, func(name string) string {
		if v, ok := values[name]; ok {
			return v
		}
		return "${" + name + "}"
	})
}

func replaceAll(v any, values map[string]string) any {
	switch x := v.(type) {
	case string:
		return replaceText(x, values)
	case []any:
		out := make([]any, len(x))
		for i, e := range x {
			out[i] = replaceAll(e, values)
		}
		return out
	case *ordjson.Object:
		out := &ordjson.Object{}
		for k, e := range x.All() {
			out.Set(k, replaceAll(e, values))
		}
		return out
	}
	return v
}

func texts(v any) []string {
	switch x := v.(type) {
	case nil:
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

// quoteBare puts quotes around each ${...} of a JSON text that stands outside of a string, as a number
// that is known only at deployment does: {"Seconds": ${Delay}}.
func quoteBare(text string) string {
	if !strings.Contains(text, "${") {
		return text
	}
	var b strings.Builder
	inside := false
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case inside && c == '\\' && i+1 < len(text):
			b.WriteString(text[i : i+2])
			i++
			continue
		case c == '"':
			inside = !inside
		case !inside && strings.HasPrefix(text[i:], "${"):
			if end := strings.IndexByte(text[i:], '}'); end > 0 {
				b.WriteString(strconv.Quote(text[i : i+end+1]))
				i += end
				continue
			}
		}
		b.WriteByte(text[i])
	}
	return b.String()
}
