package sim

import (
	"encoding/json"
	"errors"
	"fmt"
	"strconv"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/asl/intrinsic"
	"github.com/stepwise-go/stepwise/asl/jsonata"
	"github.com/stepwise-go/stepwise/asl/jsonpath"
	"github.com/stepwise-go/stepwise/asl/template"
	"github.com/stepwise-go/stepwise/ordjson"
)

// This file is where the simulator meets the packages of JSONPath: what is compiled at plan time and
// evaluated in a view.

// view is what an expression of a state can see.
type view struct {
	v           *visit
	input       any // $ in JSONPath, $states.input in JSONata
	result      any
	errorOutput any
	hasResult   bool
	hasError    bool
	jsonata     *jsonata.Env // see bindings
}

// lens is a field that holds a path; nil stands for an absent field.
type lens struct {
	path    *jsonpath.Path // nil for null
	field   string
	context bool
}

func compileLens(field, text string) (*lens, error) {
	path, err := jsonpath.Parse(text)
	if err != nil {
		return nil, err
	}
	return &lens{path: path, field: field, context: path.Root() == jsonpath.Context}, nil
}

func compilePath(field string, p asl.Path) (*lens, error) {
	switch {
	case !p.IsSet():
		return nil, nil
	case p.IsNull():
		return &lens{field: field}, nil
	}
	return compileLens(field, p.Text())
}

// env returns what the packages of JSONPath evaluate in.
func (w *view) env(context bool) intrinsic.Env {
	e := w.v.s.ex.env
	env := intrinsic.Env{Roots: jsonpath.Roots{Input: w.input, Variables: w.v.s.vars}, Rand: e.random, UUID: e.uuid}
	if context {
		env.Roots.Context = w.v.context()
	}
	return env
}

// get evaluates the path: null gives the empty object.
func (l *lens) get(w *view) (any, *fault) {
	if l.path == nil {
		return &ordjson.Object{}, nil
	}
	v, err := l.path.Eval(w.env(l.context).Roots)
	if err != nil {
		return nil, runtime("%s", err.Error())
	}
	return v, nil
}

// lookup is get that does not mind if there is nothing.
func (l *lens) lookup(w *view) (any, bool) { return l.path.Lookup(w.env(l.context).Roots) }

// put is ResultPath: the result goes into the state's input.
func (l *lens) put(document, result any) (any, *fault) {
	switch {
	case l == nil:
		return result, nil
	case l.path == nil:
		return document, nil
	}
	v, err := l.path.Set(document, result)
	if err == nil {
		return v, nil
	}
	place := l.path.Normal()
	var misfit *jsonpath.SetError
	if errors.As(err, &misfit) {
		place = misfit.Place
	}
	f := newFault(ErrorResultPath, msgResultPath, place, ordjson.String(document))
	f.about = true
	return nil, f
}

// payload is a payload template of JSONPath.
type payload struct {
	template *template.Template
	context  bool
}

func compilePayload(source any) (*payload, error) {
	t, err := template.Compile(source)
	if err != nil {
		return nil, err
	}
	p := &payload{template: t}
	for _, m := range t.Members() {
		for _, path := range m.Expr.Paths() {
			p.context = p.context || path.Root() == jsonpath.Context
		}
	}
	return p, nil
}

func (p *payload) eval(w *view, _ string) (any, *fault) {
	env := w.env(p.context)
	v, err := p.template.Render(&env)
	if err != nil {
		return nil, expressionFault(err)
	}
	return v, nil
}

// textPath is the ErrorPath or CausePath of a Fail state.
type textPath struct {
	expr    template.Expr
	field   string
	context bool
}

func compileTextPath(field, text string) (*textPath, error) {
	expr, err := template.ParseExpr(text)
	if err != nil {
		return nil, err
	}
	t := &textPath{expr: expr, field: field}
	for _, path := range expr.Paths() {
		t.context = t.context || path.Root() == jsonpath.Context
	}
	return t, nil
}

func (t *textPath) get(w *view) (string, *fault) {
	env := w.env(t.context)
	v, err := t.expr.Eval(&env)
	if err != nil {
		if path := t.expr.Path(); path != nil {
			root, _ := env.Roots.Of(path)
			return "", runtime(msgNotInInput, path.String(), t.field, ordjson.String(root))
		}
		return "", expressionFault(err)
	}
	text, ok := v.(string)
	if !ok {
		return "", runtime(msgNotText, t.field, t.expr.String(), ordjson.String(v))
	}
	return text, nil
}

// expressionFault is what an error of a template or a function is in the workflow.
func expressionFault(err error) *fault { return runtime("%s", err.Error()) }

// whole reads a path field that must lead to a whole number. A text of digits counts.
func (l *lens) whole(w *view) (int64, *fault) {
	v, f := l.get(w)
	if f != nil {
		return 0, f
	}
	if text, ok := v.(string); ok {
		if n, err := strconv.ParseInt(text, 10, 64); err == nil {
			return n, nil
		}
	}
	if n, ok := ordjson.Int(v); ok {
		return n, nil
	}
	return 0, runtime(msgNotInteger, l.field, plainText(v), l.path.String())
}

// number reads a path field that must lead to a number. A text of a number counts.
func (l *lens) number(w *view) (float64, *fault) {
	v, f := l.get(w)
	if f != nil {
		return 0, f
	}
	if text, ok := v.(string); ok {
		v = json.Number(text)
	}
	if n, ok := ordjson.Float(v); ok {
		return n, nil
	}
	return 0, runtime(msgNotFloat, l.field, plainText(v), l.path.String())
}

// plainText is JSON, but a string without quotes.
func plainText(v any) string {
	switch t := v.(type) {
	case string:
		return t
	case json.Number:
		return string(t)
	}
	return fmt.Sprint(ordjson.String(v))
}
