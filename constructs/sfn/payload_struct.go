package sfn

import (
	"cmp"
	"maps"
	"reflect"
	"strings"

	"github.com/stepwise-go/stepwise/ordjson"
)

// structure renders a struct that has expressions in fields of type any, by the tags of encoding/json: names, "-",
// omitempty, omitzero, and embedded structs whose fields count as its own, but for those with a name that is hidden
// by a field further out.
func (p *payloads) structure(o *ordjson.Object, s reflect.Value, hidden map[string]bool, depth int) {
	if p.spend(depth) {
		return
	}
	var inner map[string]bool // what is hidden in the structs that are embedded
	for i := range s.NumField() {
		f, v := s.Type().Field(i), s.Field(i)
		if embedded(f) {
			if at := reflect.Indirect(v); at.IsValid() {
				if inner == nil {
					inner = withNames(hidden, s.Type())
				}
				p.structure(o, at, inner, depth+1)
			}
			continue
		}
		name, options := jsonName(f)
		if name == "" || hidden[name] || omitted(options, v) {
			continue
		}
		if k := v.Kind(); (k == reflect.Slice || k == reflect.Map) && v.IsNil() {
			o.Set(name, nil) // as encoding/json does
			continue
		}
		p.member(o, name, v.Interface(), depth)
	}
}

// jsonName returns the name and the options that encoding/json takes from a field; "" if it leaves the field out.
func jsonName(f reflect.StructField) (name, options string) {
	tag := f.Tag.Get("json")
	if !f.IsExported() || tag == "-" {
		return "", ""
	}
	name, options, _ = strings.Cut(tag, ",")
	return cmp.Or(name, f.Name), options
}

// withNames adds to some names those of the fields of a struct.
func withNames(names map[string]bool, t reflect.Type) map[string]bool {
	out := maps.Clone(names)
	if out == nil {
		out = map[string]bool{}
	}
	for i := range t.NumField() {
		if f := t.Field(i); !embedded(f) {
			if name, _ := jsonName(f); name != "" {
				out[name] = true
			}
		}
	}
	return out
}

// embedded tells whether the fields of a field count as those of the struct around it.
func embedded(f reflect.StructField) bool {
	name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
	return f.Anonymous && name == "" && structType(f.Type)
}

func structType(t reflect.Type) bool {
	return t.Kind() == reflect.Struct || t.Kind() == reflect.Pointer && t.Elem().Kind() == reflect.Struct
}

// omitted tells whether the options of a tag leave a value out.
func omitted(options string, v reflect.Value) bool {
	for option := range strings.SplitSeq(options, ",") {
		switch {
		case option == "omitzero" && v.IsZero():
			return true
		case option == "omitempty":
			switch v.Kind() {
			case reflect.Struct:
			case reflect.Map, reflect.Slice, reflect.Array:
				return v.Len() == 0
			default:
				return v.IsZero()
			}
		}
	}
	return false
}
