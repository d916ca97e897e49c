package ordjson

import (
	"encoding/json"
	"math/big"
)

// Equal tells whether two values are the same JSON: numbers by value, object members in any order.
func Equal(a, b any) bool {
	switch x := a.(type) {
	case []any:
		y, ok := b.([]any)
		if !ok || len(x) != len(y) {
			return false
		}
		for i := range x {
			if !Equal(x[i], y[i]) {
				return false
			}
		}
		return true
	case *Object:
		y, ok := b.(*Object)
		if !ok || x.Len() != y.Len() {
			return false
		}
		for k, v := range x.All() {
			w, ok := y.Get(k)
			if !ok || !Equal(v, w) {
				return false
			}
		}
		return true
	case float64:
		if y, ok := b.(float64); ok {
			return x == y
		}
		return equalNumbers(a, b)
	case json.Number:
		return equalNumbers(a, b)
	}
	switch b.(type) {
	case []any, *Object:
		return false
	}
	return a == b
}

// equalNumbers compares exactly, so that large integers that one float64 stands for stay apart.
func equalNumbers(a, b any) bool {
	if !IsNumber(a) || !IsNumber(b) {
		return false
	}
	x, okX := Float(a)
	y, okY := Float(b)
	if !okX || !okY || x != y {
		return false
	}
	if x > -1<<53 && x < 1<<53 {
		return true
	}
	p, okP := exact(a)
	q, okQ := exact(b)
	if okP && okQ {
		return p.Cmp(q) == 0
	}
	return String(a) == String(b)
}

func exact(v any) (*big.Int, bool) {
	if n, ok := v.(json.Number); ok {
		return new(big.Int).SetString(string(n), 10)
	}
	f, _ := v.(float64)
	i, accuracy := big.NewFloat(f).Int(nil)
	return i, accuracy == big.Exact
}
