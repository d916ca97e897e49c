package validate

import (
	"strings"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/ordjson"
)

// templatesOf visits the payload templates of a JSONPath state, each with the pointer to it from the state on.
func templatesOf(s asl.State, visit func(pointer string, v asl.Value)) {
	if in := parametersOf(s); in.IsSet() {
		visit("/Parameters", in)
	}
	switch s := s.(type) {
	case *asl.Task:
		visit("/ResultSelector", s.ResultSelector)
		visit("/Assign", s.Assign)
	case *asl.Pass:
		visit("/Assign", s.Assign)
	case *asl.Wait:
		visit("/Assign", s.Assign)
	case *asl.Choice:
		visit("/Assign", s.Assign)
		for i := range s.Choices {
			if v := s.Choices[i].Assign; v.IsSet() {
				visit("/Choices/"+itoa(i)+"/Assign", v)
			}
		}
	case *asl.Parallel:
		visit("/ResultSelector", s.ResultSelector)
		visit("/Assign", s.Assign)
	case *asl.Map:
		mapTemplates(s, visit)
	}
	if rescue := asl.RescueOf(s); rescue != nil {
		for i := range rescue.Catch {
			if v := rescue.Catch[i].Assign; v.IsSet() {
				visit("/Catch/"+itoa(i)+"/Assign", v)
			}
		}
	}
}

func parametersOf(s asl.State) asl.Value {
	switch s := s.(type) {
	case *asl.Task:
		return s.Parameters
	case *asl.Pass:
		return s.Parameters
	case *asl.Parallel:
		return s.Parameters
	case *asl.Map:
		return s.Parameters
	}
	return asl.Value{}
}

func mapTemplates(s *asl.Map, visit func(pointer string, v asl.Value)) {
	visit("/ItemSelector", s.ItemSelector)
	visit("/ResultSelector", s.ResultSelector)
	visit("/Assign", s.Assign)
	if s.ItemReader != nil {
		visit("/ItemReader/Parameters", s.ItemReader.Parameters)
	}
	if s.ItemBatcher != nil {
		visit("/ItemBatcher/BatchInput", s.ItemBatcher.BatchInput)
	}
	if s.ResultWriter != nil {
		visit("/ResultWriter/Parameters", s.ResultWriter.Parameters)
	}
}

// walk is a way through a value. Its pointer is made only when it is wanted: mostly nothing is wrong.
type walk struct {
	field  string
	steps  []walkStep
	text   func(at *walk, key, text string)
	object func(at *walk, o *ordjson.Object)
}

type walkStep struct {
	key   string
	index int // of an element; -1 of a member
}

// walkTexts visits all texts in a value with their keys, if any of them is of interest; of an element of a list the
// key is that of the list.
func walkTexts(v any, field string, interesting func(key, text string) bool, visit func(at *walk, key, text string)) {
	if !hasText(v, "", interesting) {
		return
	}
	w := walk{field: field, text: func(at *walk, key, text string) {
		if interesting(key, text) {
			visit(at, key, text)
		}
	}}
	w.value(v, "")
}

// walkObjects visits the objects of interest in a value.
func walkObjects(v any, field string, interesting func(*ordjson.Object) bool, visit func(at *walk, o *ordjson.Object)) {
	if !hasObject(v, interesting) {
		return
	}
	w := walk{field: field, object: func(at *walk, o *ordjson.Object) {
		if interesting(o) {
			visit(at, o)
		}
	}}
	w.value(v, "")
}

// hasText tells whether there is such a text in a value.
func hasText(v any, key string, is func(key, text string) bool) bool {
	switch v := v.(type) {
	case string:
		return is(key, v)
	case *ordjson.Object:
		for i := range v.Len() {
			if m := v.At(i); hasText(m.Value, m.Key, is) {
				return true
			}
		}
	case []any:
		for _, child := range v {
			if hasText(child, key, is) {
				return true
			}
		}
	}
	return false
}

// hasObject tells whether there is such an object in a value.
func hasObject(v any, is func(*ordjson.Object) bool) bool {
	switch v := v.(type) {
	case *ordjson.Object:
		if is(v) {
			return true
		}
		for i := range v.Len() {
			if hasObject(v.At(i).Value, is) {
				return true
			}
		}
	case []any:
		for _, child := range v {
			if hasObject(child, is) {
				return true
			}
		}
	}
	return false
}

// hasKey tells whether an object has such a member.
func hasKey(o *ordjson.Object, is func(key string) bool) bool {
	for i := range o.Len() {
		if is(o.At(i).Key) {
			return true
		}
	}
	return false
}

func (w *walk) value(v any, key string) {
	switch v := v.(type) {
	case string:
		if w.text != nil {
			w.text(w, key, v)
		}
	case *ordjson.Object:
		if w.object != nil {
			w.object(w, v)
		}
		w.steps = append(w.steps, walkStep{})
		last := len(w.steps) - 1
		for k, child := range v.All() {
			w.steps[last] = walkStep{k, -1}
			w.value(child, k)
		}
		w.steps = w.steps[:last]
	case []any:
		w.steps = append(w.steps, walkStep{})
		last := len(w.steps) - 1
		for i, child := range v {
			w.steps[last] = walkStep{"", i}
			w.value(child, key)
		}
		w.steps = w.steps[:last]
	}
}

// pointer leads from the state to where the walk is.
func (w *walk) pointer() string {
	var b strings.Builder
	b.WriteString(w.field)
	for _, s := range w.steps {
		b.WriteByte('/')
		if s.index >= 0 {
			b.WriteString(itoa(s.index))
		} else {
			b.WriteString(ordjson.EscapePointer(s.key))
		}
	}
	return b.String()
}
