package sim

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"time"

	"github.com/stepwise-go/stepwise/ordjson"
)

// Execution is what came of a run.
type Execution struct {
	Status  Status
	Output  any     // of a succeeded execution
	Failure Failure // of a failed, aborted or timed out one
	ARN     string
	Input   any
	Start   time.Time
	Elapsed time.Duration // virtual
	History []Event
	Calls   []*Call   // of all tasks, those of child executions too, in order
	MapRuns []*MapRun // of all distributed Maps, in order
	Objects ObjectStore

	env *env
}

// Run runs the plan with an input: any Go value that has a JSON form; text is a JSON string, see
// JSON for text that is JSON.
//
// The error means that the test is wrong: a task without a mock, an option that cannot be, a context
// that is done. A workflow that fails is not an error: look at the Status. The Execution is
// there also with an error, as far as it got, unless the options or the input are wrong.
func (p *Plan) Run(ctx context.Context, input any, options ...Option) (*Execution, error) {
	if p == nil {
		return nil, errors.New("sim: the plan is nil: make one with sim.New")
	}
	if ctx == nil {
		ctx = context.Background()
	}
	cfg := p.base.with(options)
	if err := errors.Join(cfg.errs...); err != nil {
		return nil, err
	}
	if cfg.express && p.standard != nil {
		return nil, fmt.Errorf("an Express workflow has no .sync, no .waitForTaskToken, no activities and no distributed Map: see %q", p.standard)
	}
	in, err := inputOf(input)
	if err != nil {
		return nil, err
	}
	e := newEnv(ctx, &cfg)
	e.root = e.execution(p, cmp.Or(cfg.machineName, "StateMachine"), cfg.executionName, in, cfg.express, true)
	e.root.events = make([]Event, 0, min(4*len(p.graph.order)+8, 256))
	e.root.begin(p.graph, newVariables(cfg.variables))
	if s := cfg.stop; s != nil {
		e.clock.after(s.after, func() { e.root.finish(Aborted, nil, s.failure, 0) })
	}
	return e.play()
}

// play lets everything happen, and tells what came of it.
func (e *env) play() (*Execution, error) {
	err := e.loop()
	x := e.result()
	if err == nil && e.cfg.strict {
		err = x.doubt()
	}
	for _, look := range e.cfg.results {
		look(x)
	}
	return x, err
}

// JSON is an input or result that is given as JSON text.
type JSON string

func inputOf(v any) (any, error) {
	if text, ok := v.(JSON); ok {
		in, err := ordjson.DecodeString(string(text))
		if err != nil {
			return nil, fmt.Errorf("the input is no JSON: %w", err)
		}
		v = in
	}
	in, err := ordjson.From(v)
	if err != nil {
		return nil, fmt.Errorf("the input has no JSON form: %w", err)
	}
	if n := sizeUpTo(in, MaxPayload); n > MaxPayload {
		return nil, fmt.Errorf("the input is larger than the %d bytes that an execution takes", MaxPayload)
	}
	return in, nil
}

func newEnv(ctx context.Context, cfg *config) *env {
	e := &env{
		ctx: ctx, cfg: cfg, rand: rand.New(rand.NewPCG(cfg.seed, 0)), objects: cfg.objectStore(),
		used: map[*TaskMock]int{}, tokens: map[string]*attempt{}, running: map[string]*execution{},
	}
	return e
}

// execution makes an execution that has not begun.
func (e *env) execution(p *Plan, machine, name string, input any, express, keep bool) *execution {
	x := &execution{env: e, plan: p, machine: machine, name: name, input: input, express: express, keep: keep}
	if express {
		x.arn = e.cfg.arn("express", machine+":"+name+":"+e.uuid())
	} else {
		x.arn = e.cfg.arn("execution", machine+":"+name)
	}
	return x
}

func (e *env) result() *Execution {
	x := e.root
	out := &Execution{
		Status: x.status, Output: x.output, Failure: x.failure, ARN: x.arn, Input: x.input, Start: e.cfg.start,
		Elapsed: e.clock.now, History: x.events, Calls: e.calls, Objects: e.objects, env: e,
	}
	for _, r := range e.mapRuns {
		now := *r // a redrive goes on with r
		out.MapRuns = append(out.MapRuns, &now)
	}
	return out
}

// Path returns the names of the states that were entered, in order, those of branches and iterations too.
func (x *Execution) Path() []string {
	var path []string
	for i := range x.History {
		if d, ok := x.History[i].Details.(*StateEntered); ok {
			path = append(path, d.Name)
		}
	}
	return path
}
