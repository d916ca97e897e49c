package jsonata

// frame holds the variables of a scope. Those of the host and the built-in functions are beyond
// the outermost one.
type frame struct {
	parent *frame
	vars   []binding
	shared bool // vars belong to somebody else too
	room   [2]binding
}

type binding struct {
	name  string
	value any
}

func newFrame(parent *frame) *frame {
	f := &frame{parent: parent}
	f.vars = f.room[:0]
	return f
}

// over is a frame with the variables of a tuple.
func (t *tuple) over(parent *frame) *frame {
	return &frame{parent: parent, vars: t.vars, shared: true}
}

// bind gives a variable its value in this very scope.
func (f *frame) bind(name string, value any) {
	if f.shared {
		f.vars, f.shared = append(f.room[:0], f.vars...), false
	}
	for i := range f.vars {
		if f.vars[i].name == name {
			f.vars[i].value = value
			return
		}
	}
	f.vars = append(f.vars, binding{name, value})
}

// set gives a variable of a tuple its value.
func (t *tuple) set(name string, value any) {
	for i := range t.vars {
		if t.vars[i].name == name {
			t.vars[i].value = value
			return
		}
	}
	t.vars = append(t.vars, binding{name, value})
}

// copy returns a tuple that can be changed without changing t.
func (t *tuple) copy() *tuple {
	return &tuple{at: t.at, vars: append(make([]binding, 0, len(t.vars)+1), t.vars...)}
}

// lookup returns the value of a variable; builtin is what it means if nobody binds it.
func (r *run) lookup(f *frame, name string, builtin *Function) any {
	for ; f != nil; f = f.parent {
		for i := range f.vars {
			if f.vars[i].name == name {
				return f.vars[i].value
			}
		}
	}
	if name == "$" {
		return r.root
	}
	if v, ok := r.env.Vars[name]; ok {
		return v
	}
	if fn, ok := r.env.Funcs[name]; ok {
		if fn == nil {
			return Undefined{}
		}
		return fn
	}
	if builtin != nil {
		return builtin
	}
	return Undefined{}
}
