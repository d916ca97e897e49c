package validate

import (
	"slices"
	"strings"

	"github.com/stepwise-go/stepwise/asl/template"
	"github.com/stepwise-go/stepwise/internal/integrations"
	"github.com/stepwise-go/stepwise/internal/nearest"
)

var ruleParameterName = Rule{
	Code: "SW507", Name: "parameter-name", AWS: "SCHEMA_VALIDATION_FAILED",
	Title: "integrations get only parameters that they have",
	Doc: `The parameters of an integration have the names of the API of the service, with a capital letter first, also where
the API itself writes them small. AWS refuses a name that the service does not have. Stepwise knows the names of the
integrations that are used most; a name that it does not know is reported as a warning there, for it may be new.

https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html`,
	Wrong: `
"Run": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:batch:describeJobs", "Parameters": {"jobs.$": "$.jobs"}, "End": true}`,
	Right: `
"Run": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:batch:describeJobs", "Parameters": {"Jobs.$": "$.jobs"}, "End": true}`,
	check: func(r *run) {
		for _, t := range r.unusual {
			if t.err != nil || t.resource.Kind != integrations.Optimised && t.resource.Kind != integrations.SDK || masked(t.resource.Service+t.resource.Action) {
				continue
			}
			value, field := t.input()
			known := &unknownIntegration
			if t.resource.Kind == integrations.Optimised {
				if known = t.known; known == nil {
					continue
				}
			}
			for key := range value.Object().All() {
				name := strings.TrimSuffix(key, template.Suffix)
				if !slices.Contains(known.parameters, name) && !tokenKey(key) && !respelt(name, known.required) {
					r.parameterName(t, field, key, name, known.parameters)
				}
			}
		}
	},
}

// unknownIntegration is one of which nothing is known: there is no table of the parameters of SDK integrations.
var unknownIntegration knownIntegration

// parameterName reports a parameter that is not among those that are known.
func (r *run) parameterName(t task, field, key, name string, known []string) {
	small := name != "" && name[0] >= 'a' && name[0] <= 'z'
	other := slices.ContainsFunc(known, func(k string) bool { return strings.EqualFold(k, name) })
	if !small && !other && known == nil {
		return
	}
	f := r.at(t.place, "/"+field+"/"+pointerKey(key)).say(msgParameterName, t.resource.Service, t.resource.Action, name)
	f.aws("The field %q is not supported by Step Functions", name).awsAt(t.place.Pointer + "/" + field)
	switch {
	case known != nil:
		f.fix(nearest.Suggest(name, known, text(fixParameterName, []any{and(known)})))
	case small:
		f.fix(fixParameterSmall, strings.ToUpper(name[:1])+name[1:])
	}
	if !small && !other {
		f.warn()
	}
}

// respelt tells whether a name is that of a required parameter but for its capital letters, which another rule reports.
func respelt(name string, required [][]string) bool {
	for _, names := range required {
		for _, one := range names {
			if strings.EqualFold(one, name) {
				return true
			}
		}
	}
	return false
}
