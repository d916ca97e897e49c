package validate

import (
	"errors"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/ordjson"
)

var ruleDepth = Rule{
	Code: "SW003", Name: "depth",
	Title: "values nest at most 1000 deep",
	Doc: `A value or a state of the definition nests deeper than JSON can be read, or contains itself, which a program can
build but no text can hold. Nothing else is looked at then.`,
	check: func(*run) {}, // done before all other rules
}

// measure returns the length of the definition's text, 0 if it has none, and whether it nests too deep.
func measure(m *asl.Machine) (size int, deep bool) {
	w := ordjson.NewCounter()
	m.Write(w)
	size, err := w.Size()
	if err != nil {
		return 0, errors.Is(err, ordjson.ErrTooDeep)
	}
	return size, false
}
