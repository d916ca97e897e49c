package asl

import (
	"reflect"
	"testing"

	"github.com/stepwise-go/stepwise/ordjson"
)

// samples are values of every type that a field can have.
var samples = map[reflect.Type]any{
	reflect.TypeFor[string]():        "x",
	reflect.TypeFor[QueryLanguage](): JSONata,
	reflect.TypeFor[bool]():          true,
	reflect.TypeFor[[]string]():      []string{},
	reflect.TypeFor[Value]():         ValueOf(nil),
	reflect.TypeFor[Path]():          Null,
	reflect.TypeFor[Int]():           IntOf(0),
	reflect.TypeFor[Float]():         FloatExpr("{% 1 %}"),
	reflect.TypeFor[States]():        statesOf("A", &Pass{}),
}

func statesOf(name string, state State) States {
	var s States
	s.Set(name, state)
	return s
}

// nameOf is the name in Go of the field with a tag.
func nameOf(typ reflect.Type, tag string) string {
	for _, f := range reflect.VisibleFields(typ) {
		if f.Tag.Get("asl") == tag {
			return f.Name
		}
	}
	return ""
}

// TestParts sets each field of each struct, also to what is almost nothing, and asks whether it and no other is there.
func TestParts(t *testing.T) {
	for _, part := range []any{
		&Machine{}, &Task{}, &Pass{}, &Wait{}, &Choice{}, &Parallel{}, &Map{}, &Succeed{}, &Fail{}, &Unknown{}, &Retrier{}, &Catcher{}, &Rule{}, &Branch{},
		&Processor{}, &ProcessorConfig{}, &ItemReader{}, &ReaderConfig{}, &ItemBatcher{}, &ResultWriter{}, &WriterConfig{},
	} {
		typ := reflect.TypeOf(part).Elem()
		for i, f := range planOf(typ).fields {
			s := reflect.New(typ)
			if SetFields(s.Interface()) != 0 {
				t.Fatalf("%v: an empty one has fields", typ)
			}
			at := s.Elem().FieldByName(nameOf(typ, f.name))
			switch sample := samples[f.typ]; {
			case sample != nil:
				at.Set(reflect.ValueOf(sample))
			case f.kind == kindPointer:
				at.Set(reflect.New(f.typ.Elem()))
			case f.kind == kindStructs:
				at.Set(reflect.MakeSlice(f.typ, 0, 0))
			default:
				t.Fatalf("%v: no sample of %v", typ, f.typ)
			}
			if got := SetFields(s.Interface()); got != 1<<i {
				t.Errorf("%v: with %s set there are %b", typ, f.name, got)
			}
		}
		s := reflect.New(typ)
		extra := ordjson.NewObject(ordjson.Member{Key: "extra", Value: true})
		s.Elem().FieldByName("Extra").Set(reflect.ValueOf(extra))
		if got := *partOf(s.Interface()).extra(); got != extra {
			t.Errorf("%v: Extra is %v", typ, got)
		}
	}
}
