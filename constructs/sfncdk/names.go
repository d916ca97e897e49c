package sfncdk

import (
	"maps"
	"regexp"
	"slices"
	"strings"
)

// nameOf makes a name of what a token resolves to: of {"Fn::GetAtt": ["SubmitFunction12345678",
// "Arn"]} it is SubmitFunctionArn. What resolves to nothing yet is named by the hint in the token.
func nameOf(f mark, resolved any) string {
	name := identifier(reference(resolved))
	if name == "" {
		name = identifier(hint(f.text))
	}
	if name == "" {
		name = "Token"
	}
	return name
}

// reference returns a name for the first reference in a value, one to a resource before one to a
// pseudo parameter.
func reference(v any) string {
	refs := references(v, nil)
	if i := slices.IndexFunc(refs, func(r string) bool { return !strings.HasPrefix(r, "AWS") }); i >= 0 {
		return refs[i]
	}
	if len(refs) > 0 {
		return refs[0]
	}
	return ""
}

func references(v any, found []string) []string {
	switch t := v.(type) {
	case map[string]any:
		if ref, ok := t["Ref"].(string); ok {
			return append(found, strings.ReplaceAll(withoutHash(ref), "::", ""))
		}
		if list, ok := t["Fn::GetAtt"].([]any); ok && len(list) == 2 {
			id, _ := list[0].(string)
			attribute, _ := list[1].(string)
			return append(found, withoutHash(id)+attribute)
		}
		if export, ok := t["Fn::ImportValue"].(string); ok {
			_, name, _ := strings.Cut(export, "ExportsOutput")
			name = strings.TrimPrefix(strings.TrimPrefix(name, "FnGetAtt"), "Ref")
			return append(found, name)
		}
		for _, k := range slices.Sorted(maps.Keys(t)) {
			found = references(t[k], found)
		}
	case []any:
		for _, e := range t {
			found = references(e, found)
		}
	}
	return found
}

// hash is what the CDK puts at the end of logical IDs.
var hash = regexp.MustCompile(`[0-9A-F]{8}$`)

func withoutHash(logicalID string) string {
	if short := hash.ReplaceAllString(logicalID, ""); short != "" {
		return short
	}
	return logicalID
}

var hinted = regexp.MustCompile(`Token\[(.*)\.\d+\]`)

// hint is the display hint in a token, "" if it has none.
func hint(token string) string {
	m := hinted.FindStringSubmatch(token)
	if m == nil || m[1] == "TOKEN" {
		return ""
	}
	return m[1]
}

var notIdentifier = regexp.MustCompile(`[^A-Za-z0-9_]+`)

func identifier(s string) string { return notIdentifier.ReplaceAllString(s, "") }
