package sfn_test

import (
	"errors"

	"github.com/stepwise-go/stepwise/diag"
)

// problems returns what an error of Build lists.
func problems(err error) diag.List {
	var list *diag.ErrorList
	if !errors.As(err, &list) {
		return nil
	}
	return list.Diagnostics
}
