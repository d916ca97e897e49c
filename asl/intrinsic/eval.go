package intrinsic

import (
	"fmt"
	"math"

	"github.com/stepwise-go/stepwise/asl/jsonpath"
	"github.com/stepwise-go/stepwise/ordjson"
)

// Env is what a call is evaluated in.
type Env struct {
	Roots jsonpath.Roots
	Rand  func() float64 // numbers from 0 up to, not including, 1; for States.MathRandom without a seed
	UUID  func() string  // for States.UUID; if nil it is made from Rand
}

// Eval calls the function. The error is an *Error.
func (c *Call) Eval(env *Env) (any, error) {
	v, err := c.eval(env)
	if err != nil {
		if e, ok := err.(*Error); ok {
			e.Expression = c.text
		}
		return nil, err
	}
	return v, nil
}

func (c *Call) eval(env *Env) (any, error) {
	in := invocation{call: c, env: env, args: make([]any, len(c.args))}
	for i := range c.args {
		v, err := in.argument(&c.args[i])
		if err != nil {
			return nil, err
		}
		if param := c.fn.param(i); !param.Type.takes(v) {
			return nil, in.fail(failType, param.Name, param.Type, kindText(v))
		}
		in.args[i] = v
	}
	return c.fn.run(&in)
}

// invocation is one evaluation of a call. The arguments are of the types of the parameters.
type invocation struct {
	call *Call
	env  *Env
	args []any
}

func (in *invocation) argument(a *Arg) (any, error) {
	switch {
	case a.Call != nil:
		return a.Call.eval(in.env)
	case a.Path == nil:
		return a.Value, nil
	}
	v, found := a.Path.Lookup(in.env.Roots)
	if found {
		return v, nil
	}
	root, _ := in.env.Roots.Of(a.Path)
	e := in.fail(failPath, a.Path, ordjson.String(root))
	e.Path = a.Path
	return nil, e
}

func (in *invocation) fail(message string, args ...any) *Error {
	return &Error{Function: in.call.fn.Name, Message: fmt.Sprintf(message, args...)}
}

func (in *invocation) text(i int) string { return in.args[i].(string) }

func (in *invocation) list(i int) []any { return in.args[i].([]any) }

// integer returns a number rounded to the nearest whole one, halves up, as Java rounds.
func (in *invocation) integer(i int) int64 {
	if n, ok := ordjson.Int(in.args[i]); ok {
		return n
	}
	f, _ := ordjson.Float(in.args[i])
	f = math.Floor(f + 0.5)
	switch {
	case f >= math.MaxInt64:
		return math.MaxInt64
	case f <= math.MinInt64:
		return math.MinInt64
	}
	return int64(f)
}
