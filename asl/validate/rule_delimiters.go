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
		var p *asl.Place
		key := func(at *walk, o *ordjson.Object) {
			for key := range o.All() {
				if asl.IsExpression(key) {
					r.at(p, at.pointer()+"/"+pointerKey(key)).say(msgExpressionKey).fix(fixExpressionKey)
				}
			}
		}
		text := func(at *walk, _, text string) {
			switch {
			case p.Language != asl.JSONata:
				r.at(p, at.pointer()).say(msgExpressionInPath).fix(fixExprInJSONPath)
			case !asl.IsExpression(text):
				r.at(p, at.pointer()).say(msgDelimiters).fix(fixDelimiters)
			}
		}
		visit := func(field string, v asl.Value) {
			walkObjects(v.Any(), field, hasExpressionKey, key)
			walkTexts(v.Any(), field, hasDelimiter, text)
		}
		for p = range r.signed(expressionKeys | delimiterTexts) {
			valuesOf(p.State, visit)
		}
	},
}

func hasExpressionKey(o *ordjson.Object) bool { return hasKey(o, asl.IsExpression) }

func hasDelimiter(_, text string) bool {
	return strings.IndexByte(text, '%') >= 0 && (strings.Contains(text, "{%") || strings.HasSuffix(text, "%}"))
}

// valuesOf visits the values of a state that can hold expressions, each with the pointer to it from the state on.
func valuesOf(s asl.State, visit func(pointer string, v asl.Value)) {
	templatesOf(s, visit)
	if out := outputOf(s); out.IsSet() {
		visit("/Output", out)
	}
	switch s := s.(type) {
	case *asl.Task:
		visit("/Arguments", s.Arguments)
	case *asl.Wait:
		visitText("/Timestamp", s.Timestamp, visit)
	case *asl.Choice:
		for i := range s.Choices {
			if v := s.Choices[i].Output; v.IsSet() {
				visit("/Choices/"+itoa(i)+"/Output", v)
			}
		}
	case *asl.Parallel:
		visit("/Arguments", s.Arguments)
	case *asl.Map:
		visit("/Items", s.Items)
		if s.ItemReader != nil {
			visit("/ItemReader/Arguments", s.ItemReader.Arguments)
		}
		if s.ResultWriter != nil {
			visit("/ResultWriter/Arguments", s.ResultWriter.Arguments)
		}
	case *asl.Fail:
		visitText("/Error", s.Error, visit)
		visitText("/Cause", s.Cause, visit)
	}
	if rescue := asl.RescueOf(s); rescue != nil {
		for i := range rescue.Catch {
			if v := rescue.Catch[i].Output; v.IsSet() {
				visit("/Catch/"+itoa(i)+"/Output", v)
			}
		}
	}
}

func outputOf(s asl.State) asl.Value {
	switch s := s.(type) {
	case *asl.Task:
		return s.Output
	case *asl.Pass:
		return s.Output
	case *asl.Wait:
		return s.Output
	case *asl.Choice:
		return s.Output
	case *asl.Parallel:
		return s.Output
	case *asl.Map:
		return s.Output
	case *asl.Succeed:
		return s.Output
	}
	return asl.Value{}
}

func visitText(pointer, text string, visit func(pointer string, v asl.Value)) {
	if text != "" {
		visit(pointer, asl.ValueOf(text))
	}
}
