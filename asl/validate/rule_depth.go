package validate

import (
	"errors"

	"github.com/stepwise-go/stepwise/ordjson"
)

var ruleDepth = Rule{
	Code: "SW003", Name: "depth",
	Title: "values nest at most 1000 deep",
	Doc: `A value or a state of the definition nests deeper than JSON can be read, or contains itself, which a program can
build but no text can hold. Nothing else is looked at then.`,
	check: func(*run) {}, // done before all other rules
}

// extent is how large a definition's text is.
type extent struct {
	size int  // in bytes, 0 if there is none
	deep bool // it nests too deep
}

func extentOf(size int, err error) extent {
	if err != nil {
		return extent{deep: errors.Is(err, ordjson.ErrTooDeep)}
	}
	return extent{size: size}
}
