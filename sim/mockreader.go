package sim

import (
	"fmt"
	"strings"

	"github.com/stepwise-go/stepwise/diag"
	"github.com/stepwise-go/stepwise/ordjson"
)

// mockReader reads a mock file and collects all that is wrong with it.
type mockReader struct {
	places    map[string]diag.Place
	faults    diag.List
	lastTwice string // the key that comes twice whose value is being read
}

func newMockReader(text []byte) (*mockReader, any, error) {
	r := &mockReader{places: map[string]diag.Place{}}
	lines := ordjson.NewLines(text)
	v, err := ordjson.DecodeVisit(text, func(pointer string, keyOffset, _ int) {
		line, column := lines.Position(keyOffset)
		r.visit(pointer, diag.Place{Line: line, Column: column})
	})
	return r, v, err
}

func (r *mockReader) visit(pointer string, place diag.Place) {
	first, twice := r.places[pointer]
	r.places[pointer] = place
	if !twice || r.lastTwice != "" && strings.HasPrefix(pointer, r.lastTwice+"/") {
		return
	}
	r.lastTwice = pointer
	keys := ordjson.SplitPointer(pointer)
	r.faults.Add(diag.Diagnostic{
		Pointer: pointer, Place: place, Summary: fmt.Sprintf(msgMockKeyTwice, keys[len(keys)-1]), Fix: fixMockKeyTwice,
		Related: []diag.Related{{Message: "first here", Place: first}},
	})
}

// PlaceOf makes a diag.Places of the reader.
func (r *mockReader) PlaceOf(pointer string) (diag.Place, bool) {
	for {
		if p, ok := r.places[pointer]; ok || pointer == "" {
			return p, ok
		}
		pointer = pointer[:strings.LastIndexByte(pointer, '/')]
	}
}

func (r *mockReader) fault(at, fix, format string, args ...any) {
	r.faults.Add(diag.Diagnostic{Pointer: at, Summary: fmt.Sprintf(format, args...), Fix: fix})
}

// err has everything that is wrong, in the order of the text.
func (r *mockReader) err() error { return r.faults.Place(r).Sorted().Err() }

// below is the pointer to a member, or an element.
func below(pointer string, key any) string {
	return pointer + "/" + ordjson.EscapePointer(fmt.Sprint(key))
}
