package tasks_test

import (
	"math"
	"reflect"
	"testing"
	"time"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/constructs/sfn"
	"github.com/stepwise-go/stepwise/ordjson"
	"github.com/stepwise-go/stepwise/tasks"
)

type strange struct{ F func() }

// strangeValues are what a field of any type can be given by mistake.
func strangeValues() []any {
	loop := map[string]any{}
	loop["again"], loop["twice"] = loop, []any{loop}
	list := []any{nil}
	list[0] = list
	return []any{
		nil, "", "{% %}", "$.x", 5, -1, math.NaN(), math.Inf(1), true, 1500 * time.Millisecond, -time.Hour, []byte("x"), (*string)(nil), new(string),
		sfn.Expression{}, sfn.At(""), sfn.JSONata(""), sfn.Fields(nil), sfn.Fields{{}}, (*ordjson.Object)(nil), ordjson.NewObject(),
		loop, list, map[int]string{1: "x"}, strange{}, func() {}, make(chan int), []any{}, tasks.AttributeValue{}, tasks.Marshal(loop), tasks.MessageAttribute{}, tasks.MessageAttribute{Value: loop}, time.Time{},
	}
}

// TestNothingPanics gives every field of every integration strange values, in both languages.
func TestNothingPanics(t *testing.T) {
	values, all := strangeValues(), allSamples()
	for _, row := range tasks.Catalog() {
		for _, p := range row.Patterns {
			sample := reflect.ValueOf(all[row.Name](p))
			bind(t, reflect.Zero(sample.Type()).Interface().(sfn.Integration))
			for _, path := range fieldsOf(sample.Type(), nil) {
				for _, v := range values {
					do := reflect.New(sample.Type()).Elem()
					do.Set(sample)
					if put(do.FieldByIndex(path), v) {
						bind(t, do.Interface().(sfn.Integration))
					}
				}
			}
		}
	}
}

func bind(t *testing.T, do sfn.Integration) {
	t.Helper()
	for _, language := range []asl.QueryLanguage{asl.JSONPath, asl.JSONata} {
		func() {
			defer func() {
				if r := recover(); r != nil {
					t.Errorf("%+v: %v", do, r)
				}
			}()
			do.Bind(&sfn.TaskContext{State: "Task", Language: language})
		}()
	}
}

// fieldsOf returns the paths to all fields, also of nested structs.
func fieldsOf(r reflect.Type, path []int) [][]int {
	var out [][]int
	for i := range r.NumField() {
		f := r.Field(i)
		if !f.IsExported() {
			continue
		}
		at := append(path[:len(path):len(path)], i)
		if f.Type.Kind() == reflect.Struct {
			out = append(out, fieldsOf(f.Type, at)...)
			continue
		}
		out = append(out, at)
	}
	return out
}

// put sets a field to a value, if it can hold it.
func put(f reflect.Value, v any) bool {
	switch r := reflect.ValueOf(v); {
	case v == nil:
		f.SetZero()
	case !r.Type().AssignableTo(f.Type()):
		return false
	default:
		f.Set(r)
	}
	return true
}
