package services

import (
	"cmp"
	"math/big"
	"slices"
	"strings"

	"github.com/stepwise-go/stepwise/ordjson"
)

// change is one action of an update expression.
type change struct {
	section string // SET, REMOVE, ADD, DELETE
	path    path
	value   func(item *ordjson.Object) (attribute, string) // the string is what is wrong
}

// update reads the UpdateExpression.
// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.UpdateExpressions.html
func (e *expressions) update() []change {
	p := e.parse("UpdateExpression")
	if p == nil {
		return nil
	}
	var changes []change
	seen := map[string]bool{}
	for p.err == nil && p.peek() != "" {
		section := strings.ToUpper(p.peek())
		switch {
		case !slices.Contains([]string{"SET", "REMOVE", "ADD", "DELETE"}, section):
			p.unexpected()
		case seen[section]:
			p.fail(msgSectionTwice, section)
		}
		seen[section] = true
		p.next()
		p.list(func() { changes = append(changes, p.change(section)) })
	}
	p.overlaps(changes)
	return changes
}

func (p *parser) overlaps(changes []change) {
	for i, c := range changes {
		for _, other := range changes[:i] {
			if c.path.starts(other.path) || other.path.starts(c.path) {
				p.fail(msgOverlap, other.path, c.path)
			}
		}
	}
}

func (p *parser) change(section string) change {
	c := change{section: section, path: p.path()}
	switch section {
	case "SET":
		p.expect("=")
		c.value = p.sum()
	case "ADD", "DELETE":
		v := p.value()
		c.value = func(item *ordjson.Object) (attribute, string) {
			if section == "ADD" {
				return added(c.path.in(item), v)
			}
			return subtracted(c.path.in(item), v)
		}
	default:
		c.value = func(*ordjson.Object) (attribute, string) { return nil, "" }
	}
	return c
}

// source is a value of a SET action.
type source func(item *ordjson.Object) (attribute, string)

func (p *parser) sum() source {
	left := p.source()
	minus := p.peek() == "-"
	if !minus && p.peek() != "+" {
		return left
	}
	p.at++
	right := p.source()
	return func(item *ordjson.Object) (attribute, string) {
		a, wrong := left(item)
		if wrong != "" {
			return nil, wrong
		}
		b, wrong := right(item)
		if wrong != "" {
			return nil, wrong
		}
		return addNumbers(a, b, minus)
	}
}

func (p *parser) source() source {
	if p.at+1 < len(p.tokens) && p.tokens[p.at+1] == "(" {
		return p.updateFunction()
	}
	if p.word("(") {
		s := p.sum()
		p.expect(")")
		return s
	}
	o := p.operand()
	return func(item *ordjson.Object) (attribute, string) {
		if a := o(item); a != nil {
			return a, ""
		}
		return nil, msgUpdateMissing
	}
}

func (p *parser) updateFunction() source {
	switch name := p.next(); name {
	case "if_not_exists":
		p.expect("(")
		at := p.path()
		p.expect(",")
		otherwise := p.source()
		p.expect(")")
		return func(item *ordjson.Object) (attribute, string) {
			if a := at.in(item); a != nil {
				return a, ""
			}
			return otherwise(item)
		}
	case "list_append":
		p.expect("(")
		first := p.source()
		p.expect(",")
		second := p.source()
		p.expect(")")
		return func(item *ordjson.Object) (attribute, string) {
			a, wrong := first(item)
			if wrong != "" {
				return nil, wrong
			}
			b, wrong := second(item)
			if wrong != "" {
				return nil, wrong
			}
			return appended(a, b)
		}
	default:
		p.fail(msgFunction, name)
	}
	return nil
}

func appended(a, b attribute) (attribute, string) {
	kind, v := apart(a)
	other, w := apart(b)
	if kind != "L" || other != "L" {
		return nil, msgUpdateOperand
	}
	return object("L", slices.Concat(v.([]any), w.([]any))), ""
}

func addNumbers(a, b attribute, minus bool) (attribute, string) {
	kind, v := apart(a)
	other, w := apart(b)
	if kind != "N" || other != "N" {
		return nil, msgUpdateOperand
	}
	x, _ := parseNumber(v.(string))
	y, _ := parseNumber(w.(string))
	if minus {
		y = new(big.Rat).Neg(y)
	}
	return object("N", formatNumber(new(big.Rat).Add(x, y))), ""
}

// added is ADD: a sum of numbers, or the union of sets. What is not there is zero, or empty.
func added(old, v attribute) (attribute, string) {
	kind, _ := apart(v)
	switch {
	case kind != "N" && !isSet(kind):
		return nil, msgUpdateOperand
	case old == nil:
		return v, ""
	case kind == "N":
		return addNumbers(old, v, false)
	}
	if other, _ := apart(old); other != kind {
		return nil, msgUpdateOperand
	}
	return set(kind, append(elements(old), elements(v)...)), ""
}

// subtracted is DELETE: a set without some elements. An empty set is removed.
func subtracted(old, v attribute) (attribute, string) {
	kind, _ := apart(v)
	if !isSet(kind) {
		return nil, msgUpdateOperand
	}
	if old == nil {
		return nil, ""
	}
	if other, _ := apart(old); other != kind {
		return nil, msgUpdateOperand
	}
	without := elements(v)
	left := slices.DeleteFunc(elements(old), func(s string) bool { return slices.Contains(without, s) })
	if len(left) == 0 {
		return nil, ""
	}
	return set(kind, left), ""
}

func isSet(kind string) bool { return kind == "SS" || kind == "NS" || kind == "BS" }

func elements(a attribute) []string {
	_, v := apart(a)
	list, _ := v.([]any)
	out := make([]string, len(list))
	for i, e := range list {
		out[i], _ = e.(string)
	}
	return out
}

// apply makes all changes. Each sees the item as it was; elements are taken out of lists last to first.
func (e *expressions) apply(changes []change, item *ordjson.Object) *ordjson.Object {
	out := object("M", item)
	ordered := slices.Clone(changes)
	slices.SortStableFunc(ordered, func(a, b change) int {
		if a.section != "REMOVE" || b.section != "REMOVE" {
			return cmp.Compare(rank(a), rank(b))
		}
		return cmp.Compare(b.path[len(b.path)-1].index, a.path[len(a.path)-1].index)
	})
	for _, c := range ordered {
		value, wrong := c.value(item)
		if wrong != "" {
			e.err = e.r.invalid("%s", wrong)
			return nil
		}
		if value == nil && c.path.in(item) == nil {
			continue
		}
		next, ok := c.path.with(out, value)
		if !ok {
			e.err = e.r.invalid(msgUpdatePath)
			return nil
		}
		out = next
	}
	_, v := apart(out)
	return v.(*ordjson.Object)
}

func rank(c change) int {
	if c.section == "REMOVE" {
		return 1
	}
	return 0
}
