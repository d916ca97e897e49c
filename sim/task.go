package sim

import (
	"time"

	"github.com/stepwise-go/stepwise/asl"
)

type taskNode struct {
	stateBase
	resource    Resource
	credentials shape
	timeout     limitField
	heartbeat   limitField
}

// limitField is a number of a state in one of its three forms: fixed, a path, an expression.
type limitField struct {
	field string
	fixed int64
	set   bool
	path  *lens
	expr  shape
}

func (pl *planner) task(n *node, s *asl.Task) {
	n.state = &taskNode{
		resource:    ParseResource(s.Resource),
		credentials: pl.value(n, n.pointer, "Credentials", s.Credentials),
		timeout:     pl.limit(n, "TimeoutSeconds", s.TimeoutSeconds, s.TimeoutSecondsPath),
		heartbeat:   pl.limit(n, "HeartbeatSeconds", s.HeartbeatSeconds, s.HeartbeatSecondsPath),
	}
	if r := ParseResource(s.Resource); r.submits() || r.Kind == ActivityResource {
		pl.standard = append(pl.standard, n.name)
	}
	pl.inputs(n, s.Input, s.Parameters, s.Arguments)
	pl.results(n, s.Results)
	pl.outputs(n, s.Variables, s.Outputs)
}

func (pl *planner) limit(n *node, field string, i asl.Int, path string) limitField {
	l := limitField{field: field, path: pl.pathText(n.pointer, field+"Path", path)}
	l.fixed, l.set = i.Number()
	if text, ok := i.Expr(); ok && n.jsonata {
		l.expr, l.set = pl.shape(n, n.pointer+"/"+field, text), true
	}
	l.set = l.set || l.path != nil
	return l
}

func (l *limitField) get(w *view) (int64, *fault) {
	switch {
	case l.path != nil:
		return l.path.whole(w)
	case l.expr != nil:
		return wholeOf(w, l.field, l.expr)
	}
	return l.fixed, nil
}

// attempt is one try of a task.
type attempt struct {
	v         *visit
	call      *Call
	timeout   *timer
	heartbeat *timer
	socket    *timer // of an HTTP task
	answer    *timer
	beats     *timer
	nested    *execution
	over      bool
}

func (t *taskNode) run(v *visit) {
	s := v.s
	e := s.ex.env
	a := &attempt{v: v, call: &Call{
		State: v.node.name, Within: s.within, Execution: s.ex.arn, Attempt: v.attempt, Resource: t.resource, At: e.clock.now, entered: v.entered,
	}}
	v.task = a
	if t.resource.callback() {
		a.call.Token = e.token()
	}
	if f := t.prepare(v, a.call); f != nil {
		v.fail(f)
		return
	}
	e.calls = append(e.calls, a.call)
	if a.call.Token != "" {
		e.tokens[a.call.Token] = a
	}
	t.schedule(v, a.call)
	if !s.live() {
		return
	}
	if d := a.call.Timeout; d > 0 {
		a.timeout = e.clock.after(d, func() { a.timeOut(false) })
	}
	if t.resource.callsHTTP() {
		a.socket = e.clock.after(MaxHTTPDuration, func() { a.fail(newFault(ErrorHTTPSocket, msgHTTPSocket, MaxHTTPDuration/time.Second)) })
	}
	a.beat()
	e.respond(a)
}

// prepare evaluates all that the task needs.
func (t *taskNode) prepare(v *visit, c *Call) (f *fault) {
	in, f := v.effective()
	if f != nil {
		return f
	}
	w := v.view(in)
	if t.credentials != nil {
		role, f := t.credentials.eval(w, "Credentials")
		if f != nil {
			return f
		}
		c.RoleARN, _ = member(role, "RoleArn").(string)
	}
	for _, l := range []struct {
		field *limitField
		into  *time.Duration
	}{{&t.timeout, &c.Timeout}, {&t.heartbeat, &c.Heartbeat}} {
		n, f := l.field.get(w)
		if f != nil {
			return f
		}
		*l.into = seconds(n)
	}
	c.Input, f = v.arguments()
	return f
}

func (t *taskNode) schedule(v *visit, c *Call) {
	s := v.s
	timeout, heartbeat := int64(c.Timeout/time.Second), int64(c.Heartbeat/time.Second)
	switch r := &t.resource; r.Kind {
	case FunctionResource:
		s.emit(EventLambdaFunctionScheduled, &WorkScheduled{r.ARN, c.Input, timeout, 0, c.RoleARN})
		s.emit(EventLambdaFunctionStarted, nil)
	case ActivityResource:
		s.emit(EventActivityScheduled, &WorkScheduled{r.ARN, c.Input, timeout, heartbeat, c.RoleARN})
	default:
		s.emit(EventTaskScheduled, &TaskScheduled{
			ResourceType: r.Service, Resource: r.action(), Region: s.ex.env.cfg.region,
			Parameters: c.Input, Timeout: timeout, Heartbeat: heartbeat, RoleARN: c.RoleARN,
		})
		s.emit(EventTaskStarted, &TaskProgress{ResourceType: r.Service, Resource: r.action()})
	}
}

// submitted tells that the call that begins the work came back.
func (a *attempt) submitted(response any) {
	r := &a.call.Resource
	a.v.s.emit(EventTaskSubmitted, &TaskProgress{r.Service, r.action(), response, true})
}

// beat takes a sign of life: the time for the next one begins.
func (a *attempt) beat() {
	a.heartbeat.stop()
	if d := a.call.Heartbeat; d > 0 {
		a.heartbeat = a.v.s.ex.env.clock.after(d, func() { a.timeOut(true) })
	}
}

func (a *attempt) waiting() bool {
	return !a.over && a.v.s.live() && a.v.task == a
}

// stop ends the attempt without an answer.
func (a *attempt) stop() {
	if a == nil {
		return
	}
	a.over = true
	for _, t := range []*timer{a.timeout, a.heartbeat, a.socket, a.answer, a.beats} {
		t.stop()
	}
	delete(a.v.s.ex.env.tokens, a.call.Token)
}

func (a *attempt) end(output any, f *fault) {
	a.stop()
	c := a.call
	c.Ended, c.EndedAt, c.Output = true, a.v.s.ex.env.clock.now, output
	if f != nil {
		c.Failure = &f.Failure
	}
}

// succeed takes the result of the task.
func (a *attempt) succeed(output any) {
	if !a.waiting() {
		return
	}
	if tooLarge(output) {
		a.fail(newFault(ErrorDataLimit, msgDataLimit, a.call.Resource.ARN))
		return
	}
	a.end(output, nil)
	s, r := a.v.s, &a.call.Resource
	switch r.Kind {
	case FunctionResource:
		s.emit(EventLambdaFunctionSucceeded, &Output{output})
	case ActivityResource:
		s.emit(EventActivitySucceeded, &Output{output})
	default:
		s.emit(EventTaskSucceeded, &TaskProgress{r.Service, r.action(), output, true})
	}
	s.anchor = s.prev
	a.v.trace.note("result", output)
	a.v.complete(output)
}

// fail takes the failure of the task.
func (a *attempt) fail(f *fault) {
	if !a.waiting() {
		return
	}
	a.end(nil, f)
	a.tell(f, EventLambdaFunctionFailed, EventActivityFailed, EventTaskFailed)
	a.v.fail(f)
}

func (a *attempt) timeOut(heartbeat bool) {
	if !a.waiting() {
		return
	}
	f := &fault{Failure: Failure{Name: ErrorTimeout}, timeout: true, heartbeat: heartbeat}
	a.end(nil, f)
	a.tell(f, EventLambdaFunctionTimedOut, EventActivityTimedOut, EventTaskTimedOut)
	a.v.fail(f)
}

func (a *attempt) tell(f *fault, function, activity, service EventType) {
	s, r := a.v.s, &a.call.Resource
	switch r.Kind {
	case FunctionResource:
		s.emit(function, &FailureDetails{f.Failure})
	case ActivityResource:
		s.emit(activity, &FailureDetails{f.Failure})
	default:
		s.emit(service, &TaskFailure{r.Service, r.action(), f.Failure})
	}
	s.anchor = s.prev
}
