package validate

import (
	"strings"

	"github.com/stepwise-go/stepwise/asl"
)

var ruleOtherLanguage = Rule{
	Code: "SW211", Name: "other-language", AWS: "SCHEMA_VALIDATION_FAILED",
	Title: "a state has only the fields of its query language",
	Doc: `JSONPath states have InputPath, Parameters, ResultSelector, ResultPath, OutputPath, Result, ItemsPath and the
fields that end in Path; JSONata states have Arguments, Output, Items and Condition instead. A field of the other language
is refused. A state without a QueryLanguage has that of the machine, however deep it stands in Parallel and Map states.

https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html`,
	Wrong: `{"QueryLanguage": "JSONata", "StartAt": "Tell", "States": {"Tell": {
  "Type": "Task", "Resource": "arn:aws:states:::sns:publish",
  "Parameters": {"TopicArn": "arn:aws:sns:us-east-1:111122223333:t", "Message": "hi"}, "End": true}}}`,
	Right: `{"QueryLanguage": "JSONata", "StartAt": "Tell", "States": {"Tell": {
  "Type": "Task", "Resource": "arn:aws:states:::sns:publish",
  "Arguments": {"TopicArn": "arn:aws:sns:us-east-1:111122223333:t", "Message": "hi"}, "End": true}}}`,
	check: func(r *run) {
		for i := range r.parts {
			p := &r.parts[i]
			if p.place == nil || downgraded(r.machine, p.place.State) {
				continue
			}
			own, fields, counterpart := asl.JSONPath, jsonataFields, func(name string) string { return twinOfJSONata(p.value, name) }
			other := asl.JSONata
			if p.place.Language != asl.JSONPath {
				own, other, fields, counterpart = asl.JSONata, asl.JSONPath, jsonpathFields, twinOfJSONPath
			}
			if _, inner := p.value.(*asl.Branch); inner {
				continue
			}
			if own == asl.JSONPath && p.set&p.kind.facts().onlyJSONata == 0 && p.extra.Len() == 0 {
				continue
			}
			for _, name := range fieldsSet(p) {
				if fields[name] || own == asl.JSONata && isPathOperator(p, name) {
					f := r.atPart(p, "/"+name).say(msgOtherLanguage, name, other, own).awsAt(p.pointer)
					f.aws("The QueryLanguage is set to '%s', but field '%s' is only supported for the '%s' QueryLanguage", own, name, other)
					f.fix(fixOtherLanguage, counterpart(name))
				}
			}
		}
	},
}

// downgraded tells whether a state is refused for its language alone.
func downgraded(m *asl.Machine, s asl.State) bool {
	return m.QueryLanguage == asl.JSONata && s.Base().QueryLanguage == asl.JSONPath
}

// fieldsSet returns the fields of a part that are set and belong to one language only.
func fieldsSet(p *part) []string {
	rule, _ := p.value.(*asl.Rule)
	operator := rule != nil && rule.Operator != ""
	var out []string
	if p.set&(p.kind.facts().onlyPath|p.kind.facts().onlyJSONata) != 0 || p.extra.Len() > 0 {
		for _, f := range asl.Fields(p.value) {
			if (jsonpathFields[f.Name] || jsonataFields[f.Name]) && p.has(f.Name) {
				out = append(out, f.Name)
			}
		}
	}
	if operator {
		out = append(out, rule.Operator)
	}
	return out
}

// isPathOperator tells whether a field is an operator of a JSONPath choice rule, which all are.
func isPathOperator(p *part, name string) bool {
	rule, ok := p.value.(*asl.Rule)
	return ok && rule.Operator == name
}

var jsonpathFields = set("InputPath", "OutputPath", "ResultPath", "ResultSelector", "Parameters", "Result", "ItemsPath", "Variable", "And", "Or", "Not",
	"SecondsPath", "TimestampPath", "TimeoutSecondsPath", "HeartbeatSecondsPath", "ErrorPath", "CausePath", "MaxConcurrencyPath",
	"ToleratedFailureCountPath", "ToleratedFailurePercentagePath", "MaxItemsPath", "MaxItemsPerBatchPath", "MaxInputBytesPerBatchPath")

var jsonataFields = set("Output", "Arguments", "Items", "Condition")

func set(names ...string) map[string]bool {
	out := map[string]bool{}
	for _, n := range names {
		out[n] = true
	}
	return out
}

// twinOfJSONPath says what does the work of a JSONPath field in JSONata.
func twinOfJSONPath(name string) string {
	switch name {
	case "Parameters":
		return "use Arguments"
	case "Result", "ResultPath", "ResultSelector", "OutputPath":
		return "use Output, with $states.result and $states.input"
	case "InputPath":
		return "use $states.input in the expressions"
	case "ItemsPath":
		return "use Items"
	case "ErrorPath", "CausePath", "SecondsPath", "TimestampPath", "TimeoutSecondsPath", "HeartbeatSecondsPath", "MaxConcurrencyPath",
		"ToleratedFailureCountPath", "ToleratedFailurePercentagePath", "MaxItemsPath", "MaxItemsPerBatchPath", "MaxInputBytesPerBatchPath":
		return "use " + name[:len(name)-len("Path")] + " with an expression"
	}
	return "use Condition with an expression"
}

// twinOfJSONata says what does the work of a JSONata field of a part in JSONPath.
func twinOfJSONata(part any, name string) string {
	switch name {
	case "Arguments":
		return "use Parameters"
	case "Output":
		var twins []string
		for _, twin := range []string{"ResultSelector", "Parameters", "ResultPath", "OutputPath"} {
			_, has := asl.FieldOf(part, twin)
			if has && (twin != "Parameters" || len(twins) == 0) { // the Parameters of a Task are not its output
				twins = append(twins, twin)
			}
		}
		if len(twins) == 0 {
			return "shape the data in a state after it"
		}
		return "use " + strings.Join(twins, ", ")
	case "Items":
		return "use ItemsPath"
	}
	return "use Variable with an operator"
}
