package jsonpath

import "strings"

// maxFilterDepth bounds parentheses, negations and filters within filters.
const maxFilterDepth = 64

// filter reads ?( ... ) up to and with the closing bracket.
func (p *parser) filter(begin int) (token, *SyntaxError) {
	p.pos++ // the question mark
	p.space()
	if p.peek() != '(' {
		return token{}, p.fail(msgFilterParen)
	}
	outer := p.inFilter
	p.inFilter = true
	c, err := p.disjunction()
	p.inFilter = outer
	if err != nil {
		return token{}, err
	}
	if err := p.closeBracket(); err != nil {
		return token{}, err
	}
	return token{kind: tokenFilter, filter: c, source: p.text[begin:p.pos]}, nil
}

func (p *parser) disjunction() (condition, *SyntaxError) {
	p.depth++
	defer func() { p.depth-- }()
	if p.depth > maxFilterDepth {
		return nil, p.fail(msgFilterDeep)
	}
	left, err := p.conjunction()
	for err == nil && p.accept("||") {
		var right condition
		if right, err = p.conjunction(); err == nil {
			left = anyOf{left, right}
		}
	}
	return left, err
}

func (p *parser) conjunction() (condition, *SyntaxError) {
	left, err := p.negation()
	for err == nil && p.accept("&&") {
		var right condition
		if right, err = p.negation(); err == nil {
			left = allOf{left, right}
		}
	}
	return left, err
}

func (p *parser) negation() (condition, *SyntaxError) {
	negative := false
	for p.accept("!") {
		negative = !negative
	}
	c, err := p.test()
	if err == nil && negative {
		c = not{c}
	}
	return c, err
}

// test reads a condition in parentheses, a comparison, or a path whose existence is asked.
func (p *parser) test() (condition, *SyntaxError) {
	p.space()
	if p.accept("(") {
		c, err := p.disjunction()
		if err != nil {
			return nil, err
		}
		if !p.accept(")") {
			return nil, p.fail(msgFilterClose)
		}
		return c, nil
	}
	begin := p.pos
	left, err := p.operand(false)
	if err != nil {
		return nil, err
	}
	p.space()
	if c := p.peek(); c == ')' || c == '&' || c == '|' {
		if left.path == nil {
			return nil, p.failAt(begin, msgExists)
		}
		return exists{left.path}, nil
	}
	if c := p.peek(); c == ']' || c == 0 {
		return nil, p.fail(msgFilterClose)
	}
	at := p.pos
	op, err := p.operator()
	if err != nil {
		return nil, err
	}
	right, err := p.operand(true)
	if err != nil {
		return nil, err
	}
	p.judge(at, op, begin, left, right)
	if op.name == "=~" && !isPattern(left.constant) && !isPattern(right.constant) {
		return nil, p.failAt(at, msgRegexNeedsText)
	}
	return comparison{left, right, op}, nil
}

func (p *parser) operator() (operator, *SyntaxError) {
	rest := p.text[p.pos:]
	for _, op := range operators {
		if !op.word && strings.HasPrefix(rest, op.name) {
			p.pos += len(op.name)
			return op, nil
		}
	}
	end := 0
	for end < len(rest) && !isSpace(rest[end]) && rest[end] != ')' {
		end++
	}
	if end == 0 {
		return operator{}, p.fail(msgFilterEnd)
	}
	for _, op := range operators {
		if op.word && strings.EqualFold(rest[:end], op.name) {
			p.pos += end
			return op, nil
		}
	}
	return operator{}, p.fail(msgOperator, rest[:end])
}

// judge notes what the developer guide does not support.
func (p *parser) judge(at int, op operator, begin int, left, right operand) {
	switch {
	case op.word:
		p.note(at, noteWord, op.name)
	case op.name == "=~":
		p.note(at, noteRegex)
	}
	for _, o := range []operand{left, right} {
		switch {
		case o.path == nil:
		case o.path.root != item:
			p.note(begin, noteRoot)
		case len(o.path.tokens) == 0:
			p.note(begin, noteScalar)
		}
	}
}

// accept takes a symbol if it comes next. An ! that belongs to != or !== is none.
func (p *parser) accept(symbol string) bool {
	p.space()
	rest := p.text[p.pos:]
	if !strings.HasPrefix(rest, symbol) || symbol == "!" && strings.HasPrefix(rest, "!=") {
		return false
	}
	p.pos += len(symbol)
	return true
}
