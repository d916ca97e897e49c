package services

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/stepwise-go/stepwise/ordjson"
)

// expressions are those of one call, which share their names and values.
// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.html
type expressions struct {
	r             *request
	names, values *ordjson.Object
	used          map[string]bool
	err           error
}

func (r *request) expressions() *expressions {
	e := &expressions{r: r, names: r.object("ExpressionAttributeNames"), used: map[string]bool{}}
	if r.object("ExpressionAttributeValues") != nil {
		e.values, e.err = r.item("ExpressionAttributeValues")
	}
	return e
}

// done returns the first error, or tells of names and values that no expression uses.
func (e *expressions) done() error {
	if e.err != nil {
		return e.err
	}
	for _, check := range []struct {
		o       *ordjson.Object
		message string
	}{{e.names, msgUnusedName}, {e.values, msgUnusedValue}} {
		var unused []string
		for _, name := range check.o.Keys() {
			if !e.used[name] {
				unused = append(unused, name)
			}
		}
		if len(unused) > 0 {
			slices.Sort(unused)
			return e.r.invalid(check.message, strings.Join(unused, ", "))
		}
	}
	return nil
}

// parser reads one expression. After its first error it reads nothing more.
type parser struct {
	*expressions
	field  string
	tokens []string
	at     int
}

var tokenForm = regexp.MustCompile(`[#:]?[A-Za-z_0-9]+|<>|<=|>=|\S`)

// parse begins to read a field of the call, or returns nil if it is not there.
func (e *expressions) parse(field string) *parser {
	text := e.r.text(field)
	if text == "" || e.err != nil {
		return nil
	}
	return &parser{expressions: e, field: field, tokens: tokenForm.FindAllString(text, -1)}
}

func (p *parser) fail(format string, args ...any) {
	if p.err == nil {
		p.err = p.r.invalid(msgExpression, p.field, fmt.Sprintf(format, args...))
	}
	p.at = len(p.tokens)
}

func (p *parser) peek() string {
	if p.at < len(p.tokens) {
		return p.tokens[p.at]
	}
	return ""
}

func (p *parser) next() string {
	t := p.peek()
	if t != "" {
		p.at++
	}
	return t
}

// word takes a keyword or sign if it is next.
func (p *parser) word(w string) bool {
	if !strings.EqualFold(p.peek(), w) {
		return false
	}
	p.at++
	return true
}

func (p *parser) expect(w string) {
	if p.err == nil && !p.word(w) {
		p.unexpected()
	}
}

func (p *parser) unexpected() {
	token := p.peek()
	if token == "" {
		token = "<EOF>"
	}
	p.fail(msgSyntax, token, strings.Join(p.tokens[max(0, p.at-1):min(len(p.tokens), p.at+2)], " "))
}

// end checks that all was read.
func (p *parser) end() {
	if p.err == nil && p.peek() != "" {
		p.unexpected()
	}
}

// list reads what is separated by commas.
func (p *parser) list(one func()) {
	for one(); p.err == nil && p.word(","); {
		one()
	}
}

// step is a part of a document path: a name, or an index if it is not negative.
type step struct {
	name  string
	index int
}

type path []step

func (p path) String() string {
	var b strings.Builder
	b.WriteByte('[')
	for i, s := range p {
		if i > 0 {
			b.WriteString(", ")
		}
		if s.index >= 0 {
			fmt.Fprintf(&b, "[%d]", s.index)
			continue
		}
		b.WriteString(s.name)
	}
	return b.String() + "]"
}

func isName(t string) bool {
	return t != "" && (t[0] == '#' || t[0] == '_' || t[0] >= 'a' && t[0] <= 'z' || t[0] >= 'A' && t[0] <= 'Z')
}

func (p *parser) path() path {
	out := path{p.name()}
	for p.err == nil {
		switch {
		case p.word("."):
			out = append(out, p.name())
		case p.word("["):
			n, err := strconv.Atoi(p.peek())
			if err != nil || n < 0 {
				p.unexpected()
				return out
			}
			p.at++
			p.expect("]")
			out = append(out, step{index: n})
		default:
			return out
		}
	}
	return out
}

func (p *parser) name() step {
	t := p.peek()
	if !isName(t) {
		p.unexpected()
		return step{}
	}
	p.at++
	if t[0] != '#' {
		return step{t, -1}
	}
	v, _ := p.names.Get(t)
	name, ok := v.(string)
	if !ok {
		p.fail(msgNoName, t)
	}
	p.used[t] = true
	return step{name, -1}
}

// value reads a value such as :price.
func (p *parser) value() attribute {
	t := p.next()
	v, ok := p.values.Get(t)
	if !ok {
		p.fail(msgNoValue, t)
		return nil
	}
	p.used[t] = true
	return v.(*ordjson.Object)
}
