package sim

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/stepwise-go/stepwise/ordjson"
)

// MockConfig is the MockConfigFile of Step Functions Local.
// https://docs.aws.amazon.com/step-functions/latest/dg/sfn-local-test-sm-exec.html
type MockConfig struct {
	machines  *ordjson.Object
	responses *ordjson.Object
}

// ReadMockConfig reads a MockConfigFile: StateMachines with their TestCases, and MockedResponses.
func ReadMockConfig(text []byte) (*MockConfig, error) {
	v, err := ordjson.Decode(text)
	if err != nil {
		return nil, err
	}
	c := &MockConfig{}
	c.machines, _ = member(v, "StateMachines").(*ordjson.Object)
	c.responses, _ = member(v, "MockedResponses").(*ordjson.Object)
	if c.machines == nil {
		return nil, fmt.Errorf("a MockConfigFile is an object with StateMachines and MockedResponses")
	}
	return c, nil
}

// Machines returns the names of the state machines that have test cases.
func (c *MockConfig) Machines() []string { return c.machines.Keys() }

// Cases returns the names of the test cases of a state machine.
func (c *MockConfig) Cases(machine string) []string {
	cases, _ := member(member(c.machines, machine), "TestCases").(*ordjson.Object)
	return cases.Keys()
}

// Case returns the mocks of a test case. Answers are given as often as the file says; a call more
// than that is an error of the test.
func (c *MockConfig) Case(machine, name string) ([]*TaskMock, error) {
	states, ok := member(member(member(c.machines, machine), "TestCases"), name).(*ordjson.Object)
	if !ok {
		return nil, fmt.Errorf("state machine %q has no test case %q; it has %q", machine, name, c.Cases(machine))
	}
	var mocks []*TaskMock
	for state, response := range states.All() {
		id, _ := response.(string)
		answers, ok := member(c.responses, id).(*ordjson.Object)
		if !ok {
			return nil, fmt.Errorf("test case %q, state %q: there is no mocked response %q", name, state, id)
		}
		m, err := configMock(state, answers)
		if err != nil {
			return nil, fmt.Errorf("mocked response %q: %w", id, err)
		}
		mocks = append(mocks, m)
	}
	return mocks, nil
}

// configMock makes a mock of the answers of a mocked response: by call, as in "0" or "1-3".
func configMock(state string, answers *ordjson.Object) (*TaskMock, error) {
	type numbered struct {
		from, to int
		answer   any
	}
	var list []numbered
	for key, a := range answers.All() {
		first, last, isRange := strings.Cut(key, "-")
		from, err := strconv.Atoi(first)
		to := from
		if err == nil && isRange {
			to, err = strconv.Atoi(last)
		}
		if err != nil || from < 0 || to < from {
			return nil, fmt.Errorf("%q is no number of a call: write \"0\" or \"1-3\"", key)
		}
		list = append(list, numbered{from, to, a})
	}
	slices.SortFunc(list, func(a, b numbered) int { return cmp.Compare(a.from, b.from) })
	m := OnTask(state)
	next := 0
	for _, n := range list {
		if n.from != next {
			return nil, fmt.Errorf("the answer to call %d is missing or there twice", next)
		}
		next = n.to + 1
		if err := answerFrom(m, n.answer, "Return", "Throw", "Error", "Cause"); err != nil {
			return nil, err
		}
		m.Times(n.to - n.from + 1)
	}
	if len(list) == 0 {
		return nil, fmt.Errorf("it has no answers")
	}
	return m, nil
}

// ReadMocks reads mocks in the simple form: for each state a list of answers, which are given in
// order, the last one again and again. One that hangs lets the task run into its timeout.
//
//	{"Get Job Status": [{"return": "RUNNING", "times": 2}, {"return": "SUCCEEDED"}],
//	 "Charge": [{"throw": {"error": "Declined", "cause": "no money"}, "afterSeconds": 3}],
//	 "Ship": [{"hang": true}]}
func ReadMocks(text []byte) ([]*TaskMock, error) {
	v, err := ordjson.Decode(text)
	if err != nil {
		return nil, err
	}
	states, ok := v.(*ordjson.Object)
	if !ok {
		return nil, fmt.Errorf("mocks are an object: {\"State Name\": [{\"return\": ...}]}")
	}
	var mocks []*TaskMock
	for state, answers := range states.All() {
		list, ok := answers.([]any)
		if !ok {
			list = []any{answers}
		}
		m := OnTask(state)
		for i, a := range list {
			if err := answerFrom(m, a, "return", "throw", "error", "cause"); err != nil {
				return nil, fmt.Errorf("state %q, answer %d: %w", state, i, err)
			}
			if n, ok := ordjson.Int(member(a, "times")); ok {
				m.Times(int(n))
			}
			if s, ok := ordjson.Float(member(a, "afterSeconds")); ok {
				m.After(time.Duration(s * float64(time.Second)))
			}
		}
		mocks = append(mocks, m)
	}
	return mocks, nil
}

func answerFrom(m *TaskMock, v any, returns, throws, name, cause string) error {
	o, ok := v.(*ordjson.Object)
	if !ok {
		return fmt.Errorf("an answer is an object with %s or %s", returns, throws)
	}
	if result, ok := o.Get(returns); ok {
		m.Return(result)
		return nil
	}
	if hang, _ := o.Get("hang"); hang == true && returns == "return" {
		m.Hang()
		return nil
	}
	failure, ok := o.Get(throws)
	if !ok {
		return fmt.Errorf("an answer is an object with %s or %s", returns, throws)
	}
	n, _ := member(failure, name).(string)
	c, _ := member(failure, cause).(string)
	m.Fail(n, c)
	return nil
}
