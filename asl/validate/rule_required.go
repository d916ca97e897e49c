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
		}
	},
}

// requiredOf returns what a part needs: of each group of fields at least one.
func requiredOf(p *part) []group {
	switch v := p.value.(type) {
	case *asl.Task:
		return taskNeeds
	case *asl.Wait:
		if p.place.Language == asl.JSONata {
			return waitNeedsJSONata
		}
		return waitNeeds
	case *asl.Choice:
		return choiceNeeds
	case *asl.Parallel:
		return parallelNeeds
	case *asl.Map:
		return mapNeeds
	case *asl.Retrier:
		return retrierNeeds
	case *asl.Catcher:
		return catcherNeeds
	case *asl.Rule:
		if p.kind != kindNestedRule {
			return ruleNeeds
		}
	case *asl.ItemReader:
		return readerNeeds
	case *asl.ItemBatcher:
		if p.place.Language == asl.JSONata {
			return batcherNeedsJSONata
		}
		return batcherNeeds
	case *asl.ResultWriter:
		switch {
		case v.Parameters.IsSet() || v.Arguments.IsSet():
			return writerNeedsResource
		case v.WriterConfig == nil:
			return writerNeeds
		}
	}
	return nil
}

var (
	taskNeeds           = needs(&asl.Task{}, "Resource")
	waitNeeds           = needs(&asl.Wait{}, "Seconds|SecondsPath|Timestamp|TimestampPath")
	waitNeedsJSONata    = needs(&asl.Wait{}, "Seconds|Timestamp")
	choiceNeeds         = needs(&asl.Choice{}, "Choices")
	parallelNeeds       = needs(&asl.Parallel{}, "Branches")
	mapNeeds            = needs(&asl.Map{}, "ItemProcessor|Iterator")
	retrierNeeds        = needs(&asl.Retrier{}, "ErrorEquals")
	catcherNeeds        = needs(&asl.Catcher{}, "ErrorEquals", "Next")
	ruleNeeds           = needs(&asl.Rule{}, "Next")
	readerNeeds         = needs(&asl.ItemReader{}, "Resource")
	batcherNeeds        = needs(&asl.ItemBatcher{}, "MaxItemsPerBatch|MaxItemsPerBatchPath|MaxInputBytesPerBatch|MaxInputBytesPerBatchPath")
	batcherNeedsJSONata = needs(&asl.ItemBatcher{}, "MaxItemsPerBatch|MaxInputBytesPerBatch")
	writerNeedsResource = needs(&asl.ResultWriter{}, "Resource")
	writerNeeds         = needs(&asl.ResultWriter{}, "Resource|WriterConfig")
)

func needs(part any, groups ...string) []group {
	var out []group
	for _, g := range groups {
		out = append(out, groupOf(part, strings.Split(g, "|")...))
	}
	return out
}

// notEmptyOf returns the lists that must have an element and the names that must have a letter.
func notEmptyOf(v any) []string {
	switch v.(type) {
	case *asl.Choice:
		return choiceNotEmpty
	case *asl.Parallel:
		return parallelNotEmpty
	case *asl.Task:
		return taskNotEmpty
	case *asl.Pass, *asl.Wait:
		return nextNotEmpty
	case *asl.Map:
		return mapNotEmpty
	case *asl.Retrier:
		return retrierNotEmpty
	case *asl.Catcher:
		return catcherNotEmpty
	case *asl.Rule:
		return ruleNotEmpty
	}
	return nil
}

var (
	choiceNotEmpty   = []string{"Choices", "Default"}
	parallelNotEmpty = []string{"Branches", "Next"}
	taskNotEmpty     = []string{"Resource", "Next"}
	nextNotEmpty     = []string{"Next"}
	mapNotEmpty      = []string{"Next", "Label"}
	retrierNotEmpty  = []string{"ErrorEquals"}
	catcherNotEmpty  = []string{"ErrorEquals", "Next"}
	ruleNotEmpty     = []string{"And", "Or", "Next"}
)

func (r *run) required(p *part, want group) {
	if p.count(want) > 0 {
		return
	}
	names := want.names
	if len(names) == 1 {
		f := r.atPart(p, "").say(msgRequired, article(p.words()), names[0]).fix(fixRequired, names[0], cmp.Or(fieldHelp[p.words()+" "+names[0]], fieldHelp[names[0]]))
		f.aws("These fields are required: [%s]", names[0])
		return
	}
	f := r.atPart(p, "").say(msgRequiredOne, article(p.words()), or(names)).fix(fixRequiredOne, names[0])
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
