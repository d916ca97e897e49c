package sfn

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/asl/jsonpath"
	"github.com/stepwise-go/stepwise/ordjson"
)

// exprNode is a condition that was read. It can be written as a Choice rule and as JSONata.
type exprNode interface {
	rule() asl.Rule
	jsonata() string
}

type (
	exprGroup struct {
		and   bool
		nodes []exprNode
	}
	exprNot struct{ node exprNode }
	// exprTrue is a path alone: its value is true.
	exprTrue struct{ path *jsonpath.Path }
	exprTest struct {
		path  *jsonpath.Path
		name  string
		holds bool
	}
	exprCompare struct {
		op          string
		left, right *jsonpath.Path // right is nil if there is a value
		kind        exprType
		value       any
	}
)

func (n exprGroup) rule() asl.Rule {
	rules := make([]asl.Rule, len(n.nodes))
	for i, e := range n.nodes {
		rules[i] = e.rule()
	}
	if n.and {
		return asl.Rule{And: rules}
	}
	return asl.Rule{Or: rules}
}

func (n exprNot) rule() asl.Rule {
	switch t := n.node.(type) {
	case exprTest:
		t.holds = !t.holds
		return t.rule()
	case exprNot:
		return t.node.rule()
	}
	return negated(n.node.rule())
}

func negated(r asl.Rule) asl.Rule { return asl.Rule{Not: &r} }

func (n exprTrue) rule() asl.Rule {
	return asl.Rule{Variable: n.path.String(), Operator: "BooleanEquals", Operand: true}
}

func (n exprTest) rule() asl.Rule {
	return asl.Rule{Variable: n.path.String(), Operator: n.name, Operand: n.holds}
}

func (n exprCompare) rule() asl.Rule {
	r := asl.Rule{Variable: n.left.String()}
	switch {
	case n.op == "matches":
		r.Operator, r.Operand = "StringMatches", n.value
		return r
	case n.kind == typeNull:
		r.Operator, r.Operand = "IsNull", n.op == "=="
		return r
	case n.right != nil:
		r.Operator, r.Operand = exprPrefixes[n.kind]+exprNames[n.op]+"Path", n.right.String()
	default:
		r.Operator, r.Operand = exprPrefixes[n.kind]+exprNames[n.op], n.value
	}
	if n.op == "!=" {
		return negated(r)
	}
	return r
}

func (n exprGroup) jsonata() string {
	parts := make([]string, len(n.nodes))
	for i, e := range n.nodes {
		parts[i] = e.jsonata()
		if inner, ok := e.(exprGroup); ok && inner.and != n.and {
			parts[i] = "(" + parts[i] + ")"
		}
	}
	if n.and {
		return strings.Join(parts, " and ")
	}
	return strings.Join(parts, " or ")
}

func (n exprNot) jsonata() string {
	switch t := n.node.(type) {
	case exprTest:
		t.holds = !t.holds
		return t.jsonata()
	case exprNot:
		return t.node.jsonata()
	}
	return "$not(" + n.node.jsonata() + ")"
}

func (n exprTrue) jsonata() string { return jsonataPath(n.path) + " = true" }

func (n exprTest) jsonata() string {
	t := exprTests[n.name]
	text := t.before + jsonataPath(n.path) + t.holds
	switch {
	case n.holds:
		return text
	case strings.Contains(t.fails, "!="):
		return t.before + jsonataPath(n.path) + t.fails
	}
	return "$not(" + text + ")"
}

func (n exprCompare) jsonata() string {
	left := jsonataPath(n.left)
	switch {
	case n.op == "matches":
		pattern, _ := n.value.(string)
		return "$contains(" + left + ", /^" + patternRegexp(pattern) + "$/)"
	case n.kind == typeNull:
		return left + " " + jsonataOperator(n.op) + " null"
	}
	right := ordjson.String(n.value)
	if n.right != nil {
		right = jsonataPath(n.right)
	}
	if n.kind == typeTimestamp {
		left, right = "$toMillis("+left+")", "$toMillis("+right+")"
	}
	return left + " " + jsonataOperator(n.op) + " " + right
}

func jsonataOperator(op string) string {
	if op == "==" {
		return "="
	}
	return op
}

// patternRegexp writes the pattern of a StringMatches as a regular expression.
func patternRegexp(pattern string) string {
	var b strings.Builder
	escaped := false
	for _, r := range pattern {
		switch {
		case !escaped && r == '\\':
			escaped = true
			continue
		case !escaped && r == '*':
			b.WriteString(`[\s\S]*`)
		case r == '/':
			b.WriteString(`\/`)
		case r == '\n':
			b.WriteString(`\n`)
		default:
			b.WriteString(regexp.QuoteMeta(string(r)))
		}
		escaped = false
	}
	return b.String()
}

var jsonataRoots = map[jsonpath.Root]string{jsonpath.Input: "$states.input", jsonpath.Context: "$states.context"}

// jsonataPath writes a path of names and single indexes as JSONata.
func jsonataPath(p *jsonpath.Path) string {
	steps, _ := p.Steps()
	out := jsonataRoots[p.Root()]
	if p.Root() == jsonpath.Variable {
		out = "$" + p.Variable()
	}
	for _, s := range steps {
		switch {
		case s.IsIndex:
			out += "[" + strconv.Itoa(s.Index) + "]"
		case plainName.MatchString(s.Name) && !jsonataWords[s.Name]:
			out += "." + s.Name
		case strings.Contains(s.Name, "`"):
			out = "$lookup(" + out + ", " + ordjson.String(s.Name) + ")"
		default:
			out += ".`" + s.Name + "`"
		}
	}
	return out
}

var plainName = regexp.MustCompile(`^[A-Za-z_][A-Za-z0-9_]*$`)

// jsonataWords are names that mean something else in JSONata unless they are quoted.
var jsonataWords = map[string]bool{"and": true, "or": true, "in": true, "true": true, "false": true, "null": true, "function": true}
