package jsonpath

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// parser reads one path. In a filter and as an argument of a function the path ends before
// the first character that cannot belong to it.
type parser struct {
	text     string
	pos      int
	prefix   bool // the path is followed by other text
	inFilter bool
	depth    int
	notes    []Note
}

func (p *parser) whole() (*Path, *SyntaxError) {
	if len(p.text) > MaxLength {
		return nil, p.failAt(0, msgTooLong, MaxLength)
	}
	full := p.text
	p.text = strings.TrimRight(full, " \t\r\n")
	for p.pos < len(p.text) && isSpace(p.text[p.pos]) {
		p.pos++
	}
	path, err := p.read()
	if err != nil {
		err.Text = full
		return nil, err
	}
	return path, nil
}

func (p *parser) read() (*Path, *SyntaxError) {
	begin := p.pos
	path := &Path{}
	if p.pos >= len(p.text) {
		return nil, p.fail(msgEmpty)
	}
	switch {
	case p.inFilter && p.text[p.pos] == '@':
		p.pos++
		path.root = item
	case p.text[p.pos] != '$':
		return nil, p.fail(msgStart)
	default:
		p.pos++
		p.root(path)
	}
	afterRoot := p.pos
	if !p.atEnd() && p.text[p.pos] != '.' && p.text[p.pos] != '[' {
		return nil, p.fail(msgAfterRoot, p.char())
	}
	tokens, err := p.steps()
	if err != nil {
		return nil, err
	}
	path.text = p.text[begin:p.pos]
	path.bare = "$" + p.text[afterRoot:p.pos]
	path.tokens = tokens
	if !p.inFilter {
		path.notes = p.notes
	}
	path.finish()
	return path, nil
}

// root reads what follows the $: nothing, another $, or the name of a variable.
func (p *parser) root(path *Path) {
	if p.inFilter {
		return
	}
	if p.peek() == '$' {
		p.pos++
		path.root = Context
		return
	}
	begin := p.pos
	for p.pos < len(p.text) {
		r, size := utf8.DecodeRuneInString(p.text[p.pos:])
		if r != '_' && !unicode.IsLetter(r) && (p.pos == begin || !unicode.IsDigit(r)) {
			break
		}
		p.pos += size
	}
	if p.pos > begin {
		path.root = Variable
		path.variable = p.text[begin:p.pos]
	}
}

func (p *parser) steps() ([]token, *SyntaxError) {
	var tokens []token
	for !p.atEnd() {
		column := p.pos + 1
		var t token
		var err *SyntaxError
		switch p.text[p.pos] {
		case '.':
			p.pos++
			if p.peek() == '.' {
				p.pos++
				tokens = append(tokens, token{kind: tokenScan, column: column})
				if p.peek() == '.' {
					return nil, p.fail(msgThreeDots)
				}
			}
			if p.atEnd() {
				return nil, p.fail(msgEndsWithDot)
			}
			if p.peek() == '[' {
				t, err = p.bracket()
			} else {
				t, err = p.member()
			}
		case '[':
			t, err = p.bracket()
		default:
			return nil, p.fail(msgExpectedStep, p.char())
		}
		if err != nil {
			return nil, err
		}
		t.column = column
		tokens = append(tokens, t)
	}
	return tokens, nil
}

// member reads what follows a dot: * or a name.
func (p *parser) member() (token, *SyntaxError) {
	if p.peek() == '*' {
		p.pos++
		return token{kind: tokenWildcard}, nil
	}
	begin := p.pos
	open := 0
loop:
	for p.pos < len(p.text) {
		c := p.text[p.pos]
		switch {
		case c == '.' || c == '[':
			break loop
		case c == '(':
			open++
		case c == ')' && open > 0:
			open--
		case p.ends(c):
			break loop
		case c <= ' ' || c == ']' || c == ')' || c == '\'' || c == '"':
			return token{}, p.fail(msgNameChar, p.char())
		}
		p.pos++
	}
	name := p.text[begin:p.pos]
	if name == "" {
		return token{}, p.fail(msgNameChar, p.char())
	}
	if isFunctionName(name) {
		p.note(begin, noteFunction, name)
	}
	return token{kind: tokenName, name: name}, nil
}

// ends tells whether a character outside brackets ends the path.
func (p *parser) ends(c byte) bool {
	if p.inFilter {
		return c <= ' ' || strings.IndexByte(")]=!<>~&|,", c) >= 0
	}
	return p.prefix && (c <= ' ' || c == ',' || c == ')')
}

func (p *parser) atEnd() bool { return p.pos >= len(p.text) || p.ends(p.text[p.pos]) }

func (p *parser) peek() byte {
	if p.pos < len(p.text) {
		return p.text[p.pos]
	}
	return 0
}

// char returns the character at the position, for messages.
func (p *parser) char() string {
	if p.pos >= len(p.text) {
		return "the end"
	}
	_, size := utf8.DecodeRuneInString(p.text[p.pos:])
	return p.text[p.pos : p.pos+size]
}

func (p *parser) space() {
	for p.pos < len(p.text) && isSpace(p.text[p.pos]) {
		p.pos++
	}
}

func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }

func (p *parser) fail(format string, args ...any) *SyntaxError {
	return p.failAt(p.pos, format, args...)
}

func (p *parser) failAt(pos int, format string, args ...any) *SyntaxError {
	return &SyntaxError{Text: p.text, Column: pos + 1, Message: fmt.Sprintf(format, args...)}
}

func (p *parser) note(pos int, format string, args ...any) {
	p.notes = append(p.notes, Note{Column: pos + 1, Message: fmt.Sprintf(format, args...)})
}
