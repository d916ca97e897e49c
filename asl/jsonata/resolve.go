package jsonata

// resolve turns the tree of operators into the tree that is evaluated: locations become paths, which
// are lists of steps, and filters, groupings and variables hang on the step that they belong to.
func (p *parser) resolve(n *node) (*node, error) {
	if p.depth++; p.depth > maxNesting {
		return nil, newError(codeDepth).at(n.pos)
	}
	defer func() { p.depth-- }()
	r, err := p.resolveKind(n)
	if err == nil && n.keepArray {
		r.keepArray = true
	}
	return r, err
}

func (p *parser) resolveKind(n *node) (*node, error) {
	switch n.kind {
	case kindBinary:
		return p.resolveBinary(n)
	case kindUnary:
		return p.resolveUnary(n)
	case kindFunction, kindPartial:
		if err := p.resolveList(n, n.list); err != nil {
			return nil, err
		}
		return n, p.replace(&n.body)
	case kindLambda:
		err := p.replace(&n.body)
		if err == nil {
			n.body = tailCall(n.body)
		}
		return n, err
	case kindCondition:
		return n, p.resolveParts(n, &n.body, &n.lhs, &n.rhs)
	case kindTransform:
		for _, part := range []**node{&n.body, &n.lhs, &n.rhs} {
			if err := p.replace(part); err != nil {
				return nil, err
			}
		}
		return n, nil
	case kindBlock:
		if err := p.resolveList(n, n.list); err != nil {
			return nil, err
		}
		for _, part := range n.list {
			n.consArray = n.consArray || part.consArray || part.kind == kindPath && part.list[0].consArray
		}
		return n, nil
	case kindName:
		return &node{kind: kindPath, list: []*node{n}, keepSingleton: n.keepArray, start: n.start}, nil
	case kindParent:
		n.slot = &slot{label: slotLabel(p.labels), level: 1}
		p.labels++
		return n, nil
	case kindOperator:
		if n.text == "?" {
			return n, nil
		}
		n.kind = kindName // and, or, in as a name
		return p.resolve(n)
	case kindEnd:
		return nil, newError("S0207").at(n.pos).token(n.text)
	}
	return n, nil
}

// replace resolves a part in its place; a missing part stays missing.
func (p *parser) replace(part **node) (err error) {
	if *part != nil {
		*part, err = p.resolve(*part)
	}
	return err
}

// resolveParts resolves parts that pass what they seek on to n.
func (p *parser) resolveParts(n *node, parts ...**node) error {
	for _, part := range parts {
		if err := p.replace(part); err != nil {
			return err
		}
		if *part != nil {
			n.inherit(*part)
		}
	}
	return nil
}

func (p *parser) resolveList(n *node, list []*node) error {
	for i := range list {
		if err := p.resolveParts(n, &list[i]); err != nil {
			return err
		}
	}
	return nil
}

func (p *parser) resolveUnary(n *node) (*node, error) {
	switch n.text {
	case "[":
		return n, p.resolveList(n, n.list)
	case "{":
		for i := range n.pairs {
			if err := p.resolveParts(n, &n.pairs[i].key, &n.pairs[i].value); err != nil {
				return nil, err
			}
		}
		return n, nil
	}
	if err := p.replace(&n.body); err != nil {
		return nil, err
	}
	if n.body.kind == kindNumber {
		n.body.value = -n.body.value.(float64)
		return n.body, nil
	}
	n.inherit(n.body)
	return n, nil
}

func (p *parser) resolveBinary(n *node) (*node, error) {
	switch n.text {
	case ".":
		return p.resolvePath(n)
	case "[":
		return p.resolveFilter(n)
	case "{":
		return p.resolveGroup(n)
	case "^":
		return p.resolveSort(n)
	case "@":
		return p.resolveFocus(n)
	case "#":
		return p.resolveIndex(n)
	case ":=":
		n.kind = kindBind
		if err := p.replace(&n.lhs); err != nil {
			return nil, err
		}
		return n, p.resolveParts(n, &n.rhs)
	case "~>":
		n.kind = kindApply
		if err := p.replace(&n.lhs); err != nil {
			return nil, err
		}
		if err := p.replace(&n.rhs); err != nil {
			return nil, err
		}
		n.keepArray = n.keepArray || n.lhs.keepArray || n.rhs.keepArray
		return n, nil
	}
	return n, p.resolveParts(n, &n.lhs, &n.rhs)
}

func (p *parser) resolvePath(n *node) (*node, error) {
	left, err := p.resolve(n.lhs)
	if err != nil {
		return nil, err
	}
	path := left
	if left.kind != kindPath {
		path = &node{kind: kindPath, list: append(make([]*node, 0, 4), left), start: left.start}
	}
	if left.kind == kindParent {
		path.seeking = []*slot{left.slot}
	}
	right := n.rhs
	if right.kind != kindName { // a name would only become a path of one step
		if right, err = p.resolve(right); err != nil {
			return nil, err
		}
	}
	if right.kind == kindPath {
		path.list = append(path.list, right.list...)
	} else {
		if right.predicates != nil {
			right.stages, right.predicates = right.predicates, nil
		}
		path.list = append(path.list, right)
	}
	for _, step := range path.list {
		switch step.kind {
		case kindNumber, kindValue:
			return nil, newError("S0213").at(step.pos).with("value", step.value)
		case kindString:
			step.kind = kindName
		}
		path.keepSingleton = path.keepSingleton || step.keepArray
	}
	if first := path.list[0]; first.isArray() {
		first.consArray = true
	}
	if last := path.list[len(path.list)-1]; last.isArray() {
		last.consArray = true
	}
	return path, p.resolveAncestry(path)
}

// lastStep is the step that a modifier behind n belongs to.
func (n *node) lastStep() *node {
	if n.kind == kindPath {
		return n.list[len(n.list)-1]
	}
	return n
}

func (p *parser) resolveFilter(n *node) (*node, error) {
	left, err := p.resolve(n.lhs)
	if err != nil {
		return nil, err
	}
	step := left.lastStep()
	if step.group != nil {
		return nil, newError("S0209").at(n.pos)
	}
	filter, err := p.resolve(n.rhs)
	if err != nil {
		return nil, err
	}
	if filter.seeking != nil {
		for _, s := range filter.seeking {
			if s.level != 1 {
				s.level--
			} else if err := seek(step, s); err != nil {
				return nil, err
			}
		}
		step.inherit(filter)
	}
	added := stage{filter: filter, start: n.start}
	if left.kind == kindPath {
		step.stages = append(step.stages, added)
	} else {
		step.predicates = append(step.predicates, added)
	}
	return left, nil
}

func (p *parser) resolveGroup(n *node) (*node, error) {
	left, err := p.resolve(n.lhs)
	if err != nil {
		return nil, err
	}
	if left.group != nil {
		return nil, newError("S0210").at(n.pos)
	}
	for i := range n.pairs {
		if err := p.replace(&n.pairs[i].key); err != nil {
			return nil, err
		}
		if err := p.replace(&n.pairs[i].value); err != nil {
			return nil, err
		}
	}
	left.group = &node{kind: kindUnary, text: "{", pos: n.pos, start: n.start, pairs: n.pairs}
	return left, nil
}

func (p *parser) resolveSort(n *node) (*node, error) {
	path, err := p.resolve(n.lhs)
	if err != nil {
		return nil, err
	}
	if path.kind != kindPath {
		path = &node{kind: kindPath, list: []*node{path}, start: n.lhs.start}
	}
	step := &node{kind: kindSort, pos: n.pos, start: n.start, terms: n.terms}
	for i := range step.terms {
		if err := p.resolveParts(step, &step.terms[i].expr); err != nil {
			return nil, err
		}
	}
	path.list = append(path.list, step)
	return path, p.resolveAncestry(path)
}

func (p *parser) resolveFocus(n *node) (*node, error) {
	left, err := p.resolve(n.lhs)
	if err != nil {
		return nil, err
	}
	step := left.lastStep()
	if step.stages != nil || step.predicates != nil {
		return nil, newError("S0215").at(n.pos)
	}
	if step.kind == kindSort {
		return nil, newError("S0216").at(n.pos)
	}
	step.keepArray = step.keepArray || n.keepArray
	step.focus, step.tuple = n.rhs.text, true
	return left, nil
}

func (p *parser) resolveIndex(n *node) (*node, error) {
	path, err := p.resolve(n.lhs)
	if err != nil {
		return nil, err
	}
	step := path.lastStep()
	if path.kind != kindPath {
		path = &node{kind: kindPath, list: []*node{path}, start: n.lhs.start}
		if step.predicates != nil {
			step.stages, step.predicates = step.predicates, nil
		}
	}
	if step.stages == nil {
		step.index = n.rhs.text
	} else {
		step.stages = append(step.stages, stage{index: n.rhs.text})
	}
	step.tuple = true
	return path, nil
}

// tailCall replaces a call at the end of a function by a thunk, so that recursion there needs no stack.
func tailCall(n *node) *node {
	switch n.kind {
	case kindFunction:
		if n.predicates == nil {
			return &node{kind: kindThunk, pos: n.pos, start: n.start, body: n}
		}
	case kindCondition:
		n.lhs = tailCall(n.lhs)
		if n.rhs != nil {
			n.rhs = tailCall(n.rhs)
		}
	case kindBlock:
		if last := len(n.list) - 1; last >= 0 {
			n.list[last] = tailCall(n.list[last])
		}
	}
	return n
}
