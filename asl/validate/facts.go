package validate

import "github.com/stepwise-go/stepwise/asl"

// facts are what the rules about fields know of one type of part.
type facts struct {
	exclusive             []group
	onlyPath, onlyJSONata asl.FieldSet // the fields that one language has
	numbers               asl.FieldSet
}

// group is some fields of a part.
type group struct {
	names  []string
	fields asl.FieldSet
}

func groupOf(part any, names ...string) group { return group{names, asl.FieldsNamed(part, names...)} }

func factsOf(part any) *facts {
	f := &facts{}
	for _, names := range exclusiveOf(part) {
		f.exclusive = append(f.exclusive, groupOf(part, names...))
	}
	for _, field := range asl.Fields(part) {
		if field.Kind == asl.FieldInteger || field.Kind == asl.FieldNumber {
			f.numbers |= asl.FieldsNamed(part, field.Name)
		}
		if jsonpathFields[field.Name] {
			f.onlyPath |= asl.FieldsNamed(part, field.Name)
		}
		if jsonataFields[field.Name] {
			f.onlyJSONata |= asl.FieldsNamed(part, field.Name)
		}
	}
	return f
}
