package sim

import (
	"strconv"
	"strings"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/ordjson"
)

// allOf, anyOf and noneOf are And, Or and Not.
type (
	allOf  []test
	anyOf  []test
	noneOf struct{ test }
)

func (t allOf) holds(w *view) (bool, *fault) {
	for _, part := range t {
		if ok, f := part.holds(w); f != nil || !ok {
			return false, f
		}
	}
	return true, nil
}

func (t anyOf) holds(w *view) (bool, *fault) {
	for _, part := range t {
		if ok, f := part.holds(w); f != nil || ok {
			return ok, f
		}
	}
	return false, nil
}

func (t noneOf) holds(w *view) (bool, *fault) {
	ok, f := t.test.holds(w)
	return !ok && f == nil, f
}

// comparison is a comparison of the value of a path with a value, or with that of another path.
type comparison struct {
	variable *lens
	with     *lens // nil if the value is fixed
	value    any
	compare  func(a, b any) bool
}

// presence is IsPresent.
type presence struct {
	variable *lens
	want     bool
}

func (t *comparison) holds(w *view) (bool, *fault) {
	a, f := t.variable.choose(w)
	if f != nil {
		return false, f
	}
	b := t.value
	if t.with != nil {
		if b, f = t.with.choose(w); f != nil {
			return false, f
		}
	}
	return t.compare(a, b), nil
}

func (t *presence) holds(w *view) (bool, *fault) {
	_, found := t.variable.lookup(w)
	return found == t.want, nil
}

// choose reads the path of a Choice rule, which must lead to a value.
func (l *lens) choose(w *view) (any, *fault) {
	v, found := l.lookup(w)
	if !found {
		return nil, runtime(msgChoiceVariable, l.path)
	}
	return v, nil
}

// test compiles a rule, or a part of one, of JSONPath.
func (pl *planner) test(at string, r *asl.Rule) test {
	switch {
	case r.And != nil:
		return allOf(pl.tests(at+"/And", r.And))
	case r.Or != nil:
		return anyOf(pl.tests(at+"/Or", r.Or))
	case r.Not != nil:
		return noneOf{pl.test(at+"/Not", r.Not)}
	}
	op, ok := asl.OperatorByName(r.Operator)
	if !ok {
		pl.problem(at, "the rule has no operator", "add one, such as StringEquals, to the rule")
		return allOf{}
	}
	variable := pl.pathText(at, "Variable", r.Variable)
	if variable == nil {
		pl.problem(at, "the rule has no Variable", "add the path whose value is compared: \"Variable\": \"$.x\"")
		return allOf{}
	}
	if op.Operand == asl.OperandTest {
		return isTest(op.Name, variable, r.Operand == true)
	}
	c := &comparison{variable: variable, value: r.Operand, compare: comparer(op)}
	if op.Operand == asl.OperandPath {
		text, _ := r.Operand.(string)
		c.with = pl.pathText(at, op.Name, text)
		if c.with == nil {
			pl.problem(at+"/"+op.Name, "the operand is no path", "write a path, such as \"$.x\"")
		}
	}
	return c
}

func (pl *planner) tests(at string, rules []asl.Rule) []test {
	out := make([]test, len(rules))
	for i := range rules {
		out[i] = pl.test(at+"/"+strconv.Itoa(i), &rules[i])
	}
	return out
}

func isTest(name string, variable *lens, want bool) test {
	if name == "IsPresent" {
		return &presence{variable, want}
	}
	is := kindTests[name]
	return &comparison{variable: variable, compare: func(a, _ any) bool { return is(a) == want }}
}

var kindTests = map[string]func(any) bool{
	"IsNull":    func(v any) bool { return v == nil },
	"IsBoolean": func(v any) bool { _, ok := v.(bool); return ok },
	"IsNumeric": ordjson.IsNumber,
	"IsString":  func(v any) bool { _, ok := v.(string); return ok },
	"IsTimestamp": func(v any) bool {
		_, ok := parseTimestamp(v)
		return ok
	},
}

// comparer returns the comparison of an operator. Values of another kind never compare.
func comparer(op asl.Operator) func(a, b any) bool {
	name := strings.TrimSuffix(op.Name, "Path")
	if name == "StringMatches" {
		return matches
	}
	order, prefix := stringOrder, "String"
	switch op.Compares {
	case asl.OperandNumber:
		order, prefix = numberOrder, "Numeric"
	case asl.OperandTimestamp:
		order, prefix = timeOrder, "Timestamp"
	case asl.OperandBoolean:
		order, prefix = booleanOrder, "Boolean"
	}
	accept := orderTests[strings.TrimPrefix(name, prefix)]
	return func(a, b any) bool {
		c, ok := order(a, b)
		return ok && accept(c)
	}
}

var orderTests = map[string]func(int) bool{
	"Equals":            func(c int) bool { return c == 0 },
	"LessThan":          func(c int) bool { return c < 0 },
	"GreaterThan":       func(c int) bool { return c > 0 },
	"LessThanEquals":    func(c int) bool { return c <= 0 },
	"GreaterThanEquals": func(c int) bool { return c >= 0 },
}

func stringOrder(a, b any) (int, bool) {
	x, okX := a.(string)
	y, okY := b.(string)
	return strings.Compare(x, y), okX && okY
}

func numberOrder(a, b any) (int, bool) {
	x, okX := ordjson.Float(a)
	y, okY := ordjson.Float(b)
	switch {
	case x < y:
		return -1, okX && okY
	case x > y:
		return 1, okX && okY
	}
	return 0, okX && okY
}

func timeOrder(a, b any) (int, bool) {
	x, okX := parseTimestamp(a)
	y, okY := parseTimestamp(b)
	return x.Compare(y), okX && okY
}

func booleanOrder(a, b any) (int, bool) {
	x, okX := a.(bool)
	y, okY := b.(bool)
	if x == y {
		return 0, okX && okY
	}
	return 1, okX && okY
}

// matches is StringMatches: * stands for any text, \* for a star and \\ for a backslash.
func matches(a, b any) bool {
	text, ok := a.(string)
	pattern, okPattern := b.(string)
	return ok && okPattern && wildcard(pattern).match(text)
}

// wildcard splits a pattern at its stars and takes the escapes away.
func wildcard(pattern string) wildcardParts {
	parts := wildcardParts{""}
	for i := 0; i < len(pattern); i++ {
		last := len(parts) - 1
		switch c := pattern[i]; {
		case c == '*':
			parts = append(parts, "")
		case c == '\\' && i+1 < len(pattern) && (pattern[i+1] == '*' || pattern[i+1] == '\\'):
			i++
			parts[last] += pattern[i : i+1]
		default:
			parts[last] += pattern[i : i+1]
		}
	}
	return parts
}

type wildcardParts []string

func (p wildcardParts) match(text string) bool {
	if len(p) == 1 {
		return text == p[0]
	}
	rest, ok := strings.CutPrefix(text, p[0])
	if !ok {
		return false
	}
	for _, middle := range p[1 : len(p)-1] {
		i := strings.Index(rest, middle)
		if i < 0 {
			return false
		}
		rest = rest[i+len(middle):]
	}
	return strings.HasSuffix(rest, p[len(p)-1])
}
