package load

import (
	"strconv"
	"strings"

	"github.com/stepwise-go/stepwise/ordjson"
)

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
	o, _ := t.resolve(v, 0).(*ordjson.Object)
	out := make(map[string]string, o.Len())
	for k, e := range o.All() {
		out[k] = strings.Join(texts(e), ",")
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
			out.Set(replaceText(k, values), replaceAll(e, values))
		}
		return out
	}
	return v
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
