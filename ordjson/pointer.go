package ordjson

import (
	"iter"
	"strconv"
	"strings"
)

var pointerEscapes = strings.NewReplacer("~", "~0", "/", "~1")
var pointerUnescapes = strings.NewReplacer("~1", "/", "~0", "~")

// EscapePointer makes a key fit to be a token of a JSON Pointer (RFC 6901).
func EscapePointer(key string) string {
	if strings.IndexByte(key, '~') < 0 && strings.IndexByte(key, '/') < 0 {
		return key
	}
	return pointerEscapes.Replace(key)
}

// Around ranges over a JSON Pointer and those of all that is around the value, the nearest first and "", the whole, last.
func Around(pointer string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for yield(pointer) {
			i := strings.LastIndexByte(pointer, '/')
			if i < 0 {
				return
			}
			pointer = pointer[:i]
		}
	}
}

// SplitPointer returns the tokens of a JSON Pointer, unescaped. The pointer "" has none.
func SplitPointer(pointer string) []string {
	if pointer == "" {
		return nil
	}
	tokens := strings.Split(strings.TrimPrefix(pointer, "/"), "/")
	for i, t := range tokens {
		tokens[i] = pointerUnescapes.Replace(t)
	}
	return tokens
}

// Lookup returns the value that a JSON Pointer names inside v and whether it is there.
func Lookup(v any, pointer string) (any, bool) {
	for _, t := range SplitPointer(pointer) {
		switch in := v.(type) {
		case *Object:
			child, ok := in.Get(t)
			if !ok {
				return nil, false
			}
			v = child
		case []any:
			i, err := strconv.Atoi(t)
			if err != nil || i < 0 || i >= len(in) {
				return nil, false
			}
			v = in[i]
		default:
			return nil, false
		}
	}
	return v, true
}
