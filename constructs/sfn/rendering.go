package sfn

import (
	"fmt"
	"reflect"
	"strings"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/diag"
	"github.com/stepwise-go/stepwise/internal/origin"
)

// rendering is the rendering of the states of a graph, one after the other: what the fields of the present one become,
// and what is wrong with them.
type rendering struct {
	*builder
	scope    *scope
	pointer  string // to the state
	state    State
	language asl.QueryLanguage
	// recommended are the retriers that the integration brings.
	recommended []RetryProps
	isTask      bool     // a Task, or a Raw one
	values      payloads // see payloads
	pointers    strings.Builder
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
	for _, f := range n.faults() {
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
	p := r.payloads()
	out := p.top(field, v)
	r.take(p.problems)
	return asl.ValueOf(out)
}

// payloads returns the renderer of values, as new.
func (r *rendering) payloads() *payloads {
	p := &r.values
	*p = payloads{language: r.language, trail: p.trail[:0], around: p.around[:0]}
	return p
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

// payloadField is the name of the field that payload renders.
func (r *rendering) payloadField() string {
	if r.jsonata() {
		return "Arguments"
	}
	return "Parameters"
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
	p := payloads{verbatim: field}
	p.trail = []string{field}
	out := p.value(v, 0)
	r.take(p.problems)
	return asl.ValueOf(out)
}

// text renders a field that is a string: as the field itself, or as its ...Path twin.
func (r *rendering) text(field string, v Text) (literal, path string) {
	switch t := deref(v).(type) {
	case nil:
		return "", ""
	case string:
		return t, ""
	case Expression:
		out := r.expression(field, t)
		if r.jsonata() {
			return out, ""
		}
		return "", out
	case fmt.Stringer:
		if fault := guard("String of", t, func() { literal = t.String() }); fault != nil {
			r.problem("/"+field, origin.Origin{}, *fault)
		}
		return literal, ""
	default:
		if rv := reflect.ValueOf(t); rv.Kind() == reflect.String {
			return rv.String(), ""
		}
		r.problem("/"+field, origin.Origin{}, wrongKind(field, "text", t))
		return "", ""
	}
}
