package jsonata_test

import "strings"

// subject is a text to match.
func (g *generator) subject() string {
	var b strings.Builder
	for range g.IntN(12) {
		b.WriteString(g.pick("a", "b", "ab", "A", "1", "22", "_", "-", " ", "\n", "é", "foo", "."))
	}
	return b.String()
}

// regex makes a regular expression.
func (g *generator) regex(depth int) string {
	var b strings.Builder
	for range 1 + g.IntN(2) {
		b.WriteString(g.regexTerm(depth))
	}
	return b.String()
}

func (g *generator) regexTerm(depth int) string {
	atom := g.pick("a", "b", "1", ".", `\w`, `\d`, `\s`, `\W`, `[ab]`, `[^a]`, `[a-c1-3]`, `[\d_]`, "é", `\.`, `[\w-]`, "A", `\x61`, `\u0062`)
	if depth > 0 {
		inner := g.regex(depth - 1)
		switch g.IntN(12) {
		case 0, 1:
			atom = "(" + inner + ")"
		case 2:
			atom = "(?:" + inner + "|" + g.regex(depth-1) + ")"
		case 3:
			atom = "(" + inner + "|" + g.regex(depth-1) + ")"
		case 4:
			return g.pick("(?=", "(?!", "(?<=", "(?<!") + inner + ")"
		case 5:
			atom = "(" + inner + `)\1`
		case 6:
			return g.pick("^", "$", `\b`, `\B`)
		case 7:
			atom = "(?<n" + g.pick("a", "b", "c", "d", "e", "f", "g") + ">" + inner + ")"
		}
	}
	if len(atom) > 12 && g.IntN(6) > 0 { // repetition in repetition takes the reference minutes
		return atom + g.pick("", "?", "{1,2}")
	}
	return atom + g.pick("", "", "", "", "*", "+", "?", "{2}", "{1,2}", "{0,}", "*?", "+?", "??")
}

// broken damages an expression: cuts, doubles, swaps and strange characters.
func (g *generator) broken(text string) string {
	for range 1 + g.IntN(2) {
		i := g.IntN(len(text) + 1)
		for i > 0 && i < len(text) && text[i]&0xc0 == 0x80 {
			i--
		}
		end := min(len(text), i+1+g.IntN(3))
		for end < len(text) && text[end]&0xc0 == 0x80 {
			end++
		}
		switch g.IntN(4) {
		case 0:
			text = text[:i] + text[end:]
		case 1:
			text = text[:end] + text[i:]
		default:
			text = text[:i] + g.pick("(", ")", "[", "]", "{", "}", ",", ";", ":", "?", "|", "%", "@", "#", "^", "~", "!", "&", "..", "**", ":=", "~>", "<", "\"", "'", "`", "/", "\\", "$", " ", "1", "e5", "in", "and", "function(", "λ", "é", "/*", "*/", ".") + text[i:]
		}
	}
	return text
}
