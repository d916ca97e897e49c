package dataflow

import (
	"fmt"
	"maps"
	"strconv"
	"strings"
)

// Input returns the shape of the raw input of a state, nil if there is no such state or it is never reached.
// It is At without the rest.
func (f *Flow) Input(state string) *Shape {
	if s := f.byName()[state]; s != nil {
		return s.entry.input
	}
	return nil
}

// Variable returns the shape that a variable has when a state is entered, nil if it cannot be assigned there.
func (f *Flow) Variable(state, name string) *Shape {
	if s := f.byName()[state]; s != nil {
		if v, ok := s.entry.variables.get(name); ok {
			return v.shape
		}
	}
	return nil
}

// byName finds the states that were reached.
func (a *analysis) byName() map[string]*seen {
	return maps.Collect(a.reached())
}

// Missing tells why the names of a JSONata path never lead anywhere from a value of this shape, and what
// there is instead; why is "" if they can. A JSONata path goes through lists: of a list it takes the field of
// each element.
func (s *Shape) Missing(names ...string) (why, fix string) {
	s = s.known()
	place := "it"
	for _, name := range names {
		for s.kinds&Array != 0 {
			if s.kinds&^Array != 0 || s.elem == nil {
				return "", ""
			}
			s = s.elem.known()
		}
		if s.kinds&Object == 0 {
			return fmt.Sprintf(whyNoObject, place, s), fixKind
		}
		f, ok := s.Field(name)
		if !ok {
			there, _ := s.Fields()
			if len(there) == 0 {
				return fmt.Sprintf(whyNoField, place, name), fixNoFields
			}
			return fmt.Sprintf(whyNoField, place, name), fmt.Sprintf(fixFields, strings.Join(there, ", "))
		}
		s, place = f, strconv.Quote(name)
	}
	return "", ""
}
