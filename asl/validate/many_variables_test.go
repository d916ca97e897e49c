package validate_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stepwise-go/stepwise/asl/validate"
)

// forks is a machine of n forks, one after the other: each way assigns a variable of its own, and both assign c0, c1,
// ... One way is longer, so that what comes by it comes late.
func forks(n int, backwards bool) string {
	var states []string
	for i := range n {
		states = append(states,
			fmt.Sprintf(`"S%d": {"Type": "Choice", "Choices": [{"Variable": "$.x", "IsPresent": true, "Next": "A%d"}], "Default": "B%d"}`, i, i, i),
			fmt.Sprintf(`"A%d": {"Type": "Pass", "Assign": {"a%d": 1, "c%d": 1}, "Next": "S%d"}`, i, i, i, i+1),
			fmt.Sprintf(`"B%d": {"Type": "Pass", "Assign": {"b%d": 1}, "Next": "C%d"}`, i, i, i),
			fmt.Sprintf(`"C%d": {"Type": "Pass", "Assign": {"c%d": 1}, "Next": "S%d"}`, i, i, i+1))
	}
	states = append(states, fmt.Sprintf(`"S%d": {"Type": "Pass", "Parameters": {"a.$": "$a0", "b.$": "$b%d", "c.$": "$c0"}, "End": true}`, n, n-1))
	if backwards {
		slices.Reverse(states)
	}
	return `{"StartAt": "S0", "States": {` + strings.Join(states, ",") + "}}"
}

// TestManyVariables: thousands of variables are told apart, in whatever order the states are written, and in a time
// that grows with their number; with a set for each state 1,500 forks took ten seconds.
func TestManyVariables(t *testing.T) {
	for _, backwards := range []bool{false, true} {
		for _, n := range []int{3, 2000} {
			var got []string
			for _, d := range validate.Machine(machineOf(t, forks(n, backwards)), validate.Options{}) {
				got = append(got, d.Code+" "+d.Pointer)
			}
			at := fmt.Sprintf("SW310 /States/S%d/Parameters/", n)
			if want := []string{at + "a.$", at + "b.$"}; !slices.Equal(got, want) {
				t.Errorf("%d forks: got %v, want %v", n, got, want)
			}
		}
	}
}
