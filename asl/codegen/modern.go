package codegen

import (
	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/ordjson"
)

// Modern returns the same workflow as of today, which makes shorter source: a Map has an ItemProcessor
// that says it is inline and an ItemSelector, not an Iterator and Parameters, and comments without text
// are left out. changes tells each, for a person.
//
// https://docs.aws.amazon.com/step-functions/latest/dg/state-map-inline.html
func Modern(m *asl.Machine) (modern *asl.Machine, changes []string) {
	out := asl.FromJSON(m.JSON())
	if dropEmptyComment(out.Extra) {
		changes = append(changes, changeComment("the machine"))
	}
	asl.Walk(out, func(p *asl.Place) {
		if dropEmptyComment(p.State.Base().Extra) {
			changes = append(changes, changeComment(p.Path()))
		}
		if s, ok := p.State.(*asl.Map); ok {
			changes = append(changes, modernMap(s, p.Path())...)
		}
	})
	return out, changes
}

func modernMap(s *asl.Map, at string) (changes []string) {
	if s.Iterator != nil && s.ItemProcessor == nil {
		s.ItemProcessor, s.Iterator = s.Iterator, nil
		changes = append(changes, changeName(at, "Iterator", "ItemProcessor"))
	}
	if s.Parameters.IsSet() && !s.ItemSelector.IsSet() {
		s.ItemSelector, s.Parameters = s.Parameters, asl.Value{}
		changes = append(changes, changeName(at, "Parameters", "ItemSelector"))
	}
	if p := s.ItemProcessor; p != nil && p.ProcessorConfig == nil && !p.Extra.Has("ProcessorConfig") {
		p.ProcessorConfig = &asl.ProcessorConfig{Mode: asl.ModeInline}
		changes = append(changes, changeInline(at))
	}
	return changes
}

func dropEmptyComment(extra *ordjson.Object) bool {
	v, _ := extra.Get("Comment")
	if v != "" {
		return false
	}
	extra.Delete("Comment")
	return true
}
