package ordjson

import (
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"slices"
)

// ErrTooDeep is the error of a value that nests deeper than MaxDepth, or contains itself.
var ErrTooDeep = errors.New("the value nests too deep or contains itself")

// Writer writes JSON piece by piece, for what is not there as one value. The zero Writer writes compact JSON.
//
// What it is told has to make sense: Key before each member of an object, Item before each element of an array.
type Writer struct {
	buf    []byte
	indent string
	line   string // a new line and indents, as many as were needed so far
	pretty bool
	depth  int
	filled bool // the object or array that is open has something in it
	err    error
	count  bool // only the length of the text is wanted
	gone   int  // bytes that were counted
	white  int  // bytes of white space
}

// NewWriter returns a Writer with one member or element a line, each level set in by indent.
func NewWriter(indent string) *Writer { return &Writer{indent: indent, line: "\n", pretty: true} }

// NewCounter returns a Writer of compact JSON that forgets what it wrote and only counts it: see Size.
func NewCounter() *Writer { return &Writer{count: true} }

// Grow makes room for n more bytes.
func (w *Writer) Grow(n int) { w.buf = slices.Grow(w.buf, n) }

// Size returns the number of bytes that were written, not counting white space, and the first error.
func (w *Writer) Size() (int, error) { return w.gone + len(w.buf) - w.white, w.err }

// Bytes returns what was written, and the first error.
func (w *Writer) Bytes() ([]byte, error) { return w.buf, w.err }

// Open begins an object, '{', or an array, '['. It is false if that nests too deep, or something before did: then
// there is no use in filling it. Close ends it all the same.
func (w *Writer) Open(bracket byte) bool {
	w.buf = append(w.buf, bracket)
	w.depth++
	w.filled = false
	if w.depth > MaxDepth+1 {
		w.fail(ErrTooDeep)
	}
	return w.err != ErrTooDeep
}

// Close ends it, with '}' or ']'.
func (w *Writer) Close(bracket byte) {
	w.depth--
	if w.filled {
		w.newline()
	}
	w.buf = append(w.buf, bracket)
	w.filled = true
}

// Item begins an element of an array.
func (w *Writer) Item() {
	if w.count {
		w.gone += len(w.buf)
		w.buf = w.buf[:0]
	}
	if w.filled {
		w.buf = append(w.buf, ',')
	}
	w.filled = true
	w.newline()
}

// Key begins a member of an object.
func (w *Writer) Key(name string) {
	w.Item()
	w.buf = AppendQuoted(w.buf, name)
	w.buf = append(w.buf, ':')
	if w.pretty {
		w.buf = append(w.buf, ' ')
		w.white++
	}
}

// Field is Key for a name that is known as it is written: quoted, and with the colon.
func (w *Writer) Field(_, quoted string) {
	w.Item()
	w.buf = append(w.buf, quoted...)
	if w.pretty {
		w.buf = append(w.buf, ' ')
		w.white++
	}
}

// String writes a string.
func (w *Writer) String(s string) { w.buf = AppendQuoted(w.buf, s) }

// Value writes a value in the form of this package.
func (w *Writer) Value(v any) {
	switch t := v.(type) {
	case nil:
		w.buf = append(w.buf, "null"...)
	case bool:
		if t {
			w.buf = append(w.buf, "true"...)
		} else {
			w.buf = append(w.buf, "false"...)
		}
	case string:
		w.String(t)
	case float64:
		if math.IsNaN(t) || math.IsInf(t, 0) {
			w.fail(fmt.Errorf("%v is not a JSON number", t))
			return
		}
		w.buf = appendFloat(w.buf, t)
	case json.Number:
		w.buf = append(w.buf, t...)
	case []any:
		w.Open('[')
		for i := 0; i < len(t) && w.err != ErrTooDeep; i++ {
			w.Item()
			w.Value(t[i])
		}
		w.Close(']')
	case *Object:
		w.Open('{')
		for i := 0; i < t.Len() && w.err != ErrTooDeep; i++ {
			w.Key(t.members[i].Key)
			w.Value(t.members[i].Value)
		}
		w.Close('}')
	default:
		w.fail(fmt.Errorf("a %T is not a JSON value of package ordjson: bring it in with ordjson.From", v))
	}
}

func (w *Writer) newline() {
	if !w.pretty {
		return
	}
	for len(w.line) < 1+w.depth*len(w.indent) {
		w.line += w.indent
	}
	n := 1 + w.depth*len(w.indent)
	w.buf = append(w.buf, w.line[:n]...)
	w.white += n
}

// fail keeps the first error; that of a value without an end counts more than others.
func (w *Writer) fail(err error) {
	if w.err == nil || err == ErrTooDeep {
		w.err = err
	}
}
