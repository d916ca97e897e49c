package jsonpath

import (
	"encoding/json"
	"math/big"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/stepwise-go/stepwise/ordjson"
)

// operator is a comparison of a filter.
type operator struct {
	name string
	word bool
	test func(left, right any) bool
}

// operators lists what a filter may compare with. Symbols that start alike stand longest first.
var operators = []operator{
	{"===", false, func(a, b any) bool { return sameKind(a, b) && equal(a, b) }},
	{"!==", false, func(a, b any) bool { return !sameKind(a, b) || !equal(a, b) }},
	{"==", false, equal},
	{"!=", false, func(a, b any) bool { return !equal(a, b) }},
	{"<=", false, func(a, b any) bool { n, ok := order(a, b); return ok && n <= 0 }},
	{">=", false, func(a, b any) bool { n, ok := order(a, b); return ok && n >= 0 }},
	{"<", false, func(a, b any) bool { n, ok := order(a, b); return ok && n < 0 }},
	{">", false, func(a, b any) bool { n, ok := order(a, b); return ok && n > 0 }},
	{"=~", false, matches},
	{"in", true, in},
	{"nin", true, func(a, b any) bool { return !in(a, b) }},
	{"anyof", true, func(a, b any) bool { return overlap(a, b) == some }},
	{"noneof", true, func(a, b any) bool { return overlap(a, b) == none }},
	{"subsetof", true, subsetOf},
	{"all", true, func(a, b any) bool { return subsetOf(b, a) }},
	{"size", true, hasSize},
	{"empty", true, isEmpty},
	{"contains", true, contains},
}

// equal compares as Jayway: a string and a number are equal if the string reads as that
// number, two lists or objects if they are the same JSON.
func equal(a, b any) bool {
	if a == undefined || b == undefined {
		return false
	}
	if text, ok := a.(string); ok && ordjson.IsNumber(b) {
		return text == ordjson.String(b)
	}
	if text, ok := b.(string); ok && ordjson.IsNumber(a) {
		n, ok := number(text)
		return ok && ordjson.Equal(a, n)
	}
	if isPattern(a) || isPattern(b) {
		return false
	}
	return ordjson.Equal(a, b)
}

func sameKind(a, b any) bool { return ordjson.Kind(a) == ordjson.Kind(b) }

// number reads the text of a number.
func number(text string) (any, bool) {
	if text == "" || text[0] != '-' && (text[0] < '0' || text[0] > '9') || !json.Valid([]byte(text)) {
		return nil, false
	}
	return ordjson.Number(text), true
}

// order compares numbers by value, strings and mixed pairs by their text.
func order(a, b any) (int, bool) {
	x, okX := ordjson.Float(a)
	y, okY := ordjson.Float(b)
	if okX && okY {
		switch {
		case x < y:
			return -1, true
		case x > y:
			return 1, true
		case ordjson.Equal(a, b):
			return 0, true
		}
		return orderExact(a, b), true
	}
	s, okS := text(a)
	t, okT := text(b)
	return strings.Compare(s, t), okS && okT
}

// orderExact compares numbers that are equal as a float64 but not in their digits.
func orderExact(a, b any) int {
	x, _, errX := big.ParseFloat(ordjson.String(a), 10, 200, big.ToNearestEven)
	y, _, errY := big.ParseFloat(ordjson.String(b), 10, 200, big.ToNearestEven)
	if errX != nil || errY != nil {
		return 0
	}
	return x.Cmp(y)
}

func text(v any) (string, bool) {
	if s, ok := v.(string); ok {
		return s, true
	}
	if ordjson.IsNumber(v) {
		return ordjson.String(v), true
	}
	return "", false
}

// matches tests a regular expression, which must cover the whole text. In a list one match is enough.
func matches(a, b any) bool {
	pattern, ok := a.(*regexp.Regexp)
	subject := b
	if !ok {
		if pattern, ok = b.(*regexp.Regexp); !ok {
			return false
		}
		subject = a
	}
	if list, ok := subject.([]any); ok {
		for _, v := range list {
			if pattern.MatchString(subjectText(v)) {
				return true
			}
		}
		return false
	}
	return pattern.MatchString(subjectText(subject))
}

func subjectText(v any) string {
	if s, ok := text(v); ok {
		return s
	}
	if b, ok := v.(bool); ok {
		return ordjson.String(b)
	}
	return ""
}

func isPattern(v any) bool {
	_, ok := v.(*regexp.Regexp)
	return ok
}

func in(a, b any) bool {
	list, ok := b.([]any)
	return ok && holdsElement(list, a)
}

func holdsElement(list []any, v any) bool {
	for _, element := range list {
		if equal(v, element) {
			return true
		}
	}
	return false
}

type shared uint8

const (
	noLists shared = iota
	none
	some
)

// overlap tells whether two lists share an element.
func overlap(a, b any) shared {
	x, okX := a.([]any)
	y, okY := b.([]any)
	if !okX || !okY {
		return noLists
	}
	for _, v := range x {
		if holdsElement(y, v) {
			return some
		}
	}
	return none
}

func subsetOf(a, b any) bool {
	x, okX := a.([]any)
	y, okY := b.([]any)
	if !okX || !okY {
		return false
	}
	for _, v := range x {
		if !holdsElement(y, v) {
			return false
		}
	}
	return true
}

func hasSize(a, b any) bool {
	want, ok := ordjson.Int(b)
	if !ok {
		return false
	}
	switch v := a.(type) {
	case string:
		return int64(utf8.RuneCountInString(v)) == want
	case []any:
		return int64(len(v)) == want
	}
	return false
}

func isEmpty(a, b any) bool {
	want, ok := b.(bool)
	if !ok {
		return false
	}
	switch v := a.(type) {
	case string:
		return (v == "") == want
	case []any:
		return (len(v) == 0) == want
	case *ordjson.Object:
		return (v.Len() == 0) == want
	}
	return false
}

func contains(a, b any) bool {
	switch v := a.(type) {
	case string:
		part, ok := b.(string)
		return ok && strings.Contains(v, part)
	case []any:
		return holdsElement(v, b)
	}
	return false
}

func isScalar(v any) bool {
	switch v.(type) {
	case []any, *ordjson.Object:
		return false
	}
	return true
}
