package validate

import (
	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/diag"
)

// Machine checks a definition and returns everything that is wrong, in the order of the definition.
// The diagnostics point into the definition; diag.List.Place adds the lines of a source.
// Machine does not change m, and it never panics, whatever m holds.
func Machine(m *asl.Machine, opts Options) diag.List {
	found := collect(m, opts)
	list := make(diag.List, 0, len(found))
	for _, f := range found {
		list = append(list, f.Diagnostic)
	}
	return list
}

// Document checks a definition that was read from text: all of Machine, the problems of the text
// itself, and each with its line and column.
func Document(doc *asl.Document, opts Options) diag.List {
	list := append(diag.List{}, doc.Problems...)
	return append(list, Machine(doc.Machine, opts)...).Place(doc.Source).Sorted()
}

func collect(m *asl.Machine, opts Options) []*finding {
	if m == nil {
		m = &asl.Machine{}
	}
	r := newRun(m, opts)
	if !r.gather() {
		r.rule = &ruleDepth
		r.atMachine("").say(msgDepth).fix(fixDepth)
		return r.found
	}
	for i := range rules {
		if opts.NoWarnings && rules[i].Severity == diag.Warning {
			continue
		}
		r.rule = &rules[i]
		rules[i].check(r)
	}
	return r.finish()
}
