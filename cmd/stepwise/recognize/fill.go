package recognize

import (
	"reflect"
	"slices"
	"strconv"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/constructs/sfn"
	"github.com/stepwise-go/stepwise/tasks"
)

// filling is an integration while its fields are filled from the parameters of a state.
type filling struct {
	typ        reflect.Type
	language   asl.QueryLanguage
	parameters map[string]any // in the form of Go
	dropped    []string       // the parameters that go to Extra
	unset      []int          // leaves that are left at their default
	everywhere bool           // resources without a known ARN may be any
	scopes     []string       // fields with the names that an expression can give, which may be any
	pattern    any
	switches   []string // fields that are true
	printed    bool     // for the source: with calls in the place of what they make
}

// make returns the integration.
func (f *filling) make() reflect.Value {
	v := reflect.New(f.typ).Elem()
	taken := map[string]bool{}
	for i, l := range leavesOf(f.typ) {
		name := l.parameter[0]
		if slices.Contains(f.dropped, name) {
			continue
		}
		value, ok := lookup(f.parameters, l.parameter)
		if !ok {
			continue
		}
		taken[name] = true
		if slices.Contains(f.unset, i) {
			continue
		}
		f.put(v, l, value)
	}
	extra := map[string]any{}
	for name, p := range f.parameters {
		if !taken[name] {
			extra[name] = p
		}
	}
	if field := v.FieldByName("Extra"); field.IsValid() && len(extra) > 0 {
		field.Set(reflect.ValueOf(extra))
	}
	if field := v.FieldByName("Pattern"); field.IsValid() && f.pattern != nil {
		field.Set(reflect.ValueOf(f.pattern))
	}
	for _, name := range f.switches {
		v.FieldByName(name).SetBool(true)
	}
	for _, name := range f.scopes {
		v.FieldByName(name).Set(reflect.ValueOf(tasks.Scope{"*"}))
	}
	return v
}

func (f *filling) put(v reflect.Value, l leaf, value any) {
	at(v, l.fields, func(parent, field reflect.Value) {
		if l.elements != nil {
			f.putList(field, l, value)
		} else if c, ok := f.convert(value, l, field.Type()); ok {
			field.Set(c)
		}
		if arns := parent.FieldByName("ARNs"); f.everywhere && arns.IsValid() && arns.Type() == reflect.TypeFor[[]string]() {
			arns.Set(reflect.ValueOf([]string{"*"}))
		}
	})
}

// putList fills the structs of a list.
func (f *filling) putList(field reflect.Value, l leaf, value any) {
	list, _ := value.([]any)
	out := reflect.MakeSlice(field.Type(), len(list), len(list))
	for i, e := range list {
		o, ok := e.(map[string]any)
		if !ok {
			return
		}
		for _, inner := range l.elements {
			if value, ok := lookup(o, inner.parameter); ok {
				f.put(out.Index(i), inner, value)
			}
		}
	}
	field.Set(out)
}

// convert brings a value to the type of a field.
func (f *filling) convert(v any, l leaf, t reflect.Type) (reflect.Value, bool) {
	if _, isExpression := v.(sfn.Expression); l.attributes && !isExpression {
		a, ok := attributes(v, f.printed)
		return reflect.ValueOf(a), ok
	}
	switch {
	case t.Kind() == reflect.Interface:
		return reflect.ValueOf(v), v != nil
	case t.Kind() == reflect.String:
		s, ok := v.(string)
		return reflect.ValueOf(s).Convert(t), ok
	case t.Kind() == reflect.Int:
		n, ok := v.(float64)
		return reflect.ValueOf(int(n)), ok && n == float64(int(n))
	case t == reflect.TypeFor[[]string]():
		list, ok := v.([]any)
		out := make([]string, len(list))
		for i, e := range list {
			s, isText := e.(string)
			out[i], ok = s, ok && isText
		}
		return reflect.ValueOf(out), ok
	case t == reflect.TypeFor[map[string]string]():
		o, ok := v.(map[string]any)
		out := make(map[string]string, len(o))
		for k, e := range o {
			s, isText := e.(string)
			out[k], ok = s, ok && isText
		}
		return reflect.ValueOf(out), ok
	}
	r := reflect.ValueOf(v)
	return r, r.IsValid() && r.Type().AssignableTo(t)
}

func lookup(v any, tokens []string) (any, bool) {
	for _, t := range tokens {
		switch in := v.(type) {
		case map[string]any:
			child, ok := in[t]
			if !ok {
				return nil, false
			}
			v = child
		case []any:
			i, err := strconv.Atoi(t)
			if err != nil || i >= len(in) {
				return nil, false
			}
			v = in[i]
		default:
			return nil, false
		}
	}
	return v, true
}
