package sim

import (
	"fmt"
	"slices"
	"strings"

	"github.com/stepwise-go/stepwise/internal/nearest"
	"github.com/stepwise-go/stepwise/ordjson"
)

// mockForm has the words of one of the two formats of mock files.
type mockForm struct {
	kinds       []string // members of an answer of which it has one: a result, a failure, and that it never comes
	name, cause string   // members of a failure
	others      []string // members that may be there too
	wants       string
	fix         string
}

var (
	simpleForm = mockForm{
		kinds: []string{"return", "throw", "hang"}, name: "error", cause: "cause", others: []string{"times", "afterSeconds"},
		wants: msgSimpleAnswer, fix: fixSimpleAnswer,
	}
	configForm = mockForm{
		kinds: []string{"Return", "Throw"}, name: "Error", cause: "Cause",
		wants: msgConfigAnswer, fix: fixConfigAnswer,
	}
)

// mockEntry is an answer that is being read.
type mockEntry struct {
	*mockReader
	form  *mockForm
	at    string // the pointer to it
	where string // the same in words
}

func (e *mockEntry) fault(at, fix, format string, args ...any) {
	e.mockReader.fault(at, fix, "%s: %s", e.where, fmt.Sprintf(format, args...))
}

// read reads what the answer is, and finds members that no answer has.
func (e *mockEntry) read(v any) answer {
	o, ok := v.(*ordjson.Object)
	if !ok {
		e.fault(e.at, fmt.Sprintf(fixWrap, e.form.kinds[0], brief(v)), msgAnswerKind, e.form.wants, ordjson.Kind(v))
		return answer{}
	}
	kinds := slices.DeleteFunc(o.Keys(), func(k string) bool { return !slices.Contains(e.form.kinds, k) })
	switch len(kinds) {
	case 0:
		e.fault(e.at, e.meant(o), "%s", e.form.wants)
		return answer{}
	case 1:
	default:
		e.fault(e.at, fixAnswerBoth, msgAnswerBoth, e.form.wants, strings.Join(kinds, `" and "`))
		return answer{}
	}
	e.members(e.at, o, append(slices.Clip(e.form.others), kinds[0]))
	content, _ := o.Get(kinds[0])
	switch slices.Index(e.form.kinds, kinds[0]) {
	case 0:
		return answer{kind: answerValue, value: content}
	case 1:
		return answer{kind: answerFailure, failure: e.failure(kinds[0], content)}
	}
	if content != true {
		e.fault(below(e.at, kinds[0]), fixHang, msgHang)
	}
	return answer{kind: answerNever}
}

// meant tells which member of the object was probably meant to be the answer.
func (e *mockEntry) meant(o *ordjson.Object) string {
	for name := range o.All() {
		if found := nearest.Suggest(name, e.form.kinds, ""); found != "" && !slices.Contains(e.form.others, name) {
			return found
		}
	}
	return e.form.fix
}

// failure reads the error that a task fails with. A cause of null is none, as in what the command prints.
func (e *mockEntry) failure(key string, v any) Failure {
	at := below(e.at, key)
	wrong := func(at, fix string) { e.fault(at, fix, msgThrow, key, e.form.name, e.form.cause) }
	o, ok := v.(*ordjson.Object)
	if !ok {
		name, isText := v.(string)
		if !isText {
			name = "NAME"
		}
		wrong(at, fmt.Sprintf(fixWrap, e.form.name, brief(name)))
		return Failure{}
	}
	unknown := e.members(at, o, []string{e.form.name, e.form.cause})
	given, there := o.Get(e.form.name)
	name, isText := given.(string)
	switch {
	case there && !isText:
		wrong(below(at, e.form.name), fixErrorText)
	case !there && nearest.Names(e.form.name, unknown, 1) == nil: // otherwise it is told already
		wrong(at, fmt.Sprintf(fixErrorName, e.form.name))
	}
	why := member(o, e.form.cause)
	cause, isText := why.(string)
	if !isText && why != nil {
		wrong(below(at, e.form.cause), fixCauseText)
	}
	return Failure{Name: name, Cause: cause}
}

// members finds what an object, the answer itself or what it fails with, may not have.
func (e *mockEntry) members(at string, o *ordjson.Object, known []string) (unknown []string) {
	for name := range o.All() {
		if !slices.Contains(known, name) {
			unknown = append(unknown, name)
			e.fault(below(at, name), nearest.Suggest(name, known, fmt.Sprintf(fixMember, strings.Join(known, ", "))), msgMember, name)
		}
	}
	return unknown
}

// brief is a value to be shown in a fix.
func brief(v any) string {
	if text := ordjson.String(v); len(text) <= 60 {
		return text
	}
	return "..."
}
