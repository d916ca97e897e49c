package sfn

import (
	"reflect"
	"strings"

	"github.com/stepwise-go/stepwise/ordjson"
)

// structure renders a struct that has expressions in fields of type any, by the tags of encoding/json: names, "-",
// omitempty, omitzero, and embedded structs whose fields count as its own.
func (p *payloads) structure(o *ordjson.Object, s reflect.Value, depth int) {
	for i := range s.NumField() {
		f, v := s.Type().Field(i), s.Field(i)
		tag := f.Tag.Get("json")
		name, options, _ := strings.Cut(tag, ",")
		if f.Anonymous && name == "" && structType(f.Type) {
			if inner := reflect.Indirect(v); inner.IsValid() {
				p.structure(o, inner, depth)
			}
			continue
		}
		if !f.IsExported() || tag == "-" || omitted(options, v) {
			continue
		}
		if name == "" {
			name = f.Name
		}
		if k := v.Kind(); (k == reflect.Slice || k == reflect.Map) && v.IsNil() {
			o.Set(name, nil) // as encoding/json does
			continue
		}
		p.member(o, name, v.Interface(), depth)
	}
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
