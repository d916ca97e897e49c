package tasks

import (
	"fmt"
	"math"
	"reflect"
	"slices"
	"strings"
	"time"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/constructs/sfn"
	"github.com/stepwise-go/stepwise/ordjson"
)

const (
	second = time.Second
	minute = time.Minute
)

// deref follows pointers, but not those of ordered objects; a nil pointer is nil.
func deref(v any) any {
	switch v.(type) {
	case nil, string, sfn.Expression:
		return v
	}
	for range maxDepth {
		r := reflect.ValueOf(v)
		if _, object := v.(*ordjson.Object); r.Kind() != reflect.Pointer || object && !r.IsNil() {
			break
		}
		if r.IsNil() {
			return nil
		}
		v = r.Elem().Interface()
	}
	return v
}

// literal returns the text of a field whose value does not depend on the input: text or a token.
func literal(v sfn.Text) (string, bool) {
	s, ok := deref(v).(string)
	if !ok || s == "" || asl.IsExpression(s) {
		return "", false
	}
	return s, true
}

// isSet tells whether a field is there.
func isSet(v any) bool {
	v = deref(v)
	if v == nil {
		return false
	}
	s, ok := v.(string)
	return !ok || s != ""
}

// isExpression tells whether the value of a field is known only when the state runs.
func isExpression(v any) bool {
	switch t := deref(v).(type) {
	case sfn.Expression:
		return true
	case string:
		return asl.IsExpression(t)
	}
	return false
}

// duration turns a time into whole units; anything but a time.Duration is a number of them already.
func (b *call) duration(parameter string, v sfn.Seconds, unit time.Duration) any {
	d, ok := deref(v).(time.Duration)
	if !ok {
		return v
	}
	if d%unit != 0 {
		b.report(notWhole(parameter, d, unit))
	}
	return int64(d / unit)
}

// text returns the text that a CDK construct gave, "" for nil.
func text(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

// isNil tells whether an interface holds nothing, or a nil pointer.
func isNil(v any) bool {
	if v == nil {
		return true
	}
	r := reflect.ValueOf(v)
	return r.Kind() == reflect.Pointer && r.IsNil()
}

// localARN is an ARN in the region and account of the stack.
func localARN(service, resource string) string {
	return "arn:${AWS::Partition}:" + service + ":${AWS::Region}:${AWS::AccountId}:" + resource
}

// HasTaskToken tells whether the task token is somewhere in the arguments, or the whole context object,
// which has it. It is for integrations of your own that wait for it.
func HasTaskToken(v any) bool {
	s := search{is: isTaskToken, seen: map[place]bool{}}
	return s.in(v)
}

func isTaskToken(text string) bool {
	for _, context := range []string{"$$", "$states.context"} {
		for rest := text; ; {
			_, after, found := strings.Cut(rest, context)
			if !found {
				break
			}
			if !strings.HasPrefix(after, ".") && !strings.HasPrefix(after, "[") || strings.HasPrefix(after, ".Task") {
				return true
			}
			rest = after
		}
	}
	return false
}

const maxDepth = 200

// search looks for a text in a value, in expressions and in texts. A value that contains itself is
// looked through once; the builder reports it.
type search struct {
	is   func(string) bool
	seen map[place]bool
}

// place is where a map or a list lies.
type place struct {
	at  uintptr
	len int
}

func (s *search) in(v any) bool {
	switch t := deref(v).(type) {
	case nil:
		return false
	case sfn.Expression:
		return s.is(t.JSONPath()) || s.is(t.JSONata())
	case string:
		return s.is(t)
	case sfn.Fields:
		return !s.again(reflect.ValueOf(t)) && slices.ContainsFunc(t, func(f sfn.Field) bool { return s.in(f.Value) })
	case *ordjson.Object:
		for _, e := range t.All() {
			if s.in(e) {
				return true
			}
		}
		return false
	case fmt.Stringer:
		return s.is(t.String())
	default:
		return s.deep(reflect.ValueOf(t))
	}
}

func (s *search) deep(r reflect.Value) bool {
	switch r.Kind() {
	case reflect.Map:
		if s.again(r) {
			return false
		}
		for i := r.MapRange(); i.Next(); {
			if s.in(i.Value().Interface()) {
				return true
			}
		}
	case reflect.Slice, reflect.Array:
		if r.Kind() == reflect.Slice && s.again(r) {
			return false
		}
		for i := range r.Len() {
			if s.in(r.Index(i).Interface()) {
				return true
			}
		}
	case reflect.String:
		return s.is(r.String())
	}
	return false
}

// again tells whether a map or slice was looked through before.
func (s *search) again(r reflect.Value) bool {
	p := place{r.Pointer(), r.Len()}
	if s.seen[p] {
		return true
	}
	s.seen[p] = true
	return false
}

// whole returns a number that does not depend on the input; a time is in seconds.
func whole(v any) (int64, bool) {
	v = deref(v)
	if d, ok := v.(time.Duration); ok {
		return int64(d / second), true
	}
	switch r := reflect.ValueOf(v); {
	case r.CanInt():
		return r.Int(), true
	case r.CanUint():
		return int64(min(r.Uint(), math.MaxInt64)), true
	case r.CanFloat() && !sfn.IsNumberToken(r.Float()):
		return int64(r.Float()), true
	}
	return 0, false
}

func isARN(s string) bool { return strings.HasPrefix(s, "arn:") }
