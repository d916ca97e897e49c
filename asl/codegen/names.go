package codegen

import (
	"go/token"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// reserved are names that generated code must not hide: packages it imports and predeclared
// identifiers it may use.
var reserved = []string{
	"sfn", "asl", "tasks", "awssdk", "time", "json", "init", "main", "any", "append", "bool", "byte", "cap", "clear", "close", "complex", "copy",
	"delete", "error", "false", "float64", "imag", "int", "iota", "len", "make", "max", "min", "new", "nil", "panic", "print", "println",
	"real", "recover", "rune", "string", "true", "uint",
}

// names are the identifiers of a scope, and of those around it.
type names struct {
	taken map[string]bool
	outer *names
}

func newNames(outer *names, taken ...string) *names {
	n := &names{taken: map[string]bool{}, outer: outer}
	for _, t := range taken {
		n.taken[t] = true
	}
	return n
}

func (n *names) has(name string) bool {
	return n != nil && (n.taken[name] || n.outer.has(name))
}

// pick takes a name that is free here, in the scopes around and in those given.
func (n *names) pick(name string, avoid ...*names) string {
	free := func(s string) bool {
		for _, a := range avoid {
			if a.has(s) {
				return false
			}
		}
		return !n.has(s) && !token.IsKeyword(s) && s != "_"
	}
	out := name
	for i := 2; !free(out); i++ {
		out = name + strconv.Itoa(i)
		if last := name[len(name)-1]; last >= '0' && last <= '9' {
			out = name + "_" + strconv.Itoa(i)
		}
	}
	n.taken[out] = true
	return out
}

// maxName keeps identifiers readable; state names have up to 80 characters.
const maxName = 40

// identifier makes an unexported Go identifier of a name: "Get S3 object?" is getS3Object.
func identifier(name string) string {
	words := strings.FieldsFunc(name, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	var b strings.Builder
	for i, w := range words {
		if b.Len() > 0 && b.Len()+len(w) > maxName {
			break
		}
		if i == 0 {
			b.WriteString(lowerFirst(w))
		} else {
			b.WriteString(upperFirst(w))
		}
	}
	out := b.String()
	if out == "" || !token.IsIdentifier(out) && !token.IsKeyword(out) {
		out = "state" + upperFirst(out)
	}
	if token.IsKeyword(out) || slices.Contains(reserved, out) {
		out += "State"
	}
	return out
}

// Exported makes an exported Go identifier of a name: "Get S3 object?" is GetS3Object.
func Exported(name string) string { return upperFirst(identifier(name)) }

// lowerFirst makes the first word of an identifier lower case: "HTTPCall" is httpCall, "SHIP" ship.
func lowerFirst(word string) string {
	runes := []rune(word)
	for i, r := range runes {
		if !unicode.IsUpper(r) || i > 0 && i+1 < len(runes) && unicode.IsLower(runes[i+1]) {
			break
		}
		runes[i] = unicode.ToLower(r)
	}
	return string(runes)
}

func upperFirst(word string) string {
	runes := []rune(word)
	if len(runes) > 0 {
		runes[0] = unicode.ToUpper(runes[0])
	}
	return string(runes)
}
