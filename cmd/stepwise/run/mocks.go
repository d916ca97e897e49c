package run

import (
	"fmt"
	"maps"
	"os"
	"slices"
	"strconv"
	"strings"

	"github.com/stepwise-go/stepwise/internal/nearest"
	"github.com/stepwise-go/stepwise/ordjson"
	"github.com/stepwise-go/stepwise/sim"
)

// readMocks reads the answers to tasks in either of two formats.
//
// The one with StateMachines and MockedResponses is that of Step Functions Local:
// https://docs.aws.amazon.com/step-functions/latest/dg/sfn-local-mock-cfg-file.html
func readMocks(file, machine, testCase string) ([]sim.Option, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	v, err := ordjson.Decode(text)
	if err != nil {
		return nil, fmt.Errorf("%s:%w", file, err)
	}
	o, ok := v.(*ordjson.Object)
	if !ok {
		return nil, fmt.Errorf("%s: mocks are a JSON object, but this is %s", file, ordjson.Kind(v))
	}
	var out []sim.Option
	if o.Has("StateMachines") {
		out, err = mockConfig(o, machine, testCase)
	} else {
		if testCase != "" {
			return nil, fmt.Errorf("%s: --test-case is for a MockConfigFile with StateMachines", file)
		}
		out, err = simpleMocks(o)
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	return out, nil
}

// simpleMocks reads {"State": [{"return": 1}, {"throw": {"error": "E"}}]}.
func simpleMocks(o *ordjson.Object) ([]sim.Option, error) {
	var out []sim.Option
	for name, v := range o.All() {
		answers, isList := v.([]any)
		if !isList {
			answers = []any{v}
		}
		mock := sim.OnTask(name)
		for i, a := range answers {
			if err := answer(mock, a, "return", "throw", "error", "cause"); err != nil {
				return nil, fmt.Errorf("state %q, answer %d: %w", name, i+1, err)
			}
		}
		out = append(out, mock)
	}
	return out, nil
}

// mockConfig reads the test case of a MockConfigFile.
func mockConfig(o *ordjson.Object, machine, testCase string) ([]sim.Option, error) {
	cases, err := testCases(o, machine)
	if err != nil {
		return nil, err
	}
	if testCase == "" && len(cases) == 1 {
		for name := range cases {
			testCase = name
		}
	}
	states, ok := cases[testCase]
	if !ok {
		names := slices.Sorted(maps.Keys(cases))
		if testCase == "" {
			return nil, fmt.Errorf("choose a test case with --test-case: %s", strings.Join(names, ", "))
		}
		return nil, fmt.Errorf("there is no test case %q: %s", testCase, nearest.Suggest(testCase, names, "there are: "+strings.Join(names, ", ")))
	}
	responses, _ := o.Get("MockedResponses")
	byName, _ := responses.(*ordjson.Object)
	var out []sim.Option
	for state, v := range states.All() {
		name, _ := v.(string)
		r, _ := byName.Get(name)
		answers, ok := r.(*ordjson.Object)
		if !ok {
			return nil, fmt.Errorf("test case %q, state %q: there are no MockedResponses %q", testCase, state, name)
		}
		mock := sim.OnTask(state)
		if err := responsesOf(mock, answers); err != nil {
			return nil, fmt.Errorf("MockedResponses %q: %w", name, err)
		}
		out = append(out, mock)
	}
	return out, nil
}

// testCases are the test cases of the machine of that name, or of the only machine.
func testCases(o *ordjson.Object, machine string) (map[string]*ordjson.Object, error) {
	v, _ := o.Get("StateMachines")
	machines, ok := v.(*ordjson.Object)
	if !ok || machines.Len() == 0 {
		return nil, fmt.Errorf("StateMachines is not an object with state machines")
	}
	m, ok := machines.Get(machine)
	if !ok && machines.Len() == 1 {
		m, ok = machines.At(0).Value, true
	}
	if !ok {
		return nil, fmt.Errorf("StateMachines has no %q, but: %s", machine, strings.Join(machines.Keys(), ", "))
	}
	cases, _ := ordjson.Lookup(m, "/TestCases")
	byName, _ := cases.(*ordjson.Object)
	out := map[string]*ordjson.Object{}
	for name, c := range byName.All() {
		states, ok := c.(*ordjson.Object)
		if !ok {
			return nil, fmt.Errorf("the test case %q is not an object of states", name)
		}
		out[name] = states
	}
	return out, nil
}

// responsesOf adds the answers of {"0": {"Return": ...}, "1-3": {"Throw": ...}}, in the order of the numbers.
func responsesOf(mock *sim.TaskMock, o *ordjson.Object) error {
	type numbered struct {
		first, last int
		value       any
	}
	var all []numbered
	for key, v := range o.All() {
		from, to, isRange := strings.Cut(key, "-")
		if !isRange {
			to = from
		}
		first, err := strconv.Atoi(from)
		last, err2 := strconv.Atoi(to)
		if err != nil || err2 != nil || first < 0 || last < first || last > maxAnswers {
			return fmt.Errorf(`%q is not the number of a call, such as "0", or a range, such as "1-3"`, key)
		}
		all = append(all, numbered{first, last, v})
	}
	slices.SortFunc(all, func(a, b numbered) int { return a.first - b.first })
	next := 0
	for _, n := range all {
		if n.first != next {
			return fmt.Errorf("there is no answer %d", next)
		}
		next = n.last + 1
		for range n.last - n.first + 1 {
			if err := answer(mock, n.value, "Return", "Throw", "Error", "Cause"); err != nil {
				return fmt.Errorf("answer %d: %w", n.first, err)
			}
		}
	}
	return nil
}

// maxAnswers bounds the range of answers.
const maxAnswers = 25_000

// answer adds one answer, with the members of either format.
func answer(mock *sim.TaskMock, v any, returns, throws, errorName, cause string) error {
	o, ok := v.(*ordjson.Object)
	result, isReturn := o.Get(returns)
	thrown, isThrow := o.Get(throws)
	if !ok || isReturn == isThrow || o.Len() != 1 {
		return fmt.Errorf("an answer is an object with either %q or %q", returns, throws)
	}
	if isReturn {
		mock.Return(result)
		return nil
	}
	e, isObject := thrown.(*ordjson.Object)
	name, _ := e.Get(errorName)
	why, _ := e.Get(cause)
	text, isText := name.(string)
	whyText, causeOK := why.(string)
	if !isObject || !isText || why != nil && !causeOK {
		return fmt.Errorf("%q is an object with texts %q and %q", throws, errorName, cause)
	}
	mock.Fail(text, whyText)
	return nil
}
