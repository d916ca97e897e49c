package services

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/stepwise-go/stepwise/ordjson"
)

// condition tells whether an item is as wanted.
// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.OperatorsAndFunctions.html
type condition func(item *ordjson.Object) bool

// operand is a value that depends on an item; nil if the item has it not.
type operand func(item *ordjson.Object) attribute

// condition reads a field that is a condition. Without the field it is always true.
func (e *expressions) condition(field string) condition {
	p := e.parse(field)
	if p == nil {
		return func(*ordjson.Object) bool { return true }
	}
	c := p.or()
	p.end()
	return c
}

func (p *parser) or() condition {
	c := p.and()
	for p.word("OR") {
		a, b := c, p.and()
		c = func(item *ordjson.Object) bool { return a(item) || b(item) }
	}
	return c
}

func (p *parser) and() condition {
	c := p.not()
	for p.word("AND") {
		a, b := c, p.not()
		c = func(item *ordjson.Object) bool { return a(item) && b(item) }
	}
	return c
}

func (p *parser) not() condition {
	if p.word("NOT") {
		c := p.not()
		return func(item *ordjson.Object) bool { return !c(item) }
	}
	if p.word("(") {
		c := p.or()
		p.expect(")")
		return c
	}
	if p.at+1 < len(p.tokens) && p.tokens[p.at+1] == "(" && p.peek() != "size" {
		return p.function()
	}
	return p.comparison()
}

func (p *parser) comparison() condition {
	left := p.operand()
	switch {
	case p.word("BETWEEN"):
		low := p.operand()
		p.expect("AND")
		high := p.operand()
		return func(item *ordjson.Object) bool {
			return holds(">=", left(item), low(item)) && holds("<=", left(item), high(item))
		}
	case p.word("IN"):
		var among []operand
		p.expect("(")
		p.list(func() { among = append(among, p.operand()) })
		p.expect(")")
		return func(item *ordjson.Object) bool {
			return slices.ContainsFunc(among, func(o operand) bool { return holds("=", left(item), o(item)) })
		}
	}
	sign := p.peek()
	if !slices.Contains([]string{"=", "<>", "<", "<=", ">", ">="}, sign) {
		p.unexpected()
		return nil
	}
	p.at++
	right := p.operand()
	return func(item *ordjson.Object) bool { return holds(sign, left(item), right(item)) }
}

// holds compares. What is not there, or is of another type, is only different.
func holds(sign string, a, b attribute) bool {
	equal := a != nil && b != nil && ordjson.Equal(a, b)
	switch sign {
	case "=":
		return equal
	case "<>":
		return !equal
	}
	n, ok := compare(a, b)
	return ok && (n < 0 && sign[0] == '<' || n > 0 && sign[0] == '>' || n == 0 && len(sign) == 2)
}

// operand reads a path, a value or size(path).
func (p *parser) operand() operand {
	if t := p.peek(); strings.HasPrefix(t, ":") {
		v := p.value()
		return func(*ordjson.Object) attribute { return v }
	}
	if p.peek() == "size" && p.at+1 < len(p.tokens) && p.tokens[p.at+1] == "(" {
		p.at += 2
		inner := p.operand()
		p.expect(")")
		return func(item *ordjson.Object) attribute { return size(inner(item)) }
	}
	at := p.path()
	return at.in
}

func size(a attribute) attribute {
	kind, v := apart(a)
	switch t := v.(type) {
	case string:
		switch kind {
		case "S":
			return numberAttribute(utf8.RuneCountInString(t))
		case "B":
			return numberAttribute(len(binary64(t)))
		}
	case []any:
		return numberAttribute(len(t))
	case *ordjson.Object:
		return numberAttribute(t.Len())
	}
	return nil
}

// function reads a function that is true or false.
func (p *parser) function() condition {
	name := p.next()
	arity := map[string]int{"attribute_exists": 1, "attribute_not_exists": 1, "attribute_type": 2, "begins_with": 2, "contains": 2}[name]
	if arity == 0 {
		p.fail(msgFunction, name)
		return nil
	}
	var args []operand
	p.expect("(")
	p.list(func() { args = append(args, p.operand()) })
	p.expect(")")
	if p.err == nil && len(args) != arity {
		p.fail(msgOperandCount, name)
	}
	if p.err != nil {
		return nil
	}
	switch name {
	case "attribute_exists":
		return func(item *ordjson.Object) bool { return args[0](item) != nil }
	case "attribute_not_exists":
		return func(item *ordjson.Object) bool { return args[0](item) == nil }
	}
	test := map[string]func(a, b attribute) bool{"attribute_type": hasType, "begins_with": beginsWith, "contains": contains}[name]
	return func(item *ordjson.Object) bool { return test(args[0](item), args[1](item)) }
}

func hasType(a, b attribute) bool {
	kind, _ := apart(a)
	_, wanted := apart(b)
	return kind != "" && kind == wanted
}

func beginsWith(a, b attribute) bool {
	kind, s := apart(a)
	other, t := apart(b)
	switch {
	case kind != other:
		return false
	case kind == "S":
		return strings.HasPrefix(s.(string), t.(string))
	case kind == "B":
		return strings.HasPrefix(string(binary64(s.(string))), string(binary64(t.(string))))
	}
	return false
}

func contains(a, b attribute) bool {
	kind, v := apart(a)
	other, wanted := apart(b)
	switch kind {
	case "S":
		return other == "S" && strings.Contains(v.(string), wanted.(string))
	case "B":
		return other == "B" && strings.Contains(string(binary64(v.(string))), string(binary64(wanted.(string))))
	case "SS", "NS", "BS":
		return other == kind[:1] && slices.Contains(v.([]any), wanted)
	case "L":
		return b != nil && slices.ContainsFunc(v.([]any), func(e any) bool { return ordjson.Equal(e, b) })
	}
	return false
}
