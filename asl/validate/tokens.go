package validate

import (
	"strings"
	"unicode/utf8"
)

// A definition may hold text that is replaced before AWS sees it: a substitution ${Name}, or a
// token ${Token[TOKEN.1]} or #{Token[TOKEN.2]} of the CDK. Nothing is known of its value, so nothing
// is reported because of it.

// hasToken tells whether a text is not known in full.
func hasToken(s string) bool {
	return strings.IndexByte(s, '{') >= 0 && (strings.Contains(s, "${") || strings.Contains(s, "#{Token["))
}

// maskTokens puts a plain word in the place of every token.
func maskTokens(s string) string {
	if !hasToken(s) {
		return s
	}
	var b strings.Builder
	for s != "" {
		i := strings.IndexAny(s, "$#")
		if i < 0 || i+1 >= len(s) {
			break
		}
		if s[i+1] != '{' || s[i] == '#' && !strings.HasPrefix(s[i:], "#{Token[") {
			b.WriteString(s[:i+1])
			s = s[i+1:]
			continue
		}
		end := strings.IndexByte(s[i:], '}')
		if end < 0 {
			break
		}
		b.WriteString(s[:i])
		b.WriteString(tokenMask)
		s = s[i+end+1:]
	}
	b.WriteString(s)
	return b.String()
}

// tokenMask is a name in all languages and nobody's name for anything.
const tokenMask = "stepwiseTOKEN"

func masked(s string) bool { return strings.Contains(s, tokenMask) }

// runes is the length of a text in characters.
func runes(s string) int { return utf8.RuneCountInString(s) }
