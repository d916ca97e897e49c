package jsonpath

import (
	"strconv"
	"strings"
)

// bracket reads one step in brackets.
func (p *parser) bracket() (token, *SyntaxError) {
	begin := p.pos
	p.pos++
	p.space()
	switch c := p.peek(); {
	case p.pos >= len(p.text):
		return token{}, p.fail(msgBracketOpen)
	case c == '\'' || c == '"':
		return p.quotedNames(c)
	case c == '*':
		p.pos++
		return token{kind: tokenWildcard}, p.closeBracket()
	case c == '?':
		return p.filter(begin)
	case c == '(':
		return p.indexFromEnd()
	case c == '-' || c == ':' || c >= '0' && c <= '9':
		return p.numbers()
	case c == ']':
		return token{}, p.fail(msgEmptyBrackets)
	}
	return token{}, p.fail(msgBracketStart, p.char())
}

func (p *parser) closeBracket() *SyntaxError {
	p.space()
	if p.peek() != ']' {
		return p.fail(msgBracketOpen)
	}
	p.pos++
	return nil
}

// quotedNames reads 'a' or 'a','b', up to and with the closing bracket.
func (p *parser) quotedNames(quote byte) (token, *SyntaxError) {
	var names []string
	for {
		if p.peek() != quote {
			return token{}, p.fail(msgExpectedQuote, p.char())
		}
		name, err := p.quotedName(quote)
		if err != nil {
			return token{}, err
		}
		names = append(names, name)
		p.space()
		switch p.peek() {
		case ']':
			p.pos++
			if len(names) == 1 {
				return token{kind: tokenName, name: names[0]}, nil
			}
			return token{kind: tokenNames, names: names}, nil
		case ',':
			p.pos++
			p.space()
		default:
			if p.pos >= len(p.text) {
				return token{}, p.fail(msgBracketOpen)
			}
			return token{}, p.fail(msgAfterName, p.char())
		}
	}
}

// quotedName reads a name in quotes. Step Functions does not unescape it: a backslash
// is part of the name, unless it protects the quote.
func (p *parser) quotedName(quote byte) (string, *SyntaxError) {
	begin := p.pos
	p.pos++
	for ; p.pos < len(p.text); p.pos++ {
		switch p.text[p.pos] {
		case '\\':
			p.pos++
		case quote:
			name := p.text[begin+1 : p.pos]
			p.pos++
			return strings.ReplaceAll(name, `\`+string(quote), string(quote)), nil
		}
	}
	p.pos = len(p.text)
	return "", p.failAt(begin, msgQuoteOpen, string(quote))
}

// numbers reads an index, a list of indexes or a slice.
func (p *parser) numbers() (token, *SyntaxError) {
	begin := p.pos
	end := strings.IndexByte(p.text[begin:], ']')
	if end < 0 {
		return token{}, p.failAt(len(p.text), msgBracketOpen)
	}
	text := p.text[begin : begin+end]
	p.pos = begin + end + 1
	if strings.Contains(text, ":") {
		return p.slice(text, begin)
	}
	var indexes []int
	for _, part := range strings.Split(text, ",") {
		n, ok := parseIndex(part)
		if !ok {
			return token{}, p.failAt(begin, msgBadIndex, text)
		}
		indexes = append(indexes, n)
	}
	if len(indexes) == 1 {
		return token{kind: tokenIndex, index: indexes[0]}, nil
	}
	return token{kind: tokenIndexes, indexes: indexes}, nil
}

func (p *parser) slice(text string, begin int) (token, *SyntaxError) {
	if strings.Contains(text, ",") {
		return token{}, p.failAt(begin, msgSliceAndUnion)
	}
	parts := strings.Split(text, ":")
	if len(parts) > 3 {
		return token{}, p.failAt(begin, msgBadIndex, text)
	}
	t := token{kind: tokenSlice}
	for i, part := range parts {
		if strings.TrimSpace(part) == "" {
			continue
		}
		n, ok := parseIndex(part)
		if !ok {
			return token{}, p.failAt(begin, msgBadIndex, text)
		}
		switch i {
		case 0:
			t.from, t.hasFrom = n, true
		case 1:
			t.to, t.hasTo = n, true
		case 2:
			p.note(begin, noteStep)
		}
	}
	if !t.hasFrom && !t.hasTo {
		return token{}, p.failAt(begin, msgEmptySlice)
	}
	return t, nil
}

func parseIndex(text string) (int, bool) {
	text = strings.TrimSpace(text)
	if strings.HasPrefix(text, "+") {
		return 0, false
	}
	n, err := strconv.ParseInt(text, 10, 32)
	return int(n), err == nil
}

// indexFromEnd reads the old form (@.length-1), an index counted from the end.
func (p *parser) indexFromEnd() (token, *SyntaxError) {
	begin := p.pos
	end := strings.IndexByte(p.text[begin:], ']')
	if end < 0 {
		return token{}, p.failAt(len(p.text), msgBracketOpen)
	}
	text := strings.Join(strings.Fields(p.text[begin:begin+end]), "")
	for _, prefix := range []string{"(@.length-", "(@.length()-", "(@.size()-"} {
		rest, ok := strings.CutPrefix(text, prefix)
		if !ok || !strings.HasSuffix(rest, ")") {
			continue
		}
		n, ok := parseIndex(rest[:len(rest)-1])
		if !ok || n < 1 {
			break
		}
		p.pos = begin + end + 1
		return token{kind: tokenIndex, index: -n}, nil
	}
	return token{}, p.failAt(begin, msgContextIndex)
}
