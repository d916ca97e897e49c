package validate

import (
	"cmp"
	"strings"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/asl/jsonpath"
	"github.com/stepwise-go/stepwise/asl/template"
	"github.com/stepwise-go/stepwise/diag"
	"github.com/stepwise-go/stepwise/ordjson"
)

// use is one path, intrinsic call or JSONata expression in a state.
type use struct {
	*reading
	place   *asl.Place
	in      string // pointer to the text, from the state on, or to the object that has it
	key     string // the member of that object: id.$
	top     int32  // how much of in leads to the field of the state, retrier, ... that it is part of
	kind    useKind
	when    phase
	numeric bool // in a field that takes a number
	guarded bool // the Choice asks with IsPresent whether it is there
}

// at is the pointer to the text, from the state on.
func (u *use) at() string {
	if u.key == "" {
		return u.in
	}
	return u.in + "/" + ordjson.EscapePointer(u.key)
}

// field is the member that the text stands in, or of JSONata the field: InputPath, id.$, Output.
func (u *use) field() string { return cmp.Or(u.key, fieldOf(u.topField())) }

// topField is the pointer of the field that the text is part of, from the state on.
func (u *use) topField() string { return u.in[:u.top] }

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
	return r.report(&finding{Diagnostic: diag.Diagnostic{AWS: r.rule.AWS, Pointer: u.place.Pointer + u.at(), In: u.place.Path()}})
}

// useList gathers the uses of all states, one after the other.
type useList struct {
	known *cache
	place *asl.Place
	out   []use
}

func (l *useList) state(p *asl.Place) {
	l.place = p
	if p.Language == asl.JSONata {
		l.jsonataState()
	} else {
		l.pathState()
	}
}

func (l *useList) add(t *reading, u use) {
	u.reading, u.place = t, l.place
	l.out = append(l.out, u)
}

// path adds a field that holds a path. Whatever is not known in full is read with a name in its place.
func (l *useList) path(pointer, text string, kind useKind, rule jsonpath.Rule, when phase) {
	if text != "" {
		l.pathText(pointer, text, kind, rule, when)
	}
}

// pathText is path for a field that is known to be there, even if it is empty.
func (l *useList) pathText(pointer, text string, kind useKind, rule jsonpath.Rule, when phase) {
	if asl.IsExpression(text) {
		kind = useExpr // an expression in the wrong language: reported as that
	}
	l.add(l.known.path(text, rule), use{in: pointer, top: int32(len(pointer)), kind: kind, when: when})
}

// opt is path for a field that can be null.
func (l *useList) opt(pointer string, p asl.Path, rule jsonpath.Rule, when phase) {
	if p.IsSet() && !p.IsNull() {
		l.pathText(pointer, p.Text(), usePath, rule, when)
	}
}

// expr adds a field that holds a path or an intrinsic call.
func (l *useList) expr(pointer, text string, when phase) {
	l.add(l.known.expr(text), use{in: pointer, top: int32(len(pointer)), kind: useExpr, when: when})
}

// template adds the members of a payload template that end in .$.
func (l *useList) template(pointer string, v asl.Value, when phase) {
	l.templateValue(pointer, len(pointer), v.Any(), when)
}

func (l *useList) templateValue(pointer string, top int, v any, when phase) {
	switch v := v.(type) {
	case *ordjson.Object:
		for key, child := range v.All() {
			if !strings.HasSuffix(key, template.Suffix) {
				if !isScalar(child) {
					l.templateValue(pointer+"/"+ordjson.EscapePointer(key), top, child, when)
				}
				continue
			}
			l.add(l.known.member(child), use{in: pointer, key: key, top: int32(top), kind: useExpr, when: when})
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
		l.jsonataValue(pointer, len(pointer), v.Any(), when)
	}
}

func (l *useList) jsonataValue(pointer string, top int, v any, when phase) {
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
func (l *useList) text(pointer string, top int, text string, when phase, numeric bool) {
	if asl.IsExpression(text) {
		l.add(l.known.query(text), use{in: pointer, top: int32(top), kind: useJSONata, when: when, numeric: numeric})
	}
}
