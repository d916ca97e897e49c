package jsonata

// maxNesting is how deep expressions may nest, and how long chains of operators may be.
const maxNesting = 5000

// parser builds the tree by operator precedence (Pratt's method).
type parser struct {
	lexer lexer
	tok   *node // the current token as a leaf
	depth int

	power int     // how strongly the current token binds to the left
	arena []node  // room for leaves
	marks [2]node // take turns for tokens that never become part of the tree
	turn  int

	labels int // ancestor slots made
}

// parse reads a whole expression.
func parse(text string) (*node, error) {
	p := &parser{lexer: lexer{text: text}, arena: make([]node, min(len(text)/8+2, 64))}
	if err := p.advance(false); err != nil {
		return nil, err
	}
	n, err := p.expression(0)
	if err != nil {
		return nil, err
	}
	if p.tok.kind != kindEnd {
		return nil, newError("S0201").at(p.tok.pos).symbol(p.tok)
	}
	p.depth = 0
	if n, err = p.resolve(n); err != nil {
		return nil, err
	}
	if n.kind == kindParent {
		return nil, newError("S0217").token(kindNames[n.kind])
	}
	if n.seeking != nil {
		return nil, newError("S0217").at(n.pos).token(kindNames[n.kind])
	}
	return n, nil
}

// is tells whether the current token is an operator or symbol.
func (p *parser) is(symbol string) bool { return p.tok.kind == kindOperator && p.tok.text == symbol }

// symbolValue is the value of a token as errors print it.
func (n *node) symbolValue() any {
	switch n.kind {
	case kindNumber, kindValue:
		return n.value
	}
	return n.text
}

// advance reads the next token; infix says that it follows a complete operand.
func (p *parser) advance(infix bool) error {
	t, err := p.lexer.next(infix)
	if err != nil {
		return err
	}
	p.power = 0
	if t.kind == kindOperator {
		power, ok := bindingPower[t.text]
		if !ok {
			return newError("S0204").at(t.pos).token(t.text)
		}
		p.power = power
	}
	if t.kind == kindOperator && isMark(t.text) {
		p.turn = 1 - p.turn
		p.tok = &p.marks[p.turn]
	} else {
		if len(p.arena) == 0 {
			p.arena = make([]node, 8)
		}
		p.tok, p.arena = &p.arena[0], p.arena[1:]
	}
	n := p.tok
	n.kind, n.text, n.value, n.pos, n.start = t.kind, t.text, t.value, t.pos, t.start
	return nil
}

// isMark tells whether an operator is never a node by itself.
func isMark(text string) bool {
	switch text {
	case ")", "]", "}", ",", ";", ":":
		return true
	}
	return false
}

// expect is advance over a symbol that must be there.
func (p *parser) expect(symbol string, infix bool) error {
	if !p.is(symbol) {
		code := "S0202"
		if p.tok.kind == kindEnd {
			code = "S0203"
		}
		return newError(code).at(p.tok.pos).symbol(p.tok).with("value", symbol)
	}
	return p.advance(infix)
}

// skip is advance over a symbol if it is there.
func (p *parser) skip(symbol string) (bool, error) {
	if !p.is(symbol) {
		return false, nil
	}
	return true, p.advance(false)
}

// expression reads an operand and the operators that bind it more strongly than power.
func (p *parser) expression(power int) (*node, error) {
	if p.depth++; p.depth > maxNesting {
		return nil, newError(codeDepth).at(p.tok.pos)
	}
	defer func() { p.depth-- }()
	t := p.tok
	if err := p.advance(true); err != nil {
		return nil, err
	}
	left, err := p.prefix(t)
	for err == nil && power < p.power {
		t = p.tok
		if err = p.advance(false); err == nil {
			left, err = p.infix(t, left)
		}
	}
	return left, err
}

// prefix makes a node of a token that begins an operand.
func (p *parser) prefix(t *node) (*node, error) {
	if t.kind == kindRegex {
		return t, nil
	}
	if t.kind != kindOperator {
		return t, nil
	}
	switch t.text {
	case "and", "or", "in":
		return t, nil
	case "*":
		t.kind = kindWildcard
		return t, nil
	case "**":
		t.kind = kindDescendant
		return t, nil
	case "%":
		t.kind = kindParent
		return t, nil
	case "-":
		t.kind = kindUnary
		var err error
		t.body, err = p.expression(70)
		return t, err
	case "(":
		return p.block(t)
	case "[":
		return p.array(t)
	case "{":
		t.kind = kindUnary
		return t, p.object(t)
	case "|":
		return p.transform(t)
	}
	return nil, newError("S0211").at(t.pos).token(t.text)
}

// infix makes a node of an operator that follows an operand.
func (p *parser) infix(t, left *node) (*node, error) {
	t.lhs = left
	switch t.text {
	case "(":
		return p.call(t, left)
	case "[":
		return p.predicate(t, left)
	case "^":
		return p.sort(t)
	case "{":
		t.kind = kindBinary
		return t, p.object(t)
	case "?":
		return p.condition(t, left)
	case ":=":
		if left.kind != kindVariable {
			return nil, newError("S0212").at(left.pos).symbol(left)
		}
		return p.operand(t, bindingPower[":="]-1)
	case "@", "#":
		if _, err := p.operand(t, bindingPower[t.text]); err != nil {
			return nil, err
		}
		if t.rhs.kind != kindVariable {
			return nil, newError("S0214").at(t.rhs.pos).token(t.text)
		}
		return t, nil
	}
	return p.operand(t, bindingPower[t.text])
}

// operand reads the right side of a binary operator.
func (p *parser) operand(t *node, power int) (*node, error) {
	t.kind = kindBinary
	var err error
	t.rhs, err = p.expression(power)
	return t, err
}
