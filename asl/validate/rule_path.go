package validate

import (
	"errors"
	"strings"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/asl/intrinsic"
	"github.com/stepwise-go/stepwise/asl/jsonpath"
	"github.com/stepwise-go/stepwise/asl/template"
)

var rulePath = Rule{
	Code: "SW301", Name: "path", AWS: "SCHEMA_VALIDATION_FAILED",
	Title: "paths are well formed",
	Doc: `A path begins with $ (the input), $$ (the context object) or $name (a variable), and goes on with names and
indexes: $.order.items[0]. Names with other characters than letters, digits and _ are quoted: $['order-id'].

https://docs.aws.amazon.com/step-functions/latest/dg/amazon-states-language-paths.html`,
	Wrong: `
"First": {"Type": "Pass", "InputPath": "order.items", "End": true}`,
	Right: `
"First": {"Type": "Pass", "InputPath": "$.order.items", "End": true}`,
	check: func(r *run) {
		for u := range r.usesWith(func(t *reading) bool { return t.err != nil && !hasToken(t.text) }) {
			if u.kind != usePath && u.kind != useVariable {
				continue
			}
			if _, err := jsonpath.Parse(u.text); err == nil {
				continue // a path, but not one that may stand here: the next rule
			}
			message, column := reason(u.err)
			f := r.use(u).say(msgPath, u.text, u.field()).detail(whyAt, column, message).fix(fixPath)
			f.aws("Value must be a valid JSONPath")
			if u.rule != jsonpath.AnyPath {
				f.aws("Value is not a Reference Path")
			}
		}
		for i := range r.parts {
			r.emptyPaths(&r.parts[i])
		}
	},
}

// emptyPaths reports the fields that take a path and hold the empty text.
func (r *run) emptyPaths(p *part) {
	for name, v := range p.extra.All() {
		if _, known := asl.FieldOf(p.value, name); !known || v != "" || name != "Variable" && !strings.HasSuffix(name, "Path") {
			continue
		}
		r.atPart(p, "/"+name).say(msgPath, "", name).fix(fixPath).aws("Value must be a valid JSONPath").aws("Value is not a Reference Path")
	}
}

// reason takes the message and the column out of the error of a parser.
func reason(err error) (message string, column int) {
	var p *jsonpath.SyntaxError
	var i *intrinsic.SyntaxError
	var t *template.SyntaxError
	switch {
	case errors.As(err, &p):
		return sentence(p.Message), p.Column
	case errors.As(err, &i):
		return sentence(i.Message), i.Column
	case errors.As(err, &t):
		return sentence(t.Message), 1
	}
	return sentence(err.Error()), 1
}

// sentence puts a full stop behind a message that has no end.
func sentence(message string) string {
	if strings.HasSuffix(message, "?") || strings.HasSuffix(message, ".") {
		return message
	}
	return message + "."
}
