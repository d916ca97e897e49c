package validate

import (
	"math/bits"
	"strings"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/ordjson"
)

// part is one struct of the definition: the machine, a state, a retrier, ...
type part struct {
	kind    *kind
	pointer string
	value   any // the struct, a pointer
	extra   *ordjson.Object
	place   *asl.Place // the state it belongs to; nil for the machine
	set     asl.FieldSet
}

// names of the members that a part has besides its fields.
func (p *part) hasOwn(name string) bool {
	if _, ok := p.value.(asl.State); ok && name == "Type" {
		return true
	}
	if _, ok := p.value.(*asl.Rule); ok {
		_, op := asl.OperatorByName(name)
		return op
	}
	return false
}

type partList struct {
	out   []part
	place *asl.Place
}

// has tells whether a part has a field, in the struct or in its Extra.
func (p *part) has(name string) bool {
	return p.set&asl.FieldsNamed(p.value, name) != 0 || p.extra.Has(name)
}

// count returns how many fields of a group a part has.
func (p *part) count(g group) int {
	n := bits.OnesCount64(uint64(p.set & g.fields))
	if p.extra.Len() > 0 {
		for _, name := range g.names {
			if p.extra.Has(name) && p.set&asl.FieldsNamed(p.value, name) == 0 {
				n++
			}
		}
	}
	return n
}

func (l *partList) add(k *kind, pointer string, value any, extra *ordjson.Object) {
	l.out = append(l.out, part{kind: k, pointer: pointer, value: value, extra: extra, place: l.place, set: asl.SetFields(value)})
}

// inner adds the branch or processor around a graph.
func (l *partList) inner(s *scope) {
	l.place = s.Owner
	switch owner := s.Owner.State.(type) {
	case *asl.Parallel:
		for i := range owner.Branches {
			if &owner.Branches[i].Graph == s.Graph {
				l.add(kindBranch, s.Pointer, &owner.Branches[i], owner.Branches[i].Extra)
			}
		}
	case *asl.Map:
		p, k := owner.ItemProcessor, kindItemProcessor
		if strings.HasSuffix(s.Pointer, "/Iterator") {
			p, k = owner.Iterator, kindIterator
		}
		l.add(k, s.Pointer, p, p.Extra)
		if c := p.ProcessorConfig; c != nil {
			l.add(kindProcessorConfig, s.Pointer+"/ProcessorConfig", c, c.Extra)
		}
	}
}

func (l *partList) state(p *asl.Place) {
	l.place = p
	l.add(kindOfState(p.State), p.Pointer, p.State, p.State.Base().Extra)
	if rescue := asl.RescueOf(p.State); rescue != nil {
		for i := range rescue.Retry {
			l.add(kindRetrier, p.Pointer+"/Retry/"+itoa(i), &rescue.Retry[i], rescue.Retry[i].Extra)
		}
		for i := range rescue.Catch {
			l.add(kindCatcher, p.Pointer+"/Catch/"+itoa(i), &rescue.Catch[i], rescue.Catch[i].Extra)
		}
	}
	switch s := p.State.(type) {
	case *asl.Choice:
		l.rules(kindRule, p.Pointer+"/Choices", s.Choices)
	case *asl.Map:
		l.mapParts(p.Pointer, s)
	}
}

func (l *partList) rules(k *kind, pointer string, rules []asl.Rule) {
	for i := range rules {
		l.ruleParts(k, pointer+"/"+itoa(i), &rules[i])
	}
}

func (l *partList) ruleParts(k *kind, pointer string, r *asl.Rule) {
	l.add(k, pointer, r, r.Extra)
	l.rules(kindNestedRule, pointer+"/And", r.And)
	l.rules(kindNestedRule, pointer+"/Or", r.Or)
	if r.Not != nil {
		l.ruleParts(kindNestedRule, pointer+"/Not", r.Not)
	}
}

func (l *partList) mapParts(pointer string, s *asl.Map) {
	if r := s.ItemReader; r != nil {
		l.add(kindItemReader, pointer+"/ItemReader", r, r.Extra)
		if c := r.ReaderConfig; c != nil {
			l.add(kindReaderConfig, pointer+"/ItemReader/ReaderConfig", c, c.Extra)
		}
	}
	if b := s.ItemBatcher; b != nil {
		l.add(kindItemBatcher, pointer+"/ItemBatcher", b, b.Extra)
	}
	if w := s.ResultWriter; w != nil {
		l.add(kindResultWriter, pointer+"/ResultWriter", w, w.Extra)
		if c := w.WriterConfig; c != nil {
			l.add(kindWriterConfig, pointer+"/ResultWriter/WriterConfig", c, c.Extra)
		}
	}
}
