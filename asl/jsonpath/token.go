package jsonpath

import (
	"strconv"
	"strings"
)

type tokenKind uint8

const (
	tokenName tokenKind = iota
	tokenNames
	tokenIndex
	tokenIndexes
	tokenSlice
	tokenWildcard
	tokenScan
	tokenFilter
)

// token is one step of a path.
type token struct {
	kind     tokenKind
	name     string
	index    int
	names    []string
	indexes  []int
	from, to int
	hasFrom  bool
	hasTo    bool
	filter   condition
	source   string // the step as written, for filters
	column   int
	certain  bool // every step before this one is definite
	last     bool
}

// definite tells whether the step leads to at most one value.
func (t *token) definite() bool {
	switch t.kind {
	case tokenName, tokenIndex:
		return true
	case tokenNames:
		return t.last // the members are gathered in one object
	}
	return false
}

// fragment writes the step the way the messages of Step Functions do.
func (t *token) fragment() string {
	switch t.kind {
	case tokenName:
		return "['" + t.name + "']"
	case tokenNames:
		return "['" + strings.Join(t.names, "', '") + "']"
	case tokenIndex:
		return "[" + strconv.Itoa(t.index) + "]"
	case tokenIndexes:
		list := make([]string, len(t.indexes))
		for i, n := range t.indexes {
			list[i] = strconv.Itoa(n)
		}
		return "[" + strings.Join(list, ",") + "]"
	case tokenSlice:
		text := "["
		if t.hasFrom {
			text += strconv.Itoa(t.from)
		}
		text += ":"
		if t.hasTo {
			text += strconv.Itoa(t.to)
		}
		return text + "]"
	case tokenWildcard:
		return "[*]"
	case tokenScan:
		return ".."
	}
	return t.source
}

func fragments(tokens []token) string {
	var b strings.Builder
	for i := range tokens {
		b.WriteString(tokens[i].fragment())
	}
	return b.String()
}
