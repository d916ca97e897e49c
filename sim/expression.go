package sim

import (
	"errors"
	"strconv"
	"sync"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/asl/jsonata"
	"github.com/stepwise-go/stepwise/asl/jsonata/sfnlib"
	"github.com/stepwise-go/stepwise/ordjson"
)

// This file is where the simulator meets the JSONata engine: what is compiled at plan time and
// evaluated in a view.

// expression is one JSONata expression: "{% ... %}".
type expression struct {
	text    string // what stands between the marks, for messages
	program *jsonata.Expr
}

func compileExpression(text string) (*expression, error) {
	inner := asl.Expression(text)
	program, err := jsonata.Compile(inner)
	if err != nil {
		return nil, err
	}
	return &expression{inner, program}, nil
}

func (x *expression) eval(w *view, field string) (any, *fault) {
	v, defined, err := x.program.Eval(w.v.s.ex.env.ctx, jsonata.Undefined{}, w.bindings())
	switch {
	case err != nil:
		return nil, queryFault(field, msgThrew, x.text, field, err.Error())
	case !defined:
		return nil, queryFault(field, msgUndefined, x.text, field)
	case !jsonata.IsJSON(v):
		return nil, queryFault(field, msgNotJSON, x.text, field)
	}
	return v, nil
}

// bindings are $states and the variables; made once for all expressions of a view.
func (w *view) bindings() *jsonata.Env {
	if w.jsonata != nil {
		return w.jsonata
	}
	states := ordjson.NewObject(ordjson.Member{Key: "input", Value: w.input}, ordjson.Member{Key: "context", Value: w.v.context()})
	if w.hasResult {
		states.Set("result", w.result)
	}
	if w.hasError {
		states.Set("errorOutput", w.errorOutput)
	}
	e := w.v.s.ex.env
	vars := map[string]any{"states": states}
	w.v.s.vars.each(func(name string, value any) { vars[name] = value })
	w.jsonata = &jsonata.Env{Vars: vars, Funcs: stateFunctions(), Now: e.now, Random: e.random, MaxSteps: maxEvaluationSteps}
	return w.jsonata
}

// jsonValue is JSON with expressions in it.
type jsonValue struct {
	constant any
	expr     *expression
	members  []jsonMember // of an object
	elements []jsonValue  // of an array
	kind     jsonKind
}

type jsonMember struct {
	key string
	jsonValue
}

type jsonKind uint8

const (
	jsonConstant jsonKind = iota
	jsonExpression
	jsonObject
	jsonArray
)

func compileJSONata(v any) (shape, error) {
	c := jsonCompiler{}
	out := c.value(v)
	return &out, errors.Join(c.errs...)
}

type jsonCompiler struct{ errs []error }

func (c *jsonCompiler) value(v any) jsonValue {
	switch t := v.(type) {
	case string:
		if !asl.IsExpression(t) {
			break
		}
		x, err := compileExpression(t)
		if err != nil {
			c.errs = append(c.errs, err)
		}
		return jsonValue{kind: jsonExpression, expr: x}
	case *ordjson.Object:
		out := jsonValue{kind: jsonObject}
		constant := true
		for key, m := range t.All() {
			part := c.value(m)
			constant = constant && part.kind == jsonConstant
			out.members = append(out.members, jsonMember{key, part})
		}
		if !constant {
			return out
		}
	case []any:
		out := jsonValue{kind: jsonArray}
		constant := true
		for _, e := range t {
			part := c.value(e)
			constant = constant && part.kind == jsonConstant
			out.elements = append(out.elements, part)
		}
		if !constant {
			return out
		}
	}
	return jsonValue{constant: v}
}

func (j *jsonValue) eval(w *view, field string) (any, *fault) {
	switch j.kind {
	case jsonExpression:
		return j.expr.eval(w, field)
	case jsonObject:
		members := make([]ordjson.Member, len(j.members))
		for i := range j.members {
			m := &j.members[i]
			v, f := m.within(w, field, "/", m.key, "")
			if f != nil {
				return nil, f
			}
			members[i] = ordjson.Member{Key: m.key, Value: v}
		}
		return ordjson.NewObject(members...), nil
	case jsonArray:
		out := make([]any, len(j.elements))
		for i := range j.elements {
			v, f := j.elements[i].within(w, field, "[", strconv.Itoa(i), "]")
			if f != nil {
				return nil, f
			}
			out[i] = v
		}
		return out, nil
	}
	return j.constant, nil
}

// within evaluates a part; its place is only put together if it can matter. The service writes
// places as Output/list[0]/name.
func (j *jsonValue) within(w *view, field, open, part, shut string) (any, *fault) {
	if j.kind == jsonConstant {
		return j.constant, nil
	}
	return j.eval(w, field+open+part+shut)
}

// textOf is the text of the expression that a shape is, for messages.
func textOf(s shape) string {
	if j, ok := s.(*jsonValue); ok && j.expr != nil {
		return j.expr.text
	}
	return ""
}

// wrongType is the fault of an expression whose value has the wrong type.
func wrongType(field string, s shape, want string, v any) *fault {
	return queryFault(field, msgResultType, textOf(s), field, want, ordjson.Kind(v), ordjson.String(v))
}

// wholeOf evaluates a JSONata field that must be a whole number.
func wholeOf(w *view, field string, s shape) (int64, *fault) {
	v, f := s.eval(w, field)
	if f != nil {
		return 0, f
	}
	n, ok := ordjson.Int(v)
	if !ok {
		return 0, wrongType(field, s, "integer", v)
	}
	return n, nil
}

// numberOf evaluates a JSONata field that must be a number.
func numberOf(w *view, field string, s shape) (float64, *fault) {
	v, f := s.eval(w, field)
	if f != nil {
		return 0, f
	}
	n, ok := ordjson.Float(v)
	if !ok {
		return 0, wrongType(field, s, "number", v)
	}
	return n, nil
}

// condition is the Condition of a Choice rule: an expression, or true or false.
type condition struct {
	field string
	shape shape
}

func (pl *planner) condition(n *node, at string, index int, r *asl.Rule) test {
	if !r.Condition.IsSet() {
		pl.problem(at, "the rule has no Condition", "add \"Condition\": \"{%% ... %%}\"")
		return allOf{}
	}
	return &condition{"Choices[" + strconv.Itoa(index) + "]/Condition", pl.value(n, at, "Condition", r.Condition)}
}

func (c *condition) holds(w *view) (bool, *fault) {
	v, f := c.shape.eval(w, c.field)
	if f != nil {
		return false, f
	}
	b, ok := v.(bool)
	if !ok {
		return false, wrongType(c.field, c.shape, "boolean", v)
	}
	return b, nil
}

// stateFunctions are the functions of JSONata as Step Functions has them.
var stateFunctions = sync.OnceValue(sfnlib.Functions)
