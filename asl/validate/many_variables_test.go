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

// TestNestedLoops: in loops within loops an object comes to hold itself in ever more ways. That is given up in time,
// and then nothing is said of paths.
func TestNestedLoops(t *testing.T) {
	const n = 40
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, `"T%d": {"Type": "Pass", "ResultPath": "$.r%d", "Next": "C%d"},
			"C%d": {"Type": "Choice", "Choices": [{"Variable": "$.a", "IsPresent": true, "Next": "T%d"}], "Default": "T%d"},`, i, i, i, i, max(0, i-1), i+1)
	}
	fmt.Fprintf(&b, `"T%d": {"Type": "Pass", "InputPath": "$.r0.r1", "End": true}`, n)
	if list := validate.Machine(machineOf(t, b.String()), validate.Options{}); len(list) > 0 {
		t.Error(list)
	}
}
