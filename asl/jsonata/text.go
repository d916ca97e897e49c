package jsonata

import (
	"unicode/utf16"
	"unicode/utf8"
)

// Strings are UTF-8. JavaScript's strings are UTF-16 and may hold half of a surrogate pair; such a
// half is kept as the three bytes that UTF-8 would use for it.

// appendUnit appends a UTF-16 code unit and joins the halves of a pair.
func appendUnit(b []byte, unit uint16) []byte {
	r := rune(unit)
	if r < 0xd800 || r > 0xdfff {
		return utf8.AppendRune(b, r)
	}
	if high, ok := halfAtEnd(b); ok && r >= 0xdc00 {
		return utf8.AppendRune(b[:len(b)-3], utf16.DecodeRune(high, r))
	}
	return append(b, 0xe0|byte(r>>12), 0x80|byte(r>>6)&0xbf, 0x80|byte(r)&0x3f)
}

// halfAtEnd returns the high surrogate that a text ends in.
func halfAtEnd[T string | []byte](b T) (rune, bool) {
	n := len(b)
	if n < 3 || b[n-3] != 0xed || b[n-2] < 0xa0 || b[n-2] > 0xaf {
		return 0, false
	}
	return 0xd000 | rune(b[n-2]&0x3f)<<6 | rune(b[n-1]&0x3f), true
}

// decode reads the character at the beginning of s: a half of a pair counts as one.
func decode(s string) (rune, int) {
	r, size := utf8.DecodeRuneInString(s)
	if r == utf8.RuneError && size == 1 && len(s) >= 3 && s[0] == 0xed && s[1] >= 0xa0 && s[1] <= 0xbf {
		return 0xd000 | rune(s[1]&0x3f)<<6 | rune(s[2]&0x3f), 3
	}
	return r, size
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// toUnits returns the UTF-16 code units of a text.
func toUnits(s string) []uint16 {
	units := make([]uint16, 0, len(s))
	for i := 0; i < len(s); {
		r, size := decode(s[i:])
		if r > 0xffff {
			units = utf16.AppendRune(units, r)
		} else {
			units = append(units, uint16(r))
		}
		i += size
	}
	return units
}

// fromUnits is the text of UTF-16 code units.
func fromUnits(units []uint16) string {
	b := make([]byte, 0, len(units))
	for _, u := range units {
		b = appendUnit(b, u)
	}
	return string(b)
}

// unitLength is the length of a text in UTF-16 code units.
func unitLength(s string) int {
	n := 0
	for i := 0; i < len(s); {
		r, size := decode(s[i:])
		n++
		if r > 0xffff {
			n++
		}
		i += size
	}
	return n
}

// charCount is the length of a text in characters.
func charCount(s string) int {
	n := 0
	for i := 0; i < len(s); n++ {
		_, size := decode(s[i:])
		i += size
	}
	return n
}

// charSlice returns the characters from start up to end.
func charSlice(s string, start, end int) string {
	from, to, n := len(s), len(s), 0
	for i := 0; i < len(s); n++ {
		if n == start {
			from = i
		}
		if n == end {
			to = i
			break
		}
		_, size := decode(s[i:])
		i += size
	}
	if from > to {
		return ""
	}
	return s[from:to]
}

// joined is a & b: halves of a surrogate pair that meet become one character.
func joined(a, b string) string {
	if len(b) >= 3 && b[0] == 0xed && b[1] >= 0xb0 && b[1] <= 0xbf {
		if _, ok := halfAtEnd(a); ok {
			low, size := decode(b)
			return string(appendUnit([]byte(a), uint16(low))) + b[size:]
		}
	}
	return a + b
}
