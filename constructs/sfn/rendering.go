package sfn

import (
	"encoding/json"
	"fmt"
	"math"
	"reflect"
	"strconv"
	"time"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/diag"
	"github.com/stepwise-go/stepwise/internal/origin"
	"github.com/stepwise-go/stepwise/ordjson"
)

// rendering is the rendering of one state: what its fields become, and what is wrong with them.
type rendering struct {
	*builder
	scope    *scope
	pointer  string // to the state
	state    State
	language asl.QueryLanguage
	// recommended are the retriers that the integration brings.
	recommended []RetryProps
}

// dataFlow are the data flow fields of both flavours of a state.
type dataFlow struct {
	inputPath      string
	resultSelector map[string]any
	resultPath     string
	outputPath     string
	output         Value
	assign         map[string]any
}

func (r *rendering) jsonata() bool { return r.language == asl.JSONata }

// problem reports something wrong at a pointer relative to the state. An unknown origin is that of the state.
func (r *rendering) problem(pointer string, at origin.Origin, d diag.Diagnostic) {
	if at == (origin.Origin{}) {
		at = r.state.base().at
	}
	d.Pointer = r.pointer + pointer
	d.Place = at.Place()
	if d.In == "" {
		d.In = r.scope.describe(r.state)
	}
	r.problems.Add(d)
}

func (r *rendering) common(s State, out *asl.Common) {
	n := s.base()
	out.Comment = n.comment
	if n.language == asl.JSONata && r.machineLanguage != asl.JSONata {
		out.QueryLanguage = asl.JSONata
	}
	for _, f := range n.faults {
		r.problem("", f.at, f.diag)
	}
}

func (r *rendering) input(f *dataFlow, out *asl.Input) {
	out.InputPath = r.path("InputPath", f.inputPath)
}

func (r *rendering) outputs(f *dataFlow, out *asl.Outputs) {
	out.OutputPath = r.path("OutputPath", f.outputPath)
	if f.output != nil {
		out.Output = r.value("Output", f.output)
	}
}

func (r *rendering) results(f *dataFlow, out *asl.Results) {
	if f.resultSelector != nil {
		out.ResultSelector = r.jsonPathOnly("ResultSelector", f.resultSelector)
	}
	out.ResultPath = r.path("ResultPath", f.resultPath)
}

func (r *rendering) assign(vars map[string]any, out *asl.Variables) {
	if vars != nil {
		out.Assign = r.value("Assign", vars)
	}
}

// path renders a field that only JSONPath has and that may be null.
func (r *rendering) path(field, text string) asl.Path {
	switch {
	case text == "":
		return asl.Path{}
	case r.jsonata():
		r.problem("/"+field, origin.Origin{}, jsonPathField(field))
		return asl.Path{}
	case text == Discard:
		return asl.Null
	}
	return asl.PathOf(text)
}

// fieldPath renders a field that only JSONPath has and that is a path.
func (r *rendering) fieldPath(field, text string) string {
	if text != "" && r.jsonata() {
		r.problem("/"+field, origin.Origin{}, jsonPathField(field))
		return ""
	}
	return text
}

// value renders a free-form field of either language.
func (r *rendering) value(field string, v any) asl.Value {
	p := payloads{language: r.language}
	out := p.top(field, v)
	r.take(p.problems)
	return asl.ValueOf(out)
}

func (r *rendering) take(problems diag.List) {
	for _, d := range problems {
		r.problem(d.Pointer, origin.Origin{}, d)
	}
}

// jsonPathOnly renders a free-form field that only JSONPath has.
func (r *rendering) jsonPathOnly(field string, v any) asl.Value {
	if v == nil {
		return asl.Value{}
	}
	if r.jsonata() {
		r.problem("/"+field, origin.Origin{}, jsonPathField(field))
		return asl.Value{}
	}
	return r.value(field, v)
}

// payload renders Parameters or Arguments, by the language.
func (r *rendering) payload(v any) (parameters, arguments asl.Value) {
	if isAbsentPayload(v) {
		return asl.Value{}, asl.Value{}
	}
	if r.jsonata() {
		return asl.Value{}, r.value("Arguments", v)
	}
	return r.value("Parameters", v), asl.Value{}
}

func isAbsentPayload(v any) bool {
	if v == nil {
		return true
	}
	if f, ok := v.(Fields); ok {
		return f == nil
	}
	r := reflect.ValueOf(v)
	return (r.Kind() == reflect.Map || r.Kind() == reflect.Pointer) && r.IsNil()
}

// literal renders a field that is taken as it is, so that an expression in it would do nothing.
func (r *rendering) literal(field string, v any) asl.Value {
	if v == nil {
		return asl.Value{}
	}
	if r.jsonata() {
		r.problem("/"+field, origin.Origin{}, jsonPathField(field))
		return asl.Value{}
	}
	if containsExpression(v, 0) {
		r.problem("/"+field, origin.Origin{}, expressionInLiteral(field))
		return asl.Value{}
	}
	p := payloads{language: asl.JSONata} // no ".$" suffixes, no warnings about paths
	out := p.value("/"+field, v, 0)
	r.take(p.problems)
	return asl.ValueOf(out)
}

func containsExpression(v any, depth int) bool {
	v = deref(v)
	if depth > maxDepth || v == nil {
		return false
	}
	switch t := v.(type) {
	case Expression:
		return true
	case Fields:
		for _, f := range t {
			if containsExpression(f.Value, depth+1) {
				return true
			}
		}
		return false
	}
	if list, ok := asList(v); ok {
		for _, e := range list {
			if containsExpression(e, depth+1) {
				return true
			}
		}
	}
	if m := reflect.ValueOf(v); m.Kind() == reflect.Map {
		for _, k := range m.MapKeys() {
			if containsExpression(m.MapIndex(k).Interface(), depth+1) {
				return true
			}
		}
	}
	return false
}

// text renders a field that is a string: as the field itself, or as its ...Path twin.
func (r *rendering) text(field string, v Text) (literal, path string) {
	switch t := deref(v).(type) {
	case nil:
		return "", ""
	case string:
		return t, ""
	case Expression:
		p := payloads{language: r.language}
		out, _ := p.expression("/"+field, t).(string)
		r.take(p.problems)
		if r.jsonata() {
			return out, ""
		}
		return "", out
	default:
		if s, ok := t.(fmt.Stringer); ok {
			return s.String(), ""
		}
		if rv := reflect.ValueOf(t); rv.Kind() == reflect.String {
			return rv.String(), ""
		}
		r.problem("/"+field, origin.Origin{}, wrongKind(field, "text", t))
		return "", ""
	}
}

// seconds renders a field that is a number of seconds: as the field itself, or as its ...Path twin.
func (r *rendering) seconds(field string, v Seconds) (literal asl.Int, path string) {
	if d, ok := deref(v).(time.Duration); ok {
		return asl.IntOf(r.wholeSeconds("/"+field, field, d, origin.Origin{})), ""
	}
	return r.integer(field, v)
}

// wholeSeconds turns a duration into seconds.
func (r *rendering) wholeSeconds(pointer, field string, d time.Duration, at origin.Origin) int64 {
	if d%time.Second != 0 {
		r.problem(pointer, at, notWholeSeconds(field, d))
	}
	return int64(d / time.Second)
}

// integer renders a field that is a whole number: as the field itself, or as its ...Path twin.
func (r *rendering) integer(field string, v Number) (literal asl.Int, path string) {
	f, token, expr := r.number(field, v)
	switch {
	case expr != "" && r.jsonata():
		return asl.IntExpr(expr), ""
	case expr != "":
		return asl.Int{}, expr
	case token != "":
		return asl.IntToken(token), ""
	case f == nil:
		return asl.Int{}, ""
	case *f != math.Trunc(*f):
		r.problem("/"+field, origin.Origin{}, wrongKind(field, "a whole number", *f))
		return asl.Int{}, ""
	}
	return asl.IntOf(int64(*f)), ""
}

// decimal renders a field that is any number: as the field itself, or as its ...Path twin.
func (r *rendering) decimal(field string, v Number) (literal asl.Float, path string) {
	f, token, expr := r.number(field, v)
	switch {
	case expr != "" && r.jsonata():
		return asl.FloatExpr(expr), ""
	case expr != "":
		return asl.Float{}, expr
	case token != "":
		return asl.FloatToken(token), ""
	case f == nil:
		return asl.Float{}, ""
	}
	return asl.FloatOf(*f), ""
}

func (r *rendering) number(field string, v Number) (f *float64, token, expr string) {
	switch t := deref(v).(type) {
	case nil:
		return nil, "", ""
	case Expression:
		p := payloads{language: r.language}
		out, _ := p.expression("/"+field, t).(string)
		r.take(p.problems)
		return nil, "", out
	case json.Number:
		n, ok := ordjson.Float(t)
		if !ok {
			return nil, string(t), ""
		}
		return &n, "", ""
	case string:
		if asl.IsExpression(t) {
			return nil, "", t
		}
		if HasToken(t) {
			return nil, t, ""
		}
		r.problem("/"+field, origin.Origin{}, wrongKind(field, "a number", t))
		return nil, "", ""
	default:
		rv := reflect.ValueOf(t)
		var n float64
		switch {
		case rv.CanInt():
			n = float64(rv.Int())
		case rv.CanUint():
			n = float64(rv.Uint())
		case rv.CanFloat():
			n = rv.Float()
			if IsNumberToken(n) {
				return nil, strconv.FormatFloat(n, 'g', -1, 64), ""
			}
		default:
			r.problem("/"+field, origin.Origin{}, wrongKind(field, "a number", t))
			return nil, "", ""
		}
		return &n, "", ""
	}
}
