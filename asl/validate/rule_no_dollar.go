package validate

import (
	"regexp"
	"strings"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/asl/jsonpath"
	"github.com/stepwise-go/stepwise/asl/template"
	"github.com/stepwise-go/stepwise/ordjson"
)

var ruleNoDollar = Rule{
	Code: "SW909", Name: "no-dollar", AWS: "NO_DOLLAR", Severity: warning,
	Title: "a path in a payload stands under a name that ends in .$",
	Doc: `In Parameters, ItemSelector, ResultSelector and Assign a path is only looked up if the name of its member ends in .$;
otherwise the text itself is passed on. AWS gives this warning too, as NO_DOLLAR.

https://docs.aws.amazon.com/step-functions/latest/dg/input-output-inputpath-params.html`,
	Wrong: `
"First": {"Type": "Pass", "Parameters": {"id": "$.order.id"}, "End": true}`,
	Right: `
"First": {"Type": "Pass", "Parameters": {"id.$": "$.order.id"}, "End": true}`,
	check: func(r *run) {
		for _, p := range r.places {
			if p.Language == asl.JSONata {
				continue
			}
			for _, t := range templatesOf(p.State) {
				walkTexts(t.value.Any(), t.pointer, func(pointer, key, text string) {
					if strings.HasSuffix(key, template.Suffix) || !looksLikePath(text) {
						return
					}
					f := r.at(p, pointer).say(msgNoDollar, text).aws("No .$ on a field that appears to be a JSONPath or Intrinsic Function.")
					if key == "" {
						f.fix(fixNoDollarWhole, text)
						return
					}
					f.fix(fixNoDollar, key)
				})
			}
		}
	},
}

var pathLike = regexp.MustCompile(`^\$(\$)?([.\[].+)?$|^States\.[A-Z][A-Za-z0-9]*\(.*\)$`)

// looksLikePath tells whether a text is a path or an intrinsic call. What only begins like a path is
// something else: "$.a + $.b" of a function that reckons.
func looksLikePath(text string) bool {
	if len(text) < 2 || hasToken(text) || !pathLike.MatchString(text) {
		return false
	}
	if text[0] == 'S' {
		return true
	}
	_, err := jsonpath.Parse(text)
	return err == nil
}

// pointed is a value with the pointer to it from its state on.
type pointed struct {
	pointer string
	value   asl.Value
}

// templatesOf returns the payload templates of a JSONPath state.
func templatesOf(s asl.State) []pointed {
	switch s := s.(type) {
	case *asl.Task:
		return append([]pointed{{"/Parameters", s.Parameters}, {"/ResultSelector", s.ResultSelector}, {"/Assign", s.Assign}}, assigns(s.Catch)...)
	case *asl.Pass:
		return []pointed{{"/Parameters", s.Parameters}, {"/Assign", s.Assign}}
	case *asl.Wait:
		return []pointed{{"/Assign", s.Assign}}
	case *asl.Choice:
		out := []pointed{{"/Assign", s.Assign}}
		for i := range s.Choices {
			out = append(out, pointed{"/Choices/" + itoa(i) + "/Assign", s.Choices[i].Assign})
		}
		return out
	case *asl.Parallel:
		return append([]pointed{{"/Parameters", s.Parameters}, {"/ResultSelector", s.ResultSelector}, {"/Assign", s.Assign}}, assigns(s.Catch)...)
	case *asl.Map:
		out := []pointed{{"/Parameters", s.Parameters}, {"/ItemSelector", s.ItemSelector}, {"/ResultSelector", s.ResultSelector}, {"/Assign", s.Assign}}
		if s.ItemReader != nil {
			out = append(out, pointed{"/ItemReader/Parameters", s.ItemReader.Parameters})
		}
		if s.ItemBatcher != nil {
			out = append(out, pointed{"/ItemBatcher/BatchInput", s.ItemBatcher.BatchInput})
		}
		if s.ResultWriter != nil {
			out = append(out, pointed{"/ResultWriter/Parameters", s.ResultWriter.Parameters})
		}
		return append(out, assigns(s.Catch)...)
	}
	return nil
}

func assigns(catch []asl.Catcher) []pointed {
	var out []pointed
	for i, c := range catch {
		out = append(out, pointed{"/Catch/" + itoa(i) + "/Assign", c.Assign})
	}
	return out
}

// walkTexts visits all texts in a value with their keys; of an element of a list that is the key of the list.
func walkTexts(v any, pointer string, visit func(pointer, key, text string)) {
	walkKeyed(v, pointer, "", visit)
}

func walkKeyed(v any, pointer, key string, visit func(pointer, key, text string)) {
	switch v := v.(type) {
	case string:
		visit(pointer, key, v)
	case *ordjson.Object:
		for k, child := range v.All() {
			walkKeyed(child, pointer+"/"+ordjson.EscapePointer(k), k, visit)
		}
	case []any:
		for i, child := range v {
			walkKeyed(child, pointer+"/"+itoa(i), key, visit)
		}
	}
}
