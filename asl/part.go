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

func (p part) extra() **ordjson.Object { return (**ordjson.Object)(unsafe.Add(p.at, p.extraAt)) }

// value returns a field, to be set.
func (p part) value(f *field) reflect.Value {
	return reflect.NewAt(f.typ, unsafe.Add(p.at, f.offset)).Elem()
}

// rule returns the struct if it is a Rule.
func (p part) rule() *Rule {
	if p.typ != reflect.TypeFor[Rule]() {
		return nil
	}
	return (*Rule)(p.at)
}

// sign is the word or the byte of a field that is zero if the field is not there.
type sign struct {
	offset uintptr
	byte   bool
}

func signOf(k fieldKind) sign {
	switch k {
	case kindString:
		return sign{offset: unsafe.Sizeof(uintptr(0))} // the length
	case kindBool:
		return sign{byte: true}
	case kindPath:
		return sign{unsafe.Offsetof(Path{}.kind), true}
	case kindInt:
		return sign{unsafe.Offsetof(Int{}.kind), true}
	case kindFloat:
		return sign{unsafe.Offsetof(Float{}.kind), true}
	case kindStates:
		return sign{offset: unsafe.Offsetof(States{}.state)}
	case kindPointer, kindStrings, kindStructs, kindValue: // a pointer comes first
	}
	return sign{}
}

// has tells whether the i-th field is there.
func (p part) has(i int) bool {
	s := p.signs[i]
	at := unsafe.Add(p.at, s.offset)
	if s.byte {
		return *(*uint8)(at) != 0
	}
	return *(*uintptr)(at) != 0
}

// set returns the fields that are there.
func (p part) set() FieldSet {
	var set FieldSet
	for i := range p.signs {
		if p.has(i) {
			set |= 1 << i
		}
	}
	return set
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
		list := p.value(f)
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
