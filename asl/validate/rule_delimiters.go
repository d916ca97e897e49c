package validate

import (
	"strings"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/ordjson"
)

var ruleDelimiters = Rule{
	Code: "SW311", Name: "delimiters", Severity: warning,
	Title: "an expression fills its text, from {% to %}, in a JSONata state",
	Doc: `A text is an expression only if it begins with {% and ends with %}, with nothing before or behind, not even a
space. Otherwise it is passed on as text. In JSONPath states there are no such expressions. To put a value into a text, join
them inside: "{% 'Hello ' & $name %}".

https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html`,
	Wrong: `{"QueryLanguage": "JSONata", "StartAt": "First", "States": {"First": {"Type": "Pass", "Output": "Hello {% $states.input.name %}", "End": true}}}`,
	Right: `{"QueryLanguage": "JSONata", "StartAt": "First", "States": {"First": {"Type": "Pass", "Output": "{% 'Hello ' & $states.input.name %}", "End": true}}}`,
	check: func(r *run) {
		for _, p := range r.places {
			for _, v := range valuesOf(p.State) {
				walkObjects(v.value.Any(), v.pointer, func(pointer string, o *ordjson.Object) {
					for key := range o.All() {
						if asl.IsExpression(key) {
							r.at(p, pointer+"/"+pointerKey(key)).say(msgExpressionKey).fix(fixExpressionKey)
						}
					}
				})
				walkTexts(v.value.Any(), v.pointer, func(pointer, _, text string) {
					switch {
					case !strings.Contains(text, "{%") && !strings.HasSuffix(text, "%}"):
					case p.Language != asl.JSONata:
						r.at(p, pointer).say(msgExpressionInPath).fix(fixExprInJSONPath)
					case !asl.IsExpression(text):
						r.at(p, pointer).say(msgDelimiters).fix(fixDelimiters)
					}
				})
			}
		}
	},
}

// valuesOf returns the values of a state that can hold expressions.
func valuesOf(s asl.State) []pointed {
	out := templatesOf(s)
	switch s := s.(type) {
	case *asl.Task:
		out = append(out, pointed{"/Arguments", s.Arguments}, pointed{"/Output", s.Output})
	case *asl.Pass:
		out = append(out, pointed{"/Output", s.Output})
	case *asl.Wait:
		out = append(out, pointed{"/Output", s.Output}, textValue("/Timestamp", s.Timestamp))
	case *asl.Choice:
		out = append(out, pointed{"/Output", s.Output})
		for i := range s.Choices {
			out = append(out, pointed{"/Choices/" + itoa(i) + "/Output", s.Choices[i].Output})
		}
	case *asl.Parallel:
		out = append(out, pointed{"/Arguments", s.Arguments}, pointed{"/Output", s.Output})
	case *asl.Map:
		out = append(out, pointed{"/Items", s.Items}, pointed{"/Output", s.Output})
		if s.ItemReader != nil {
			out = append(out, pointed{"/ItemReader/Arguments", s.ItemReader.Arguments})
		}
		if s.ResultWriter != nil {
			out = append(out, pointed{"/ResultWriter/Arguments", s.ResultWriter.Arguments})
		}
	case *asl.Succeed:
		out = append(out, pointed{"/Output", s.Output})
	case *asl.Fail:
		out = append(out, textValue("/Error", s.Error), textValue("/Cause", s.Cause))
	}
	if rescue := asl.RescueOf(s); rescue != nil {
		for i := range rescue.Catch {
			out = append(out, pointed{"/Catch/" + itoa(i) + "/Output", rescue.Catch[i].Output})
		}
	}
	return out
}

func textValue(pointer, text string) pointed {
	if text == "" {
		return pointed{pointer, asl.Value{}}
	}
	return pointed{pointer, asl.ValueOf(text)}
}
