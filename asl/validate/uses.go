package validate

import (
	"strings"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/asl/jsonpath"
	"github.com/stepwise-go/stepwise/asl/template"
	"github.com/stepwise-go/stepwise/diag"
	"github.com/stepwise-go/stepwise/ordjson"
)

// use is one path, intrinsic call or JSONata expression in a state.
type use struct {
	place   *asl.Place
	at      string // pointer to the text, from the state on
	field   string // the member it stands in: InputPath, "id.$", Output
	top     string // pointer of the field of the state, retrier, ... that it is part of, from the state on
	kind    useKind
	when    phase
	text    string // as written; of JSONata with its delimiters
	numeric bool   // in a field that takes a number
	guarded bool   // the Choice asks with IsPresent whether it is there
	rule    jsonpath.Rule
	path    *jsonpath.Path
	expr    template.Expr
	err     error
	query   *query
}

type useKind uint8

const (
	usePath     useKind = iota // a field that holds a path
	useExpr                    // a member that ends in .$, or ErrorPath: a path or an intrinsic call
	useJSONata                 // an expression
	useVariable                // the Variable of a choice rule or the path an operator compares with
)

// phase is the time at which an expression is evaluated: it decides what $states has.
type phase uint8

const (
	before phase = iota // before the state does its work
	after               // with the result of a Task, Parallel or Map
	failed              // in a catcher, with the error
)

// use reports a problem at a use.
func (r *run) use(u *use) *finding {
	return r.report(&finding{Diagnostic: diag.Diagnostic{AWS: r.rule.AWS, Pointer: u.place.Pointer + u.at, In: u.place.Path()}})
}

// eachPath visits all paths of a use, also those that are arguments of intrinsic calls.
func (u *use) eachPath(visit func(*jsonpath.Path)) {
	switch {
	case u.path != nil:
		visit(u.path)
	case u.kind != useExpr || u.err != nil:
	case u.expr.Path() != nil:
		visit(u.expr.Path())
	default:
		for _, p := range u.expr.Paths() {
			visit(p)
		}
	}
}

// useList gathers the uses of all states, one after the other.
type useList struct {
	known *cache
	place *asl.Place
	out   []use
}

func (r *run) usesOf() []use {
	l := &useList{known: &r.known, out: make([]use, 0, 2*len(r.places))}
	for _, p := range r.places {
		l.place = p
		if p.Language == asl.JSONata {
			l.jsonataState()
		} else {
			l.pathState()
		}
	}
	return l.out
}

func (l *useList) add(u use) {
	u.place = l.place
	l.out = append(l.out, u)
}

// path adds a field that holds a path. Whatever is not known in full is read with a name in its place.
func (l *useList) path(pointer, text string, kind useKind, rule jsonpath.Rule, when phase) {
	if text != "" {
		l.somePath(pointer, text, kind, rule, when)
	}
}

func (l *useList) somePath(pointer, text string, kind useKind, rule jsonpath.Rule, when phase) {
	u := use{at: pointer, field: fieldOf(pointer), top: pointer, kind: kind, when: when, text: text, rule: rule}
	if asl.IsExpression(text) {
		u.kind = useExpr // an expression in the wrong language: reported as that
	}
	u.path, u.err = l.known.path(text, rule)
	l.add(u)
}

// opt is path for a field that can be null.
func (l *useList) opt(pointer string, p asl.Path, rule jsonpath.Rule, when phase) {
	if p.IsSet() && !p.IsNull() {
		l.somePath(pointer, p.Text(), usePath, rule, when)
	}
}

// expr adds a field that holds a path or an intrinsic call.
func (l *useList) expr(pointer, top, field, text string, when phase) {
	u := use{at: pointer, field: field, top: top, kind: useExpr, when: when, text: text}
	u.expr, u.err = l.known.expr(text)
	l.add(u)
}

// template adds the members of a payload template that end in .$.
func (l *useList) template(pointer string, v asl.Value, when phase) {
	l.templateValue(pointer, pointer, v.Any(), when)
}

func (l *useList) templateValue(pointer, top string, v any, when phase) {
	switch v := v.(type) {
	case *ordjson.Object:
		for key, child := range v.All() {
			computed := strings.HasSuffix(key, template.Suffix)
			if !computed && isScalar(child) {
				continue
			}
			at := pointer + "/" + ordjson.EscapePointer(key)
			if computed {
				if text, ok := child.(string); ok {
					l.expr(at, top, key, text, when)
				} else {
					l.add(use{at: at, top: top, field: key, kind: useExpr, when: when, err: errNotText})
				}
				continue
			}
			l.templateValue(at, top, child, when)
		}
	case []any:
		for i, child := range v {
			if !isScalar(child) {
				l.templateValue(pointer+"/"+itoa(i), top, child, when)
			}
		}
	}
}

// isScalar tells whether a value has nothing in it.
func isScalar(v any) bool {
	switch v.(type) {
	case *ordjson.Object, []any:
		return false
	}
	return true
}

// jsonata adds the expressions in a value.
func (l *useList) jsonata(pointer string, v asl.Value, when phase) {
	if v.IsSet() {
		l.jsonataValue(pointer, pointer, v.Any(), when)
	}
}

func (l *useList) jsonataValue(pointer, top string, v any, when phase) {
	switch v := v.(type) {
	case string:
		l.text(pointer, top, v, when, false)
	case *ordjson.Object:
		for key, child := range v.All() {
			l.jsonataValue(pointer+"/"+ordjson.EscapePointer(key), top, child, when)
		}
	case []any:
		for i, child := range v {
			l.jsonataValue(pointer+"/"+itoa(i), top, child, when)
		}
	}
}

// text adds a text of a JSONata state if it is an expression.
func (l *useList) text(pointer, top, text string, when phase, numeric bool) {
	if !asl.IsExpression(text) {
		return
	}
	u := use{at: pointer, field: fieldOf(top), top: top, kind: useJSONata, when: when, text: text, numeric: numeric}
	u.query = l.known.query(text)
	u.err = u.query.err
	l.add(u)
}
