package jsonata

import (
	"fmt"
	"strings"

	"github.com/stepwise-go/stepwise/asl/jsonata/internal/jsregexp"
)

// Expr is a compiled expression. It is immutable and may be evaluated from many goroutines at once.
type Expr struct {
	text string
	root *node
}

// Compile reads an expression. The error is an *Error with a code that begins with S.
func Compile(text string) (*Expr, error) {
	root, err := parse(text)
	if err != nil {
		if e, ok := err.(*Error); ok {
			e.finish()
		}
		return nil, err
	}
	prepare(root, strings.Contains(text, "eval"))
	return &Expr{text: text, root: root}, nil
}

// MustCompile is Compile for expressions known to be valid. It panics for any other.
func MustCompile(text string) *Expr {
	e, err := Compile(text)
	if err != nil {
		panic(fmt.Sprintf(msgCompileFailed, text, err))
	}
	return e
}

// String returns the text of the expression.
func (e *Expr) String() string { return e.text }

// prepare looks up once what evaluation would look up again and again. It tells whether evaluating n
// may bind a variable where n stands; with evals an expression that is data may do so anywhere.
func prepare(n *node, evals bool) bool {
	binds := n.kind == kindBind || n.kind == kindTransform || evals
	n.children(func(part *node) {
		if prepare(part, evals) {
			binds = true
		}
	})
	switch n.kind {
	case kindVariable:
		n.builtin = builtinNamed(n.text)
	case kindRegex:
		n.regex = n.value.(*jsregexp.Regexp)
	case kindPath:
		n.simple = n.plain()
	case kindBlock:
		n.frame = binds
		return false
	case kindLambda:
		return false
	}
	return binds
}

// plain tells whether a path is a name or variable followed by names, with nothing attached.
func (n *node) plain() bool {
	if n.group != nil || n.keepSingleton || n.keepArray || n.tuple {
		return false
	}
	for i, step := range n.list {
		if step.kind != kindName && (i > 0 || step.kind != kindVariable) {
			return false
		}
		if step.predicates != nil || step.stages != nil || step.group != nil || step.tuple || step.keepArray {
			return false
		}
	}
	return true
}

// children calls do for each part of a node.
func (n *node) children(do func(*node)) {
	for _, part := range []*node{n.body, n.lhs, n.rhs} {
		if part != nil {
			do(part)
		}
	}
	for _, part := range n.list {
		do(part)
	}
	for _, part := range n.pairs {
		do(part.key)
		do(part.value)
	}
	for _, part := range n.terms {
		do(part.expr)
	}
	for _, stages := range [][]stage{n.predicates, n.stages} {
		for _, s := range stages {
			if s.filter != nil {
				do(s.filter)
			}
		}
	}
	if n.group != nil {
		do(n.group)
	}
}
