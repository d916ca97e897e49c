package codegen

import (
	"cmp"
	"reflect"
	"slices"
	"strconv"
	"time"

	"github.com/stepwise-go/stepwise/ordjson"
)

// expressionValue is an sfn.Expression, which is above this package.
type expressionValue interface {
	JSONPath() string
	JSONata() string
}

// goValue writes an integration value as a composite literal, without the fields that are zero.
// It is false if the value holds something that has no literal, such as a function.
func (w *stateWriter) goValue(i Integration) (code, bool) {
	p := printer{file: w.file, constants: i.Constants}
	c := p.value(reflect.ValueOf(i.Value), false)
	return c, !p.failed
}

type printer struct {
	*file
	constants map[any]string
	failed    bool
}

func (p *printer) fail() code {
	p.failed = true
	return code{}
}

func (p *printer) value(r reflect.Value, elided bool) code {
	for r.IsValid() && r.Kind() == reflect.Interface {
		r = r.Elem()
	}
	if !r.IsValid() {
		return text("nil")
	}
	if !r.CanInterface() {
		return p.fail()
	}
	v := r.Interface()
	if r.Comparable() {
		if name, ok := p.constants[v]; ok {
			return text(name)
		}
	}
	switch t := v.(type) {
	case expressionValue:
		if t.JSONPath() != "" {
			return p.expression(t.JSONPath())
		}
		return call("sfn.JSONata", quoted(t.JSONata()))
	case Call:
		args := make([]code, len(t.Args))
		for i, a := range t.Args {
			args[i] = p.value(reflect.ValueOf(a), false)
		}
		return call(t.Function, args...)
	case time.Duration:
		if t%time.Second == 0 {
			return p.duration(int64(t / time.Second))
		}
	case *ordjson.Object:
		return p.fail()
	}
	switch r.Kind() {
	case reflect.Struct:
		return p.structure(r, elided)
	case reflect.Pointer:
		if r.IsNil() {
			return text("nil")
		}
		if r.Elem().Kind() != reflect.Struct {
			return p.fail()
		}
		return prefixed("&", p.value(r.Elem(), false))
	case reflect.Map:
		return p.mapping(r)
	case reflect.Slice:
		items := make([]code, r.Len())
		for i := range items {
			items[i] = p.value(r.Index(i), r.Type().Elem().Kind() == reflect.Struct)
		}
		return composite(p.typeName(r.Type()), items...)
	}
	return p.converted(r, p.scalar(r))
}

func (p *printer) scalar(r reflect.Value) code {
	switch {
	case r.Kind() == reflect.String:
		return quoted(r.String())
	case r.Kind() == reflect.Bool:
		return text(strconv.FormatBool(r.Bool()))
	case r.CanInt():
		return text(strconv.FormatInt(r.Int(), 10))
	case r.CanFloat():
		return text(floating(r.Float()))
	}
	return p.fail()
}

// converted converts a constant to a type that is not that of a plain literal.
func (p *printer) converted(r reflect.Value, c code) code {
	switch r.Type() {
	case reflect.TypeFor[string](), reflect.TypeFor[bool](), reflect.TypeFor[int](), reflect.TypeFor[float64]():
		return c
	}
	return call(p.typeName(r.Type()), c)
}

func (p *printer) structure(r reflect.Value, elided bool) code {
	var items []code
	for i := range r.NumField() {
		f := r.Type().Field(i)
		switch {
		case r.Field(i).IsZero():
		case !f.IsExported():
			return p.fail()
		default:
			items = append(items, pair(f.Name, p.value(r.Field(i), false)))
		}
	}
	if elided {
		return composite("", items...)
	}
	return composite(p.typeName(r.Type()), items...)
}

func (p *printer) mapping(r reflect.Value) code {
	keys := r.MapKeys()
	if len(keys) > 0 && keys[0].Kind() != reflect.String {
		return p.fail()
	}
	slices.SortFunc(keys, func(a, b reflect.Value) int { return cmp.Compare(a.String(), b.String()) })
	items := make([]code, len(keys))
	for i, k := range keys {
		items[i] = pair(quote(k.String()), p.value(r.MapIndex(k), r.Type().Elem().Kind() == reflect.Struct))
	}
	return composite(p.typeName(r.Type()), items...)
}

// typeName writes a type as it is called in the file, and imports its package.
func (p *printer) typeName(t reflect.Type) string {
	switch {
	case t.Name() != "" && t.PkgPath() == "":
		return t.Name()
	case t.Name() != "":
		p.use(t.PkgPath())
		return t.String()
	case t.Kind() == reflect.Slice:
		return "[]" + p.typeName(t.Elem())
	case t.Kind() == reflect.Pointer:
		return "*" + p.typeName(t.Elem())
	case t.Kind() == reflect.Map:
		return "map[" + p.typeName(t.Key()) + "]" + p.typeName(t.Elem())
	case t.Kind() == reflect.Interface && t.NumMethod() == 0:
		return "any"
	}
	p.failed = true
	return ""
}
