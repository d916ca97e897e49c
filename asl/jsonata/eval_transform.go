package jsonata

import "github.com/stepwise-go/stepwise/ordjson"

// transformSignature is what a transform takes.
var transformSignature = mustSignature("<(oa):o>")

// transformer is the function that |pattern|update,delete| stands for. It works on a copy.
func (r *run) transformer(n *node, env *frame) *Function {
	return &Function{arity: 1, params: 1, sig: transformSignature, native: func(c Call, args []any) (any, error) {
		return c.run.transform(n, args[0], env)
	}}
}

func (r *run) transform(n *node, v any, env *frame) (any, error) {
	if IsUndefined(v) {
		return v, nil
	}
	clone, ok := r.lookup(env, "clone", builtinNamed("clone")).(*Function)
	if !ok {
		return nil, newError("T2013").at(n.pos)
	}
	result, err := r.apply(clone, []any{v}, nil, env, site{})
	if err != nil {
		return nil, err
	}
	matches, err := r.eval(n.body, result, env)
	if err != nil || IsUndefined(matches) {
		return result, err
	}
	items, ok := elements(matches)
	if !ok {
		items = []any{matches}
	}
	for _, match := range items {
		if _, ok := match.(*Function); ok {
			return nil, newError(codeTarget).at(n.pos).with("value", match)
		}
		if err := r.update(n, match, env); err != nil {
			return nil, err
		}
		if n.rhs != nil {
			if err := r.delete(n, match, env); err != nil {
				return nil, err
			}
		}
	}
	return result, nil
}

func (r *run) update(n *node, match any, env *frame) error {
	v, err := r.eval(n.lhs, match, env)
	if err != nil || IsUndefined(v) {
		return err
	}
	update, ok := v.(*ordjson.Object)
	if !ok {
		return newError("T2011").at(n.lhs.pos).with("value", v)
	}
	object, ok := match.(*ordjson.Object)
	if !ok {
		if _, isArray := elements(match); isArray || update.Len() == 0 {
			return nil
		}
		return newError(codeTarget).at(n.pos).with("value", match)
	}
	r.nested = true
	for key, v := range inOrder(update).All() {
		object.Set(key, v)
	}
	if o := inOrder(object); o != object {
		*object = *o
	}
	return nil
}

func (r *run) delete(n *node, match any, env *frame) error {
	v, err := r.eval(n.rhs, match, env)
	if err != nil || IsUndefined(v) {
		return err
	}
	keys, ok := elements(v)
	if !ok {
		keys = []any{v}
	}
	if !allStrings(keys) {
		return newError("T2012").at(n.rhs.pos).with("value", v)
	}
	if object, ok := match.(*ordjson.Object); ok {
		for _, key := range keys {
			object.Delete(key.(string))
		}
	}
	return nil
}
