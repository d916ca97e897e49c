package validate

import (
	"cmp"
	"strings"

	"github.com/stepwise-go/stepwise/asl"
)

var ruleRequired = Rule{
	Code: "SW204", Name: "required", AWS: "SCHEMA_VALIDATION_FAILED",
	Title: "fields that must be there are there, and not empty",
	Doc: `A Task needs a Resource, a Choice its Choices, a Parallel its Branches, a Map an ItemProcessor, a Wait one of its
four times, a retrier and a catcher ErrorEquals, a catcher and a choice rule Next.

https://docs.aws.amazon.com/step-functions/latest/dg/workflow-states.html`,
	Wrong: `
"Charge": {"Type": "Task", "End": true}`,
	Right: `
"Charge": {"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "Parameters": {"TopicArn": "arn:aws:sns:us-east-1:111122223333:t", "Message": "hi"}, "End": true}`,
	check: func(r *run) {
		for i := range r.parts {
			p := &r.parts[i]
			for _, want := range requiredOf(p) {
				r.required(p, want)
			}
			for _, name := range notEmptyOf(p.value) {
				r.notEmpty(p, name)
			}
			for name, v := range p.extra.All() {
				if _, known := asl.FieldOf(p.value, name); known && v == "" && (strings.HasSuffix(name, "Path") || name == "Variable") {
					r.notEmpty(p, name)
				}
			}
		}
	},
}

// requiredOf returns what a part needs: of each group of names at least one.
func requiredOf(p *part) [][]string {
	switch v := p.value.(type) {
	case *asl.Task:
		return [][]string{{"Resource"}}
	case *asl.Wait:
		if p.place.Language == asl.JSONata {
			return [][]string{{"Seconds", "Timestamp"}}
		}
		return [][]string{{"Seconds", "SecondsPath", "Timestamp", "TimestampPath"}}
	case *asl.Choice:
		return [][]string{{"Choices"}}
	case *asl.Parallel:
		return [][]string{{"Branches"}}
	case *asl.Map:
		return [][]string{{"ItemProcessor", "Iterator"}}
	case *asl.Retrier:
		return [][]string{{"ErrorEquals"}}
	case *asl.Catcher:
		return [][]string{{"ErrorEquals"}, {"Next"}}
	case *asl.Rule:
		if !p.nested {
			return [][]string{{"Next"}}
		}
	case *asl.ItemReader:
		return [][]string{{"Resource"}}
	case *asl.ItemBatcher:
		if p.place.Language == asl.JSONata {
			return [][]string{{"MaxItemsPerBatch", "MaxInputBytesPerBatch"}}
		}
		return [][]string{{"MaxItemsPerBatch", "MaxItemsPerBatchPath", "MaxInputBytesPerBatch", "MaxInputBytesPerBatchPath"}}
	case *asl.ResultWriter:
		switch {
		case v.Parameters.IsSet() || v.Arguments.IsSet():
			return [][]string{{"Resource"}}
		case v.WriterConfig == nil:
			return [][]string{{"Resource", "WriterConfig"}}
		}
	}
	return nil
}

// notEmptyOf returns the lists that must have an element and the names that must have a letter.
func notEmptyOf(v any) []string {
	switch v.(type) {
	case *asl.Choice:
		return []string{"Choices", "Default"}
	case *asl.Parallel:
		return []string{"Branches", "Next"}
	case *asl.Task:
		return []string{"Resource", "Next"}
	case *asl.Pass, *asl.Wait:
		return []string{"Next"}
	case *asl.Map:
		return []string{"Next", "Label"}
	case *asl.Retrier:
		return []string{"ErrorEquals"}
	case *asl.Catcher:
		return []string{"ErrorEquals", "Next"}
	case *asl.Rule:
		return []string{"And", "Or", "Next"}
	}
	return nil
}

func (r *run) required(p *part, names []string) {
	for _, n := range names {
		if asl.HasField(p.value, n) {
			return
		}
	}
	if len(names) == 1 {
		f := r.atPart(p, "").say(msgRequired, article(p.kind), names[0]).fix(fixRequired, names[0], cmp.Or(fieldHelp[p.kind+" "+names[0]], fieldHelp[names[0]]))
		f.aws("These fields are required: [%s]", names[0])
		return
	}
	f := r.atPart(p, "").say(msgRequiredOne, article(p.kind), or(names)).fix(fixRequiredOne, names[0])
	f.aws("There should be one of the following fields: [%s]", strings.Join(names, ", "))
}

func (r *run) notEmpty(p *part, name string) {
	empty := false
	switch v := p.value.(type) {
	case *asl.Choice:
		empty = name == "Choices" && v.Choices != nil && len(v.Choices) == 0
	case *asl.Parallel:
		empty = name == "Branches" && v.Branches != nil && len(v.Branches) == 0
	case *asl.Retrier:
		empty = v.ErrorEquals != nil && len(v.ErrorEquals) == 0
	case *asl.Catcher:
		empty = name == "ErrorEquals" && v.ErrorEquals != nil && len(v.ErrorEquals) == 0
	case *asl.Rule:
		empty = name == "And" && v.And != nil && len(v.And) == 0 || name == "Or" && v.Or != nil && len(v.Or) == 0
	}
	if v, ok := p.extra.Get(name); ok && v == "" {
		empty = true
	}
	if empty {
		r.atPart(p, "/"+name).say(msgEmpty, name).fix(fixEmpty, name).aws("Value cannot be empty")
	}
}
