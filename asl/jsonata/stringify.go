package jsonata

import (
	"fmt"
	"math"
	"strconv"
	"unicode/utf8"

	"github.com/stepwise-go/stepwise/ordjson"
)

// jsonWriter writes values as $string does: JSON, numbers to 15 digits, functions as empty strings.
type jsonWriter struct {
	buf    []byte
	plain  bool // numbers in full, for messages
	pretty bool
	err    error
}

// stringify is $string for anything that is not a string already.
func (r *run) stringify(v any, pretty bool) (string, error) {
	switch t := v.(type) {
	case *Function, *thunk:
		return "", nil
	case float64:
		if math.IsNaN(t) || math.IsInf(t, 0) {
			return "", newError("D3001").with("value", v)
		}
		return ordjson.FormatFloat(precise(t)), nil
	case *list:
		if t.outer {
			v = t.items[0]
		}
	}
	w := jsonWriter{pretty: pretty}
	w.value(v, 0)
	return string(w.buf), w.err
}

// precise rounds to 15 significant digits.
func precise(f float64) float64 {
	if f == math.Trunc(f) && math.Abs(f) < 1e15 {
		return f
	}
	out, err := strconv.ParseFloat(strconv.FormatFloat(f, 'e', 14, 64), 64)
	if err != nil {
		return f
	}
	return out
}

func (w *jsonWriter) value(v any, level int) {
	if level > maxLevel {
		w.err = newError(codeDepth)
	}
	if w.err == nil && len(w.buf) > maxText {
		w.err = newError(codeSize).token("string")
	}
	if w.err != nil {
		return
	}
	switch t := v.(type) {
	case nil, Undefined:
		w.buf = append(w.buf, "null"...)
	case bool:
		w.buf = strconv.AppendBool(w.buf, t)
	case string:
		w.buf = appendQuoted(w.buf, t)
	case *Function, *thunk:
		w.buf = append(w.buf, `""`...)
	case *tuple:
		w.value(t.at, level)
	case *ordjson.Object:
		w.object(inOrder(t), level)
	case []any:
		w.array(t, level)
	case *list:
		w.array(t.items, level)
	default:
		w.number(v)
	}
}

// appendQuoted writes a string; halves of surrogate pairs are escaped.
func appendQuoted(b []byte, s string) []byte {
	if utf8.ValidString(s) {
		return ordjson.AppendQuoted(b, s)
	}
	b = append(b, '"')
	for s != "" {
		r, size := decode(s)
		if r >= 0xd800 && r <= 0xdfff {
			b = fmt.Appendf(b, `\u%04x`, r)
		} else {
			quoted := ordjson.AppendQuoted(nil, s[:size])
			b = append(b, quoted[1:len(quoted)-1]...)
		}
		s = s[size:]
	}
	return append(b, '"')
}

func (w *jsonWriter) number(v any) {
	f, _ := number(v)
	switch {
	case math.IsNaN(f) || math.IsInf(f, 0) && w.plain:
		w.buf = append(w.buf, "null"...)
	case math.IsInf(f, 0):
		w.err = newError("D1001").with("value", v)
	case w.plain:
		w.buf = append(w.buf, ordjson.FormatFloat(f)...)
	default:
		w.buf = append(w.buf, ordjson.FormatFloat(precise(f))...)
	}
}

func (w *jsonWriter) array(items []any, level int) {
	w.buf = append(w.buf, '[')
	for i, v := range items {
		if i > 0 {
			w.buf = append(w.buf, ',')
		}
		w.newline(level + 1)
		w.value(v, level+1)
	}
	w.end(']', len(items), level)
}

func (w *jsonWriter) object(o *ordjson.Object, level int) {
	w.buf = append(w.buf, '{')
	n := 0
	for key, v := range o.All() {
		if IsUndefined(v) {
			continue
		}
		if n++; n > 1 {
			w.buf = append(w.buf, ',')
		}
		w.newline(level + 1)
		w.buf = append(appendQuoted(w.buf, key), ':')
		if w.pretty {
			w.buf = append(w.buf, ' ')
		}
		w.value(v, level+1)
	}
	w.end('}', n, level)
}

func (w *jsonWriter) end(bracket byte, n, level int) {
	if n > 0 {
		w.newline(level)
	}
	w.buf = append(w.buf, bracket)
}

func (w *jsonWriter) newline(level int) {
	if !w.pretty {
		return
	}
	w.buf = append(w.buf, '\n')
	for range level {
		w.buf = append(w.buf, "  "...)
	}
}
