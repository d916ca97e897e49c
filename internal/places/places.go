// Package places remembers where the values of a text stand.
package places

import (
	"strings"

	"github.com/stepwise-go/stepwise/diag"
	"github.com/stepwise-go/stepwise/ordjson"
)

// Map has the places of values by their JSON Pointers. It is a diag.Places.
type Map map[string]diag.Place

// PlaceOf returns the place of a value, or if that is not known, of the nearest one around it.
func (m Map) PlaceOf(pointer string) (diag.Place, bool) {
	for p := range ordjson.Around(pointer) {
		if place, ok := m[p]; ok {
			return place, true
		}
	}
	return diag.Place{}, false
}

// DecodeJSON reads a text, and tells visit where each value stands: for a member of an object that is where its key does.
func DecodeJSON(text []byte, visit func(pointer string, line, column int)) (any, error) {
	lines := ordjson.NewLines(text)
	return ordjson.DecodeVisit(text, func(pointer string, keyOffset, _ int) {
		line, column := lines.Position(keyOffset)
		visit(pointer, line, column)
	})
}

// Text is a text that is being read.
type Text struct {
	Map
	file  string
	twice func(pointer string, place, first diag.Place)
	last  string // the key that comes twice whose value is being read
}

// NewText returns the places of a file, to be filled with Add. Keys that come twice in one object are told; what is
// inside their values is not.
func NewText(file string, twice func(pointer string, place, first diag.Place)) *Text {
	return &Text{Map: Map{}, file: file, twice: twice}
}

// Add takes up a value. The last one with a pointer counts.
func (t *Text) Add(pointer string, line, column int) {
	place := diag.Place{File: t.file, Line: line, Column: column}
	first, again := t.Map[pointer]
	t.Map[pointer] = place
	if !again || t.last != "" && strings.HasPrefix(pointer, t.last+"/") {
		return
	}
	t.last = pointer
	t.twice(pointer, place, first)
}
