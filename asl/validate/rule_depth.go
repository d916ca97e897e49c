package validate

import (
	"errors"
	"sync"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/ordjson"
)

var ruleDepth = Rule{
	Code: "SW003", Name: "depth",
	Title: "values nest at most 1000 deep",
	Doc: `A value of the definition nests deeper than JSON can be read, or contains itself, which a program can build but no
text can hold. Nothing else is looked at then.`,
	check: func(*run) {}, // done before all other rules
}

// maxNesting is how deep values may nest. It is also where walks through values end.
const maxNesting = ordjson.MaxDepth

// measure returns the length of the definition's text, 0 if it has none, and whether it nests too deep.
func measure(m *asl.Machine) (size int, deep bool) {
	w := writers.Get().(*ordjson.Writer)
	defer writers.Put(w)
	w.Reset()
	m.Write(w)
	text, err := w.Bytes()
	if err != nil {
		return 0, errors.Is(err, ordjson.ErrTooDeep)
	}
	return len(text), false
}

var writers = sync.Pool{New: func() any { return &ordjson.Writer{} }}
