package jsonata

import (
	"encoding/json"
	"strconv"
	"strings"

	"github.com/stepwise-go/stepwise/ordjson"
)

// Error is what Compile and Eval return. Its code and message are those of the reference
// implementation, jsonata 2.0.6: S codes are syntax errors, T codes type errors, D codes errors of
// the data. U codes are of this package: U1001 nested too deeply, U1002 cancelled, U1003 too large,
// U1004 and U1005 regular expressions, U1006 and U1007 where JavaScript raises an internal error.
type Error struct {
	// Code is the error code, for example T2001.
	Code string
	// Position is where the token that the error is about ends, in UTF-16 code units from the
	// beginning of the expression, as the reference counts. Zero means unknown.
	Position int
	// Token is the operator, function or symbol that the error is about, if any.
	Token string
	// Message is the text without the code.
	Message string
	// Value is the value that the error is about, if any. Undefined means none.
	Value any

	facts map[string]any
}

// Error returns the code and the message, as AWS prints them: "T1006: Attempted to invoke a non-function".
func (e *Error) Error() string {
	e.finish()
	return e.Code + ": " + e.Message
}

// Unwrap returns the error of a host function or of the context, if that is the cause.
func (e *Error) Unwrap() error {
	err, _ := e.facts["cause"].(error)
	return err
}

// NewError makes an error for a host function to return. The position is filled in by the engine.
func NewError(code, message string) *Error {
	return &Error{Code: code, Message: message, Value: Undefined{}}
}

func newError(code string) *Error { return &Error{Code: code, Value: Undefined{}} }

func (e *Error) at(position int) *Error { e.Position = position; return e }
func (e *Error) with(name string, v any) *Error {
	if e.facts == nil {
		e.facts = make(map[string]any, 2)
	}
	e.facts[name] = v
	if name == "value" {
		e.Value = v
	}
	return e
}

// symbol sets the token of the text that the error is about, which may be the literal null.
func (e *Error) symbol(n *node) *Error {
	switch {
	case n.kind == kindValue && n.value == nil:
		e.Token = "null"
		return e.with("token", nil)
	case n.kind == kindRegex: // an object of JavaScript without members
		e.Token = "/" + n.text + "/"
		return e.with("token", &ordjson.Object{})
	}
	return e.token(n.symbolValue())
}

func (e *Error) token(v any) *Error {
	if v == nil {
		return e
	}
	e.with("token", v)
	if s, ok := v.(string); ok {
		e.Token = s
	} else {
		e.Token = jsonText(v)
	}
	return e
}

// hasToken tells whether a token is set; the reference takes an empty one for none.
func (e *Error) hasToken() bool { return e.facts["token"] != nil && e.facts["token"] != "" }

// finish fills in the message.
func (e *Error) finish() {
	if e.Message != "" {
		return
	}
	template, ok := messages[e.Code]
	if !ok {
		template = "{{{message}}}"
	}
	var b strings.Builder
	for {
		head, rest, found := strings.Cut(template, "{{")
		b.WriteString(head)
		if !found {
			break
		}
		raw := strings.HasPrefix(rest, "{")
		name, after, _ := strings.Cut(strings.TrimPrefix(rest, "{"), "}}")
		if raw {
			after = strings.TrimPrefix(after, "}")
		}
		v, known := e.facts[name]
		switch text, isText := v.(string); {
		case !known:
			b.WriteString("undefined")
		case raw && isText:
			b.WriteString(text)
		default:
			b.WriteString(jsonText(v))
		}
		template = after
	}
	e.Message = b.String()
	if v, _, err := export(e.Value, 0); err == nil && !IsUndefined(e.Value) {
		e.Value = v
	}
}

// jsonText prints a value as JavaScript's JSON.stringify does.
func jsonText(v any) string {
	switch t := v.(type) {
	case Undefined, *Function, *thunk:
		return "undefined"
	case int:
		return strconv.Itoa(t)
	case json.Number:
		f, _ := ordjson.Float(t)
		v = f
	}
	w := jsonWriter{plain: true}
	w.value(v, 0)
	return string(w.buf)
}
