package sfn

import (
	"strings"

	"github.com/stepwise-go/stepwise/asl/validate"
	"github.com/stepwise-go/stepwise/diag"
	"github.com/stepwise-go/stepwise/ordjson"
)

// Ignore accepts a warning, of Build or of package asl/validate. A Comment of a state can do it as well:
// see validate.Ignore. Errors cannot be accepted.
type Ignore struct {
	Code   string // SW902
	State  string // the state it is accepted in, with what is inside; "" is everywhere
	Reason string // must not be empty
}

// check runs the rules of the States Language over what was built, and leaves out what the builder
// said already.
func (d *Definition) check(b *builder, p MachineProps) {
	opts := validate.Options{
		Type: validate.MachineType(p.Type), Flow: p.Flow, Measure: d.measure,
		Finite: true, // no state is in two graphs, and no value that contains itself is rendered
	}
	for _, i := range p.Ignore {
		accepted := validate.Ignore{Code: i.Code, Reason: i.Reason}
		if i.State != "" {
			built, ok := b.named(i.State)
			if !ok {
				b.machineProblem("", b.at, ignoredNowhere(i.Code, i.State, b.names()))
				continue
			}
			accepted.Pointer = built.pointer
		}
		opts.Ignore = append(opts.Ignore, accepted)
	}
	said := newSaid(b)
	for _, f := range validate.Machine(d.machine, opts) {
		if !said.covers(f) {
			if f.Code == unknownField && b.raw[said.stateOf(f.Pointer)] {
				f.Severity = diag.Warning // the way out of the typed form: the service may know more
			}
			b.problems.Add(diag.List{f}.Place(d)...)
		}
	}
	d.problems = accept(b.problems, opts.Ignore)
}

func (d *Definition) measure() (int, error) {
	t := d.text()
	return t.size, t.err
}

// accept drops the warnings of the builder that are accepted.
func accept(list diag.List, ignores []validate.Ignore) diag.List {
	out := make(diag.List, 0, len(list))
	for _, d := range list {
		accepted := false
		for _, i := range ignores {
			inside := i.Pointer == "" || d.Pointer == i.Pointer || strings.HasPrefix(d.Pointer, i.Pointer+"/")
			accepted = accepted || d.Severity == diag.Warning && i.Reason != "" && strings.EqualFold(i.Code, d.Code) && inside
		}
		if !accepted {
			out = append(out, d)
		}
	}
	return out
}

// unknownField is the rule about fields that do not exist.
const unknownField = "SW202"

// missing are the rules about what is not there: required fields, and the condition of a choice rule.
var missing = map[string]bool{"SW204": true, "SW212": true}

// said is what the builder found wrong. A rule that finds the same again, or what follows from it,
// is not reported.
type said struct {
	states map[string]string   // state pointers, with what was said of the state: codes and spaces
	fields map[string]struct{} // pointers inside of states
	texts  map[string]struct{} // pointers to text that looks like a path
	graph  bool                // transitions or states are missing because of it
}

func newSaid(b *builder) said {
	s := said{states: map[string]string{}, fields: map[string]struct{}{}, texts: map[string]struct{}{}}
	for _, d := range b.problems {
		if d.Code == "SWB22" {
			s.texts[d.Pointer] = struct{}{}
		}
	}
	if !b.problems.HasErrors() && len(b.raw) == 0 {
		return s
	}
	for _, built := range b.origins.states {
		s.states[built.pointer] = ""
	}
	for _, d := range b.problems.Errors() {
		state := s.stateOf(d.Pointer)
		s.states[state] += d.Code + " "
		if d.Pointer != state {
			s.fields[d.Pointer] = struct{}{}
		}
		switch d.Code {
		case "SWB05", "SWB06", "SWB12", "SWB13", "SWB14", "SWB15", "SWB40", "SWB41", "SWB42":
			s.graph = true
		}
	}
	return s
}

// stateOf returns the pointer to the state that a pointer leads into.
func (s said) stateOf(pointer string) string {
	for p := range ordjson.Around(pointer) {
		if _, ok := s.states[p]; ok {
			return p
		}
	}
	return ""
}

func (s said) covers(f diag.Diagnostic) bool {
	if _, ok := s.texts[f.Pointer]; ok && (f.Code == "SW909" || f.Code == "SW316") {
		return true
	}
	if len(s.states) == 0 {
		return false
	}
	switch f.Code {
	case "SW101", "SW103", "SW104", "SW105", "SW108", "SW907":
		if s.graph {
			return true
		}
	}
	state := s.stateOf(f.Pointer)
	for at := range ordjson.Around(f.Pointer) {
		if at == state {
			break
		}
		if _, ok := s.fields[at]; ok {
			return true
		}
	}
	// What an integration says of its pattern, parameters and task token it says better.
	if strings.Contains(s.states[state], "SWT") && strings.HasPrefix(f.Code, "SW50") {
		return true
	}
	// A field that could not be rendered is missing.
	return s.states[state] != "" && missing[f.Code]
}
