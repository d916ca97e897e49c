package jsonata

import (
	"strings"
	"unicode"
	"unicode/utf16"
)

// upperSpecial are the characters that JavaScript turns into more than one capital letter
// (Unicode, SpecialCasing.txt), but for Greek with iota below.
var upperSpecial = map[rune]string{
	'ß': "SS", 'ŉ': "ʼN", 'ǰ': "J̌", 'ΐ': "Ϊ́", 'ΰ': "Ϋ́", 'և': "ԵՒ", 'ẖ': "H̱", 'ẗ': "T̈", 'ẘ': "W̊", 'ẙ': "Y̊",
	'ẚ': "Aʾ", 'ﬀ': "FF", 'ﬁ': "FI", 'ﬂ': "FL", 'ﬃ': "FFI", 'ﬄ': "FFL", 'ﬅ': "ST", 'ﬆ': "ST",
	'ﬓ': "ՄՆ", 'ﬔ': "ՄԵ", 'ﬕ': "ՄԻ", 'ﬖ': "ՎՆ", 'ﬗ': "ՄԽ",
}

func uppercase(s string) string {
	if isASCII(s) {
		return strings.ToUpper(s)
	}
	var b strings.Builder
	for len(s) > 0 {
		r, size := decode(s)
		special, ok := upperSpecial[r]
		switch {
		case ok:
			b.WriteString(special)
		case utf16.IsSurrogate(r):
			b.WriteString(s[:size])
		default:
			b.WriteRune(unicode.ToUpper(r))
		}
		s = s[size:]
	}
	return b.String()
}

// lowercase knows the two characters whose small letter is not one for one: İ, and Σ at the end of a word.
func lowercase(s string) string {
	if isASCII(s) {
		return strings.ToLower(s)
	}
	var runes []rune
	for rest := s; len(rest) > 0; {
		r, size := decode(rest)
		runes, rest = append(runes, r), rest[size:]
	}
	var b strings.Builder
	for i, r := range runes {
		switch {
		case utf16.IsSurrogate(r):
			b.Write(appendUnit(nil, uint16(r)))
		case r == 'İ':
			b.WriteString("i̇")
		case r == 'Σ' && i > 0 && unicode.IsLetter(runes[i-1]) && (i+1 == len(runes) || !unicode.IsLetter(runes[i+1])):
			b.WriteRune('ς')
		default:
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return b.String()
}
