package validate

import (
	"strings"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/asl/template"
	"github.com/stepwise-go/stepwise/internal/integrations"
	"github.com/stepwise-go/stepwise/ordjson"
)

var ruleParameters = Rule{
	Code: "SW503", Name: "parameters", AWS: "SCHEMA_VALIDATION_FAILED",
	Title: "an integration gets the parameters it cannot do without",
	Doc: `Optimised integrations check at creation that their required parameters are there: FunctionName of a Lambda
function, QueueUrl and MessageBody of a message, and so on. They are written with a capital letter, as in the API of the
service. Parameters that are a path or an expression as a whole are not looked into.

https://docs.aws.amazon.com/step-functions/latest/dg/integrate-optimized.html`,
	Wrong: `
"Tell": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Parameters": {"queueUrl": "https://q", "MessageBody": "hi"}, "End": true}`,
	Right: `
"Tell": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Parameters": {"QueueUrl": "https://q", "MessageBody": "hi"}, "End": true}`,
	check: func(r *run) {
		for _, t := range r.unusual {
			known := t.known
			if known == nil {
				continue
			}
			value, field := t.input()
			input := value.Object()
			if input == nil || tokenKeys(input) {
				if input == nil && len(known.Required) > 0 {
					r.noParameters(t, known.Integration, value, field)
				}
				continue
			}
			for _, names := range known.required {
				if !hasParameter(input, names) {
					f := r.at(t.place, "/"+field).say(msgParameter, known.Title, known.Action, or(names))
					f.fix(similarKey(input, names, text(fixParameter, []any{names[0], field}))).aws("The field '%s' is required but was missing", names[0])
				}
			}
		}
	},
}

// noParameters reports parameters that are no object, and as a warning that there are none: then the
// input of the state is sent.
func (r *run) noParameters(t task, known integrations.Integration, value asl.Value, field string) {
	first, _, _ := strings.Cut(known.Required[0], "|")
	if !value.IsSet() {
		f := r.at(t.place, "").say(msgNoParameters, known.Title, known.Action, strings.ReplaceAll(and(known.Required), "|", " or ")).fix(fixNoParameters, field)
		f.warn()
		return
	}
	if s, text := value.Any().(string); text && (hasToken(s) || asl.IsExpression(s) && t.place.Language == asl.JSONata) {
		return
	}
	r.at(t.place, "/"+field).say(msgParametersKind, field, known.Title, known.Action, article(ordjson.Kind(value.Any()))).fix(fixParametersKind, first)
}

func hasParameter(o *ordjson.Object, names []string) bool {
	for _, n := range names {
		if o.Has(n) {
			return true
		}
		if o.Has(n + template.Suffix) {
			return true
		}
	}
	return false
}

// similarKey says which key is written otherwise than it has to be, or else the other advice.
func similarKey(o *ordjson.Object, names []string, otherwise string) string {
	for key := range o.All() {
		for _, n := range names {
			if strings.EqualFold(strings.TrimSuffix(key, ".$"), n) {
				return text(fixParameterCase, []any{key, strings.Replace(key, strings.TrimSuffix(key, ".$"), n, 1)})
			}
		}
	}
	return otherwise
}

func tokenKeys(o *ordjson.Object) bool {
	return hasKey(o, tokenKey)
}

// tokenKey tells whether the name of a member is not known, or stands for something else.
func tokenKey(key string) bool { return hasToken(key) || strings.HasPrefix(key, "Fn::") }
