package main

import (
	"fmt"
	"strings"

	"github.com/stepwise-go/stepwise/ordjson"
)

// differ compares an expected value with an actual one and tells the first difference, or "".
// Numbers compare by value, members in any order; markers {{any:NAME}} stand for any text or value.
func differ(path string, want, got any) string {
	switch w := want.(type) {
	case string:
		return differText(path, w, got)
	case []any:
		g, ok := got.([]any)
		if !ok || len(g) != len(w) {
			return mismatch(path, want, got)
		}
		for i := range w {
			if d := differ(fmt.Sprintf("%s/%d", path, i), w[i], g[i]); d != "" {
				return d
			}
		}
		return ""
	case *ordjson.Object:
		return differObject(path, w, got)
	}
	if !ordjson.Equal(want, got) {
		return mismatch(path, want, got)
	}
	return ""
}

func differObject(path string, want *ordjson.Object, got any) string {
	g, ok := got.(*ordjson.Object)
	if !ok {
		// An expected cause that is an object is a text of that value.
		if s, isText := got.(string); isText && strings.HasSuffix(path, "cause") {
			if v, err := ordjson.DecodeString(s); err == nil {
				return differ(path, want, v)
			}
		}
		return mismatch(path, want, got)
	}
	for k, w := range want.All() {
		v, ok := g.Get(k)
		if !ok {
			return fmt.Sprintf("%s/%s: missing, want %s", path, k, short(w))
		}
		if d := differ(path+"/"+k, w, v); d != "" {
			return d
		}
	}
	for k, v := range g.All() {
		if !want.Has(k) {
			return fmt.Sprintf("%s/%s: unexpected %s", path, k, short(v))
		}
	}
	return ""
}

func differText(path, want string, got any) string {
	want = expandText(want)
	if name, ok := marker(want); ok && len(name)+len("{{any:}}") == len(want) {
		return ""
	}
	g, ok := got.(string)
	if !ok {
		return mismatch(path, want, got)
	}
	if g == want || strings.Contains(want, "{{any:") && glob(want, g) || sameJSON(want, g) {
		return ""
	}
	return mismatch(path, want, got)
}

// marker returns the name in the first {{any:NAME}} of a text.
func marker(s string) (string, bool) {
	_, rest, ok := strings.Cut(s, "{{any:")
	if !ok {
		return "", false
	}
	name, _, ok := strings.Cut(rest, "}}")
	return name, ok
}

// glob matches a text against one in which markers stand for any run of characters.
func glob(pattern, s string) bool {
	var parts []string
	for {
		before, rest, ok := strings.Cut(pattern, "{{any:")
		parts = append(parts, before)
		if !ok {
			break
		}
		_, pattern, _ = strings.Cut(rest, "}}")
	}
	s, ok := strings.CutPrefix(s, parts[0])
	if !ok {
		return false
	}
	for _, p := range parts[1 : len(parts)-1] {
		i := strings.Index(s, p)
		if i < 0 {
			return false
		}
		s = s[i+len(p):]
	}
	return strings.HasSuffix(s, parts[len(parts)-1])
}

// sameJSON compares texts that are JSON objects or arrays by value: white space does not count.
func sameJSON(want, got string) bool {
	if !strings.HasPrefix(want, "{") && !strings.HasPrefix(want, "[") {
		return false
	}
	w, err := ordjson.DecodeString(want)
	if err != nil {
		return false
	}
	g, err := ordjson.DecodeString(got)
	return err == nil && differ("", w, g) == ""
}

func mismatch(path string, want, got any) string {
	return fmt.Sprintf("%s: want %s, got %s", path, short(want), short(got))
}

func short(v any) string {
	s := ordjson.String(v)
	if len(s) > 400 {
		s = s[:400] + "..."
	}
	return s
}
