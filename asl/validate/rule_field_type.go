package validate

import (
	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/ordjson"
)

var ruleFieldType = Rule{
	Code: "SW203", Name: "field-type", AWS: "SCHEMA_VALIDATION_FAILED",
	Title: "a field holds the kind of value it takes",
	Doc: `A number is a number and not a text with a number in it, a list is a list even if it has one element, and so
on. In JSONata states the number fields take an expression as well: "{% $seconds %}"; the timeout of the machine and
the numbers of a Retry are always numbers.`,
	Wrong: `
"Wait": {"Type": "Wait", "Seconds": "10", "End": true}`,
	Right: `
"Wait": {"Type": "Wait", "Seconds": 10, "End": true}`,
	check: func(r *run) {
		for i := range r.parts {
			p := &r.parts[i]
			for name, v := range p.extra.All() {
				if field, known := asl.FieldOf(p.value, name); known {
					r.fieldType(p, field, v)
				}
			}
			r.plainNumbers(p)
		}
		for u := range r.usesWith(func(t *reading) bool { return t.query != nil }) {
			// An expression where the language is JSONPath is text, and these fields take numbers.
			if u.numeric && u.place.Language != asl.JSONata {
				r.use(u).say(msgExprInJSONPath, u.field()).fix(fixExprInJSONPath).aws("Expected value of type Integer")
			}
		}
	},
}

// plainNumbers reports expressions in the numbers that AWS does not compute, whatever the language.
func (r *run) plainNumbers(p *part) {
	is := func(name string, n interface{ Expr() (string, bool) }) {
		if text, ok := n.Expr(); ok && !hasToken(text) {
			field, _ := asl.FieldOf(p.value, name)
			r.wrongType(p, field, "an expression")
		}
	}
	switch v := p.value.(type) {
	case *asl.Machine:
		is("TimeoutSeconds", &v.TimeoutSeconds)
	case *asl.Retrier:
		is("IntervalSeconds", &v.IntervalSeconds)
		is("MaxAttempts", &v.MaxAttempts)
		is("BackoffRate", &v.BackoffRate)
		is("MaxDelaySeconds", &v.MaxDelaySeconds)
	}
}

func (r *run) fieldType(p *part, field asl.Field, v any) {
	if s, ok := v.(string); ok && hasToken(s) {
		return
	}
	pointer := "/" + pointerKey(field.Name)
	switch field.Kind {
	case asl.FieldObjects, asl.FieldStrings:
		list, ok := v.([]any)
		if !ok {
			break
		}
		for i, e := range list {
			_, isObject := e.(*ordjson.Object)
			_, isString := e.(string)
			if field.Kind == asl.FieldObjects && !isObject || field.Kind == asl.FieldStrings && !isString {
				r.atPart(p, pointer+"/"+itoa(i)).say(msgElementType, field.Name, element[field.Kind], article(ordjson.Kind(e))).fix(fixElementType, element[field.Kind])
			}
		}
		return
	case asl.FieldObject:
		if o, ok := v.(*ordjson.Object); ok {
			r.states(p, pointer, o)
			return
		}
	case asl.FieldString:
		if _, ok := v.(string); ok {
			return // an empty one: other rules tell where that matters
		}
	case asl.FieldBoolean:
		if _, ok := v.(bool); ok {
			return
		}
	case asl.FieldInteger:
		if ordjson.IsNumber(v) {
			r.atPart(p, pointer).say(msgNotWhole, field.Name, ordjson.String(v)).fix(fixNotWhole).aws("Expected value of type Integer")
			return
		}
	}
	r.wrongType(p, field, article(ordjson.Kind(v)))
}

func (r *run) wrongType(p *part, field asl.Field, is string) {
	want := wanted[field.Kind]
	f := r.atPart(p, "/"+pointerKey(field.Name)).say(msgFieldType, field.Name, want.ours, is).fix(fixFieldType, want.ours)
	if want.aws != "" {
		f.aws("Expected value of type %s", want.aws)
	}
}

// states reports the members of States that are no objects: because of them States is not read.
func (r *run) states(p *part, pointer string, o *ordjson.Object) {
	for name, v := range o.All() {
		if _, ok := v.(*ordjson.Object); !ok {
			r.atPart(p, pointer+"/"+pointerKey(name)).say(msgStateType, name, article(ordjson.Kind(v))).fix(fixStateType)
		}
	}
}

var wanted = map[asl.FieldKind]struct{ ours, aws string }{
	asl.FieldString: {"a string", "[STRING]"}, asl.FieldBoolean: {"true or false", "Boolean"}, asl.FieldInteger: {"a whole number", "Integer"},
	asl.FieldNumber: {"a number", ""}, asl.FieldPath: {"a path or null", "[STRING, NULL]"}, asl.FieldObject: {"an object", "Object"},
	asl.FieldStrings: {"a list of strings", ""}, asl.FieldObjects: {"a list of objects", ""},
}

var element = map[asl.FieldKind]string{asl.FieldStrings: "strings", asl.FieldObjects: "objects"}
