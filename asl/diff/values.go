package diff

import (
	"strconv"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/asl/diagram/words"
	"github.com/stepwise-go/stepwise/ordjson"
)

// ownJSON returns a state without its transitions and without the states inside it, which are
// compared on their own.
func ownJSON(s asl.State) *ordjson.Object {
	o := asl.StateJSON(s)
	for _, key := range []string{"Next", "End", "Default", "Choices", "Catch", "Branches"} {
		o.Delete(key)
	}
	for _, key := range []string{"ItemProcessor", "Iterator"} {
		v, _ := o.Get(key)
		if inner, ok := v.(*ordjson.Object); ok {
			inner = inner.Clone()
			inner.Delete("StartAt")
			inner.Delete("States")
			o.Set(key, inner)
		}
	}
	return o
}

// what says what a state does.
func what(s asl.State) string {
	if t, ok := s.(*asl.Task); ok {
		if text := words.ResourceOf(t.Resource).String(); text != "" {
			return text
		}
	}
	return string(s.Type()) + " state"
}

// compareValues lists the differences of two values, each as deep inside as it can be named.
func compareValues(a, b any, at string) []Field {
	if ordjson.Equal(a, b) {
		return nil
	}
	switch x := a.(type) {
	case *ordjson.Object:
		if y, ok := b.(*ordjson.Object); ok {
			return compareObjects(x, y, at)
		}
	case []any:
		if y, ok := b.([]any); ok && len(x) == len(y) {
			var out []Field
			for i := range x {
				out = append(out, compareValues(x[i], y[i], at+"/"+strconv.Itoa(i))...)
			}
			return out
		}
	}
	return []Field{{Pointer: at, Before: a, After: b, Had: true, Has: true}}
}

func compareObjects(a, b *ordjson.Object, at string) []Field {
	var out []Field
	for key, x := range a.All() {
		pointer := at + "/" + ordjson.EscapePointer(key)
		if y, ok := b.Get(key); ok {
			out = append(out, compareValues(x, y, pointer)...)
		} else {
			out = append(out, Field{Pointer: pointer, Before: x, Had: true})
		}
	}
	for key, y := range b.All() {
		if !a.Has(key) {
			out = append(out, Field{Pointer: at + "/" + ordjson.EscapePointer(key), After: y, Has: true})
		}
	}
	return out
}
