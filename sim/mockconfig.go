package sim

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/stepwise-go/stepwise/internal/nearest"
	"github.com/stepwise-go/stepwise/ordjson"
)

// MockConfig is the MockConfigFile of Step Functions Local.
// https://docs.aws.amazon.com/step-functions/latest/dg/sfn-local-mock-cfg-file.html
type MockConfig struct {
	machines  *ordjson.Object
	responses map[string][]answer
}

// ReadMockConfig reads a MockConfigFile: StateMachines with their TestCases, and MockedResponses.
//
// The error is an *ordjson.SyntaxError if the text is not JSON, otherwise a *diag.ErrorList with all that is wrong, in
// whatever test case.
func ReadMockConfig(text []byte) (*MockConfig, error) {
	r, v, err := newMockReader(text)
	if err != nil {
		return nil, err
	}
	c := &MockConfig{}
	if responses := r.object(v, "", "MockedResponses", fixNoResponses, msgNoResponses); responses != nil {
		c.responses = map[string][]answer{}
		for name, response := range responses.All() {
			c.responses[name] = r.response(name, response)
		}
	}
	c.machines = r.object(v, "", "StateMachines", fixNoMachines, msgNoMachines)
	for name, machine := range c.machines.All() {
		at := below("/StateMachines", name)
		for testCase, states := range r.object(machine, at, "TestCases", fixNoCases, msgNoCases, name).All() {
			r.testCase(below(at+"/TestCases", testCase), testCase, states, c.responses)
		}
	}
	if err := r.err(); err != nil {
		return nil, err
	}
	return c, nil
}

// object is a member that is an object.
func (r *mockReader) object(v any, at, key, fix, format string, args ...any) *ordjson.Object {
	o, _ := v.(*ordjson.Object)
	content, there := o.Get(key)
	if found, ok := content.(*ordjson.Object); ok {
		return found
	}
	if there {
		at = below(at, key)
	} else {
		for name := range o.All() {
			fix = nearest.Suggest(name, []string{key}, fix)
		}
	}
	r.fault(at, fix, format, args...)
	return nil
}

// testCase checks that the responses that a test case names are there.
func (r *mockReader) testCase(at, name string, v any, responses map[string][]answer) {
	states, ok := v.(*ordjson.Object)
	if !ok {
		r.fault(at, fixCaseKind, msgCaseKind, name)
	}
	for state, response := range states.All() {
		id, isText := response.(string)
		_, there := responses[id]
		switch {
		case !isText:
			r.fault(below(at, state), fixResponseName, msgResponseName, name, state, brief(response))
		case !there && responses != nil: // nil is told already
			names := slices.Sorted(maps.Keys(responses))
			r.fault(below(at, state), nearest.Suggest(id, names, fixNoResponse), msgNoResponse, name, state, id)
		}
	}
}

// response reads the answers of a mocked response by the numbers of the calls, as in "0" or "1-3".
func (r *mockReader) response(name string, v any) []answer {
	at := below("/MockedResponses", name)
	o, ok := v.(*ordjson.Object)
	switch {
	case !ok:
		r.fault(at, fixResponse, msgResponseKind, name)
	case o.Len() == 0:
		r.fault(at, fixResponse, msgResponseEmpty, name)
	}
	type numbered struct {
		first, last int
		entry       *mockEntry
		answer      answer
	}
	var list []numbered
	for key, v := range o.All() {
		e := &mockEntry{r, &configForm, below(at, key), fmt.Sprintf(msgResponseAnswer, name, key)}
		a := e.read(v)
		if first, last, ok := calls(key); ok {
			a.times = last - first + 1
			list = append(list, numbered{first, last, e, a})
		} else {
			e.where = fmt.Sprintf(msgResponse, name)
			e.fault(e.at, fixCallNumber, msgCallNumber, key, maxAnswers)
		}
	}
	slices.SortStableFunc(list, func(a, b numbered) int { return cmp.Compare(a.first, b.first) })
	var out []answer
	next := 0
	for _, n := range list {
		switch {
		case n.first > next:
			n.entry.fault(n.entry.at, fixCalls, msgCallMissing, next)
		case n.first < next:
			n.entry.fault(n.entry.at, fixCalls, msgCallTwice, n.first)
		}
		next = max(next, n.last+1)
		out = append(out, n.answer)
	}
	return out
}

// calls reads the number of a call, or a range of them.
func calls(key string) (first, last int, ok bool) {
	from, to, isRange := strings.Cut(key, "-")
	if !isRange {
		to = from
	}
	a, err := strconv.ParseUint(from, 10, 31)
	b, err2 := strconv.ParseUint(to, 10, 31)
	return int(a), int(b), err == nil && err2 == nil && a <= b && b <= maxAnswers
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
	if !c.machines.Has(machine) {
		return nil, fmt.Errorf(msgNoMachine, machine, oneOf(machine, c.Machines()))
	}
	states, ok := member(member(member(c.machines, machine), "TestCases"), name).(*ordjson.Object)
	if !ok {
		return nil, fmt.Errorf(msgNoCase, name, machine, oneOf(name, c.Cases(machine)))
	}
	var mocks []*TaskMock
	for state, response := range states.All() {
		id, _ := response.(string)
		m := OnTask(state)
		m.answers = slices.Clone(c.responses[id])
		mocks = append(mocks, m)
	}
	return mocks, nil
}

// oneOf tells which name was meant, or which there are.
func oneOf(name string, names []string) string {
	if len(names) == 0 {
		return msgThereAreNone
	}
	return nearest.Suggest(name, names, fmt.Sprintf(msgThereAre, strings.Join(names, ", ")))
}
