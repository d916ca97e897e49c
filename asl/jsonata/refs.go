package jsonata

// Ref is something that an expression refers to outside of itself: a variable that it does not bind, a
// function of the host or of the language, or the input.
type Ref struct {
	// Name is the name of the variable or function without the $; "" is the input, written $ or as a
	// bare field name, and "$" the whole input, written $$.
	Name string
	// Path are the names that directly follow: input and id in $states.input.id. Of a bare field name
	// it begins with that name.
	Path []string
	// Bare tells a field name without $ in front.
	Bare bool
	// Called tells whether it is called as a function, with Args arguments.
	Called bool
	Args   int
	// Guarded tells whether it is only asked if it exists: $exists($x).
	Guarded bool
	// Position is where it begins, in bytes from 1.
	Position int
}

// Refs returns what the expression refers to, in order. Field names and $ count only at the top level,
// where they stand for the input of the expression: not in the later steps of a path, in filters,
// sorts and transforms. The body of a function has the input of the expression it stands in.
func (e *Expr) Refs() []Ref {
	c := &collector{bound: []map[string]bool{{}}}
	c.node(e.root, true)
	return c.refs
}

// collector walks a tree and knows which variables are bound where it is.
type collector struct {
	refs    []Ref
	bound   []map[string]bool
	guarded bool
}

func (c *collector) isBound(name string) bool {
	for _, names := range c.bound {
		if names[name] {
			return true
		}
	}
	return false
}

func (c *collector) bind(name string) { c.bound[len(c.bound)-1][name] = true }

// scoped runs do with a scope of its own.
func (c *collector) scoped(do func()) {
	c.bound = append(c.bound, map[string]bool{})
	do()
	c.bound = c.bound[:len(c.bound)-1]
}

func (c *collector) add(r Ref, n *node) {
	r.Guarded, r.Position = c.guarded, n.start+1
	c.refs = append(c.refs, r)
}

// node walks one node; top tells whether the input there is that of the expression.
func (c *collector) node(n *node, top bool) {
	if n == nil {
		return
	}
	switch n.kind {
	case kindVariable:
		c.variable(n, nil, top)
	case kindName, kindWildcard, kindDescendant:
		if top {
			c.add(Ref{Path: []string{n.text}, Bare: true}, n)
		}
	case kindPath:
		c.path(n, top)
	case kindBlock:
		c.scoped(func() {
			for _, part := range n.list {
				c.node(part, top)
			}
		})
	case kindBind:
		if n.lhs != nil {
			c.bind(n.lhs.text) // a function may call itself
		}
		c.node(n.rhs, top)
	case kindLambda:
		c.scoped(func() {
			for _, arg := range n.list {
				c.bind(arg.text)
			}
			c.node(n.body, top)
		})
	case kindFunction, kindPartial:
		c.call(n, top)
	case kindTransform:
		for _, part := range []*node{n.body, n.lhs, n.rhs} {
			c.node(part, false)
		}
	case kindSort:
		for _, t := range n.terms {
			c.node(t.expr, false)
		}
	default:
		c.parts(n, top)
	}
	c.attached(n)
}

// parts walks the parts of an operator or constructor, which have the same input as it.
func (c *collector) parts(n *node, top bool) {
	for _, part := range []*node{n.body, n.lhs, n.rhs} {
		c.node(part, top)
	}
	for _, part := range n.list {
		c.node(part, top)
	}
	for _, p := range n.pairs {
		c.node(p.key, top)
		c.node(p.value, top)
	}
}

// attached walks the filters and the grouping of a step, which have its items as input.
func (c *collector) attached(n *node) {
	if n.focus != "" {
		c.bind(n.focus)
	}
	if n.index != "" {
		c.bind(n.index)
	}
	for _, stages := range [][]stage{n.predicates, n.stages} {
		for _, s := range stages {
			if s.index != "" {
				c.bind(s.index)
			}
			c.node(s.filter, false)
		}
	}
	c.node(n.group, false)
}

func (c *collector) path(n *node, top bool) {
	first := n.list[0]
	names := leadingNames(n.list)
	switch first.kind {
	case kindVariable:
		c.variable(first, names, top)
		c.attached(first)
	case kindName, kindWildcard, kindDescendant:
		if top {
			c.add(Ref{Path: append([]string{first.text}, names...), Bare: true}, first)
		}
		c.attached(first)
	default:
		c.node(first, top)
	}
	for _, step := range n.list[1:] {
		c.node(step, false)
	}
}

// leadingNames are the names behind the first step, up to the first step that is more than a name.
func leadingNames(steps []*node) []string {
	var names []string
	for i, step := range steps {
		if i > 0 {
			if step.kind != kindName {
				break
			}
			names = append(names, step.text)
		}
		if step.predicates != nil || step.stages != nil || step.group != nil {
			break
		}
	}
	return names
}

func (c *collector) variable(n *node, path []string, top bool) {
	switch {
	case n.text == "" && !top, n.text != "" && c.isBound(n.text):
	default:
		c.add(Ref{Name: n.text, Path: path}, n)
	}
}

func (c *collector) call(n *node, top bool) {
	guarded := c.guarded
	if fn := n.body; fn != nil && fn.kind == kindVariable {
		if fn.text != "" && fn.text != "$" && !c.isBound(fn.text) {
			c.add(Ref{Name: fn.text, Called: true, Args: len(n.list)}, fn)
		}
		c.guarded = guarded || fn.text == "exists"
	} else {
		c.node(n.body, top)
	}
	for _, arg := range n.list {
		c.node(arg, top)
	}
	c.guarded = guarded
}
