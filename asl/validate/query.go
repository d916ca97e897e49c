package validate

import "errors"

// errNotText says that a member that ends in .$ holds something else than a text.
var errNotText = errors.New(msgNotText)

type query struct {
	err       error
	variables []reference
	inputs    []string // first names read of $states.input
}

func readQuery(string) *query { return &query{} }
