package validate

import (
	"slices"

	"github.com/stepwise-go/stepwise/asl"
)

// VariableReferences returns the names of the variables that each state reads, in alphabetical order,
// without the $. States that read none are not in it. DescribeStateMachine answers the same.
//
// https://docs.aws.amazon.com/step-functions/latest/apireference/API_DescribeStateMachine.html
func VariableReferences(m *asl.Machine) map[string][]string {
	out := map[string][]string{}
	if m == nil {
		return out
	}
	r := newRun(m, Options{NoWarnings: true})
	if !r.gather() {
		return out
	}
	for u := range r.usesWith((*reading).readsVariables) {
		for _, v := range u.variables {
			if at, found := slices.BinarySearch(out[u.place.Name], v.name); !found {
				out[u.place.Name] = slices.Insert(out[u.place.Name], at, v.name)
			}
		}
	}
	return out
}

// reference is a variable that an expression reads.
type reference struct {
	name    string
	guarded bool // only asked whether it is there
}
