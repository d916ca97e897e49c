package jsonata

import (
	"strings"

	"github.com/stepwise-go/stepwise/ordjson"
)

// same is JavaScript's ===: values for scalars, identity for the rest.
func same(a, b any) bool {
	switch t := a.(type) {
	case string:
		s, ok := b.(string)
		return ok && s == t
	case bool:
		s, ok := b.(bool)
		return ok && s == t
	case nil:
		return b == nil
	case Undefined:
		return IsUndefined(b)
	case *ordjson.Object:
		return b == a
	case *Function:
		f, ok := b.(*Function)
		return ok && f == t
	case *list:
		return b == a
	case []any:
		s, ok := b.([]any)
		return ok && len(s) == len(t) && len(s) > 0 && &s[0] == &t[0]
	}
	f, ok := number(a)
	g, ok2 := number(b)
	return ok && ok2 && f == g
}

// equal is the = operator: the same value, however deep.
func (r *run) equal(a, b any) (bool, error) {
	if same(a, b) {
		return true, nil
	}
	if err := r.enter(); err != nil {
		return false, err
	}
	defer r.leave()
	if as, ok := elements(a); ok {
		bs, ok := elements(b)
		if !ok || len(as) != len(bs) {
			return false, nil
		}
		for i := range as {
			if eq, err := r.equal(as[i], bs[i]); !eq {
				return false, err
			}
		}
		return true, nil
	}
	ao, ok := a.(*ordjson.Object)
	bo, ok2 := b.(*ordjson.Object)
	if !ok || !ok2 || ao.Len() != bo.Len() {
		return false, nil
	}
	for key, v := range ao.All() {
		w, ok := bo.Get(key)
		if !ok {
			return false, nil
		}
		if eq, err := r.equal(v, w); !eq {
			return false, err
		}
	}
	return true, nil
}

// compareText orders strings as JavaScript does, by UTF-16 code units: characters beyond U+FFFF
// come before those from U+E000 up.
func compareText(a, b string) int {
	n := min(len(a), len(b))
	for i := range n {
		x, y := a[i], b[i]
		if x == y {
			continue
		}
		if x >= 0xee && y >= 0xee && (x >= 0xf0) != (y >= 0xf0) {
			return strings.Compare(b[i:], a[i:])
		}
		if x < y {
			return -1
		}
		return 1
	}
	return len(a) - len(b)
}
