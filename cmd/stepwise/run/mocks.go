package run

import (
	"fmt"
	"maps"
	"os"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/asl/load"
	"github.com/stepwise-go/stepwise/asl/validate/dataflow"
	"github.com/stepwise-go/stepwise/internal/nearest"
	"github.com/stepwise-go/stepwise/ordjson"
	"github.com/stepwise-go/stepwise/sim"
)

// reply is one answer to a task: what it returns, or the error it fails with, or that it never comes.
type reply struct {
	result         any
	failed, hangs  bool
	errorName, why string
	times          int // 0 is once
	after          time.Duration
}

// stateReplies are the answers to one state, in the order of its calls.
type stateReplies struct {
	state   string
	replies []reply
}

// readMocks reads the answers to tasks for a run. A state that the machine does not have is told.
func (e *env) readMocks(file string, m load.Machine, testCase string) ([]sim.Option, error) {
	states, err := readReplies(file, m.Name, testCase, false)
	if err != nil {
		return nil, err
	}
	var names []string
	asl.Walk(m.ASL(), func(p *asl.Place) { names = append(names, p.Name) })
	var out []sim.Option
	for _, s := range states {
		if !slices.Contains(names, s.state) {
			e.say("note: %s answers for the state %q, which there is not%s", file, s.state, suggestion(nearest.Suggest(s.state, names, "")))
			continue
		}
		mock := sim.OnTask(s.state)
		for _, r := range s.replies {
			switch {
			case r.hangs:
				mock.Hang()
			case r.failed:
				mock.Fail(r.errorName, r.why)
			default:
				mock.Return(r.result)
			}
			if r.times > 0 {
				mock.Times(r.times)
			}
			if r.after > 0 {
				mock.After(r.after)
			}
		}
		out = append(out, mock)
	}
	return out, nil
}

// mockedResults are the shapes of what tasks return in the mocks of a machine, of all test cases if there
// are several.
func mockedResults(file, machine, testCase string) (map[string]*dataflow.Shape, error) {
	states, err := readReplies(file, machine, testCase, testCase == "")
	if err != nil {
		return nil, err
	}
	all := map[string][]*dataflow.Shape{}
	for _, s := range states {
		for _, r := range s.replies {
			if !r.failed && !r.hangs {
				all[s.state] = append(all[s.state], dataflow.FromValue(r.result))
			}
		}
	}
	out := map[string]*dataflow.Shape{}
	for state, shapes := range all {
		out[state] = dataflow.Join(shapes...)
	}
	return out, nil
}

// readReplies reads the answers to tasks in either of two formats; of a MockConfigFile those of one test
// case, or of all.
//
// The one with StateMachines and MockedResponses is that of Step Functions Local:
// https://docs.aws.amazon.com/step-functions/latest/dg/sfn-local-mock-cfg-file.html
func readReplies(file, machine, testCase string, all bool) ([]stateReplies, error) {
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
	var out []stateReplies
	if o.Has("StateMachines") {
		out, err = mockConfig(o, machine, testCase, all)
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

// simpleMocks reads {"State": [{"return": 1, "times": 2}, {"throw": {"error": "E"}, "afterSeconds": 3}, {"hang": true}]}.
func simpleMocks(o *ordjson.Object) ([]stateReplies, error) {
	var out []stateReplies
	for name, v := range o.All() {
		answers, isList := v.([]any)
		if !isList {
			answers = []any{v}
		}
		here := stateReplies{state: name}
		for i, a := range answers {
			r, err := simpleAnswer(a)
			if err != nil {
				return nil, fmt.Errorf("state %q, answer %d: %w", name, i+1, err)
			}
			here.replies = append(here.replies, r)
		}
		out = append(out, here)
	}
	return out, nil
}

// simpleAnswer reads one answer of the simple format.
func simpleAnswer(v any) (reply, error) {
	o, _ := v.(*ordjson.Object)
	o = o.Clone()
	times, after := int64(0), 0.0
	if n, there := o.Get("times"); there {
		var ok bool
		if times, ok = ordjson.Int(n); !ok || times < 1 || times > maxAnswers {
			return reply{}, fmt.Errorf("\"times\" is a number from 1 to %d", maxAnswers)
		}
		o.Delete("times")
	}
	if n, there := o.Get("afterSeconds"); there {
		var ok bool
		if after, ok = ordjson.Float(n); !ok || after < 0 || after > maxSeconds {
			return reply{}, fmt.Errorf("\"afterSeconds\" is a number of seconds, at most %d", maxSeconds)
		}
		o.Delete("afterSeconds")
	}
	r := reply{hangs: true}
	if hangs, _ := o.Get("hang"); hangs != true || o.Len() != 1 {
		var err error
		if r, err = answer(o, "return", "throw", "error", "cause"); err != nil {
			return reply{}, err
		}
	}
	r.times, r.after = int(times), time.Duration(after*float64(time.Second))
	return r, nil
}

// mockConfig reads the test case of a MockConfigFile, or all.
func mockConfig(o *ordjson.Object, machine, testCase string, all bool) ([]stateReplies, error) {
	cases, err := testCases(o, machine)
	if err != nil {
		return nil, err
	}
	responses, _ := o.Get("MockedResponses")
	byName, _ := responses.(*ordjson.Object)
	if all {
		var out []stateReplies
		for _, name := range slices.Sorted(maps.Keys(cases)) {
			found, err := caseReplies(name, cases[name], byName)
			if err != nil {
				return nil, err
			}
			out = append(out, found...)
		}
		return out, nil
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
	return caseReplies(testCase, states, byName)
}

// caseReplies are the answers of one test case.
func caseReplies(testCase string, states, byName *ordjson.Object) ([]stateReplies, error) {
	var out []stateReplies
	for state, v := range states.All() {
		name, _ := v.(string)
		r, _ := byName.Get(name)
		answers, ok := r.(*ordjson.Object)
		if !ok {
			return nil, fmt.Errorf("test case %q, state %q: there are no MockedResponses %q", testCase, state, name)
		}
		replies, err := responsesOf(answers)
		if err != nil {
			return nil, fmt.Errorf("MockedResponses %q: %w", name, err)
		}
		out = append(out, stateReplies{state, replies})
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

// responsesOf reads the answers of {"0": {"Return": ...}, "1-3": {"Throw": ...}}, in the order of the numbers.
func responsesOf(o *ordjson.Object) ([]reply, error) {
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
			return nil, fmt.Errorf(`%q is not the number of a call, such as "0", or a range, such as "1-3"`, key)
		}
		all = append(all, numbered{first, last, v})
	}
	slices.SortFunc(all, func(a, b numbered) int { return a.first - b.first })
	var out []reply
	for _, n := range all {
		if n.first != len(out) {
			return nil, fmt.Errorf("there is no answer %d", len(out))
		}
		r, err := answer(n.value, "Return", "Throw", "Error", "Cause")
		if err != nil {
			return nil, fmt.Errorf("answer %d: %w", n.first, err)
		}
		for range n.last - n.first + 1 {
			out = append(out, r)
		}
	}
	return out, nil
}

const (
	maxAnswers = 25_000      // in the range of an answer
	maxSeconds = 366 * 86400 // until an answer: an execution takes a year at most
)

// answer reads one answer, with the members of either format.
func answer(v any, returns, throws, errorName, cause string) (reply, error) {
	o, ok := v.(*ordjson.Object)
	result, isReturn := o.Get(returns)
	thrown, isThrow := o.Get(throws)
	if !ok || isReturn == isThrow || o.Len() != 1 {
		return reply{}, fmt.Errorf("an answer is an object with either %q or %q", returns, throws)
	}
	if isReturn {
		return reply{result: result}, nil
	}
	e, isObject := thrown.(*ordjson.Object)
	name, _ := e.Get(errorName)
	why, _ := e.Get(cause)
	text, isText := name.(string)
	whyText, causeOK := why.(string)
	if !isObject || !isText || why != nil && !causeOK {
		return reply{}, fmt.Errorf("%q is an object with texts %q and %q", throws, errorName, cause)
	}
	return reply{failed: true, errorName: text, why: whyText}, nil
}
