package jsonata

import (
	"errors"
	"strings"

	"github.com/stepwise-go/stepwise/ordjson"
)

// block reads (a; b; c).
func (p *parser) block(t *node) (*node, error) {
	t.kind = kindBlock
	for !p.is(")") {
		n, err := p.expression(0)
		if err != nil {
			return nil, err
		}
		t.list = append(t.list, n)
		if more, err := p.skip(";"); err != nil {
			return nil, err
		} else if !more {
			break
		}
	}
	return t, p.expect(")", true)
}

// array reads [a, b..c].
func (p *parser) array(t *node) (*node, error) {
	t.kind = kindUnary
	for !p.is("]") || len(t.list) > 0 {
		item, err := p.expression(0)
		if err != nil {
			return nil, err
		}
		if p.is("..") {
			spread := &node{kind: kindBinary, text: "..", pos: p.tok.pos, start: p.tok.start, lhs: item}
			if err := p.advance(false); err != nil {
				return nil, err
			}
			if spread.rhs, err = p.expression(0); err != nil {
				return nil, err
			}
			item = spread
		}
		t.list = append(t.list, item)
		if more, err := p.skip(","); err != nil {
			return nil, err
		} else if !more {
			break
		}
	}
	return t, p.expect("]", true)
}

// object reads {key: value, ...}, by itself or as the grouping of a step.
func (p *parser) object(t *node) error {
	for !p.is("}") || len(t.pairs) > 0 {
		key, err := p.expression(0)
		if err != nil {
			return err
		}
		if err := p.expect(":", false); err != nil {
			return err
		}
		value, err := p.expression(0)
		if err != nil {
			return err
		}
		t.pairs = append(t.pairs, pair{key, value})
		if more, err := p.skip(","); err != nil {
			return err
		} else if !more {
			break
		}
	}
	return p.expect("}", true)
}

// transform reads |pattern|update,delete|.
func (p *parser) transform(t *node) (_ *node, err error) {
	t.kind = kindTransform
	if t.body, err = p.expression(0); err != nil {
		return nil, err
	}
	if err = p.expect("|", false); err != nil {
		return nil, err
	}
	if t.lhs, err = p.expression(0); err != nil {
		return nil, err
	}
	more, err := p.skip(",")
	if err != nil {
		return nil, err
	}
	if more {
		if t.rhs, err = p.expression(0); err != nil {
			return nil, err
		}
	}
	return t, p.expect("|", false)
}

// predicate reads the rest of a[b], or of a[], which keeps single items in an array.
func (p *parser) predicate(t, left *node) (_ *node, err error) {
	if p.is("]") {
		step := left
		for step.kind == kindBinary && step.text == "[" {
			step = step.lhs
		}
		step.keepArray = true
		return left, p.advance(false)
	}
	t.kind = kindBinary
	if t.rhs, err = p.expression(0); err != nil {
		return nil, err
	}
	return t, p.expect("]", true)
}

// sort reads the rest of a^(<b, >c).
func (p *parser) sort(t *node) (*node, error) {
	t.kind = kindBinary
	if err := p.expect("(", false); err != nil {
		return nil, err
	}
	for {
		var by term
		var err error
		if by.descending, err = p.skip(">"); err == nil && !by.descending {
			_, err = p.skip("<")
		}
		if err != nil {
			return nil, err
		}
		if by.expr, err = p.expression(0); err != nil {
			return nil, err
		}
		t.terms = append(t.terms, by)
		if more, err := p.skip(","); err != nil {
			return nil, err
		} else if !more {
			break
		}
	}
	return t, p.expect(")", false)
}

// condition reads the rest of a ? b : c.
func (p *parser) condition(t, left *node) (_ *node, err error) {
	t.kind, t.body, t.lhs = kindCondition, left, nil
	if t.lhs, err = p.expression(0); err != nil {
		return nil, err
	}
	other, err := p.skip(":")
	if other && err == nil {
		t.rhs, err = p.expression(0)
	}
	return t, err
}

// call reads the rest of f(a, ?) and of function($a)<sig>{body}.
func (p *parser) call(t, left *node) (*node, error) {
	t.kind, t.body, t.lhs = kindFunction, left, nil
	for !p.is(")") || len(t.list) > 0 {
		if p.is("?") {
			t.kind = kindPartial
			t.list = append(t.list, p.tok)
			if err := p.advance(false); err != nil {
				return nil, err
			}
		} else {
			arg, err := p.expression(0)
			if err != nil {
				return nil, err
			}
			t.list = append(t.list, arg)
		}
		if more, err := p.skip(","); err != nil {
			return nil, err
		} else if !more {
			break
		}
	}
	if err := p.expect(")", true); err != nil {
		return nil, err
	}
	if left.kind == kindName && (left.text == "function" || left.text == "λ") {
		return t, p.lambda(t)
	}
	return t, nil
}

func (p *parser) lambda(t *node) (err error) {
	for i, arg := range t.list {
		if arg.kind != kindVariable {
			return newError("S0208").at(arg.pos).symbol(arg).with("value", i+1)
		}
	}
	t.kind = kindLambda
	if p.is("<") {
		if t.sig, err = p.signature(); err != nil {
			return err
		}
	}
	if err = p.expect("{", false); err != nil {
		return err
	}
	if t.body, err = p.expression(0); err != nil {
		return err
	}
	return p.expect("}", false)
}

// signature reads the signature of a function definition, token by token.
func (p *parser) signature() (*signature, error) {
	at := p.tok.pos
	text := strings.Builder{}
	text.WriteString("<")
	for depth := 1; depth > 0 && !p.is("{") && p.tok.kind != kindEnd; {
		if err := p.advance(false); err != nil {
			return nil, err
		}
		if p.is(">") {
			depth--
		} else if p.is("<") {
			depth++
		}
		if p.tok.kind == kindNumber {
			text.WriteString(ordjson.FormatFloat(p.tok.value.(float64)))
		} else {
			text.WriteString(p.tok.text)
		}
	}
	if err := p.expect(">", false); err != nil {
		return nil, err
	}
	sig, err := parseSignature(text.String())
	var bad *Error
	if errors.As(err, &bad) {
		bad.Position += at
	}
	return sig, err
}
