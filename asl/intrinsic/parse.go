package intrinsic

import (
	"encoding/json"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/stepwise-go/stepwise/asl/jsonpath"
	"github.com/stepwise-go/stepwise/ordjson"
)

// maxDepth bounds the nesting of calls. The service allows far less, see MaxCalls.
const maxDepth = 100

// Prefix is what every call of an intrinsic function starts with.
const Prefix = "States."

// Parse reads a call. The error is a *SyntaxError.
func Parse(text string) (*Call, error) {
	p := parser{text: text}
	p.space()
	call, err := p.call()
	if err != nil {
		return nil, err
	}
	p.space()
	if p.pos < len(text) {
		return nil, p.fail(p.pos, msgTrailing, p.char())
	}
	if p.calls > MaxCalls {
		p.note(0, noteCalls, p.calls, MaxCalls)
	}
	call.notes = p.notes
	return call, nil
}

// MustParse is Parse for calls that stand in the program. It panics if the text is no call.
func MustParse(text string) *Call {
	call, err := Parse(text)
	if err != nil {
		panic("intrinsic.MustParse(" + text + "): " + err.Error())
	}
	return call
}

type parser struct {
	text  string
	pos   int
	depth int
	calls int
	notes []jsonpath.Note
}

func (p *parser) call() (*Call, *SyntaxError) {
	p.depth++
	defer func() { p.depth-- }()
	if p.depth > maxDepth {
		return nil, p.fail(p.pos, msgDeep)
	}
	p.calls++
	begin := p.pos
	for p.pos < len(p.text) && isNameByte(p.text[p.pos]) {
		p.pos++
	}
	name := p.text[begin:p.pos]
	if !strings.HasPrefix(name, Prefix) {
		p.pos = begin
		return nil, p.fail(begin, msgStart, p.char())
	}
	fn, ok := Lookup(name)
	if !ok {
		return nil, p.unknown(begin, name)
	}
	p.space()
	if p.peek() != '(' {
		return nil, p.fail(p.pos, msgOpenParen, name)
	}
	p.pos++
	c := &Call{fn: fn, column: begin + 1}
	if err := p.arguments(c); err != nil {
		return nil, err
	}
	c.text = p.text[begin:p.pos]
	return c, p.check(c)
}

func (p *parser) arguments(c *Call) *SyntaxError {
	p.space()
	if p.peek() == ')' {
		p.pos++
		return nil
	}
	for {
		p.space()
		arg, err := p.argument(c)
		if err != nil {
			return err
		}
		c.args = append(c.args, arg)
		p.space()
		switch p.peek() {
		case ',':
			p.pos++
		case ')':
			p.pos++
			return nil
		default:
			return p.fail(p.pos, msgAfterArg, p.char())
		}
	}
}

func (p *parser) argument(c *Call) (Arg, *SyntaxError) {
	arg := Arg{Column: p.pos + 1}
	rest := p.text[p.pos:]
	switch {
	case rest == "":
		return arg, p.fail(p.pos, msgArgument, p.char())
	case rest[0] == '$':
		return p.path(arg)
	case rest[0] == '\'':
		value, pieces, err := p.quoted()
		arg.Value = value
		if len(c.args) == 0 && err == nil {
			c.pieces = pieces
		}
		return arg, err
	case rest[0] == '"':
		return arg, p.fail(p.pos, msgDoubleQuote)
	case strings.HasPrefix(rest, "States"):
		call, err := p.call()
		arg.Call = call
		return arg, err
	}
	return p.word(arg)
}

func (p *parser) path(arg Arg) (Arg, *SyntaxError) {
	path, n, err := jsonpath.ParsePrefix(p.text[p.pos:])
	if err != nil {
		at, message := p.pos, err.Error()
		if e, ok := err.(*jsonpath.SyntaxError); ok {
			at, message = p.pos+e.Column-1, e.Message
		}
		return arg, p.fail(at, "%s", message)
	}
	for _, note := range path.Notes() {
		p.notes = append(p.notes, jsonpath.Note{Column: note.Column + p.pos, Message: note.Message})
	}
	p.pos += n
	arg.Path = path
	return arg, nil
}

// word reads a number, true, false or null.
func (p *parser) word(arg Arg) (Arg, *SyntaxError) {
	begin := p.pos
	for p.pos < len(p.text) && (isNameByte(p.text[p.pos]) || p.text[p.pos] == '-' || p.text[p.pos] == '+') {
		p.pos++
	}
	switch word := p.text[begin:p.pos]; {
	case word == "true", word == "false":
		arg.Value = word == "true"
	case word == "null":
	case word != "" && (word[0] == '-' || word[0] >= '0' && word[0] <= '9') && json.Valid([]byte(word)):
		arg.Value = ordjson.Number(word)
	default:
		if word == "" {
			word = p.char()
		}
		return arg, p.fail(begin, msgArgument, word)
	}
	return arg, nil
}

// quoted reads a string. It returns its value, and the pieces between the {} that are not escaped.
func (p *parser) quoted() (value string, pieces []string, err *SyntaxError) {
	begin := p.pos
	var all, piece strings.Builder
	write := func(text string) {
		all.WriteString(text)
		piece.WriteString(text)
	}
	for p.pos++; p.pos < len(p.text); p.pos++ {
		switch c := p.text[p.pos]; c {
		case '\'':
			p.pos++
			return all.String(), append(pieces, piece.String()), nil
		case '\\':
			if p.pos++; strings.IndexByte(`'{}\`, p.peek()) < 0 {
				return "", nil, p.fail(p.pos-1, msgEscape)
			}
			write(p.text[p.pos : p.pos+1])
		case '{':
			if strings.HasPrefix(p.text[p.pos:], "{}") {
				p.pos++
				all.WriteString("{}")
				pieces = append(pieces, piece.String())
				piece.Reset()
				continue
			}
			write("{")
		default:
			write(p.text[p.pos : p.pos+1])
		}
	}
	p.pos = len(p.text)
	return "", nil, p.fail(begin, msgStringOpen)
}

func isNameByte(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '.' || c == '_'
}

func (p *parser) peek() byte {
	if p.pos < len(p.text) {
		return p.text[p.pos]
	}
	return 0
}

func (p *parser) char() string {
	if p.pos >= len(p.text) {
		return "the end"
	}
	_, size := utf8.DecodeRuneInString(p.text[p.pos:])
	return p.text[p.pos : p.pos+size]
}

func (p *parser) space() {
	for p.pos < len(p.text) && strings.IndexByte(" \t\r\n", p.text[p.pos]) >= 0 {
		p.pos++
	}
}

func (p *parser) fail(pos int, message string, args ...any) *SyntaxError {
	return &SyntaxError{Text: p.text, Column: pos + 1, Message: fmt.Sprintf(message, args...)}
}

func (p *parser) note(pos int, message string, args ...any) {
	p.notes = append(p.notes, jsonpath.Note{Column: pos + 1, Message: fmt.Sprintf(message, args...)})
}
