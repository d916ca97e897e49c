package hcljson

import (
	"regexp"
	"strconv"
	"strings"
)

var (
	wordLike   = regexp.MustCompile(`^-?[\w.]+`)
	number     = regexp.MustCompile(`^-?\d+(\.\d+)?([eE][-+]?\d+)?$`)
	identifier = regexp.MustCompile(`^[\pL_][\pL\pN_-]*`)
	forEach    = regexp.MustCompile(`^for\s`)
	heredoc    = regexp.MustCompile(`^<<([-~]?)"?(\w+)"?[ \t]*\r?\n`)
	sign       = regexp.MustCompile(`[^\w:]+`)
)

// token is the text that stands for an expression.
func token(expression string) string {
	return "${" + strings.Trim(sign.ReplaceAllString(expression, "."), ".") + "}"
}

// expression skips to the end of an expression and names it.
func (p *parser) expression() (any, error) {
	begin := p.at
	for !p.ended() {
		switch c := p.peek(); {
		case c == '(' || c == '[' || c == '{':
			p.brackets()
		case c == '"':
			if _, err := p.quoted(); err != nil {
				return nil, err
			}
		case c == '#' || strings.HasPrefix(p.rest(), "//") || strings.HasPrefix(p.rest(), "/*"):
			p.space(false)
		default:
			p.at++
		}
		if i := len(strings.TrimRight(p.text[begin:p.at], " \t\r")); p.peek() == '\n' && i > 0 && strings.IndexByte("?:&|=+*<>", p.text[begin+i-1]) >= 0 {
			p.space(true) // an operator goes on in the next line
		}
	}
	if p.at == begin {
		return nil, p.fail(msgValue)
	}
	return token(p.text[begin:p.at]), nil
}

// brackets skips to the bracket that closes the one here.
func (p *parser) brackets() {
	depth := 0
	for p.at < len(p.text) {
		switch c := p.peek(); {
		case strings.IndexByte("([{", c) >= 0:
			depth++
		case strings.IndexByte(")]}", c) >= 0:
			depth--
		case c == '"':
			if _, err := p.quoted(); err != nil {
				p.at = len(p.text)
				return
			}
			continue
		case c == '#' || strings.HasPrefix(p.rest(), "//") || strings.HasPrefix(p.rest(), "/*"):
			p.space(true)
			continue
		}
		p.at++
		if depth == 0 {
			return
		}
	}
}

// quoted reads a text between quotes. What is put into it becomes a token.
func (p *parser) quoted() (any, error) {
	begin := p.at
	p.at++
	var b strings.Builder
	for p.at < len(p.text) {
		c := p.peek()
		switch {
		case c == '"':
			p.at++
			return b.String(), nil
		case c == '\n':
			return nil, p.fail(msgTextLine)
		case c == '\\':
			p.escape(&b)
			continue
		case p.template(&b):
			continue
		}
		b.WriteByte(c)
		p.at++
	}
	p.at = begin
	return nil, p.fail(msgTextEnd)
}

// template reads ${...} or %{...}, or the escape of one.
func (p *parser) template(b *strings.Builder) bool {
	for _, mark := range []string{"${", "%{"} {
		switch {
		case strings.HasPrefix(p.rest(), mark[:1]+mark):
			b.WriteString(mark)
			p.at += 3
			return true
		case strings.HasPrefix(p.rest(), mark):
			begin := p.at
			p.at++
			p.brackets()
			b.WriteString(token(p.text[begin:p.at]))
			return true
		}
	}
	return false
}

func (p *parser) escape(b *strings.Builder) {
	for _, size := range []int{2, 6, 10} { // \n, é, \U0001f600
		if p.at+size > len(p.text) {
			break
		}
		if s, err := strconv.Unquote(`"` + p.text[p.at:p.at+size] + `"`); err == nil {
			b.WriteString(s)
			p.at += size
			return
		}
	}
	b.WriteByte('\\')
	p.at++
}

// heredoc reads a text between <<EOF and EOF.
func (p *parser) heredoc() (any, bool, error) {
	m := heredoc.FindStringSubmatch(p.rest())
	if m == nil {
		return nil, false, p.fail(msgHeredoc)
	}
	p.at += len(m[0])
	var lines []string
	for p.at < len(p.text) {
		line, _, _ := strings.Cut(p.rest(), "\n")
		if strings.TrimSpace(line) == m[2] {
			p.at += len(line)
			return strings.Join(lines, ""), true, nil
		}
		p.at = min(p.at+len(line)+1, len(p.text))
		lines = append(lines, line+"\n")
	}
	return nil, false, p.fail(msgHeredocEnd, m[2])
}

// Template makes each ${...} of a text one without quotes and brackets in it.
func Template(text string) string {
	p := &parser{text: text}
	var b strings.Builder
	for p.at < len(text) {
		if !p.template(&b) {
			b.WriteByte(p.peek())
			p.at++
		}
	}
	return b.String()
}
