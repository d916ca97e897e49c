package validate

import (
	"strings"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/diag"
	"github.com/stepwise-go/stepwise/ordjson"
)

// atPart reports a problem of a part; pointer is from the part on.
func (r *run) atPart(p *part, pointer string) *finding {
	f := &finding{Diagnostic: diag.Diagnostic{AWS: r.rule.AWS, Pointer: p.pointer + pointer}}
	if p.place != nil {
		f.In = p.place.Path()
	}
	return r.report(f)
}

// graphOf returns the graph of a machine, branch or processor, otherwise nil.
func graphOf(v any) *asl.Graph {
	switch v := v.(type) {
	case *asl.Machine:
		return &v.Graph
	case *asl.Branch:
		return &v.Graph
	case *asl.Processor:
		return &v.Graph
	}
	return nil
}

// hasField tells whether a part has a field, empty or not, of the right type or not.
func hasField(part any, name string) bool { return asl.HasField(part, name) }

func extraHas(extra *ordjson.Object, name string) bool { return extra.Has(name) }

// emptyText tells whether a member is the empty text.
func emptyText(o *ordjson.Object, name string) bool {
	v, _ := o.Get(name)
	return v == ""
}

// fieldOf is the name of the field that a pointer ends with.
func fieldOf(pointer string) string {
	for p := range ordjson.Around(pointer) {
		name := p[strings.LastIndexByte(p, '/')+1:]
		if name == "" || name[0] < '0' || name[0] > '9' {
			return name
		}
	}
	return ""
}

// and joins names for people: A, B and C.
func and(names []string) string { return join(names, "and") }

func or(names []string) string { return join(names, "or") }

func join(names []string, word string) string {
	switch n := len(names); n {
	case 0:
		return ""
	case 1:
		return names[0]
	default:
		return strings.Join(names[:n-1], ", ") + " " + word + " " + names[n-1]
	}
}
