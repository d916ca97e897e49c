package sfn

import (
	"errors"
	"strings"
	"time"

	"github.com/stepwise-go/stepwise/asl/jsonpath"
	"github.com/stepwise-go/stepwise/diag"
	"github.com/stepwise-go/stepwise/internal/nearest"
	"github.com/stepwise-go/stepwise/ordjson"
)

// exprParser reads a condition:
//
//	or      = and { "||" and }
//	and     = not { "&&" not }
//	not     = "!" not | "(" or ")" | test "(" path ")" | compare
//	compare = operand [ ("==" | "!=" | "<" | "<=" | ">" | ">=" | "matches") operand ]
//	operand = path | type "(" path ")" | literal
type exprParser struct {
	exprLexer
	token  exprToken
	depth  int
	faults []diag.Diagnostic
}

const maxExprDepth = 100

// whole reads all of the text. There is no tree if there are faults.
func (p *exprParser) whole() exprNode {
	p.advance()
	if p.token.kind == exprEnd && p.fault == nil {
		p.syntax(p.token.at, msgExprEmpty, fixExprEmpty)
	}
	tree := p.or()
	if p.fault == nil && p.token.kind != exprEnd {
		message, fix := unexpected(p.token.text)
		p.syntax(p.token.at, message, fix)
	}
	if p.fault != nil {
		p.faults = append([]diag.Diagnostic{p.fault.in(p.text)}, p.faults...)
	}
	return tree
}

func (p *exprParser) advance() { p.token = p.next() }

// syntax notes the first fault of syntax, after which nothing is read any more.
func (p *exprParser) syntax(at int, message, fix string) {
	p.fail(at, message, fix)
	p.token = exprToken{kind: exprEnd, at: at}
}

// wrong notes a fault of meaning; there can be several.
func (p *exprParser) wrong(at int, message, fix string) {
	p.faults = append(p.faults, exprFault{at, message, fix}.in(p.text))
}

func (p *exprParser) is(sign string) bool {
	return p.token.kind == exprSign && p.token.text == sign
}

func (p *exprParser) expect(sign string) {
	if !p.is(sign) {
		p.syntax(p.token.at, msgExprExpected(sign, p.token.text), fixExprExpected(sign))
		return
	}
	p.advance()
}

func (p *exprParser) or() exprNode  { return p.list("||", p.and) }
func (p *exprParser) and() exprNode { return p.list("&&", p.not) }

func (p *exprParser) list(sign string, element func() exprNode) exprNode {
	first := element()
	if !p.is(sign) {
		return first
	}
	nodes := []exprNode{first}
	for p.is(sign) {
		p.advance()
		nodes = append(nodes, element())
	}
	return exprGroup{and: sign == "&&", nodes: nodes}
}

func (p *exprParser) not() exprNode {
	if p.depth++; p.depth > maxExprDepth {
		p.syntax(p.token.at, msgExprDeep, fixExprDeep)
	}
	defer func() { p.depth-- }()
	switch at := p.token.at; {
	case p.is("!"):
		p.advance()
		bare := p.token.kind == exprPath
		node := p.not()
		if c, ok := node.(exprCompare); ok && bare {
			p.wrong(at, msgExprNotCompared, fixExprNotCompared(c.op))
		}
		return exprNot{node}
	case p.is("("):
		p.advance()
		node := p.or()
		p.expect(")")
		return node
	}
	if name := p.token.text; p.token.kind == exprWord && strings.HasPrefix(name, "is") {
		return p.test(name)
	}
	return p.compare()
}

func (p *exprParser) test(name string) exprNode {
	operator, negated := strings.CutPrefix(name, "isNot")
	if !negated {
		operator = strings.TrimPrefix(name, "is")
	}
	if _, ok := exprTests["Is"+operator]; !ok {
		p.syntax(p.token.at, msgExprFunction(name), nearest.Suggest(name, exprFunctions, fixExprFunction))
	}
	p.advance()
	p.expect("(")
	path := p.path()
	p.expect(")")
	return exprTest{path, "Is" + operator, !negated}
}

func (p *exprParser) path() *jsonpath.Path {
	at, text := p.token.at, p.token.text
	if p.token.kind != exprPath {
		p.syntax(at, msgExprExpected("a path", text), fixExprPath)
		return nil
	}
	p.advance()
	path, err := jsonpath.ParseReference(text)
	var syntax *jsonpath.SyntaxError
	if errors.As(err, &syntax) {
		p.wrong(at+syntax.Column-1, syntax.Message, fixExprPath)
		return &jsonpath.Path{}
	}
	return path
}

// exprOperand is one side of a comparison.
type exprOperand struct {
	at    int
	path  *jsonpath.Path
	kind  exprType
	value any // of a literal, in the form of ordjson
}

func (o exprOperand) literal() bool { return o.path == nil }

func (p *exprParser) operand() exprOperand {
	o := exprOperand{at: p.token.at}
	switch t := p.token; t.kind {
	case exprPath:
		o.path = p.path()
		if p.is("(") {
			p.syntax(t.at, msgExprCall(t.text), fixExprCompute)
		}
	case exprString:
		o.kind, o.value = typeString, t.text
		p.advance()
	case exprNumber:
		o.kind, o.value = typeNumber, ordjson.Number(t.text)
		if v, err := ordjson.DecodeString(t.text); err != nil || !ordjson.IsNumber(v) {
			p.wrong(t.at, msgExprNumber(t.text), fixExprNumber)
		}
		p.advance()
	case exprWord:
		p.wordOperand(&o, t)
	default:
		p.syntax(t.at, msgExprExpected("a path or a value", t.text), fixExprOperand)
	}
	return o
}

func (p *exprParser) wordOperand(o *exprOperand, t exprToken) {
	switch t.text {
	case "true", "false":
		o.kind, o.value = typeBoolean, t.text == "true"
		p.advance()
		return
	case "null":
		o.kind = typeNull
		p.advance()
		return
	}
	kind, ok := exprTypes[t.text]
	if !ok {
		message, fix := unknownWord(t.text)
		p.syntax(t.at, message, fix)
		return
	}
	p.advance()
	p.expect("(")
	o.kind = kind
	if kind == typeTimestamp && p.token.kind == exprString {
		if _, err := time.Parse(time.RFC3339, p.token.text); err != nil {
			p.wrong(p.token.at, msgExprTimestamp(p.token.text), fixExprTimestamp)
		}
		o.value = p.token.text
		p.advance()
	} else {
		o.path = p.path()
	}
	p.expect(")")
}

func (p *exprParser) compare() exprNode {
	left := p.operand()
	op := p.token
	if !exprOperators[op.text] || op.kind != exprSign && op.kind != exprWord {
		if left.literal() && p.fault == nil {
			p.wrong(left.at, msgExprConstant, fixExprConstant)
		} else if left.kind != typeUnknown && left.kind != typeBoolean && p.fault == nil {
			p.wrong(left.at, msgExprNotCondition(left.kind), fixExprNotCondition)
		}
		return exprTrue{left.path}
	}
	p.advance()
	right := p.operand()
	if p.fault == nil && exprOperators[p.token.text] && p.token.kind == exprSign {
		p.syntax(p.token.at, msgExprChain, fixExprChain)
	}
	if p.fault != nil {
		return exprTrue{}
	}
	return p.typed(left, right, op)
}

// typed finds out what is compared.
func (p *exprParser) typed(left, right exprOperand, op exprToken) exprNode {
	c := exprCompare{op: op.text, left: left.path, right: right.path, kind: right.kind, value: right.value}
	if left.literal() && !right.literal() && op.text != "matches" {
		c = exprCompare{op: exprFlipped[op.text], left: right.path, kind: left.kind, value: left.value}
	}
	if c.kind == typeUnknown {
		c.kind = left.kind
	}
	switch {
	case left.literal() && (right.literal() || op.text == "matches"):
		p.wrong(left.at, msgExprTwoLiterals, fixExprTwoLiterals)
	case op.text == "matches":
		if !right.literal() || right.kind != typeString || left.kind != typeUnknown && left.kind != typeString {
			p.wrong(right.at, msgExprPattern, fixExprPattern)
		}
	case c.kind == typeUnknown:
		p.wrong(op.at, msgExprUntyped(op.text), fixExprUntyped(left.path.String(), op.text, right.path.String()))
	case left.kind != typeUnknown && right.kind != typeUnknown && left.kind != right.kind:
		p.wrong(op.at, msgExprMixed(left.kind, right.kind), fixExprMixed)
	case (c.kind == typeBoolean || c.kind == typeNull) && op.text != "==" && op.text != "!=":
		p.wrong(op.at, msgExprOrder(op.text, c.kind), fixExprOrder)
	}
	return c
}
