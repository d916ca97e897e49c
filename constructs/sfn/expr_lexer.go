package sfn

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

type exprKind uint8

const (
	exprEnd exprKind = iota
	exprPath
	exprString
	exprNumber
	exprWord // true, isPresent, matches
	exprSign // == && ( and so on
)

// exprToken is a word of a condition.
type exprToken struct {
	kind exprKind
	at   int    // in bytes
	text string // as written; of a string what it says
}

// exprLexer cuts a condition into tokens.
type exprLexer struct {
	text  string
	pos   int
	fault *exprFault
}

func (l *exprLexer) fail(at int, message, fix string) exprToken {
	if l.fault == nil {
		l.fault = &exprFault{at, message, fix}
	}
	l.pos = len(l.text)
	return exprToken{kind: exprEnd, at: at}
}

func (l *exprLexer) next() exprToken {
	for l.pos < len(l.text) && strings.IndexByte(" \t\r\n", l.text[l.pos]) >= 0 {
		l.pos++
	}
	at := l.pos
	if at == len(l.text) {
		return exprToken{kind: exprEnd, at: at}
	}
	switch c := l.text[at]; {
	case c == '$':
		return l.cut(exprPath, pathEnd(l.text, at))
	case c == '"' || c == '\'':
		return l.quoted(c)
	case c >= '0' && c <= '9' || c == '-':
		return l.cut(exprNumber, wordEnd(l.text, at+1, ".+-"))
	case isWordByte(c):
		return l.cut(exprWord, wordEnd(l.text, at, ""))
	}
	for _, sign := range exprSigns {
		if strings.HasPrefix(l.text[at:], sign) && !notASign(l.text[at:]) {
			return l.cut(exprSign, at+len(sign))
		}
	}
	message, fix := unknownSign(l.text[at:])
	return l.fail(at, message, fix)
}

// exprSigns are the signs, those that begin with another one first.
var exprSigns = []string{"==", "!=", "<=", ">=", "&&", "||", "<", ">", "!", "(", ")", ","}

// notASign tells whether a text begins with an operator of other languages that begins with one of ours.
func notASign(text string) bool {
	return strings.HasPrefix(text, "===") || strings.HasPrefix(text, "!==") || strings.HasPrefix(text, "<>")
}

func (l *exprLexer) cut(kind exprKind, end int) exprToken {
	t := exprToken{kind, l.pos, l.text[l.pos:end]}
	l.pos = end
	return t
}

func isWordByte(c byte) bool {
	return c == '_' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
}

func wordEnd(text string, at int, also string) int {
	for at < len(text) && (isWordByte(text[at]) || strings.IndexByte(also, text[at]) >= 0) {
		at++
	}
	return at
}

// pathEnd finds the end of a path: of names after points, and of brackets, in which quotes may hold
// anything.
func pathEnd(text string, at int) int {
	for at < len(text) {
		switch c, size := utf8.DecodeRuneInString(text[at:]); {
		case c == '[':
			at = bracketEnd(text, at)
		case strings.ContainsRune(" \t\r\n()!=<>&|,'\"", c) || unicode.IsSpace(c):
			return at
		default:
			at += size
		}
	}
	return at
}

func bracketEnd(text string, at int) int {
	depth, quote := 0, byte(0)
	for ; at < len(text); at++ {
		switch c := text[at]; {
		case quote != 0 && c == '\\':
			at++
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '\'' || c == '"':
			quote = c
		case c == '[':
			depth++
		case c == ']':
			if depth--; depth == 0 {
				return at + 1
			}
		}
	}
	return len(text)
}

// quoted reads a string with the escapes of JSON, and \' besides.
func (l *exprLexer) quoted(quote byte) exprToken {
	at := l.pos
	var b strings.Builder
	for i := at + 1; i < len(l.text); i++ {
		switch c := l.text[i]; c {
		case quote:
			l.pos = i + 1
			return exprToken{exprString, at, b.String()}
		case '\\':
			if i+1 == len(l.text) {
				break
			}
			i++
			size, ok := unescape(&b, l.text[i:])
			if !ok {
				r, _ := utf8.DecodeRuneInString(l.text[i:])
				return l.fail(i-1, msgExprEscape(r), fixExprEscape)
			}
			i += size
		default:
			b.WriteByte(c)
		}
	}
	return l.fail(at, msgExprOpenString, fixExprOpenString(quote))
}

// unescape writes what an escape stands for and returns how many bytes follow its letter.
func unescape(b *strings.Builder, text string) (more int, ok bool) {
	if i := strings.IndexByte(`"'\/nrtbf`, text[0]); i >= 0 {
		b.WriteByte("\"'\\/\n\r\t\b\f"[i])
		return 0, true
	}
	if text[0] != 'u' || len(text) < 5 {
		return 0, false
	}
	unit := func(hex string) rune {
		n, err := strconv.ParseUint(hex, 16, 16)
		if err != nil {
			return -1
		}
		return rune(n)
	}
	r := unit(text[1:5])
	if r < 0 {
		return 0, false
	}
	if len(text) >= 11 && text[5:7] == `\u` {
		if pair := utf16.DecodeRune(r, unit(text[7:11])); pair != utf8.RuneError {
			b.WriteRune(pair)
			return 10, true
		}
	}
	b.WriteRune(r)
	return 4, true
}
