package asl

import (
	"reflect"
	"unsafe"

	"github.com/stepwise-go/stepwise/ordjson"
)

// part is a struct of the package, read by its plan. A field is reached by where it lies in the struct: every state is
// looked at for every field, more than once, and reflection takes several times as long for that.
type part struct {
	*plan
	at unsafe.Pointer
}

// partOf takes a pointer to a struct.
func partOf(s any) part {
	v := reflect.ValueOf(s)
	return part{planOf(v.Type().Elem()), v.UnsafePointer()}
}

func (p part) extra() *ordjson.Object { return *(**ordjson.Object)(unsafe.Add(p.at, p.extraOffset)) }

// rule returns the struct if it is a Rule.
func (p part) rule() *Rule {
	if p.typ != reflect.TypeFor[Rule]() {
		return nil
	}
	return (*Rule)(p.at)
}

// has tells whether a field is there.
func (p part) has(f *field) bool {
	at := unsafe.Add(p.at, f.offset)
	switch f.kind {
	case kindString:
		return *(*string)(at) != ""
	case kindBool:
		return *(*bool)(at)
	case kindPointer, kindStrings, kindStructs: // the first word of a slice is a pointer
		return *(*unsafe.Pointer)(at) != nil
	case kindValue:
		return (*Value)(at).IsSet()
	case kindPath:
		return (*Path)(at).IsSet()
	case kindInt:
		return (*Int)(at).IsSet()
	case kindFloat:
		return (*Float)(at).IsSet()
	case kindStates:
		return (*States)(at).state != nil
	}
	return false
}

// encode writes the value of a field.
func (p part) encode(out sink, f *field) {
	at := unsafe.Add(p.at, f.offset)
	switch f.kind {
	case kindString:
		out.String(*(*string)(at))
	case kindBool:
		out.Value(true)
	case kindPointer:
		encode(out, part{planOf(f.typ.Elem()), *(*unsafe.Pointer)(at)})
	case kindStrings:
		out.Open('[')
		for _, s := range *(*[]string)(at) {
			out.Item()
			out.String(s)
		}
		out.Close(']')
	case kindStructs:
		list := reflect.NewAt(f.typ, at).Elem()
		filled := out.Open('[')
		for i := 0; filled && i < list.Len(); i++ {
			out.Item()
			encode(out, partOf(list.Index(i).Addr().Interface()))
		}
		out.Close(']')
	case kindValue:
		out.Value((*Value)(at).Any())
	case kindPath:
		(*Path)(at).encode(out)
	case kindInt:
		out.Value((*Int)(at).json())
	case kindFloat:
		out.Value((*Float)(at).json())
	case kindStates:
		encodeStates(out, (*States)(at))
	}
}
