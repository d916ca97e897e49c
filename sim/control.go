package sim

import (
	"context"
	"fmt"
	"strconv"
	"time"

	"github.com/stepwise-go/stepwise/ordjson"
)

// Control acts on the run from inside a handler or service, as the API of Step Functions does from
// inside a function. It must not be used after the handler returned.
type Control struct {
	env   *env
	task  *attempt
	after time.Duration
}

type controlKey struct{}

func withCall(ctx context.Context, e *env, a *attempt) context.Context {
	return context.WithValue(ctx, controlKey{}, &Control{env: e, task: a})
}

// ControlFrom returns the control of the run whose handler got that context, or nil.
func ControlFrom(ctx context.Context) *Control {
	c, _ := ctx.Value(controlKey{}).(*Control)
	return c
}

// Call returns the call that the handler answers.
func (c *Control) Call() *Call { return c.task.call }

// Now returns the virtual time.
func (c *Control) Now() time.Time { return c.env.time(c.env.clock.now) }

// Random returns a number from 0 up to, but not including, 1, from the run's own seed.
func (c *Control) Random() float64 { return c.env.random() }

// UUID returns a new UUID from the run's own seed.
func (c *Control) UUID() string { return c.env.uuid() }

// Objects returns the objects of the run, which ItemReader and ResultWriter use.
func (c *Control) Objects() ObjectStore { return c.env.objects }

// After returns a control whose actions happen that much later on the virtual clock.
func (c *Control) After(d time.Duration) *Control {
	later := *c
	later.after += d
	return &later
}

// SendTaskSuccess answers the task that waits with a token. The error is a *Failure if no task
// waits with it now.
func (c *Control) SendTaskSuccess(token string, output any) error {
	v, err := ordjson.From(output)
	if err != nil {
		return TestError{fmt.Errorf("the output for the task token is no JSON: %w", err)}
	}
	return c.act(token, func(a *attempt) { a.succeed(v) })
}

// SendTaskFailure answers the task that waits with a token by an error. The name and cause may be "".
func (c *Control) SendTaskFailure(token, name, cause string) error {
	return c.act(token, func(a *attempt) { a.fail(&fault{Failure: Failure{name, cause}}) })
}

// SendTaskHeartbeat tells that the work for a token goes on.
func (c *Control) SendTaskHeartbeat(token string) error {
	return c.act(token, (*attempt).beat)
}

func (c *Control) act(token string, do func(*attempt)) error {
	a := c.env.tokens[token]
	if a == nil {
		return &Failure{"Sfn.InvalidTokenException", msgTaskToken}
	}
	c.later(func() {
		if a.waiting() {
			do(a)
		}
	})
	return nil
}

// StopExecution stops the execution that the handler runs for.
func (c *Control) StopExecution(name, cause string) {
	x := c.task.v.s.ex
	c.later(func() { x.finish(Aborted, nil, Failure{name, cause}, 0) })
}

func (c *Control) later(do func()) {
	if c.after <= 0 {
		c.env.push(job{do: do})
		return
	}
	c.env.clock.after(c.after, do)
}

// token makes a task token: long, and never twice in a run.
func (e *env) token() string {
	e.serial++
	return "AQCEAAAAKgAAAAMAAAAAAAAAA" + strconv.FormatUint(e.rand.Uint64(), 36) + strconv.FormatUint(e.rand.Uint64(), 36) + "-" + strconv.Itoa(e.serial)
}

func (e *env) now() time.Time { return e.time(e.clock.now) }
