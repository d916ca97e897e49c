package codegen

// wiring writes the transitions of a graph: the ways of Choices and the handlers of errors, then one
// chain for each run of states. The chain from the start is the result.
func (g *graph) wiring(start string) (statements []code, result code) {
	for _, s := range g.list {
		if calls := g.calls(s); len(calls) > 0 {
			statements = append(statements, chained(s.ident, calls...))
		}
	}
	joined := map[*state]bool{}
	result = g.chain(g.byName[start], joined)
	for _, s := range g.heads(start) {
		if s.next != "" && !joined[s] {
			statements = append(statements, g.chain(s, joined))
		}
	}
	for _, s := range g.list { // what is left are loops without a head
		if s.next != "" && !joined[s] {
			statements = append(statements, g.chain(s, joined))
		}
	}
	return statements, result
}

// calls are the ways of a Choice and the handlers of a state.
func (g *graph) calls(s *state) []code {
	var out []code
	for _, w := range append(s.ways, s.catches...) {
		var args []code
		if w.condition != nil {
			args = append(args, *w.condition)
		}
		args = append(args, text(g.idents[w.target]))
		if w.props != nil {
			args = append(args, *w.props)
		}
		out = append(out, call(w.method, args...))
	}
	if s.otherwise != "" {
		out = append(out, call("Otherwise", text(g.idents[s.otherwise])))
	}
	return out
}

// heads are the states that no Next leads to: where chains begin.
func (g *graph) heads(start string) []*state {
	follows := map[string]bool{start: true}
	for _, s := range g.list {
		follows[s.next] = true
	}
	var out []*state
	for _, s := range g.list {
		if !follows[s.name] {
			out = append(out, s)
		}
	}
	return out
}

// chain joins a state with those after it, up to one that is joined already or has no Next.
func (g *graph) chain(s *state, joined map[*state]bool) code {
	var calls []code
	first := s.ident
	for s.next != "" && !joined[s] {
		joined[s] = true
		calls = append(calls, call("Next", text(g.idents[s.next])))
		s = g.byName[s.next]
	}
	if len(calls) == 0 {
		return text(first)
	}
	return code{open: first, items: calls, layout: flow}
}
