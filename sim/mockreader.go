package sim

import (
	"fmt"

	"github.com/stepwise-go/stepwise/diag"
	"github.com/stepwise-go/stepwise/internal/places"
	"github.com/stepwise-go/stepwise/ordjson"
)

// mockReader reads a mock file and collects all that is wrong with it.
type mockReader struct {
	places *places.Text
	faults diag.List
}

func newMockReader(text []byte) (*mockReader, any, error) {
	r := &mockReader{}
	r.places = places.NewText("", r.twice)
	v, err := places.DecodeJSON(text, r.places.Add)
	return r, v, err
}

func (r *mockReader) twice(pointer string, place, first diag.Place) {
	keys := ordjson.SplitPointer(pointer)
	r.faults.Add(diag.Diagnostic{
		Pointer: pointer, Place: place, Summary: fmt.Sprintf(msgMockKeyTwice, keys[len(keys)-1]), Fix: fixMockKeyTwice,
		Related: []diag.Related{{Message: "first here", Place: first}},
	})
}

func (r *mockReader) fault(at, fix, format string, args ...any) {
	r.faults.Add(diag.Diagnostic{Pointer: at, Summary: fmt.Sprintf(format, args...), Fix: fix})
}

// err has everything that is wrong, in the order of the text.
func (r *mockReader) err() error { return r.faults.Place(r.places).Sorted().Err() }

// below is the pointer to a member, or an element.
func below(pointer string, key any) string {
	return pointer + "/" + ordjson.EscapePointer(fmt.Sprint(key))
}
