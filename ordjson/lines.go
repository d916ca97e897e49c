package ordjson

import "unicode/utf8"

// Lines finds the places of offsets that come in ascending order, as DecodeVisit tells them. It goes through the
// text once, where Position begins anew each time.
type Lines struct {
	text              []byte
	line, column, pos int
}

// NewLines returns the Lines of a text.
func NewLines(text []byte) *Lines { return &Lines{text: text, line: 1, column: 1} }

// Position turns a byte offset into a line and a column, both from 1; columns are characters.
func (l *Lines) Position(offset int) (line, column int) {
	for ; l.pos < offset && l.pos < len(l.text); l.pos++ {
		switch c := l.text[l.pos]; {
		case c == '\n':
			l.line++
			l.column = 1
		case utf8.RuneStart(c):
			l.column++
		}
	}
	return l.line, l.column
}
