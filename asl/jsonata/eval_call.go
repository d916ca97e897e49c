package jsonata

import "github.com/stepwise-go/stepwise/ordjson"

// thunk is a call at the end of a function, not made yet.
type thunk struct {
	call  *node
	input any
	env   *frame
	chain *chained // of a chain, instead of call
	arg   any
}

// chained are the two functions of a chain.
type chained struct{ first, second *Function }

// site is the place of a call, for errors.
type site struct {
	name any
	pos  int
}

// partial is a function some of whose arguments are given.
type partial struct {
	fn   *Function
	args []any
	open []int // positions of the others
}

// function makes a function of a lambda.
func (r *run) function(n *node, input any, env *frame) *Function {
	return &Function{lambda: n, arity: len(n.list), sig: n.sig, input: input, env: env}
}

// call evaluates f(a, b); piped, if not nil, is the argument that ~> puts in front.
func (r *run) call(n *node, input any, env *frame, piped []any) (any, error) {
	proc, err := r.eval(n.body, input, env)
	if err != nil {
		return nil, err
	}
	if IsUndefined(proc) && r.forgotDollar(n.body, env) {
		return nil, newError("T1005").at(n.pos).token(n.body.name())
	}
	base := len(r.args)
	r.args = append(r.args, piped...)
	for _, part := range n.list {
		v, err := r.eval(part, input, env)
		if err != nil {
			return nil, err
		}
		if fn, ok := v.(*Function); ok {
			v = &Function{wrapped: fn, arity: fn.arity}
		}
		r.args = append(r.args, v)
	}
	end := len(r.args)
	v, err := r.apply(proc, r.args[base:end:end], input, env, site{name: n.body.name(), pos: n.pos})
	if err != nil {
		e := asError(err)
		if e.Position == 0 {
			e.Position = n.pos
		}
		if !e.hasToken() {
			e.token(n.body.name())
		}
		return nil, e
	}
	clear(r.args[base:])
	r.args = r.args[:base]
	return v, nil
}

// forgotDollar tells whether what was called by its bare name is a variable.
func (r *run) forgotDollar(n *node, env *frame) bool {
	if n.kind != kindPath {
		return false
	}
	name, ok := n.name().(string)
	return ok && scriptTruthy(r.lookup(env, name, builtinNamed(name)))
}

// apply calls a function and then, one after the other, the calls that it ends in.
func (r *run) apply(proc any, args []any, input any, env *frame, at site) (any, error) {
	v, err := r.applyOnce(proc, args, input, env, at)
	for err == nil {
		next, ok := v.(*thunk)
		if !ok {
			break
		}
		if err := r.tick(); err != nil {
			return nil, err
		}
		v, err = r.resume(next, input, env)
	}
	return v, err
}

// resume makes the call of a thunk.
func (r *run) resume(t *thunk, input any, env *frame) (any, error) {
	if t.chain != nil {
		v, err := r.apply(t.chain.first, []any{t.arg}, nil, t.env, siteFirst)
		if err != nil {
			return nil, err
		}
		if fn, ok := v.(*Function); ok {
			v = &Function{wrapped: fn, arity: fn.arity}
		}
		return r.applyOnce(t.chain.second, []any{v}, input, env, siteSecond)
	}
	proc, err := r.eval(t.call.body, t.input, t.env)
	if err != nil {
		return nil, err
	}
	base := len(r.args)
	for _, part := range t.call.list {
		v, err := r.eval(part, t.input, t.env)
		if err != nil {
			return nil, err
		}
		r.args = append(r.args, v)
	}
	at := site{pos: t.call.body.pos}
	if t.call.body.kind == kindVariable {
		at.name = t.call.body.text
	}
	end := len(r.args)
	v, err := r.applyOnce(proc, r.args[base:end:end], input, env, at)
	if err == nil {
		clear(r.args[base:])
		r.args = r.args[:base]
	}
	return v, err
}

// applyOnce calls a function; the result may be a thunk.
func (r *run) applyOnce(proc any, args []any, input any, env *frame, at site) (any, error) {
	fn, ok := proc.(*Function)
	if !ok {
		e := newError("T1006")
		if _, isArray := elements(proc); isArray || ordjson.Kind(proc) == "object" {
			e.Position = at.pos // the reference writes the place into whatever can hold it
		}
		return nil, e
	}
	v, err := r.invoke(fn, args, input, env)
	if err != nil {
		e := asError(err)
		if !e.hasToken() && at.name != nil {
			e.token(at.name)
		}
		if at.pos != 0 {
			e.Position = at.pos
		}
		return nil, e
	}
	return v, nil
}

func (r *run) invoke(fn *Function, args []any, input any, env *frame) (v any, err error) {
	if fn.wrapped != nil {
		return r.apply(fn.wrapped, args, nil, env, site{})
	}
	if fn.sig != nil {
		if args, err = fn.sig.validate(args, input); err != nil {
			return nil, err
		}
	}
	switch {
	case fn.lambda != nil:
		scope := newFrame(fn.env)
		for i, param := range fn.lambda.list {
			var arg any = Undefined{}
			if i < len(args) {
				arg = args[i]
			}
			scope.vars = append(scope.vars, binding{param.text, arg})
		}
		return r.eval(fn.lambda.body, fn.input, scope)
	case fn.partial != nil:
		return r.complete(fn.partial, args, env)
	case fn.regex != nil:
		return r.matchOnce(fn.regex, args)
	case fn.native != nil:
		v, err = fn.native(Call{run: r, input: input, env: env}, args)
		switch v.(type) {
		case string, float64, bool, nil, Undefined:
		default:
			r.nested = true
		}
		return v, err
	}
	return nil, newError("T1006")
}

// callback calls a function that a built-in function was given.
func (r *run) callback(fn *Function, args []any, env *frame) (any, error) {
	input := fn.input
	if fn.wrapped != nil {
		fn, input = fn.wrapped, nil
	}
	return r.apply(fn, args, input, env, site{})
}

// partial evaluates f(a, ?).
func (r *run) partial(n *node, input any, env *frame) (any, error) {
	args := make([]any, len(n.list))
	var open []int
	for i, part := range n.list {
		if part.kind == kindOperator {
			open = append(open, i)
			continue
		}
		v, err := r.eval(part, input, env)
		if err != nil {
			return nil, err
		}
		args[i] = v
	}
	proc, err := r.eval(n.body, input, env)
	if err != nil {
		return nil, err
	}
	if IsUndefined(proc) && r.forgotDollar(n.body, env) {
		return nil, newError("T1007").at(n.pos).token(n.body.name())
	}
	fn, ok := proc.(*Function)
	if !ok {
		return nil, newError("T1008").at(n.pos).token(n.body.name())
	}
	return newPartial(fn, args, open), nil
}

// newPartial leaves open only the arguments that the function has.
func newPartial(fn *Function, args []any, open []int) *Function {
	declared := fn.declared()
	for len(open) > 0 && open[len(open)-1] >= declared {
		open = open[:len(open)-1]
	}
	if len(args) > declared {
		args = args[:declared]
	}
	return &Function{partial: &partial{fn: fn, args: args, open: open}, arity: len(open)}
}

// declared is the number of parameters of a function.
func (f *Function) declared() int {
	switch {
	case f.wrapped != nil:
		return f.wrapped.declared()
	case f.native != nil:
		return f.params
	}
	return f.arity
}

// complete calls the function of a partial application with all its arguments.
func (r *run) complete(p *partial, rest []any, env *frame) (any, error) {
	args := append([]any(nil), p.args...)
	for i, at := range p.open {
		args[at] = Undefined{}
		if i < len(rest) {
			args[at] = rest[i]
		}
	}
	for len(args) > 0 && IsUndefined(args[len(args)-1]) && p.fn.native != nil {
		args = args[:len(args)-1]
	}
	fn := p.fn
	if fn.lambda != nil && fn.sig != nil {
		unchecked := *fn
		unchecked.sig = nil
		fn = &unchecked
	}
	return r.invoke(fn, args, Undefined{}, env)
}

// applyOperator evaluates a ~> f.
func (r *run) applyOperator(n *node, input any, env *frame) (any, error) {
	left, err := r.eval(n.lhs, input, env)
	if err != nil {
		return nil, err
	}
	if n.rhs.kind == kindFunction {
		return r.call(n.rhs, input, env, []any{left})
	}
	right, err := r.eval(n.rhs, input, env)
	if err != nil {
		return nil, err
	}
	fn, ok := right.(*Function)
	if !ok {
		return nil, newError("T2006").at(n.pos).with("value", right)
	}
	if first, ok := left.(*Function); ok {
		return chain(first, fn), nil
	}
	return r.apply(fn, []any{left}, nil, env, site{})
}

// Where the reference's own text of a chain, function($f, $g) { function($x){ $g($f($x)) } }, calls its two functions.
var (
	siteFirst  = site{name: "f", pos: 39}
	siteSecond = site{name: "g", pos: 35}
)

// chain is the function that applies first and then second.
func chain(first, second *Function) *Function {
	both := &chained{first, second}
	return &Function{arity: 1, params: 1, native: func(c Call, args []any) (any, error) {
		var arg any = Undefined{}
		if len(args) > 0 {
			arg = args[0]
		}
		return &thunk{chain: both, arg: arg, env: c.env}, nil
	}}
}
