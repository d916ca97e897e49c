package jsonata

import (
	"math"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/stepwise-go/stepwise/asl/jsonata/internal/jsregexp"
)

// token is one token of an expression. Its position is where it ends, as in the reference.
type token struct {
	kind  kind
	text  string // of names, variables, operators and strings
	value any    // of literals; of a regular expression the compiled one
	pos   int    // end, in UTF-16 code units
	start int    // beginning, in bytes
}

// lexer cuts the text into tokens, one at a time: what a slash means depends on the parser.
type lexer struct {
	text string
	pos  int // in bytes

	marked int // up to this byte
	units  int // there are so many UTF-16 code units
}

const blanks = " \t\n\r\v"

// bindingPower holds the operators and how strongly they bind to the left.
var bindingPower = map[string]int{
	".": 75, "[": 80, "]": 0, "{": 70, "}": 0, "(": 80, ")": 0, ",": 0, "@": 80, "#": 80, ";": 0, ":": 0,
	"?": 20, "+": 50, "-": 50, "*": 60, "/": 60, "%": 60, "|": 0, "=": 40, "<": 40, ">": 40, "^": 40,
	"**": 0, "..": 0, ":=": 10, "!=": 40, "<=": 40, ">=": 40, "~>": 40, "and": 30, "or": 25, "in": 40, "&": 50,
}

// unitsAt counts UTF-16 code units up to a byte offset.
func (l *lexer) unitsAt(offset int) int {
	if offset < l.marked {
		l.marked, l.units = 0, 0
	}
	for l.marked < offset {
		if l.text[l.marked] < utf8.RuneSelf {
			l.marked++
			l.units++
			continue
		}
		r, size := utf8.DecodeRuneInString(l.text[l.marked:])
		l.units++
		if r > 0xffff {
			l.units++
		}
		l.marked += size
	}
	return l.units
}

func (l *lexer) fail(code string) *Error { return newError(code).at(l.unitsAt(l.pos)) }

func (l *lexer) peek(ahead int) byte {
	if i := l.pos + ahead; i < len(l.text) {
		return l.text[i]
	}
	return 0
}

// stops are the characters that end a name: blanks and operators.
var stops = func() (table [256]byte) {
	for _, c := range []byte(blanks) {
		table[c] = 1
	}
	for _, c := range []byte(".[]{}(),@#;:?+-*/%|=<>^&!~") {
		table[c] = 2
	}
	return table
}()

func isBlank(c byte) bool { return stops[c] == 1 }

// isSymbol tells whether a character is an operator by itself.
func isSymbol(c byte) bool { return stops[c] == 2 }

// next returns the next token; infix says that a slash is a division. The kind of the last is kindEnd.
func (l *lexer) next(infix bool) (token, error) {
	for {
		for l.pos < len(l.text) && isBlank(l.text[l.pos]) {
			l.pos++
		}
		if l.peek(0) != '/' || l.peek(1) != '*' {
			break
		}
		end := strings.Index(l.text[l.pos+2:], "*/")
		if end < 0 {
			return token{}, l.fail("S0106")
		}
		l.pos += 2 + end + 2
	}
	start := l.pos
	made := func(t token, err error) (token, error) {
		t.pos, t.start = l.unitsAt(l.pos), start
		return t, err
	}
	if l.pos >= len(l.text) {
		return made(token{kind: kindEnd, text: "(end)"}, nil)
	}
	c := l.text[l.pos]
	switch {
	case c == '/' && !infix:
		return made(l.regex())
	case isSymbol(c):
		size := 1
		if l.pos+1 < len(l.text) {
			switch l.text[l.pos : l.pos+2] {
			case "..", ":=", "!=", ">=", "<=", "**", "~>":
				size = 2
			}
		}
		l.pos += size
		return made(token{kind: kindOperator, text: l.text[start:l.pos]}, nil)
	case c == '"' || c == '\'':
		return made(l.quoted(c))
	case c >= '0' && c <= '9':
		return made(l.number())
	case c == '`':
		end := strings.IndexByte(l.text[l.pos+1:], '`')
		if end < 0 {
			l.pos = len(l.text)
			return token{}, l.fail("S0105")
		}
		l.pos += end + 2
		return made(token{kind: kindName, text: l.text[start+1 : l.pos-1]}, nil)
	}
	return made(l.name(), nil)
}

// name reads a variable, a name or a word that means something.
func (l *lexer) name() token {
	start := l.pos
	for l.pos < len(l.text) && stops[l.text[l.pos]] == 0 {
		l.pos++
	}
	name := l.text[start:l.pos]
	switch {
	case name[0] == '$':
		return token{kind: kindVariable, text: name[1:]}
	case name == "or" || name == "and" || name == "in":
		return token{kind: kindOperator, text: name}
	case name == "true" || name == "false":
		return token{kind: kindValue, text: name, value: name == "true"}
	case name == "null":
		return token{kind: kindValue, text: name}
	}
	return token{kind: kindName, text: name}
}

func (l *lexer) number() (token, error) {
	digits := func(i int) int {
		for i < len(l.text) && l.text[i] >= '0' && l.text[i] <= '9' {
			i++
		}
		return i
	}
	end := l.pos + 1
	if l.text[l.pos] != '0' {
		end = digits(l.pos)
	}
	if end < len(l.text) && l.text[end] == '.' {
		if after := digits(end + 1); after > end+1 {
			end = after
		}
	}
	if end < len(l.text) && (l.text[end] == 'e' || l.text[end] == 'E') {
		at := end + 1
		if at < len(l.text) && (l.text[at] == '-' || l.text[at] == '+') {
			at++
		}
		if after := digits(at); after > at {
			end = after
		}
	}
	text := l.text[l.pos:end]
	f, _ := strconv.ParseFloat(text, 64)
	if math.IsInf(f, 0) {
		return token{}, l.fail("S0102").token(text)
	}
	l.pos = end
	return token{kind: kindNumber, text: text, value: f}, nil
}

// quoted reads a string literal with the escapes of JSON.
func (l *lexer) quoted(quote byte) (token, error) {
	l.pos++
	var b []byte
	for l.pos < len(l.text) {
		c := l.text[l.pos]
		switch c {
		case quote:
			l.pos++
			return token{kind: kindString, text: string(b), value: string(b)}, nil
		case '\\':
			l.pos++
			var err error
			if b, err = l.escape(b); err != nil {
				return token{}, err
			}
		default:
			b = append(b, c)
			l.pos++
		}
	}
	return token{}, l.fail("S0101")
}

var escapes = map[byte]byte{'"': '"', '\\': '\\', '/': '/', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t'}

// escape reads what follows a backslash.
func (l *lexer) escape(b []byte) ([]byte, error) {
	c := l.peek(0)
	if plain, ok := escapes[c]; ok {
		l.pos++
		return append(b, plain), nil
	}
	if c != 'u' {
		r, size := utf8.DecodeRuneInString(l.text[l.pos:])
		if size == 0 {
			return nil, l.fail("S0103").token("")
		}
		return nil, l.fail("S0103").token(fromUnits(utf16.AppendRune(nil, r)[:1]))
	}
	end := min(l.pos+5, len(l.text))
	unit, err := strconv.ParseUint(l.text[l.pos+1:end], 16, 16)
	if err != nil || strings.ContainsRune(l.text[l.pos+1:end], '_') {
		return nil, l.fail("S0104")
	}
	l.pos = end
	return appendUnit(b, uint16(unit)), nil
}

// regex reads a regular expression and its flags; the slash in front is the current character.
func (l *lexer) regex() (token, error) {
	l.pos++
	start, depth := l.pos, 0
	for ; l.pos < len(l.text); l.pos++ {
		c := l.text[l.pos]
		escaped := l.text[l.pos-1] == '\\'
		switch c {
		case '/':
			if depth != 0 || oddBackslashes(l.text[:l.pos]) {
				continue
			}
			source := l.text[start:l.pos]
			if source == "" {
				return token{}, l.fail("S0301")
			}
			l.pos++
			flagsAt := l.pos
			for l.peek(0) == 'i' || l.peek(0) == 'm' {
				l.pos++
			}
			re, err := jsregexp.Compile(source, l.text[flagsAt:l.pos])
			if err != nil {
				return token{}, l.fail(codeRegexp).with("value", source).with("message", err.Error())
			}
			return token{kind: kindRegex, text: source, value: re}, nil
		case '(', '[', '{':
			if !escaped {
				depth++
			}
		case ')', ']', '}':
			if !escaped {
				depth--
			}
		}
	}
	return token{}, l.fail("S0302")
}

func oddBackslashes(text string) bool {
	n := len(text) - len(strings.TrimRight(text, `\`))
	return n%2 == 1
}
