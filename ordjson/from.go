package ordjson

import (
	"encoding/json"
	"fmt"
	"math"
	"reflect"
	"slices"
	"strconv"
	"strings"
)

// From brings a Go value into the form of this package. Maps are ordered by key; structs and
// types with a MarshalJSON method go through encoding/json; pointers are followed.
// It fails for what JSON cannot hold: NaN, channels, functions, cycles.
func From(v any) (any, error) {
	switch t := v.(type) {
	case nil, bool, string, []any, map[string]any, *Object:
		return from(v, 0)
	case float64:
		return fromFloat(t)
	case int:
		return FromInt(int64(t)), nil
	case json.Number:
		return Number(string(t)), nil
	}
	return from(v, 0)
}

// FromInt is the value of a whole number.
func FromInt(n int64) any {
	if n > -1<<53 && n < 1<<53 {
		return float64(n)
	}
	return json.Number(strconv.FormatInt(n, 10))
}

func fromFloat(f float64) (any, error) {
	if math.IsNaN(f) || math.IsInf(f, 0) {
		return nil, fmt.Errorf("%v is not a JSON number", f)
	}
	return f, nil
}

func from(v any, depth int) (any, error) {
	if depth > MaxDepth {
		return nil, fmt.Errorf("nested deeper than %d levels", MaxDepth)
	}
	switch t := v.(type) {
	case nil, bool, string:
		return v, nil
	case float64:
		return fromFloat(t)
	case json.Number:
		return Number(string(t)), nil
	case []any:
		out := make([]any, len(t))
		for i, e := range t {
			c, err := from(e, depth+1)
			if err != nil {
				return nil, err
			}
			out[i] = c
		}
		return out, nil
	case *Object:
		if t == nil {
			return nil, nil
		}
		out := &Object{members: make([]Member, 0, t.Len())}
		for k, e := range t.All() {
			c, err := from(e, depth+1)
			if err != nil {
				return nil, err
			}
			out.Set(k, c)
		}
		return out, nil
	case json.Marshaler:
		return fromMarshal(v)
	}
	return fromReflect(reflect.ValueOf(v), depth)
}

func fromReflect(r reflect.Value, depth int) (any, error) {
	switch r.Kind() {
	case reflect.Bool:
		return r.Bool(), nil
	case reflect.String:
		return r.String(), nil
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return FromInt(r.Int()), nil
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		return Number(strconv.FormatUint(r.Uint(), 10)), nil
	case reflect.Float32:
		f, _ := strconv.ParseFloat(strconv.FormatFloat(r.Float(), 'g', -1, 32), 64)
		return fromFloat(f)
	case reflect.Float64:
		return fromFloat(r.Float())
	case reflect.Pointer, reflect.Interface:
		if r.IsNil() {
			return nil, nil
		}
		return from(r.Elem().Interface(), depth+1)
	case reflect.Slice, reflect.Array:
		return fromList(r, depth)
	case reflect.Map:
		return fromMap(r, depth)
	case reflect.Struct:
		return fromMarshal(r.Interface())
	}
	return nil, fmt.Errorf("a %s has no JSON form", r.Type())
}

func fromList(r reflect.Value, depth int) (any, error) {
	if r.Kind() == reflect.Slice && r.IsNil() {
		return nil, nil
	}
	if r.Type().Elem().Kind() == reflect.Uint8 {
		return fromMarshal(r.Interface())
	}
	out := make([]any, r.Len())
	for i := range out {
		c, err := from(r.Index(i).Interface(), depth+1)
		if err != nil {
			return nil, err
		}
		out[i] = c
	}
	return out, nil
}

func fromMap(r reflect.Value, depth int) (any, error) {
	if r.IsNil() {
		return nil, nil
	}
	if r.Type().Key().Kind() != reflect.String {
		return fromMarshal(r.Interface())
	}
	keys := r.MapKeys()
	slices.SortFunc(keys, func(a, b reflect.Value) int { return strings.Compare(a.String(), b.String()) })
	out := &Object{members: make([]Member, 0, len(keys))}
	for _, k := range keys {
		c, err := from(r.MapIndex(k).Interface(), depth+1)
		if err != nil {
			return nil, err
		}
		out.Set(k.String(), c)
	}
	return out, nil
}

func fromMarshal(v any) (any, error) {
	b, err := json.Marshal(v)
	if err != nil {
		return nil, err
	}
	return Decode(b)
}
