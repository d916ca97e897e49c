package ordjson

import (
	"encoding/json"
	"fmt"
	"math"
	"unicode/utf8"
)

// Encode writes a value as compact JSON: no white space, members in order, no escapes but
// those that JSON demands. It fails for NaN, infinities and Go types that are not of this package.
func Encode(v any) ([]byte, error) { return Append(nil, v) }

// Append is Encode that appends to b.
func Append(b []byte, v any) ([]byte, error) {
	w := writer{buf: b}
	w.value(v, 0)
	return w.buf, w.err
}

// Pretty writes a value as JSON with one member or element a line, each level set in by indent.
// Empty arrays and objects stay on one line. There is no newline at the end.
func Pretty(v any, indent string) ([]byte, error) {
	w := writer{indent: indent, pretty: true}
	w.value(v, 0)
	return w.buf, w.err
}

// String is Encode for values that are known to be of this package; for any other it
// gives the text of the error in angle brackets.
func String(v any) string {
	b, err := Encode(v)
	if err != nil {
		return "<" + err.Error() + ">"
	}
	return string(b)
}

// MarshalJSON lets encoding/json write an Object.
func (o *Object) MarshalJSON() ([]byte, error) { return Encode(o) }

// UnmarshalJSON lets encoding/json read an Object.
func (o *Object) UnmarshalJSON(data []byte) error {
	v, err := Decode(data)
	if err != nil {
		return err
	}
	read, ok := v.(*Object)
	if !ok {
		return fmt.Errorf("expected a JSON object, found %s", Kind(v))
	}
	*o = *read
	return nil
}

// Kind names the kind of a value for messages: null, boolean, number, string, array, object.
func Kind(v any) string {
	switch v.(type) {
	case nil:
		return "null"
	case bool:
		return "boolean"
	case string:
		return "string"
	case float64, json.Number:
		return "number"
	case []any:
		return "array"
	case *Object:
		return "object"
	}
	return fmt.Sprintf("%T", v)
}

type writer struct {
	buf    []byte
	indent string
	pretty bool
	err    error
}

func (w *writer) value(v any, depth int) {
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
		w.buf = AppendQuoted(w.buf, t)
	case float64:
		if math.IsNaN(t) || math.IsInf(t, 0) {
			w.fail(fmt.Errorf("%v is not a JSON number", t))
			return
		}
		w.buf = appendFloat(w.buf, t)
	case json.Number:
		w.buf = append(w.buf, t...)
	case []any:
		w.list('[', ']', len(t), depth, func(i int) { w.value(t[i], depth+1) })
	case *Object:
		w.list('{', '}', t.Len(), depth, func(i int) {
			w.buf = AppendQuoted(w.buf, t.members[i].Key)
			w.buf = append(w.buf, ':')
			if w.pretty {
				w.buf = append(w.buf, ' ')
			}
			w.value(t.members[i].Value, depth+1)
		})
	default:
		w.fail(fmt.Errorf("a %T is not a JSON value of package ordjson: bring it in with ordjson.From", v))
	}
}

func (w *writer) list(open, shut byte, n, depth int, element func(int)) {
	w.buf = append(w.buf, open)
	for i := range n {
		if i > 0 {
			w.buf = append(w.buf, ',')
		}
		w.newline(depth + 1)
		element(i)
	}
	if n > 0 {
		w.newline(depth)
	}
	w.buf = append(w.buf, shut)
}

func (w *writer) newline(depth int) {
	if !w.pretty {
		return
	}
	w.buf = append(w.buf, '\n')
	for range depth {
		w.buf = append(w.buf, w.indent...)
	}
}

func (w *writer) fail(err error) {
	if w.err == nil {
		w.err = err
	}
}

const hex = "0123456789abcdef"

// AppendQuoted appends s as a JSON string. Bytes that are not UTF-8 become U+FFFD.
func AppendQuoted(b []byte, s string) []byte {
	b = append(b, '"')
	start := 0
	for i := 0; i < len(s); {
		c := s[i]
		if c >= utf8.RuneSelf {
			r, size := utf8.DecodeRuneInString(s[i:])
			if r == utf8.RuneError && size == 1 {
				b = append(append(b, s[start:i]...), "\ufffd"...)
				start = i + 1
			}
			i += size
			continue
		}
		if c >= ' ' && c != '"' && c != '\\' {
			i++
			continue
		}
		b = append(b, s[start:i]...)
		switch c {
		case '"', '\\':
			b = append(b, '\\', c)
		case '\n':
			b = append(b, '\\', 'n')
		case '\r':
			b = append(b, '\\', 'r')
		case '\t':
			b = append(b, '\\', 't')
		case '\b':
			b = append(b, '\\', 'b')
		case '\f':
			b = append(b, '\\', 'f')
		default:
			b = append(b, '\\', 'u', '0', '0', hex[c>>4], hex[c&15])
		}
		i++
		start = i
	}
	return append(append(b, s[start:]...), '"')
}
