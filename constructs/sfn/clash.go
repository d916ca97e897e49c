package sfn

import (
	"github.com/stepwise-go/stepwise/diag"
	"github.com/stepwise-go/stepwise/internal/origin"
)

// clash says where the other state of a name is. Two that were made on the same line, in a function
// that was called twice, are told apart by where they were joined.
func (b *builder) clash(first, second State) []diag.Related {
	at, other := second.base().at.Place(), first.base().at.Place()
	related := []diag.Related{{Message: theOtherOne, Place: other}}
	if at != other {
		return related
	}
	here, there := b.joinedAt(second).Place(), b.joinedAt(first).Place()
	if here != there {
		related = append(related, diag.Related{Message: joinedHere, Place: here}, diag.Related{Message: otherJoinedHere, Place: there})
	}
	return related
}

// joinedAt returns the call that made the first transition to a state, or gave it to what is around it.
func (b *builder) joinedAt(to State) origin.Origin {
	s := b.known(to.base()).built
	for _, from := range s.states {
		for _, e := range from.edges(nil) {
			if s.targetOf(e) == to {
				return e.at
			}
		}
	}
	if s.owner != nil && len(s.states) > 0 && s.states[0] == to {
		return s.owner.state.base().at
	}
	return origin.Origin{}
}
