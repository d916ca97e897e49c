// Package hcljson reads a value in the language of Terraform as JSON: objects, lists and literals as they
// are, everything that is computed as a text ${...} that names it.
//
// https://developer.hashicorp.com/terraform/language/syntax/configuration
package hcljson

import (
	"fmt"
	"strings"

	"github.com/stepwise-go/stepwise/ordjson"
)

// Error is a fault in the text.
type Error struct {
	Message string
	Offset  int
}

func (e *Error) Error() string { return e.Message }

const maxDepth = 1000

// Decode reads the value that a text begins with, and tells how long it is.
func Decode(text string) (value any, length int, err error) {
	p := &parser{text: text}
	p.space(true)
	value, err = p.value(0)
	return value, p.at, err
}

type parser struct {
	text string
	at   int
}

func (p *parser) fail(format string, args ...any) error {
	return &Error{fmt.Sprintf(format, args...), p.at}
}

func (p *parser) rest() string { return p.text[p.at:] }

func (p *parser) peek() byte {
	if p.at >= len(p.text) {
		return 0
	}
	return p.text[p.at]
}

// space skips blanks and comments, and line ends where they mean nothing.
func (p *parser) space(lines bool) {
	for p.at < len(p.text) {
		c := p.peek()
		switch {
		case c == ' ' || c == '\t' || c == '\r' || c == '\n' && lines:
			p.at++
		case c == '#' || strings.HasPrefix(p.rest(), "//"):
			p.to("\n", 0)
		case strings.HasPrefix(p.rest(), "/*"):
			p.to("*/", 2)
		default:
			return
		}
	}
}

// to goes on to a text, and by some bytes into it.
func (p *parser) to(text string, into int) {
	if i := strings.Index(p.rest(), text); i >= 0 {
		p.at += i + into
		return
	}
	p.at = len(p.text)
}

// value reads a literal, if that is all there is up to the end of the value, or else an expression.
func (p *parser) value(depth int) (any, error) {
	if depth > maxDepth {
		return nil, p.fail(msgDepth)
	}
	begin := p.at
	v, literal, err := p.literal(depth)
	if err != nil {
		return nil, err
	}
	if literal {
		end := p.at
		p.space(false)
		if p.ended() {
			p.at = end
			return v, nil
		}
	}
	p.at = begin
	return p.expression()
}

// ended tells whether a value is over.
func (p *parser) ended() bool {
	return p.at >= len(p.text) || strings.IndexByte(",\n)]}", p.peek()) >= 0
}

func (p *parser) literal(depth int) (v any, ok bool, err error) {
	switch c := p.peek(); {
	case c == '{':
		return p.object(depth)
	case c == '[':
		return p.list(depth)
	case c == '"':
		v, err = p.quoted()
		return v, true, err
	case strings.HasPrefix(p.rest(), "<<"):
		return p.heredoc()
	}
	word := wordLike.FindString(p.rest())
	p.at += len(word)
	switch word {
	case "true", "false":
		return word == "true", true, nil
	case "null":
		return nil, true, nil
	}
	if number.MatchString(word) {
		return ordjson.Number(word), true, nil
	}
	return nil, false, nil
}

func (p *parser) list(depth int) (any, bool, error) {
	p.at++
	out := []any{}
	for {
		p.space(true)
		switch {
		case p.peek() == ']':
			p.at++
			return out, true, nil
		case forEach.MatchString(p.rest()):
			return nil, false, nil
		}
		v, err := p.value(depth + 1)
		if err != nil {
			return nil, false, err
		}
		out = append(out, v)
		p.space(true)
		switch p.peek() {
		case ',':
			p.at++
		case ']':
		default:
			return nil, false, p.fail(msgList)
		}
	}
}

func (p *parser) object(depth int) (any, bool, error) {
	p.at++
	out := &ordjson.Object{}
	for {
		p.space(true)
		switch {
		case p.peek() == '}':
			p.at++
			return out, true, nil
		case forEach.MatchString(p.rest()):
			return nil, false, nil
		}
		key, err := p.key()
		if err != nil {
			return nil, false, err
		}
		v, err := p.value(depth + 1)
		if err != nil {
			return nil, false, err
		}
		out.Set(key, v)
		p.space(false)
		switch p.peek() {
		case ',', '\n':
			p.at++
		case '}':
		default:
			return nil, false, p.fail(msgObject)
		}
	}
}

// key reads the key of a member and the sign after it.
func (p *parser) key() (string, error) {
	var key string
	switch c := p.peek(); {
	case c == '"':
		text, err := p.quoted()
		if err != nil {
			return "", err
		}
		key, _ = text.(string)
	case c == '(':
		begin := p.at
		p.brackets()
		key = token(p.text[begin:p.at])
	default:
		key = identifier.FindString(p.rest())
		p.at += len(key)
	}
	p.space(false)
	if key == "" || p.peek() != '=' && p.peek() != ':' {
		return "", p.fail(msgKey)
	}
	p.at++
	p.space(true)
	return key, nil
}
