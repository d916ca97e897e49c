package validate

import (
	"iter"

	"github.com/stepwise-go/stepwise/asl/jsonpath"
	"github.com/stepwise-go/stepwise/asl/template"
)

// reading is a text that is read as a path, an intrinsic call or a JSONata expression, and what came of it. In a
// definition the same texts come again and again: each is read once.
type reading struct {
	number    int    // among all
	text      string // as written; of JSONata with its delimiters
	rule      jsonpath.Rule
	path      *jsonpath.Path
	expr      template.Expr
	err       error
	query     *query
	variables []reference // that it reads
}

// usesWith visits the uses of those texts for which is holds. It is asked once for each text: mostly nothing is
// wrong with any.
func (r *run) usesWith(is func(*reading) bool) iter.Seq[*use] {
	return func(yield func(*use) bool) {
		wanted, some := make([]bool, len(r.known.readings)), false
		for i, t := range r.known.readings {
			wanted[i] = is(t)
			some = some || wanted[i]
		}
		for i := 0; some && i < len(r.uses); i++ {
			if u := &r.uses[i]; wanted[u.number] && !yield(u) {
				return
			}
		}
	}
}

// eachPath visits all paths, also those that are arguments of intrinsic calls.
func (t *reading) eachPath(visit func(*jsonpath.Path)) {
	switch {
	case t.path != nil:
		visit(t.path)
	case t.err != nil || t.query != nil:
	case t.expr.Path() != nil:
		visit(t.expr.Path())
	default:
		for _, p := range t.expr.Paths() {
			visit(p)
		}
	}
}

// hasPath tells whether there is such a path.
func (t *reading) hasPath(is func(*jsonpath.Path) bool) bool {
	found := false
	t.eachPath(func(p *jsonpath.Path) { found = found || is(p) })
	return found
}

// readVariables works out which workflow variables are read.
func (t *reading) readVariables() {
	if t.query != nil {
		t.variables = t.query.variables
		return
	}
	t.eachPath(func(p *jsonpath.Path) {
		if name := p.Variable(); name != "" && !masked(name) {
			t.variables = append(t.variables, reference{name: name})
		}
	})
}

func (t *reading) readsVariables() bool { return len(t.variables) > 0 }

// refers tells whether the text is an expression that refers to anything.
func (t *reading) refers() bool { return t.query != nil && len(t.query.refs) > 0 }
