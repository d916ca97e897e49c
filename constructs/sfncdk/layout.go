package sfncdk

import (
	"math"
	"strings"

	"github.com/stepwise-go/stepwise/ordjson"
)

const (
	// lineWidth is how wide a line of a definition may be before a list or object is broken up.
	lineWidth = 100
	// roomy is how large a definition may be, without white space, to be laid out for reading. A template may have 1 MB, and all of its
	// resources share that: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html
	roomy = 128 << 10
)

// layout writes a definition for people to read and to compare: each state, each transition and each field on
// a line of its own; what is small stays together, so that a retrier is one line and not ten. A very
// large definition has a state on each line.
func layout(v any) (string, error) {
	count := ordjson.NewCounter()
	count.Value(v)
	size, err := count.Size()
	if err != nil {
		return "", err
	}
	w := &lines{width: lineWidth, indent: "  ", space: " "}
	if size > roomy {
		w = &lines{dense: true}
	}
	w.Grow(2 * size)
	w.value(v, 0, opened)
	return w.String(), nil
}

// unfolding says how far an object is broken up even if it would fit on a line.
type unfolding uint8

const (
	fits       unfolding = iota
	opened               // a state: its fields
	openedDeep           // the states of a graph: they and their fields
)

type lines struct {
	strings.Builder
	line   []byte // of onOneLine
	width  int
	indent string
	space  string // after colons and commas on a line
	dense  bool   // as much on a line as can be, but no two states
}

func (w *lines) newline(depth int) {
	w.WriteByte('\n')
	for range depth {
		w.WriteString(w.indent)
	}
}

func (w *lines) value(v any, depth int, u unfolding) {
	switch t := v.(type) {
	case *ordjson.Object:
		if (t.Len() == 0 || u == fits || w.dense && u == opened) && w.inline(v, depth) {
			return
		}
		w.object(t, depth, u)
	case []any:
		if w.inline(v, depth) {
			return
		}
		w.list(t, depth)
	default:
		w.WriteString(ordjson.String(v))
	}
}

func (w *lines) object(o *ordjson.Object, depth int, u unfolding) {
	w.WriteByte('{')
	for i := range o.Len() {
		if i > 0 {
			w.WriteByte(',')
		}
		w.newline(depth + 1)
		m := o.At(i)
		w.WriteString(ordjson.String(m.Key) + ":" + w.space)
		w.value(m.Value, depth+1, inner(o, m.Key, u))
	}
	w.newline(depth)
	w.WriteByte('}')
}

// inner is how a member is unfolded: the states of a graph are, whatever their size.
func inner(o *ordjson.Object, name string, u unfolding) unfolding {
	switch {
	case u == openedDeep:
		return opened
	case name == "States" && o.Has("StartAt"):
		return openedDeep
	}
	return fits
}

func (w *lines) list(l []any, depth int) {
	w.WriteByte('[')
	for i, e := range l {
		if i > 0 {
			w.WriteByte(',')
		}
		w.newline(depth + 1)
		w.value(e, depth+1, fits)
	}
	w.newline(depth)
	w.WriteByte(']')
}

// inline writes a value on the line if it fits there.
func (w *lines) inline(v any, depth int) bool {
	room := w.width - len(w.indent)*depth
	if w.dense {
		room = math.MaxInt
	}
	var ok bool
	if w.line, ok = w.onOneLine(w.line[:0], v, room); ok {
		w.Write(w.line)
	}
	return ok
}

func (w *lines) onOneLine(b []byte, v any, room int) ([]byte, bool) {
	ok := true
	switch t := v.(type) {
	case *ordjson.Object:
		if t.Has("States") {
			return b, false
		}
		b = append(b, '{')
		for i := 0; ok && i < t.Len(); i++ {
			if i > 0 {
				b = append(append(b, ','), w.space...)
			}
			b = append(append(ordjson.AppendQuoted(b, t.At(i).Key), ':'), w.space...)
			b, ok = w.onOneLine(b, t.At(i).Value, room)
		}
		b = append(b, '}')
	case []any:
		b = append(b, '[')
		for i := 0; ok && i < len(t); i++ {
			if i > 0 {
				b = append(append(b, ','), w.space...)
			}
			b, ok = w.onOneLine(b, t[i], room)
		}
		b = append(b, ']')
	default:
		b, _ = ordjson.Append(b, v)
	}
	return b, ok && len(b) <= room
}
