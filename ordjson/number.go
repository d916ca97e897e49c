package ordjson

import (
	"encoding/json"
	"math"
	"strconv"
	"strings"
)

// Number returns the value of a number's JSON text: a float64 if the text is the one
// that float64 prints as, otherwise the text itself as a json.Number.
func Number(text string) any {
	f, ok := smallInt(text)
	if ok {
		return f
	}
	f, err := strconv.ParseFloat(text, 64)
	if err == nil && FormatFloat(f) == text {
		return f
	}
	return json.Number(text)
}

// smallInt is the fast way for what nearly all numbers are.
func smallInt(text string) (float64, bool) {
	digits := strings.TrimPrefix(text, "-")
	if len(digits) == 0 || len(digits) > 15 || digits[0] == '0' && (len(digits) > 1 || len(text) > 1) {
		return 0, false
	}
	n := 0
	for i := range len(digits) {
		c := digits[i]
		if c < '0' || c > '9' {
			return 0, false
		}
		n = n*10 + int(c-'0')
	}
	if len(digits) < len(text) {
		n = -n
	}
	return float64(n), true
}

// Float returns the value of a number and whether v is one. A json.Number too large
// for a float64 gives an infinity.
func Float(v any) (float64, bool) {
	switch n := v.(type) {
	case float64:
		return n, true
	case json.Number:
		f, err := strconv.ParseFloat(string(n), 64)
		return f, err == nil || math.IsInf(f, 0)
	}
	return 0, false
}

// Int returns the value of a number that is a whole one, and whether v is such a number.
// The text of the number does not matter: 1.0 and 1e0 are 1.
func Int(v any) (int64, bool) {
	if n, ok := v.(json.Number); ok {
		if i, err := strconv.ParseInt(string(n), 10, 64); err == nil {
			return i, true
		}
	}
	f, ok := Float(v)
	if !ok || f != math.Trunc(f) || math.Abs(f) >= 1<<63 {
		return 0, false
	}
	return int64(f), true
}

// IsNumber tells whether v is a number.
func IsNumber(v any) bool {
	switch v.(type) {
	case float64, json.Number:
		return true
	}
	return false
}

// FormatFloat prints a number as JavaScript's JSON.stringify does: the shortest text that
// reads back as the same number, with an exponent from 1e21 up and below 1e-6.
func FormatFloat(f float64) string { return string(appendFloat(nil, f)) }

func appendFloat(b []byte, f float64) []byte {
	if f == 0 {
		return append(b, '0') // a negative zero too
	}
	if abs := math.Abs(f); abs >= 1e21 || abs < 1e-6 {
		b = strconv.AppendFloat(b, f, 'e', -1, 64)
		// e-09 to e-9
		if n := len(b); n >= 4 && b[n-4] == 'e' && b[n-2] == '0' {
			b[n-2] = b[n-1]
			b = b[:n-1]
		}
		return b
	}
	return strconv.AppendFloat(b, f, 'f', -1, 64)
}
