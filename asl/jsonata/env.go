package jsonata

import (
	"context"
	"fmt"
	"math/rand/v2"
	"time"
)

// DefaultMaxDepth is how deep evaluation may nest if Env.MaxDepth does not say otherwise.
const DefaultMaxDepth = 20000

// Env is what an expression finds around it. The zero value is an environment with the built-in
// functions only. An Env may be used by many evaluations at once, if nobody changes it.
type Env struct {
	// Vars are variables, named without the $. The values are those of package ordjson, Undefined or
	// *Function. They are shared with the result, not copied, and never changed.
	Vars map[string]any
	// Funcs are functions beside the built-in ones, named without the $. A nil function takes the
	// built-in one away: calling it then gives T1006.
	Funcs Functions
	// MaxDepth limits nesting; beyond it evaluation ends with U1001. Zero means DefaultMaxDepth.
	MaxDepth int
	// MaxSteps limits how many steps an evaluation takes, tail calls included; beyond it evaluation ends
	// with U1010. It is the limit to use where the time of day must not matter. Zero means none.
	MaxSteps int
	// Now is the clock of $now, $millis and $toMillis. It is read at most once an evaluation, so that
	// all of them tell the same time. Nil means time.Now.
	Now func() time.Time
	// Random is the source of $random and $shuffle: numbers from 0 up to, but not including, 1. Nil
	// means math/rand.
	Random func() float64
}

// Functions is a set of functions by name.
type Functions map[string]*Function

// Function is a function as a value: built-in, of the host, or written in the expression. Eval
// returns one where an expression results in a function or a regular expression.
type Function struct {
	name    string
	arity   int // how many arguments callers offer it
	params  int // how many it declares; only partial application asks
	sig     *signature
	native  func(c Call, args []any) (any, error)
	lambda  *node
	input   any
	env     *frame
	regex   *node
	wrapped *Function // a function that was passed as an argument
	partial *partial
}

// NewFunction makes a function for Env.Funcs or Env.Vars. The signature is in the notation of the language,
// for example <s-n?:b>; arguments are checked against it before fn is called and fn gets one value
// for each parameter, Undefined for a missing one. The args belong to the engine: fn must not keep the slice.
// An error of fn that is an *Error keeps its code, any other gets U1008.
func NewFunction(name, signature string, fn func(c Call, args []any) (any, error)) (*Function, error) {
	sig, err := parseSignature(signature)
	if err != nil {
		return nil, fmt.Errorf(msgBadSignature, signature, name, err)
	}
	return &Function{name: name, sig: sig, native: fn, arity: len(sig.params), params: len(sig.params)}, nil
}

// Elements returns the items of an argument that is an array, and whether it is one. The arrays
// that a host function gets are not always []any. The items must not be changed.
func Elements(v any) ([]any, bool) { return elements(v) }

// Sequence makes the result of a host function that is a sequence of the language: one item
// stands for itself, and none is undefined.
func Sequence(items []any) any { return sequence(items...) }

// String names the kind of function for messages.
func (f *Function) String() string {
	switch {
	case f.wrapped != nil:
		return f.wrapped.String()
	case f.regex != nil:
		return "regular expression"
	case f.name != "":
		return "function $" + f.name
	}
	return "function"
}

// opaque tells whether JavaScript sees a function and not an object, which it takes for false.
func (f *Function) opaque() bool { return f.wrapped != nil || f.regex != nil }

// Call is one call of a host function.
type Call struct {
	run   *run
	input any
	env   *frame
}

// Context is the context that Eval was given.
func (c Call) Context() context.Context { return c.run.ctx }

// Now is the time of the evaluation.
func (c Call) Now() time.Time { return c.run.clock() }

// Random is a number from 0 up to, but not including, 1.
func (c Call) Random() float64 { return c.run.random() }

// Apply calls a function that was passed as an argument.
func (c Call) Apply(f *Function, args ...any) (any, error) {
	depth, stack := c.run.depth, len(c.run.args)
	v, err := c.run.callback(f, args, c.env)
	if err != nil { // the caller may go on regardless
		c.run.depth, c.run.args = depth, c.run.args[:stack]
		return nil, publish(err)
	}
	return v, nil
}

// run is one evaluation.
type run struct {
	ctx   context.Context
	env   *Env
	root  any // $$
	vars  frame
	args  []any // stack of arguments
	depth int
	limit int
	steps int
	now   time.Time

	nested bool // lists may stand inside arrays and objects
}

var noEnv = &Env{}

// Eval evaluates the expression. The input is a value of package ordjson, or Undefined. A nil env is an empty one.
//
// The value is one of package ordjson too, with object members in JavaScript's order, or holds a *Function
// where the expression results in a function. It is not defined if the expression selects nothing. It may
// hold NaN and infinities, which are not JSON; see IsJSON. The error is an *Error. Cancelling ctx ends the evaluation.
func (e *Expr) Eval(ctx context.Context, input any, env *Env) (value any, defined bool, err error) {
	if env == nil {
		env = noEnv
	}
	r := &run{ctx: ctx, env: env, root: input, limit: env.MaxDepth}
	if r.limit <= 0 {
		r.limit = DefaultMaxDepth
	}
	r.vars.vars = r.vars.room[:0]
	if items, ok := input.([]any); ok {
		input = &list{items: []any{items}, seq: true, outer: true}
	}
	v, err := r.eval(e.root, input, &r.vars)
	if err != nil {
		return nil, false, publish(err)
	}
	if IsUndefined(v) {
		return nil, false, nil
	}
	if v, err = r.export(v); err != nil {
		return nil, false, publish(err)
	}
	return v, true, nil
}

// publish makes the error that callers see.
func publish(err error) error {
	e := asError(err)
	e.finish()
	return e
}

// asError gives every error a code.
func asError(err error) *Error {
	if e, ok := err.(*Error); ok {
		return e
	}
	return newError(codeHost).with("message", err.Error()).with("cause", err)
}

func (r *run) clock() time.Time {
	if r.now.IsZero() {
		if r.env.Now != nil {
			r.now = r.env.Now()
		} else {
			r.now = time.Now()
		}
	}
	return r.now
}

func (r *run) random() float64 {
	if r.env.Random != nil {
		return r.env.Random()
	}
	return rand.Float64()
}

// enter counts a level of nesting and a step.
func (r *run) enter() error {
	if r.depth++; r.depth > r.limit {
		return newError(codeDepth)
	}
	return r.tick()
}

func (r *run) leave() { r.depth-- }

// tick counts a step; now and then it asks whether to go on.
func (r *run) tick() error {
	if r.steps++; r.steps&0xff == 0 {
		return r.alive()
	}
	return nil
}

// work counts n items or bytes of a value that is built at once, so that doubling one again and again ends in time.
func (r *run) work(n int) error {
	if n < 1<<12 {
		return nil
	}
	r.steps += n >> 6
	return r.alive()
}

func (r *run) alive() error {
	if r.env.MaxSteps > 0 && r.steps > r.env.MaxSteps {
		return newError(codeEndless)
	}
	if err := r.ctx.Err(); err != nil {
		return newError(codeCancelled).with("message", err.Error()).with("cause", err)
	}
	return nil
}
