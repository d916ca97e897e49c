package dataflow

import (
	"fmt"
	"strconv"
	"strings"
)

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
