package jsonpath

import (
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/stepwise-go/stepwise/ordjson"
)

// operand reads one side of a comparison. On the right a bare word is a string, as
// Step Functions takes it.
func (p *parser) operand(right bool) (operand, *SyntaxError) {
	p.space()
	switch c := p.peek(); {
	case p.pos >= len(p.text):
		return operand{}, p.fail(msgFilterEnd)
	case c == '@' || c == '$':
		return p.operandPath()
	case c == '/':
		return p.regex()
	}
	return p.constant(right)
}

func (p *parser) operandPath() (operand, *SyntaxError) {
	p.depth++
	defer func() { p.depth-- }()
	if p.depth > maxFilterDepth {
		return operand{}, p.fail(msgFilterDeep)
	}
	path, err := p.read()
	return operand{path: path}, err
}

func (p *parser) constant(bareWord bool) (operand, *SyntaxError) {
	v, err := p.literal(bareWord)
	return operand{constant: v}, err
}

func (p *parser) literal(bareWord bool) (any, *SyntaxError) {
	switch c := p.peek(); {
	case c == '\'' || c == '"':
		return p.quotedText(c)
	case c == '[':
		return p.listLiteral()
	case c == '{':
		return p.objectLiteral()
	}
	begin := p.pos
	for p.pos < len(p.text) && isWordByte(p.text[p.pos]) {
		p.pos++
	}
	word := p.text[begin:p.pos]
	switch word {
	case "":
		return nil, p.fail(msgOperand, p.char())
	case "true":
		return true, nil
	case "false":
		return false, nil
	case "null":
		return nil, nil
	}
	if n, ok := number(word); ok {
		return n, nil
	}
	if !bareWord || word[0] == '-' || word[0] >= '0' && word[0] <= '9' {
		return nil, p.failAt(begin, msgOperand, word)
	}
	p.note(begin, noteBareWord, word)
	return word, nil
}

func isWordByte(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' ||
		c == '_' || c == '-' || c == '+' || c == '.' || c >= utf8.RuneSelf
}

// quotedText reads a string in quotes. Unlike a name in brackets it is unescaped.
func (p *parser) quotedText(quote byte) (any, *SyntaxError) {
	begin := p.pos
	var b strings.Builder
	for p.pos++; p.pos < len(p.text); p.pos++ {
		c := p.text[p.pos]
		if c == quote {
			p.pos++
			return b.String(), nil
		}
		if c != '\\' || p.pos+1 >= len(p.text) {
			b.WriteByte(c)
			continue
		}
		p.pos++
		p.escape(&b)
	}
	return nil, p.failAt(begin, msgStringOpen, string(quote))
}

// escape reads what follows a backslash, as Java's unescaping does: an unknown escape
// stands for its character.
func (p *parser) escape(b *strings.Builder) {
	switch c := p.text[p.pos]; c {
	case 'n':
		b.WriteByte('\n')
	case 't':
		b.WriteByte('\t')
	case 'r':
		b.WriteByte('\r')
	case 'b':
		b.WriteByte('\b')
	case 'f':
		b.WriteByte('\f')
	case 'u':
		if p.pos+5 <= len(p.text) {
			if n, err := strconv.ParseUint(p.text[p.pos+1:p.pos+5], 16, 16); err == nil {
				b.WriteRune(rune(n))
				p.pos += 4
				return
			}
		}
		b.WriteByte(c)
	default:
		b.WriteByte(c)
	}
}

func (p *parser) listLiteral() (any, *SyntaxError) {
	p.depth++
	defer func() { p.depth-- }()
	if p.depth > maxFilterDepth {
		return nil, p.fail(msgFilterDeep)
	}
	p.pos++
	list := []any{}
	p.space()
	if p.peek() == ']' {
		p.pos++
		return list, nil
	}
	for {
		p.space()
		v, err := p.literal(false)
		if err != nil {
			return nil, err
		}
		list = append(list, v)
		p.space()
		switch p.peek() {
		case ',':
			p.pos++
		case ']':
			p.pos++
			return list, nil
		default:
			return nil, p.fail(msgListClose)
		}
	}
}

// objectLiteral reads a JSON object. Its end is the brace at which it is complete.
func (p *parser) objectLiteral() (any, *SyntaxError) {
	begin, open, quoted := p.pos, 0, false
	for ; p.pos < len(p.text); p.pos++ {
		switch c := p.text[p.pos]; {
		case quoted && c == '\\':
			p.pos++
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '{':
			open++
		case c == '}':
			open--
		}
		if open == 0 {
			p.pos++
			v, err := ordjson.DecodeString(p.text[begin:p.pos])
			if err != nil {
				return nil, p.failAt(begin, msgJSONLiteral, err)
			}
			return v, nil
		}
	}
	p.pos = len(p.text)
	return nil, p.failAt(begin, msgFilterEnd)
}

// regex reads /expression/ or /expression/i.
func (p *parser) regex() (operand, *SyntaxError) {
	begin := p.pos
	for p.pos++; p.pos < len(p.text) && p.text[p.pos] != '/'; p.pos++ {
		if p.text[p.pos] == '\\' {
			p.pos++
		}
	}
	if p.pos >= len(p.text) {
		p.pos = len(p.text)
		return operand{}, p.failAt(begin, msgRegexOpen)
	}
	expression := strings.ReplaceAll(p.text[begin+1:p.pos], `\/`, "/")
	p.pos++
	flags := ""
	for ; p.pos < len(p.text) && strings.IndexByte("ims", p.text[p.pos]) >= 0; p.pos++ {
		flags += string(p.text[p.pos])
	}
	if flags != "" {
		flags = "(?" + flags + ")"
	}
	compiled, err := regexp.Compile(flags + `\A(?:` + expression + `)\z`)
	if err != nil {
		return operand{}, p.failAt(begin, msgRegex, err)
	}
	return operand{constant: compiled}, nil
}
