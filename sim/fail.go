package sim

import "github.com/stepwise-go/stepwise/asl"

// failText is the Error or Cause of a Fail state: fixed, a path, or an expression.
type failText struct {
	field string
	fixed string
	path  *textPath
	expr  shape
}

type failNode struct {
	stateBase
	err, cause failText
}

func (pl *planner) fail(n *node, s *asl.Fail) {
	n.state = &failNode{
		err:   pl.failText(n, "Error", s.Error, s.ErrorPath),
		cause: pl.failText(n, "Cause", s.Cause, s.CausePath),
	}
}

func (pl *planner) failText(n *node, field, fixed, path string) failText {
	t := failText{field: field, fixed: fixed}
	switch {
	case n.jsonata && asl.IsExpression(fixed):
		t.expr = pl.shape(n, n.pointer+"/"+field, fixed)
	case !n.jsonata && path != "":
		var err error
		t.path, err = compileTextPath(field+"Path", path)
		pl.broken(n.pointer+"/"+field+"Path", err)
	}
	return t
}

func (s *failNode) run(v *visit) {
	if !v.node.jsonata {
		v.trace.note("afterInputPath", v.input)
	}
	name, f := s.err.get(v)
	cause := ""
	if f == nil {
		cause, f = s.cause.get(v)
	}
	if f == nil {
		f = &fault{Failure: Failure{name, cause}}
	}
	v.fail(f)
}

func (t *failText) get(v *visit) (string, *fault) {
	switch {
	case t.path != nil:
		return t.path.get(v.view(v.input))
	case t.expr != nil:
		text, f := t.expr.eval(v.view(v.input), t.field)
		if f != nil {
			return "", f
		}
		s, ok := text.(string)
		if !ok {
			return "", wrongType(t.field, t.expr, "string", text)
		}
		return s, nil
	}
	return t.fixed, nil
}
