package codegen

import (
	"strconv"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/ordjson"
)

// The fields that several types of states have. Each is taken only in the form that the props can say.

func (w *stateWriter) mode() as {
	if w.language == asl.JSONata {
		return jsonata
	}
	return jsonPath
}

func (w *stateWriter) isJSONata() bool { return w.language == asl.JSONata }

func (w *stateWriter) comment() { w.text("Comment", "Comment") }

// text takes a field that is a text as it is.
func (w *stateWriter) text(field, prop string) {
	if s, ok := w.get(field).(string); ok && s != "" {
		w.take(field, prop, quoted(s))
	}
}

func (w *stateWriter) get(field string) any {
	v, _ := w.rest.Get(field)
	return v
}

func (w *stateWriter) take(field, prop string, c code) {
	w.rest.Delete(field)
	w.prop(prop, c)
}

// path takes a field that is a path or null.
func (w *stateWriter) path(field string) {
	v, ok := w.rest.Get(field)
	if !ok || w.isJSONata() {
		return
	}
	if c, ok := pathCode(v); ok {
		w.take(field, field, c)
	}
}

func pathCode(v any) (code, bool) {
	if v == nil {
		return text("sfn.Discard"), true
	}
	s, isText := v.(string)
	return quoted(s), isText && s != "" && s != "null"
}

// any takes a field that is any JSON, in the language of the state.
func (w *stateWriter) any(field, prop string) {
	if v, ok := w.rest.Get(field); ok {
		w.take(field, prop, w.field(v, w.mode()))
	}
}

// anyOf is any for a field that only one of the languages has.
func (w *stateWriter) anyOf(language asl.QueryLanguage, field string) {
	if (language == asl.JSONata) == w.isJSONata() {
		w.any(field, field)
	}
}

// members takes a field that is an object.
func (w *stateWriter) members(field string) {
	if o, ok := w.get(field).(*ordjson.Object); ok {
		w.take(field, field, w.object(o, w.mode()))
	}
}

// flows takes the fields of the data flow that a state has.
func (w *stateWriter) flows(selector, resultPath bool) {
	w.path("InputPath")
	if selector && !w.isJSONata() {
		w.members("ResultSelector")
	}
	if resultPath {
		w.path("ResultPath")
	}
	w.path("OutputPath")
	w.anyOf(asl.JSONata, "Output")
}

// numeric takes a number, its expression, or the path in its twin.
func (w *stateWriter) numeric(field, prop string, number func(any) (code, bool)) {
	v, ok := w.rest.Get(field)
	if s, isText := v.(string); isText && w.isJSONata() && asl.IsExpression(s) {
		w.take(field, prop, w.file.text(s, jsonata))
		return
	}
	if ok && ordjson.IsNumber(v) {
		if c, ok := number(v); ok {
			w.take(field, prop, c)
			return
		}
	}
	if path, isText := w.get(field + "Path").(string); !ok && isText && path != "" && !w.isJSONata() {
		w.take(field+"Path", prop, w.expression(path))
	}
}

func (w *stateWriter) whole(v any) (code, bool) {
	n, ok := ordjson.Int(v)
	return text(strconv.FormatInt(n, 10)), ok && n < exact && n > -exact
}

func (w *stateWriter) decimal(v any) (code, bool) { return w.number(v), true }

func (w *stateWriter) seconds(v any) (code, bool) {
	n, ok := ordjson.Int(v)
	if !ok || n < -maxSeconds || n > maxSeconds {
		return code{}, false
	}
	return w.duration(n), true
}

// duration is a number of seconds as a time.Duration.
func (f *file) duration(seconds int64) code {
	f.use("time")
	for _, unit := range []struct {
		name    string
		seconds int64
	}{{"Hour", 3600}, {"Minute", 60}} {
		if n := seconds / unit.seconds; n != 0 && seconds%unit.seconds == 0 {
			return times(n, unit.name)
		}
	}
	return times(seconds, "Second")
}

func times(n int64, unit string) code {
	if n == 1 {
		return text("time." + unit)
	}
	return text(strconv.FormatInt(n, 10) + " * time." + unit)
}
