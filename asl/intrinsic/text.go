package intrinsic

import (
	"strings"

	"github.com/stepwise-go/stepwise/ordjson"
)

func jsonMerge(in *invocation) (any, error) {
	if in.args[2] != false {
		return nil, in.fail(failDeep)
	}
	merged := in.args[0].(*ordjson.Object).Clone()
	for key, v := range in.args[1].(*ordjson.Object).All() {
		merged.Set(key, v)
	}
	return merged, nil
}

func stringToJSON(in *invocation) (any, error) {
	if strings.TrimSpace(in.text(0)) == "" {
		return nil, nil
	}
	v, err := ordjson.DecodeString(in.text(0))
	if err != nil {
		return nil, in.fail(failJSON, err)
	}
	return v, nil
}

func jsonToString(in *invocation) (any, error) { return ordjson.String(in.args[0]), nil }

func stringSplit(in *invocation) (any, error) {
	splitters := in.text(1)
	parts := []any{}
	for part := range strings.FieldsFuncSeq(in.text(0), func(r rune) bool { return strings.ContainsRune(splitters, r) }) {
		parts = append(parts, part)
	}
	return parts, nil
}

// format fills the pieces of a template. A template that is no literal has no escapes.
func format(in *invocation) (any, error) {
	pieces := in.call.pieces
	if pieces == nil {
		pieces = strings.Split(in.text(0), "{}")
	}
	values := in.args[1:]
	if len(values) != len(pieces)-1 {
		return nil, in.fail(failPlaces, len(pieces)-1, len(values))
	}
	var b strings.Builder
	b.WriteString(pieces[0])
	for i, v := range values {
		writeText(&b, v)
		b.WriteString(pieces[i+1])
	}
	return b.String(), nil
}

// writeText writes a value as Java prints it, which is how the service does: {a=1, b=[x, y]}.
func writeText(b *strings.Builder, v any) {
	switch t := v.(type) {
	case string:
		b.WriteString(t)
	case []any:
		b.WriteByte('[')
		for i, element := range t {
			if i > 0 {
				b.WriteString(", ")
			}
			writeText(b, element)
		}
		b.WriteByte(']')
	case *ordjson.Object:
		b.WriteByte('{')
		for i := range t.Len() {
			if i > 0 {
				b.WriteString(", ")
			}
			member := t.At(i)
			b.WriteString(member.Key)
			b.WriteByte('=')
			writeText(b, member.Value)
		}
		b.WriteByte('}')
	default:
		b.WriteString(ordjson.String(v))
	}
}
