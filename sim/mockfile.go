package sim

import (
	"fmt"
	"time"

	"github.com/stepwise-go/stepwise/ordjson"
)

const (
	maxAnswers = 25_000      // that one entry of a mock file stands for: a history has no more events
	maxSeconds = 366 * 86400 // until an answer: an execution takes a year at most
)

// IsMockConfig tells whether a text is a MockConfigFile, for ReadMockConfig, and not the simple form that ReadMocks
// takes: it has StateMachines or MockedResponses.
func IsMockConfig(text []byte) bool {
	v, _ := ordjson.Decode(text)
	return hasMachines(v)
}

func hasMachines(v any) bool {
	o, _ := v.(*ordjson.Object)
	return o.Has("StateMachines") || o.Has("MockedResponses")
}

// ReadMocks reads mocks in the simple form: for each state an answer, or a list of answers, which are given in order.
//
//	{"Get Job Status": [{"return": "RUNNING", "times": 2}, {"return": "SUCCEEDED"}],
//	 "Charge": [{"throw": {"error": "Declined", "cause": "no money"}, "afterSeconds": 3}],
//	 "Ship": {"hang": true}}
//
// An answer is given once, the last one again and again; "times" is how often an answer is given instead, the last
// one too. "afterSeconds" is the virtual time until it comes. One that hangs lets the task run into its timeout.
//
// The error is an *ordjson.SyntaxError if the text is not JSON, otherwise a *diag.ErrorList with all that is wrong.
func ReadMocks(text []byte) ([]*TaskMock, error) {
	r, v, err := newMockReader(text)
	if err != nil {
		return nil, err
	}
	states, ok := v.(*ordjson.Object)
	switch {
	case !ok:
		r.fault("", fixMocks, msgMocks, ordjson.Kind(v))
	case hasMachines(v):
		r.fault("", fixIsConfig, msgIsConfig)
		return nil, r.err()
	}
	var mocks []*TaskMock
	for state, answers := range states.All() {
		mocks = append(mocks, r.state(state, answers))
	}
	if err := r.err(); err != nil {
		return nil, err
	}
	return mocks, nil
}

// state reads the answers of a state.
func (r *mockReader) state(name string, v any) *TaskMock {
	m, at := OnTask(name), below("", name)
	list, ok := v.([]any)
	if !ok {
		m.add(r.timed(v, at, name, 0))
		return m
	}
	if len(list) == 0 {
		r.fault(at, fixNoAnswers, msgNoAnswers, name)
	}
	for i, a := range list {
		m.add(r.timed(a, below(at, i), name, i))
	}
	return m
}

// timed reads one answer of the simple form.
func (r *mockReader) timed(v any, at, state string, i int) answer {
	e := &mockEntry{r, &simpleForm, at, fmt.Sprintf(msgStateAnswer, state, i+1)}
	a := e.read(v)
	o, _ := v.(*ordjson.Object)
	if n, there := o.Get("times"); there {
		times, ok := ordjson.Int(n)
		if !ok || times < 1 || times > maxAnswers {
			e.fault(below(at, "times"), fixTimes, msgTimes, maxAnswers, brief(n))
		}
		a.times = int(times)
	}
	if n, there := o.Get("afterSeconds"); there {
		seconds, ok := ordjson.Float(n)
		if !ok || seconds < 0 || seconds > maxSeconds {
			e.fault(below(at, "afterSeconds"), fixAfter, msgAfter, maxSeconds, brief(n))
		}
		a.delay = time.Duration(seconds * float64(time.Second))
	}
	return a
}
