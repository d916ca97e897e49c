package sfn

import (
	"sync"

	"github.com/stepwise-go/stepwise/internal/origin"
	"github.com/stepwise-go/stepwise/ordjson"
)

// origins are the Go lines that made the parts of a definition. They are wanted only when something is
// wrong: until then nothing is looked up in them.
type origins struct {
	states []builtState
	list   []part
	index  func() map[string]origin.Origin
}

// builtState is a state of the definition.
type builtState struct {
	state   State
	pointer string
	edits   int // the number of changes to it until it was built
}

// part is a part of the definition with the line that made it.
type part struct {
	state, rest string // together the JSON Pointer to the part
	at          origin.Origin
}

func newOrigins() *origins {
	o := &origins{}
	o.index = sync.OnceValue(func() map[string]origin.Origin {
		out := make(map[string]origin.Origin, len(o.list)+2*len(o.states))
		for _, s := range o.states {
			out[s.pointer] = s.state.base().at
			if f, ok := s.state.(interface{ nextAt() origin.Origin }); ok && f.nextAt() != (origin.Origin{}) {
				out[s.pointer+nextPointer] = f.nextAt()
			}
		}
		for _, m := range o.list {
			out[m.state+m.rest] = m.at
		}
		return out
	})
	return o
}

func (o *origins) add(state, rest string, at origin.Origin) {
	o.list = append(o.list, part{state, rest, at})
}

// of returns the line that made a part, or what is around it.
func (o *origins) of(pointer string) (origin.Origin, bool) {
	index := o.index()
	for p := range ordjson.Around(pointer) {
		if at, ok := index[p]; ok {
			return at, true
		}
	}
	return origin.Origin{}, false
}
