package jsonata

import "github.com/stepwise-go/stepwise/asl/jsonata/internal/jsregexp"

type kind uint8

const (
	kindEnd kind = iota
	kindOperator
	kindName
	kindVariable
	kindString
	kindNumber
	kindValue
	kindRegex
	kindBinary
	kindUnary
	kindPath
	kindWildcard
	kindDescendant
	kindParent
	kindCondition
	kindBlock
	kindBind
	kindFunction
	kindPartial
	kindLambda
	kindThunk
	kindApply
	kindTransform
	kindSort
)

// kindNames are the reference's names, as errors print them.
var kindNames = [...]string{
	kindEnd: "(end)", kindOperator: "operator", kindName: "name", kindVariable: "variable", kindString: "string",
	kindNumber: "number", kindValue: "value", kindRegex: "regex", kindBinary: "binary", kindUnary: "unary",
	kindPath: "path", kindWildcard: "wildcard", kindDescendant: "descendant", kindParent: "parent",
	kindCondition: "condition", kindBlock: "block", kindBind: "bind", kindFunction: "function", kindPartial: "partial",
	kindLambda: "lambda", kindThunk: "lambda", kindApply: "apply", kindTransform: "transform", kindSort: "sort",
}

// node is a node of the syntax tree. Once compiled it is never written again.
type node struct {
	kind  kind
	text  string // name, variable, operator, text of a regular expression
	value any    // of a literal
	pos   int    // where its token ends, in UTF-16 code units
	start int    // where its token begins, in bytes

	lhs, rhs *node   // of an operator; of a condition then and else; of a transform update and delete
	body     *node   // what is called, negated, tested, or the body of a function
	list     []*node // arguments, elements, statements, steps
	pairs    []pair  // of an object
	terms    []term  // of a sort
	sig      *signature
	regex    *jsregexp.Regexp
	builtin  *Function // of a variable: what it means if nobody binds it

	// What hangs on a part of a path.
	predicates []stage
	stages     []stage
	group      *node // an object constructor
	focus      string
	index      string
	ancestor   *slot
	slot       *slot
	seeking    []*slot // parents still to be found further to the left

	keepArray     bool // followed by []
	keepSingleton bool // of a path: one of its steps is
	consArray     bool // an array constructor at the beginning or end of a path
	tuple         bool // a step that carries variables along
	frame         bool // a block that needs variables of its own
	simple        bool // a path of plain names
}

type pair struct{ key, value *node }

type term struct {
	expr       *node
	descending bool
}

// stage is what is applied to the items of a step: a filter, or an index variable.
type stage struct {
	filter *node
	index  string
	start  int
}

// slot is the place that holds an ancestor for a % operator.
type slot struct {
	label string
	level int
}

// isArray tells whether a node is an array constructor.
func (n *node) isArray() bool { return n.kind == kindUnary && n.text == "[" }

// name is what the reference calls a procedure in errors.
func (n *node) name() any {
	if n.kind == kindPath {
		n = n.list[0]
	}
	switch n.kind {
	case kindVariable, kindName, kindBinary, kindUnary, kindWildcard, kindDescendant:
		return n.text
	case kindFunction, kindPartial:
		return "("
	case kindApply:
		return "~>"
	case kindBind:
		return ":="
	case kindString, kindNumber, kindValue:
		return n.value
	}
	return nil
}
