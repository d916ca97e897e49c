package recognize

import (
	"reflect"
	"slices"
	"strconv"
	"sync"
	"time"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/constructs/sfn"
	"github.com/stepwise-go/stepwise/ordjson"
	"github.com/stepwise-go/stepwise/tasks"
)

// leaf is a field of an integration, maybe deep inside, and the parameter it becomes.
type leaf struct {
	fields     []int    // the index of the field at each level
	parameter  []string // the tokens of a JSON Pointer into the parameters
	attributes bool     // the values are those of DynamoDB with their types
	elements   []leaf   // of a list of structs: the fields of each, with parameters inside the element
}

// mark is what is put into a field to see where it comes out.
const mark = "stepwise-mark"

var known sync.Map // reflect.Type to []leaf

// leavesOf returns the fields of a type of integration that become parameters.
func leavesOf(t reflect.Type) []leaf {
	if l, ok := known.Load(t); ok {
		return l.([]leaf)
	}
	p := prober{whole: t}
	p.visit(t, nil, 0)
	known.Store(t, p.found)
	return p.found
}

type prober struct {
	whole reflect.Type
	found []leaf
	inner bool // a list of structs is looked into
}

const maxDepth = 4

// skipped are fields that are not parameters.
var skipped = []string{"Pattern", "Extra", "Statements", "ARNs", "KeyARN"}

func (p *prober) visit(t reflect.Type, outer []int, depth int) {
	for i := range t.NumField() {
		f := t.Field(i)
		if !f.IsExported() || slices.Contains(skipped, f.Name) {
			continue
		}
		fields := append(slices.Clone(outer), i)
		typ := f.Type
		if ref, ok := references[typ]; ok {
			typ = ref
		}
		if typ.Kind() == reflect.Pointer {
			typ = typ.Elem()
		}
		switch {
		case typ.Kind() == reflect.Struct && depth < maxDepth:
			p.visit(typ, fields, depth+1)
		case typ.Kind() == reflect.Slice && typ.Elem().Kind() == reflect.Struct && !p.inner:
			p.visitList(typ.Elem(), fields, depth)
		default:
			p.probe(fields, typ)
		}
	}
}

// visitList looks into the structs of a list.
func (p *prober) visitList(t reflect.Type, fields []int, depth int) {
	inner := prober{whole: p.whole, inner: true}
	inner.visit(t, fields, depth+1)
	var elements []leaf
	var parameter []string
	for _, l := range inner.found {
		i := slices.Index(l.parameter, "0")
		if i < 0 || parameter != nil && !slices.Equal(parameter, l.parameter[:i]) {
			return
		}
		parameter = l.parameter[:i]
		elements = append(elements, leaf{fields: l.fields[len(fields):], parameter: l.parameter[i+1:], attributes: l.attributes})
	}
	if len(elements) > 0 {
		p.found = append(p.found, leaf{fields: fields, parameter: parameter, elements: elements})
	}
}

// probe puts marks into a field and notes at which parameter they come out.
func (p *prober) probe(fields []int, t reflect.Type) {
	for _, m := range marksFor(t) {
		v := reflect.New(p.whole).Elem()
		at(v, fields, func(_, f reflect.Value) { f.Set(reflect.ValueOf(m.value).Convert(f.Type())) })
		b, _, ok := bind(v.Interface().(sfn.Integration), asl.JSONPath)
		if !ok {
			continue
		}
		c := sfn.TaskContext{Language: asl.JSONata}
		if parameter, ok := find(c.Payload("", b.Arguments), m.comesOut, nil); ok {
			p.found = append(p.found, leaf{fields: fields, parameter: parameter, attributes: m.attributes})
			return
		}
	}
}

type marked struct {
	value, comesOut any
	attributes      bool
}

// marksFor are the marks that fit a type of field.
func marksFor(t reflect.Type) []marked {
	object := ordjson.NewObject(ordjson.Member{Key: mark, Value: mark})
	attribute := ordjson.NewObject(ordjson.Member{Key: mark, Value: ordjson.NewObject(ordjson.Member{Key: "S", Value: mark})})
	switch {
	case t.Kind() == reflect.Interface && t.NumMethod() == 0:
		return []marked{
			{mark, mark, false}, {map[string]any{mark: mark}, object, false}, {float64(54321), float64(54321), false},
			{map[string]any{mark: tasks.DynamoString(mark)}, attribute, true},
		}
	case t.Kind() == reflect.String:
		return []marked{{mark, mark, false}}
	case t == reflect.TypeFor[[]string]():
		return []marked{{[]string{mark}, []any{mark}, false}}
	case t == reflect.TypeFor[[]any]():
		return []marked{{[]any{mark}, []any{mark}, false}}
	case t == reflect.TypeFor[map[string]string]():
		return []marked{{map[string]string{mark: mark}, object, false}}
	case t == reflect.TypeFor[map[string]any]():
		return []marked{{map[string]any{mark: mark}, object, false}, {map[string]any{mark: tasks.DynamoString(mark)}, attribute, true}}
	case t == reflect.TypeFor[time.Duration](), t.Kind() == reflect.Bool:
		return nil
	case t.Kind() == reflect.Int:
		return []marked{{54321, float64(54321), false}}
	}
	return nil
}

// find returns where in the parameters the mark is.
func find(v, mark any, path []string) ([]string, bool) {
	if ordjson.Equal(v, mark) && len(path) > 0 {
		return slices.Clone(path), true
	}
	switch t := v.(type) {
	case *ordjson.Object:
		for k, e := range t.All() {
			if found, ok := find(e, mark, append(path, k)); ok {
				return found, true
			}
		}
	case []any:
		for i, e := range t {
			if found, ok := find(e, mark, append(path, strconv.Itoa(i))); ok {
				return found, true
			}
		}
	}
	return nil, false
}

// at calls do with a field and the struct it is in, making what is on the way: of a list its first
// element.
func at(v reflect.Value, fields []int, do func(parent, field reflect.Value)) {
	f := v.Field(fields[0])
	if len(fields) == 1 {
		do(v, f)
		return
	}
	switch f.Kind() {
	case reflect.Struct:
		at(f, fields[1:], do)
	case reflect.Pointer:
		if f.IsNil() {
			f.Set(reflect.New(f.Type().Elem()))
		}
		at(f.Elem(), fields[1:], do)
	case reflect.Slice:
		if f.Len() == 0 {
			f.Set(reflect.MakeSlice(f.Type(), 1, 1))
		}
		at(f.Index(0), fields[1:], do)
	case reflect.Interface:
		ref := reflect.New(references[f.Type()]).Elem()
		if !f.IsNil() {
			ref.Set(f.Elem())
		}
		at(ref, fields[1:], do)
		f.Set(ref)
	}
}

// bind binds an integration. It is false if it cannot be.
func bind(i sfn.Integration, language asl.QueryLanguage) (b sfn.Binding, c *sfn.TaskContext, ok bool) {
	defer func() { ok = recover() == nil && ok }() // a half-filled integration of the user's own may do anything
	c = &sfn.TaskContext{State: "Task", Language: language}
	b = i.Bind(c)
	return b, c, true
}
