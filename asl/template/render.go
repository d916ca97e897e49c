package template

import (
	"fmt"

	"github.com/stepwise-go/stepwise/asl/intrinsic"
	"github.com/stepwise-go/stepwise/ordjson"
)

// Render evaluates the expressions of the template. It stops at the first that fails, as
// Step Functions does. The error is a *RenderError.
func (t *Template) Render(env *intrinsic.Env) (any, error) {
	if t.root == nil {
		return t.source, nil
	}
	return t.root.render(env)
}

// node renders a part of a template that has expressions in it.
type node interface {
	render(env *intrinsic.Env) (any, error)
}

type object struct{ members []member }

type member struct {
	key      string
	constant any  // the value if node is nil
	node     node // nil if there is no expression in the value
}

func (n *object) render(env *intrinsic.Env) (any, error) {
	members := make([]ordjson.Member, len(n.members))
	for i := range n.members {
		m := &n.members[i]
		members[i] = ordjson.Member{Key: m.key, Value: m.constant}
		if m.node == nil {
			continue
		}
		v, err := m.node.render(env)
		if err != nil {
			return nil, err
		}
		members[i].Value = v
	}
	return ordjson.NewObject(members...), nil
}

type list struct {
	elements []node
	source   []any
}

func (n *list) render(env *intrinsic.Env) (any, error) {
	rendered := make([]any, len(n.elements))
	for i, element := range n.elements {
		if element == nil {
			rendered[i] = n.source[i]
			continue
		}
		v, err := element.render(env)
		if err != nil {
			return nil, err
		}
		rendered[i] = v
	}
	return rendered, nil
}

type leaf struct{ Member }

func (n *leaf) render(env *intrinsic.Env) (any, error) {
	v, err := n.Expr.Eval(env)
	if err != nil {
		return nil, n.failure(env, err)
	}
	return v, nil
}

func (n *leaf) failure(env *intrinsic.Env, err error) *RenderError {
	e := &RenderError{Field: n.Field, Pointer: n.Pointer, Name: "States.Runtime", Err: err, Cause: err.Error()}
	if failed, ok := err.(*intrinsic.Error); ok {
		e.Name = failed.Name()
	}
	if path := n.Expr.Path(); path != nil {
		root, _ := env.Roots.Of(path)
		e.Cause = fmt.Sprintf(msgMissing, path, n.Field, ordjson.String(root))
	}
	return e
}
