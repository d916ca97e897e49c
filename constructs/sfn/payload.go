package sfn

import (
	"encoding/json"
	"errors"
	"maps"
	"reflect"
	"slices"
	"strings"
	"time"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/diag"
	"github.com/stepwise-go/stepwise/ordjson"
)

// payloads renders Go values with expressions inside as ASL, by the language of the state.
type payloads struct {
	language asl.QueryLanguage
	verbatim string // the field whose text is taken as it is: expressions in it are a fault
	paths    bool   // text that looks like a path may be one
	problems diag.List
	trail    []string // the keys that lead to where the rendering is
	values   int
	around   []uintptr // the maps and slices that the value is in
	spent    bool
}

const (
	maxDepth  = 200
	maxValues = 1_000_000 // more than a definition of 1 MB can hold
)

// top renders a whole field. In JSONPath a field cannot be one expression: its members can.
func (p *payloads) top(field string, v any) any {
	p.trail = append(p.trail, field)
	defer p.up()
	v = deref(v)
	if e, ok := v.(Expression); ok && p.language != asl.JSONata && p.verbatim == "" {
		p.report(wholeFieldIsPath(field, e))
		return ordjson.NewObject()
	}
	return p.value(v, 0)
}

// up leaves the member or element that the rendering is in.
func (p *payloads) up() { p.trail = p.trail[:len(p.trail)-1] }

// spend counts a value and tells whether there is one too many, or one too deep: then the
// value contains itself.
func (p *payloads) spend(depth int) bool {
	p.values++
	if p.spent {
		return true
	}
	if depth > maxDepth || p.values > maxValues {
		p.spent = true
		p.report(tooDeep())
	}
	return p.spent
}

// enter notes that a map or slice is gone into, and tells whether it does not contain itself. What is around it is
// to be restored when it is left.
func (p *payloads) enter(v any) bool {
	r := reflect.ValueOf(v)
	if k := r.Kind(); k != reflect.Map && k != reflect.Slice || r.Len() == 0 {
		return true
	}
	if slices.Contains(p.around, r.Pointer()) {
		p.spent = true
		p.report(tooDeep())
		return false
	}
	p.around = append(p.around, r.Pointer())
	return true
}

func (p *payloads) value(v any, depth int) any {
	v = deref(v)
	if p.spend(depth) {
		return nil
	}
	around := len(p.around)
	defer func() { p.around = p.around[:around] }()
	if !p.enter(v) {
		return nil
	}
	switch t := v.(type) {
	case nil, null:
		return nil
	case Expression:
		return p.expression(t)
	case string:
		p.warnPath(t)
		return v
	case Fields:
		o := ordjson.NewObject()
		o.Grow(len(t))
		for _, f := range t {
			p.member(o, f.Name, f.Value, depth)
		}
		return o
	case *ordjson.Object:
		o := ordjson.NewObject()
		for k, e := range t.All() {
			p.member(o, k, e, depth)
		}
		return o
	case map[string]any:
		o := ordjson.NewObject()
		for _, k := range slices.Sorted(maps.Keys(t)) {
			p.member(o, k, t[k], depth)
		}
		return o
	case json.Marshaler:
		return p.plain(t, depth)
	default:
		return p.reflected(t, depth)
	}
}

func (p *payloads) reflected(v any, depth int) any {
	r := reflect.ValueOf(v)
	if r.Kind() == reflect.Map && r.Type().Key().Kind() == reflect.String {
		o := ordjson.NewObject()
		keys := r.MapKeys()
		slices.SortFunc(keys, func(a, b reflect.Value) int { return strings.Compare(a.String(), b.String()) })
		for _, k := range keys {
			p.member(o, k.String(), r.MapIndex(k).Interface(), depth)
		}
		return o
	}
	if list, ok := asList(v); ok {
		return p.list(list, depth)
	}
	return p.plain(v, depth)
}

func (p *payloads) plain(v any, depth int) any {
	out, err := plainJSON(v)
	if r := reflect.ValueOf(v); errors.Is(err, errExpression) && r.Kind() == reflect.Struct {
		if _, own := v.(json.Marshaler); !own {
			o := ordjson.NewObject()
			p.structure(o, r, nil, depth)
			return o
		}
	}
	if err != nil {
		p.report(notJSON(err))
		return nil
	}
	return out
}

// member sets one member of an object. An expression of JSONPath gets its ".$".
func (p *payloads) member(o *ordjson.Object, key string, v any, depth int) {
	p.trail = append(p.trail, key)
	defer p.up()
	v = deref(v)
	if p.language != asl.JSONata && p.verbatim == "" {
		switch t := v.(type) {
		case Expression:
			p.set(o, key, p.expression(t))
			return
		case string:
			if strings.HasSuffix(key, ".$") {
				o.Set(key, t)
				return
			}
		default:
			if list, ok := asList(v); ok && p.hasExpression(list, depth+1) {
				p.set(o, key, p.array(list))
				return
			}
		}
	}
	o.Set(key, p.value(v, depth+1))
}

// set sets a member that is an expression; "" is one with a fault.
func (p *payloads) set(o *ordjson.Object, key string, text string) {
	switch {
	case text == "":
		o.Set(key, nil)
	case strings.HasSuffix(key, ".$"):
		o.Set(key, text)
	default:
		o.Set(key+".$", text)
	}
}

func (p *payloads) list(list []any, depth int) any {
	out := make([]any, len(list))
	for i, e := range list {
		if _, ok := deref(e).(Expression); ok && p.language != asl.JSONata && p.verbatim == "" {
			p.report(pathInList())
			return nil
		}
		out[i] = p.value(e, depth+1)
	}
	return out
}

// hasExpression tells whether an element of a list, or of a list in it, is an expression.
func (p *payloads) hasExpression(list []any, depth int) bool {
	around := len(p.around)
	defer func() { p.around = p.around[:around] }()
	if !p.enter(list) {
		return true
	}
	for _, e := range list {
		e = deref(e)
		if _, ok := e.(Expression); ok {
			return true
		}
		if inner, ok := asList(e); ok && !p.spend(depth) && p.hasExpression(inner, depth+1) {
			return true
		}
	}
	return false
}

// array writes a list with expressions in it as States.Array, because a JSON list in a
// payload template cannot hold paths.
func (p *payloads) array(list []any) string {
	text, d := arrayArgument(list, 0)
	if d != nil {
		p.report(*d)
	}
	return text
}

func (p *payloads) expression(e Expression) string {
	if p.verbatim != "" {
		p.report(expressionInLiteral(p.verbatim))
		return ""
	}
	if e.fault != "" {
		p.report(faultyExpression(e))
		return ""
	}
	text := e.In(p.language)
	if text == "" {
		p.report(wrongLanguage(e, p.language))
	}
	return text
}

func (p *payloads) report(d diag.Diagnostic) {
	var at strings.Builder
	for _, key := range p.trail {
		at.WriteByte('/')
		at.WriteString(ordjson.EscapePointer(key))
	}
	d.Pointer = at.String()
	p.problems.Add(d)
}

func (p *payloads) warnPath(text string) {
	if looksLikePath(text, p.language) && !p.paths && p.verbatim == "" {
		p.report(literalPath(text, p.language))
	}
}

// deref follows pointers to what they point at; a nil pointer is nil.
func deref(v any) any {
	for range maxDepth {
		switch t := v.(type) {
		case nil:
			return nil
		case *string:
			if t == nil {
				return nil
			}
			return *t
		case *ordjson.Object:
			if t == nil {
				return nil
			}
			return t
		}
		r := reflect.ValueOf(v)
		if r.Kind() != reflect.Pointer {
			return v
		}
		if r.IsNil() {
			return nil
		}
		if _, ok := v.(json.Marshaler); ok && !isOwn(r.Elem().Type()) {
			return v
		}
		v = r.Elem().Interface()
	}
	return nil
}

// isOwn tells of values that are looked into, although they can be marshalled.
func isOwn(t reflect.Type) bool {
	return t == reflect.TypeFor[time.Time]() || t == reflect.TypeFor[Expression]() || t == reflect.TypeFor[Fields]() || t == reflect.TypeFor[null]()
}

// asList returns the elements of a slice or an array; bytes and Fields are none.
func asList(v any) ([]any, bool) {
	if list, ok := v.([]any); ok {
		return list, true
	}
	if _, fields := v.(Fields); fields {
		return nil, false
	}
	r := reflect.ValueOf(v)
	if !r.IsValid() || r.Kind() != reflect.Slice && r.Kind() != reflect.Array || r.Type().Elem().Kind() == reflect.Uint8 {
		return nil, false
	}
	out := make([]any, r.Len())
	for i := range out {
		out[i] = r.Index(i).Interface()
	}
	return out, true
}
