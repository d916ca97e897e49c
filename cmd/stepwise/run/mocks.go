package run

import (
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/asl/load"
	"github.com/stepwise-go/stepwise/asl/validate/dataflow"
	"github.com/stepwise-go/stepwise/diag"
	"github.com/stepwise-go/stepwise/internal/nearest"
	"github.com/stepwise-go/stepwise/ordjson"
	"github.com/stepwise-go/stepwise/sim"
)

// mocks reads the answers to tasks in either of two formats; of a MockConfigFile those of one test case, or of all.
// States that the machine does not have are told, and left out.
func (e *env) mocks(file string, m load.Machine, testCase string, all bool) ([]*sim.TaskMock, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	var mocks []*sim.TaskMock
	switch {
	case sim.IsMockConfig(text):
		mocks, err = mockConfig(text, m.Name, testCase, all)
	case testCase != "":
		err = errors.New("--test-case is for a MockConfigFile with StateMachines")
	default:
		mocks, err = sim.ReadMocks(text)
	}
	if err != nil {
		return nil, e.mockFaults(file, err)
	}
	var states, told []string
	asl.Walk(m.ASL(), func(p *asl.Place) { states = append(states, p.Name) })
	return slices.DeleteFunc(mocks, func(mock *sim.TaskMock) bool {
		name := mock.State()
		stray := !slices.Contains(states, name)
		if stray && !slices.Contains(told, name) {
			told = append(told, name)
			e.say("note: %s answers for the state %q, but the definition has no such state%s", file, name, suggestion(nearest.Suggest(name, states, "")))
		}
		return stray
	}), nil
}

// mockFaults tells all that is wrong with a mock file; the error that is left says so.
func (e *env) mockFaults(file string, err error) error {
	var list *diag.ErrorList
	var syntax *ordjson.SyntaxError
	switch {
	case errors.As(err, &list):
		for i := range list.Diagnostics {
			list.Diagnostics[i].Place.File = file
			for j := range list.Diagnostics[i].Related {
				list.Diagnostics[i].Related[j].Place.File = file
			}
		}
		e.report(e.err, e.alarm, list.Diagnostics)
		return fmt.Errorf("%s cannot be used: %s", file, count(len(list.Diagnostics), "error"))
	case errors.As(err, &syntax):
		return fmt.Errorf("%s:%w", file, err)
	}
	return fmt.Errorf("%s: %w", file, err)
}

// mockConfig reads the test case of a MockConfigFile, or all, of the machine of that name, or of the only one.
func mockConfig(text []byte, machine, testCase string, all bool) ([]*sim.TaskMock, error) {
	c, err := sim.ReadMockConfig(text)
	if err != nil {
		return nil, err
	}
	if names := c.Machines(); len(names) == 1 {
		machine = names[0]
	}
	names := c.Cases(machine)
	slices.Sort(names)
	switch {
	case all && slices.Contains(c.Machines(), machine):
	case testCase != "" || len(names) == 0:
		names = []string{testCase}
	case len(names) > 1:
		return nil, fmt.Errorf("choose a test case with --test-case: %s", strings.Join(names, ", "))
	}
	var out []*sim.TaskMock
	for _, name := range names {
		mocks, err := c.Case(machine, name)
		if err != nil {
			return nil, err
		}
		out = append(out, mocks...)
	}
	return out, nil
}

// shapes are those of what the mocks of a state return.
func shapes(mocks []*sim.TaskMock) map[string]*dataflow.Shape {
	all := map[string][]*dataflow.Shape{}
	for _, m := range mocks {
		for _, v := range m.Results() {
			all[m.State()] = append(all[m.State()], dataflow.FromValue(v))
		}
	}
	out := map[string]*dataflow.Shape{}
	for state, shapes := range all {
		out[state] = dataflow.Join(shapes...)
	}
	return out
}
