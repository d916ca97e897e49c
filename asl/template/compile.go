package template

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/stepwise-go/stepwise/asl/intrinsic"
	"github.com/stepwise-go/stepwise/asl/jsonpath"
	"github.com/stepwise-go/stepwise/ordjson"
)

// Suffix ends the names of the members that hold expressions.
const Suffix = ".$"

// maxDepth bounds the nesting of a template that does not come from JSON text.
const maxDepth = 1000

// Template is a compiled payload template. It never changes.
type Template struct {
	source any
	root   node // nil if there is no expression in the template
	exprs  []Member
}

// Member is a member of a template that holds an expression.
type Member struct {
	Field   string // its name, such as "id.$"
	Pointer string // where it stands in the template, as a JSON pointer
	Expr    Expr
}

// Compile reads a template. All members that cannot be read are reported at once: the
// error is joined of *CompileError. The template is kept and must not be changed.
func Compile(source any) (*Template, error) {
	c := compiler{}
	root := c.value(source, "", 0)
	if len(c.errs) > 0 {
		return nil, errors.Join(c.errs...)
	}
	return &Template{source: source, root: root, exprs: c.exprs}, nil
}

// Check returns what is wrong in a template, all at once, without compiling it for use.
func Check(source any) []*CompileError {
	c := compiler{}
	c.value(source, "", 0)
	var problems []*CompileError
	for _, err := range c.errs {
		var problem *CompileError
		if errors.As(err, &problem) {
			problems = append(problems, problem)
		}
	}
	return problems
}

// Source returns the template as it was given to Compile.
func (t *Template) Source() any { return t.source }

// Members returns the members that hold expressions, in the order of the template.
func (t *Template) Members() []Member { return t.exprs }

// Variables returns the names of the variables that the template reads, each once, in order.
func (t *Template) Variables() []string {
	var names []string
	seen := map[string]bool{}
	for _, m := range t.exprs {
		for _, path := range m.Expr.Paths() {
			if name := path.Variable(); name != "" && !seen[name] {
				seen[name] = true
				names = append(names, name)
			}
		}
	}
	return names
}

type compiler struct {
	exprs []Member
	errs  []error
}

// value returns what renders a value, or nil if there is no expression in it.
func (c *compiler) value(v any, pointer string, depth int) node {
	if depth > maxDepth {
		c.errs = append(c.errs, &CompileError{Pointer: pointer, Message: msgDeep})
		return nil
	}
	switch t := v.(type) {
	case *ordjson.Object:
		return c.object(t, pointer, depth)
	case []any:
		n := list{elements: make([]node, len(t)), source: t}
		dynamic := false
		for i, element := range t {
			n.elements[i] = c.value(element, pointer+"/"+strconv.Itoa(i), depth+1)
			dynamic = dynamic || n.elements[i] != nil
		}
		if dynamic {
			return &n
		}
	}
	return nil
}

func (c *compiler) object(o *ordjson.Object, pointer string, depth int) node {
	n := object{members: make([]member, 0, o.Len())}
	dynamic := false
	for key, v := range o.All() {
		at := pointer + "/" + ordjson.EscapePointer(key)
		m := member{key: key, constant: v}
		if name, ok := strings.CutSuffix(key, Suffix); ok {
			m.key = name
			m.node = c.expression(key, at, v)
		} else {
			m.node = c.value(v, at, depth+1)
		}
		dynamic = dynamic || m.node != nil
		n.members = append(n.members, m)
	}
	if !dynamic {
		return nil
	}
	return &n
}

func (c *compiler) expression(field, pointer string, v any) node {
	problem := &CompileError{Field: field, Pointer: pointer}
	text, ok := v.(string)
	if !ok {
		problem.Message = fmt.Sprintf(msgNotString, field, kindText(v))
		c.errs = append(c.errs, problem)
		return nil
	}
	expr, err := ParseExpr(text)
	if err != nil {
		problem.Text, problem.Column, problem.Err = text, column(err), err
		problem.Message = fmt.Sprintf(msgNotExpr, field)
		c.errs = append(c.errs, problem)
		return nil
	}
	m := Member{Field: field, Pointer: pointer, Expr: expr}
	c.exprs = append(c.exprs, m)
	return &leaf{m}
}

func column(err error) int {
	switch e := err.(type) {
	case *jsonpath.SyntaxError:
		return e.Column
	case *intrinsic.SyntaxError:
		return e.Column
	}
	return 1
}

// kindText names a kind of value as the service does: an ARRAY.
func kindText(v any) string {
	kind := strings.ToUpper(ordjson.Kind(v))
	if strings.IndexByte("AO", kind[0]) >= 0 {
		return "an " + kind
	}
	return "a " + kind
}
