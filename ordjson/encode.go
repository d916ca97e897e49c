package ordjson

import (
	"encoding/json"
	"fmt"
	"unicode/utf8"
)

// Encode writes a value as compact JSON: no white space, members in order, no escapes but
// those that JSON demands. It fails for NaN, infinities, Go types that are not of this package, and values
// that nest deeper than MaxDepth or contain themselves.
func Encode(v any) ([]byte, error) { return Append(nil, v) }

// Append is Encode that appends to b.
func Append(b []byte, v any) ([]byte, error) {
	w := Writer{buf: b}
	w.Value(v)
	return w.Bytes()
}

// Pretty writes a value as JSON with one member or element a line, each level set in by indent.
// Empty arrays and objects stay on one line. There is no newline at the end.
func Pretty(v any, indent string) ([]byte, error) {
	w := NewWriter(indent)
	w.Value(v)
	return w.Bytes()
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

const hex = "0123456789abcdef"

// plain returns how many bytes of s, or almost how many, are written as they are. It looks at eight at a time: in each
// byte of the mask the highest bit is set if the byte is not ASCII, below a blank, a quote or a backslash. It may also be
// set behind such a byte.
func plain(s string) int {
	const ones, high = 0x0101010101010101, 0x8080808080808080
	i := 0
	for ; i+8 <= len(s); i += 8 {
		w := s[i : i+8]
		x := uint64(w[0]) | uint64(w[1])<<8 | uint64(w[2])<<16 | uint64(w[3])<<24 |
			uint64(w[4])<<32 | uint64(w[5])<<40 | uint64(w[6])<<48 | uint64(w[7])<<56
		quote, backslash := x^ones*'"', x^ones*'\\'
		if (x|(x-ones*' ')|(quote-ones)|(backslash-ones))&high != 0 {
			break
		}
	}
	return i
}

// AppendQuoted appends s as a JSON string. Bytes that are not UTF-8 become U+FFFD.
func AppendQuoted(b []byte, s string) []byte {
	b = append(b, '"')
	start := 0
	for i := plain(s); i < len(s); {
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
