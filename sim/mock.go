package sim

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/stepwise-go/stepwise/ordjson"
)

// TaskMock answers the calls of a task in place of the service. It is an Option; it never changes
// during a run, so one value serves many.
//
// The answers are given in the order in which they were added, one a call; the last one is given
// again and again. Times changes both: the answer before it is given that often, and when all
// are used up the mock answers no more and the next one of the same state does.
//
//	sim.OnTask("Get Job Status").Return("RUNNING").Times(2).Return("SUCCEEDED")
//
// What an answer is depends on the task. For most it is the raw result, before ResultSelector; for
// .waitForTaskToken and activities it is what is reported with SendTaskSuccess or SendTaskFailure.
type TaskMock struct {
	state    string
	resource string
	when     []func(*Call) bool
	answers  []answer
	err      error
}

type answerKind uint8

const (
	answerValue answerKind = iota
	answerFailure
	answerRefused // the call itself fails: nothing is submitted
	answerNever
	answerHandler
	answerEcho
)

type answer struct {
	kind       answerKind
	value      any
	failure    Failure
	handler    handler
	times      int // 0: once, or for ever if it is the last
	delay      time.Duration
	heartbeats time.Duration
	submitted  any
	hasSubmit  bool
	worker     string
}

type handler func(ctx context.Context, call *Call) (any, error)

// OnTask begins a mock for the Task state of that name.
func OnTask(state string) *TaskMock { return &TaskMock{state: state} }

// OnResource begins a mock for all tasks that ask for a resource and have no mock of their own. It is the
// ARN of a function or activity, or an integration with or without its pattern: sqs:sendMessage,
// sqs:sendMessage.waitForTaskToken; a star at the end stands for anything.
func OnResource(resource string) *TaskMock { return &TaskMock{resource: resource} }

// State returns the name of the state that the mock is for, or "".
func (m *TaskMock) State() string { return m.state }

// Results returns what the mock returns, in the order of its answers. Failures are left out, and so are answers that a
// function makes.
func (m *TaskMock) Results() []any {
	var out []any
	for _, a := range m.answers {
		if a.kind == answerValue {
			out = append(out, a.value)
		}
	}
	return out
}

// When restricts the mock to calls that a condition holds for. Of several mocks for a state
// the first whose conditions hold answers.
func (m *TaskMock) When(condition func(*Call) bool) *TaskMock {
	if condition == nil {
		m.fault(errors.New("the condition is nil"))
		return m
	}
	m.when = append(m.when, condition)
	return m
}

// WhenInput restricts the mock to calls whose input is that JSON, or has it at the JSON Pointer:
// WhenInput("/orderId", 7). The pointer "" is the whole input.
func (m *TaskMock) WhenInput(pointer string, want any) *TaskMock {
	v, err := ordjson.From(want)
	m.fault(err)
	return m.When(func(c *Call) bool {
		got, ok := ordjson.Lookup(c.Input, pointer)
		return ok && ordjson.Equal(got, v)
	})
}

// OnAttempt restricts the mock to one attempt: 0 for the first try of an entry into the state, 1
// for the first retry.
func (m *TaskMock) OnAttempt(n int) *TaskMock {
	return m.When(func(c *Call) bool { return c.Attempt == n })
}

// Return answers with a result: any Go value that has a JSON form.
func (m *TaskMock) Return(result any) *TaskMock {
	v, err := ordjson.From(result)
	m.fault(err)
	return m.add(answer{kind: answerValue, value: v})
}

// ReturnJSON answers with a result that is written as JSON text.
func (m *TaskMock) ReturnJSON(text string) *TaskMock {
	v, err := ordjson.DecodeString(text)
	m.fault(err)
	return m.add(answer{kind: answerValue, value: v})
}

// Fail answers with an error; the cause may be left out.
func (m *TaskMock) Fail(name string, cause ...string) *TaskMock {
	return m.add(answer{kind: answerFailure, failure: failureOf(name, cause)})
}

// Refuse answers with an error of the submitted call of a .sync or .waitForTaskToken task. For other
// tasks it is Fail.
func (m *TaskMock) Refuse(name string, cause ...string) *TaskMock {
	return m.add(answer{kind: answerRefused, failure: failureOf(name, cause)})
}

// Hang never answers: the task ends by its timeout, its heartbeat, or with the execution; an HTTP task after
// MaxHTTPDuration with ErrorHTTPSocket.
func (m *TaskMock) Hang() *TaskMock { return m.add(answer{kind: answerNever}) }

// Echo answers with the task's own input; for lambda:invoke with its Payload.
func (m *TaskMock) Echo() *TaskMock { return m.add(answer{kind: answerEcho}) }

// Handle answers with what a Go function returns:
//
//	func(ctx context.Context, in In) (Out, error)
//
// where ctx, in, Out and error may each be left out, or with a handler of aws-lambda-go: anything with
// Invoke(ctx context.Context, payload []byte) ([]byte, error). It stands for the Lambda function: for
// lambda:invoke it gets the Payload, and its result is wrapped as the integration does. An error becomes
// a Failure with the name of its type, as the Lambda runtime reports it; a *Failure stays as it is, and
// a TestError ends the run. ControlFrom(ctx) gives the clock and answers task tokens.
func (m *TaskMock) Handle(function any) *TaskMock {
	h, err := newHandler(function)
	m.fault(err)
	return m.add(answer{kind: answerHandler, handler: h})
}

// Serve answers as a Service does, which sees the whole Call.
func (m *TaskMock) Serve(s Service) *TaskMock {
	if s == nil {
		m.fault(errors.New("the service is nil"))
		return m
	}
	return m.add(answer{kind: answerHandler, handler: s.Serve})
}

// Times gives the answer before it that often instead of once.
func (m *TaskMock) Times(n int) *TaskMock { return m.change(func(a *answer) { a.times = max(n, 1) }) }

// After gives the answer before it only after a virtual time.
func (m *TaskMock) After(d time.Duration) *TaskMock { return m.change(func(a *answer) { a.delay = d }) }

// Heartbeats sends a heartbeat every d until the answer before it comes.
func (m *TaskMock) Heartbeats(d time.Duration) *TaskMock {
	return m.change(func(a *answer) { a.heartbeats = d })
}

// Submitted is the response of the submitted call of a .sync or .waitForTaskToken task, which comes
// before the answer; without it that is the empty object.
func (m *TaskMock) Submitted(response any) *TaskMock {
	v, err := ordjson.From(response)
	m.fault(err)
	return m.change(func(a *answer) { a.submitted, a.hasSubmit = v, true })
}

// Worker names the worker that takes the task of an activity.
func (m *TaskMock) Worker(name string) *TaskMock {
	return m.change(func(a *answer) { a.worker = name })
}

// Then does nothing; it makes long chains readable.
func (m *TaskMock) Then() *TaskMock { return m }

func (m *TaskMock) add(a answer) *TaskMock {
	m.answers = append(m.answers, a)
	return m
}

func (m *TaskMock) change(f func(*answer)) *TaskMock {
	if len(m.answers) == 0 {
		m.fault(fmt.Errorf("Times, After, Heartbeats, Submitted and Worker belong after an answer such as Return"))
		return m
	}
	f(&m.answers[len(m.answers)-1])
	return m
}

func (m *TaskMock) fault(err error) {
	if err != nil && m.err == nil {
		m.err = fmt.Errorf("mock of %q: %w", m.state+m.resource, err)
	}
}

func (m *TaskMock) apply(c *config) {
	if m == nil {
		c.errs = append(c.errs, errors.New("a mock is nil"))
		return
	}
	c.mocks = append(c.mocks, m)
	if m.err != nil {
		c.errs = append(c.errs, m.err)
	}
	if len(m.answers) == 0 {
		c.errs = append(c.errs, fmt.Errorf("mock of %q: it has no answer: add Return, Fail, Handle or Hang", m.state+m.resource))
	}
}

// answer is the answer to call number n, or nil if there are no more.
func (m *TaskMock) answer(n int) *answer {
	for i := range m.answers {
		a := &m.answers[i]
		if a.times == 0 && i == len(m.answers)-1 || n < max(a.times, 1) {
			return a
		}
		n -= max(a.times, 1)
	}
	return nil
}

func (a *answer) response() any {
	if a.hasSubmit {
		return a.submitted
	}
	return &ordjson.Object{}
}

func failureOf(name string, cause []string) Failure {
	f := Failure{Name: name}
	for _, c := range cause {
		f.Cause += c
	}
	return f
}
