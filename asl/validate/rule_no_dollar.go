package validate

import (
	"regexp"
	"strings"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/asl/jsonpath"
	"github.com/stepwise-go/stepwise/asl/template"
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
		var p *asl.Place
		report := func(at *walk, key, text string) {
			f := r.at(p, at.pointer()).say(msgNoDollar, text).fix(fixNoDollar, key)
			f.aws("No .$ on a field that appears to be a JSONPath or Intrinsic Function.")
			if key == "" {
				f.fix(fixNoDollarWhole, text)
			}
		}
		visit := func(field string, v asl.Value) { walkTexts(v.Any(), field, lacksDollar, report) }
		for p = range r.signed(plainPaths) {
			if p.Language != asl.JSONata {
				templatesOf(p.State, visit)
			}
		}
	},
}

// lacksDollar tells whether a text is a path under a name that does not say so.
func lacksDollar(key, text string) bool {
	return !strings.HasSuffix(key, template.Suffix) && looksLikePath(text)
}

var pathLike = regexp.MustCompile(`^\$(\$)?([.\[].+)?$|^States\.[A-Z][A-Za-z0-9]*\(.*\)$`)

// looksLikePath tells whether a text is a path or an intrinsic call. What only begins like a path is
// something else: "$.a + $.b" of a function that reckons.
func looksLikePath(text string) bool {
	if len(text) < 2 || text[0] != '$' && text[0] != 'S' || hasToken(text) || !pathLike.MatchString(text) {
		return false
	}
	if text[0] == 'S' {
		return true
	}
	_, err := jsonpath.Parse(text)
	return err == nil
}
