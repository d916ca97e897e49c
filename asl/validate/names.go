package validate

import (
	"hash/maphash"

	"github.com/stepwise-go/stepwise/asl"
)

// secondNames returns the states that have the name of one before them. It keeps numbers of states in a table by
// their hashes: a map of the names would be a tenth of all that a check takes.
func secondNames(places []*asl.Place) []*asl.Place {
	size := 1
	for size < 2*len(places) {
		size *= 2
	}
	table := make([]int32, size) // from 1
	seed := maphash.MakeSeed()
	var again []*asl.Place
	for i, p := range places {
		at := int(maphash.String(seed, p.Name)) & (size - 1)
		for table[at] > 0 && places[table[at]-1].Name != p.Name {
			at = (at + 1) & (size - 1)
		}
		if table[at] > 0 {
			again = append(again, p)
		} else {
			table[at] = int32(i + 1)
		}
	}
	return again
}

// firstNamed returns the first state of that name, nil if there is none. There should be no second.
func (r *run) firstNamed(name string) *asl.Place {
	for _, s := range r.scopes {
		if p := s.place(name); p != nil {
			return p
		}
	}
	return nil
}
